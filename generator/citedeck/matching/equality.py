"""Whether two answers are one and the same, so that nobody could tell which of them is right."""

from citedeck.matching.answer import bare


def same_answer(one: str, other: str) -> bool:
    """Whether two answers differ at most in typography, capitals, outer punctuation and a leading article."""
    return bare(one) == bare(other)
