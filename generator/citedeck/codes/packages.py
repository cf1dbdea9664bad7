"""Codes of built packages: how one fails to show what its articles prove."""

from citedeck.codes.explanation import Explanation

PACKAGES: dict[str, Explanation] = {
    "note-malformed": Explanation(
        "a note of the package is not made as citedeck makes it",
        "Its note type or the number of its fields is another, so nothing tells which field its cards show where.",
        "Build the package again. A note type called “citedeck …+” is a copy that Anki made for want of a match.",
    ),
    "citation-unreadable": Explanation(
        "the Citation of a note cannot be read",
        "The field Citation names the source and the quotes a note rests on, as JSON; nothing else in a package does.",
        "Build the package again.",
    ),
    "markup-unreadable": Explanation(
        "a field of a note may look like something else than its words",
        "An audit reads what a learner reads. Beyond plain markup it cannot: `10<sup>23</sup>` is not 1023, and what a "
        "style hides or a script writes is anybody's guess.",
        "Build the package again, or take the markup out of the field in Anki; remarks belong into the field Extra.",
    ),
    "field-differs": Explanation(
        "a field shows something that is not proved",
        "The fields of a note repeat its answer: among the options, for what is typed, on the reversed card. One of "
        "them says something else than the others, or has words where there should be none.",
        "Build the package again.",
    ),
    "cards-differ": Explanation(
        "a note has other cards than its question makes",
        "Every gap and every direction of a question has a card of its own. One without a card is never asked; a card "
        "more is an empty one.",
        "Build the package again.",
    ),
    "question-edited": Explanation(
        "the question of a note is not the one that was built",
        "A quote proves the answer, but nothing proves that the question asks for it: an author has seen to that. So a "
        "package carries a seal of every question, and an edited one is told, even if its answer stands in the "
        "quote.",
        "Edit the deck instead of the note, and build it again.",
    ),
    "evidence-differs": Explanation(
        "the evidence a card shows is not what proves its answer",
        "The marked words must be the quotes, the sentences around them must stand in the article as they are shown, "
        "and what the card says of the article must be what its reference says.",
        "Build the package again, most of all if the article or its reference has changed since.",
    ),
    "image-missing": Explanation(
        "a note shows a picture that is not in the package",
        "Whoever imports it sees words in its place, and is asked about what is not there.",
        "Build the package again; from Anki, export it with its media.",
    ),
    "image-differs": Explanation(
        "a picture in the package is not the one that was built",
        "A picture has its name from its content. Under this name lies something else, so nobody knows what the card "
        "shows.",
        "Build the package again.",
    ),
    "image-left-out": Explanation(
        "the picture of a retired fact is not in the package",
        "A retired note stays as it was shipped, but its picture is gone from decks/. Who imported it before has it; "
        "whoever imports it for the first time reads what it shows in its place.",
        "Put the file back into decks/, under any name, and build again; or leave it.",
        "warning",
    ),
    "layout-differs": Explanation(
        "a note type has other templates, or another style, than this version's",
        "An audit reads the fields of notes. Templates that somebody changed, or an earlier citedeck wrote, may show "
        "them in another way, or show something besides.",
        "Build the package again, unless the change is your own.",
        "warning",
    ),
    "foreign-notes": Explanation(
        "notes in the package that citedeck did not make",
        "They name no evidence, so there is nothing to verify them against.",
        "Export the deck alone, or audit the package that `citedeck build` wrote.",
        "warning",
    ),
}
