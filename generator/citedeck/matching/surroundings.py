"""What can be seen on either side of a place in a text, and how a rule about cuts is written."""

from __future__ import annotations

import re
from typing import NamedTuple

from citedeck.matching.folding import joins, levelled
from citedeck.seldom import seldom

REACH = 40
"""How many visible characters on either side of a cut are looked at."""

_BROKEN_WORD = re.compile("\u00ad[^\\S\\n]*\\n[^\\S\\n]*")


class Cut(NamedTuple):
    """A place in a text, and what can be seen of the characters on its sides, their typography levelled."""

    text: str
    position: int
    before: str
    after: str


class Rule(NamedTuple):
    """It holds of a cut if what stands before it and what stands after it look so."""

    before: re.Pattern[str]
    after: re.Pattern[str]

    def holds(self, cut: Cut) -> bool:
        return bool(self.after.match(cut.after) and self.before.search(cut.before))


def rule(before: str, after: str) -> Rule:
    """A rule by a pattern for the end of what stands before, and one for the beginning of what stands after."""
    return Rule(seldom(rf"(?:{before})\Z"), seldom(after))


def cut(text: str, position: int) -> Cut:
    """The cut before `text[position]`."""
    return Cut(text, position, _before(text, position), _after(text, position))


def cuts_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins or ends within a word or number."""
    return text[start - 1 : start + 1].isalnum() or text[end - 1 : end + 1].isalnum()


def reach_before(text: str, start: int, reach: int) -> int:
    """From where on it is looked at what stands before a place, so many code points at most: from a whole word."""
    first = max(0, start - reach)
    while first and first < start and text[first - 1 : first + 1].isalnum():
        first += 1
    return first


def reach_after(text: str, end: int, reach: int) -> int:
    """Up to where it is looked at what stands behind a place: to the end of a whole word."""
    last = min(len(text), end + reach)
    while end < last < len(text) and text[last - 1 : last + 1].isalnum():
        last -= 1
    return last


def _before(text: str, position: int) -> str:
    reach, seen = REACH, _visible(text[max(0, position - REACH) : position])
    while len(seen) < REACH and reach < position:
        reach *= 4
        seen = _visible(text[max(0, position - reach) : position])
    return seen[-REACH:]


def _after(text: str, position: int) -> str:
    reach, seen = REACH, _visible(text[position : position + REACH])
    while len(seen) < REACH and position + reach < len(text):
        reach *= 4
        seen = _visible(text[position : position + reach])
    return seen[:REACH]


def _visible(text: str) -> str:
    if text.isascii():
        return text
    return levelled("".join(character for character in _BROKEN_WORD.sub("", text) if not joins(character)))
