"""Whether two answers are one and the same, so that nobody could tell which of them is right."""

from citedeck.matching.answer import bare
from citedeck.matching.values import same_value


def same_answer(one: str, other: str, tag: str) -> bool:
    """Whether two answers differ at most in typography, capitals, outer punctuation and a leading article, or are the
    same value, in the language of a BCP 47 tag.
    """
    return bare(one, tag) == bare(other, tag) or same_value(one, other, tag)
