"""Codes of sources: why one is not found."""

from citedeck.codes.explanation import Explanation

SOURCES: dict[str, Explanation] = {
    "source-missing": Explanation(
        "no source is named",
        "Without a source there is nothing to verify against.",
        "Write `source: NAME` at the top of the deck, or in the fact, for the article source/NAME.txt.",
    ),
    "source-not-found": Explanation(
        "the source is not there",
        "`source: NAME` is the file source/NAME.*, or the `file` that its entry in source/references.yaml names.",
        "Put the article into source/, or mend the name.",
    ),
    "source-outside": Explanation(
        "the source is not a file of source/",
        "Evidence lies in the workspace, beside the decks, where it can be read, compared and kept.",
        "Put the article into source/ and name it by its file's name without the suffix.",
    ),
    "source-ambiguous": Explanation(
        "several files could be the source",
        "source/NAME.* stands for more than one file.",
        "Name the file as `file:` in source/references.yaml, or rename one of them.",
    ),
}
