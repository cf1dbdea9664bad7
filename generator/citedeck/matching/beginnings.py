"""Patterns of hundreds of words, of which only those are tried at a place that begin as the text does there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection
from functools import lru_cache

from citedeck.matching.numerals import alternation

_TOLD_BY = 2  # characters


class Beginnings:
    """A pattern that begins with one of the words of several tables, as a regular expression of all of them matches.

    `pattern` is what writes it, given the words of each table as alternatives.
    """

    def __init__(self, pattern: Callable[..., str], *tables: Collection[str], flags: int = 0) -> None:
        self._pattern = pattern
        self._tables = [_by_beginning(table) for table in tables]
        self._flags = flags
        self._of = lru_cache(maxsize=1 << 12)(self._beginning)
        self._made: dict[str, re.Pattern[str]] = {}

    def match(self, text: str, position: int) -> re.Match[str] | None:
        """What matches at a place of a text."""
        pattern = self._of(text[position : position + _TOLD_BY])
        return pattern.match(text, position) if pattern else None

    def _beginning(self, beginning: str) -> re.Pattern[str] | None:
        """The pattern of the words that may stand where a text begins so; None if there are none."""
        start = alike(beginning)
        words = [table.get(start[:1], []) + table.get(start[1:] and start, []) for table in self._tables]
        if not any(words):
            return None
        written = self._pattern(*map(alternation, words))
        if written not in self._made:
            self._made[written] = re.compile(written, self._flags)
        return self._made[written]


def _by_beginning(words: Collection[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        found[alike(word[:_TOLD_BY])].append(word)
    return found


def alike(text: str) -> str:
    """The same for all texts that are one to a pattern that ignores case, letter by letter: ı and İ are i, ſ is s."""
    return "".join(letter.lower()[0].upper()[0] for letter in text)
