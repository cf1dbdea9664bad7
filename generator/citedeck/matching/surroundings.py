"""What can be seen on either side of a cut in a text, and how a rule about cuts is written."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from citedeck.matching.folding import joins, levelled

REACH = 40
"""How many visible characters on either side of a cut are looked at."""

_BROKEN_WORD = re.compile("\u00ad[^\\S\\n]*\\n[^\\S\\n]*")


class Cut(NamedTuple):
    """A place in a text, and what can be seen of the characters on its sides, their typography levelled."""

    text: str
    position: int
    before: str
    after: str


class Rule:
    """It holds of a cut if what stands before it and what stands after it look so. Its patterns are compiled when they
    are asked: few texts ask many of them.
    """

    def __init__(self, before: str, after: str) -> None:
        """By a pattern for the end of what stands before, and one for the beginning of what stands after."""
        self._before, self._after = before, after

    @cached_property
    def before(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._before})\Z")

    @cached_property
    def after(self) -> re.Pattern[str]:
        return re.compile(self._after)

    def holds(self, cut: Cut) -> bool:
        return bool(self.after.match(cut.after) and self.before.search(cut.before))


def cut(text: str, position: int) -> Cut:
    """The cut before `text[position]`."""
    return Cut(text, position, _before(text, position), _after(text, position))


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
