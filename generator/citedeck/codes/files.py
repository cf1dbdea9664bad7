"""Codes of files: why one cannot be read as text."""

from citedeck.codes.explanation import Explanation

FILES: dict[str, Explanation] = {
    "not-a-file": Explanation(
        "a folder stands where a file should", "A deck or a source is one text file.", "Rename or move the folder."
    ),
    "unreadable-file": Explanation(
        "the file cannot be read", "The system refused it.", "Check that it is there and may be read."
    ),
    "not-utf8": Explanation(
        "the file is not UTF-8 text",
        "A guess at another encoding would change letters without a word, and a quote would match what nobody wrote.",
        "Save it as UTF-8.",
    ),
    "byte-order-mark": Explanation(
        "the deck begins with a byte order mark",
        "It is left out when the deck is read, but other tools take it for a part of the first key.",
        "Save the file as “UTF-8” rather than “UTF-8 with BOM”.",
        "warning",
    ),
    "empty-file": Explanation("the file is empty", "There is nothing to verify.", "Fill it, or delete it."),
}
