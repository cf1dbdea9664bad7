"""Codes of identity: what is not the only one of its kind."""

from citedeck.codes.explanation import Explanation

IDENTITY: dict[str, Explanation] = {
    "duplicate-guid": Explanation(
        "two facts would be the same note in Anki",
        "Anki knows notes by their guid alone. Two facts come to the same one when both name it as `guid:`, or when "
        "the `was:` of one is the id of the other.",
        "Mend `was:` or `guid:` of one of them.",
    ),
    "duplicate-deck-id": Explanation(
        "two decks have the same id",
        "A deck's id names its file and makes its notes' identity. Capitals do not tell ids apart, as they do not tell "
        "files apart everywhere.",
        "Give one of them another `id:`.",
    ),
}
