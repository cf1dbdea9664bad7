"""A quick look for what patterns may match: words one of which stands in every match, found once in each text.

Most texts hold none of the words that deny or qualify; then nothing else need be asked of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from citedeck.languages import Language
from citedeck.languages.words import as_listed
from citedeck.matching.occurrences import occurrences
from citedeck.matching.spellings import OPEN, spellings
from citedeck.matching.words_in import listed_words
from citedeck.seldom import seldom

_LETTERS = re.compile(r"[^\W\d_]+")
# Code points that folding leaves as they are, or makes punctuation of; another one might become a letter, or vanish.
_PLAIN = "\x00-\x7f\u00a0-\u00ac\u00ae-\u012f\u0132-\u017e\u2010-\u2027\u2030-\u203a"
_SPECIAL = re.compile(f"[^{_PLAIN}]")
_BLOCK = 1 << 14  # code points that are looked at at once
_LONGEST = 32  # code points; no telltale is longer


class Telltales:
    """Words, beginnings of words, and signs, one of which stands in everything that some patterns match.

    The patterns match whole words of a folded text, their case ignored.
    """

    def __init__(self, patterns: Iterable[str], known: Language) -> None:
        """The rarest word of each spelling is chosen, as far as the tables of its language tell."""
        guards = known.guards
        frequent = {*known.articles, *guards.ands, *guards.ors, *guards.prepositions}

        def commonness(word: str) -> tuple[bool, bool, int]:
            return word in frequent, word in known.stop_words, -len(word)

        words: set[str] = set()
        beginnings: set[str] = set()
        signs: set[str] = set()
        every = {spelling for pattern in patterns for spelling in spellings(pattern)}
        for spelling in sorted(every, key=lambda spelling: (len(spelling), spelling)):
            whole, begun = _words(spelling)
            if not words.isdisjoint(whole):
                continue
            if whole:
                words.add(min(reversed(whole), key=commonness))
            elif begun:
                beginnings.add(begun[0])
            else:
                signs.add(next(sign for sign in spelling if sign != OPEN and not sign.isspace()))
        self.words = frozenset(words)
        self._beginnings = tuple(beginnings)
        self._begun = tuple(f" {beginning}" for beginning in beginnings)
        self._signs = frozenset(signs)
        self._any_sign = seldom("|".join(map(re.escape, signs)) or "(?!)")

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of a text may hold a match, however it is folded; False means that it holds none, nor does
        any part of it whose ends cut no word.
        """
        if start >= end:
            return False
        for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1):
            places = _places(self, text, block)
            if places:
                first = bisect_left(places, start - _LONGEST)
                if first < len(places) and places[first] < end:
                    return True
        return False

    def may_stand_in(self, text: str) -> bool:
        """The same of a short text that is folded already."""
        part = _part(text, 0, len(text))
        some = not self.words.isdisjoint(part.words) or any(begun in part.begun for begun in self._begun)
        return some or (bool(self._signs) and self._any_sign.search(text) is not None)

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where one of them may begin in a stretch of a text, and code points of which folding may make another."""
        part = _part(text, start, end)
        found = [place.start() for place in _SPECIAL.finditer(text, start, end)] if part.is_special else []
        for word in (*(self.words & part.words), *(begun[1:] for begun in self._begun if begun in part.begun)):
            found += [start + place for place in occurrences(part.listed, word)]
        if self._signs:
            found += [sign.start() for sign in self._any_sign.finditer(text, start, end)]
        return sorted(found)


@lru_cache(maxsize=1 << 6)  # of facts that stand beside each other: each keeps its article at hand
def _places(telltales: Telltales, text: str, block: int) -> list[int]:
    start = block * _BLOCK
    return telltales.places(text, start, start + _BLOCK + _LONGEST)


class _Part(NamedTuple):
    """A stretch of a text as tables list words, which leaves every code point in its place; its words; the same one
    after the other, a space before each; whether it holds what is not plain.
    """

    listed: str
    words: frozenset[str]
    begun: str
    is_special: bool


@lru_cache(maxsize=1 << 8)
def _part(text: str, start: int, end: int) -> _Part:
    part = text[start:end]
    listed = as_listed(part)
    words = listed_words(part)
    return _Part(
        listed, frozenset(words), f" {' '.join(words)}", not part.isascii() and _SPECIAL.search(part) is not None
    )


def _words(spelling: str) -> tuple[list[str], list[str]]:
    """The words of a spelling that are written whole, and beginnings of others."""
    whole: list[str] = []
    begun: list[str] = []
    for run in _LETTERS.finditer(spelling):
        if spelling[run.start() - 1 : run.start()] != OPEN:
            (begun if spelling[run.end() :].startswith(OPEN) else whole).append(run[0])
    return whole, begun
