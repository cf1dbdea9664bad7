"""Codes of pictures: why one cannot be shipped."""

from citedeck.codes.explanation import Explanation

IMAGES: dict[str, Explanation] = {
    "image-not-found": Explanation(
        "the picture is not there",
        "`file` names a picture from the folder of the deck's own file, its parts parted by “/”. A card without its "
        "picture would ask for something else.",
        "Put the picture there, or mend the name.",
    ),
    "image-outside": Explanation(
        "the picture is not a file of decks/",
        "What a deck is made of lies in the workspace, where it can be read, compared and kept. No deck can take a "
        "file from elsewhere into a package that others get.",
        "Put the picture itself beside the deck, and name it from there.",
    ),
    "image-not-a-file": Explanation(
        "the picture is a folder or a pipe, not a file", "A picture is one file.", "Name the picture in the folder."
    ),
    "image-unreadable": Explanation(
        "the picture cannot be read", "The system refused it.", "Check its permissions, and where its link leads."
    ),
    "image-empty": Explanation(
        "the picture's file is empty", "There is nothing to see.", "Save the picture again, or take `image` out."
    ),
    "image-too-large": Explanation(
        "the picture is over 5 MB, or over 25 million pixels",
        "Every learner downloads it and synchronises it to a phone, where a card is some 400 points wide. To be shown, "
        "it is unpacked, however small its file is: 25 million pixels take 100 MB.",
        "Scale it down: 1,200 pixels of width are plenty.",
    ),
    "image-not-a-picture": Explanation(
        "the file is not a PNG, JPEG, GIF or WebP, or its header is cut off",
        "These are what Anki shows on every system; the first bytes of a file tell which it is, not its name, and how "
        "wide and high it is. An SVG is refused, since it can hold scripts.",
        "Save the picture as PNG or JPEG.",
    ),
}
