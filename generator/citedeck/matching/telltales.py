"""A quick look for what patterns may match: words one of which stands in every match, found once in each text.

Most texts hold none of the words that deny or qualify; then nothing else need be asked of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import NamedTuple, Protocol

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
_BESIDE = 64  # code points beside a block that are looked at with it: more than a telltale, or one and its next word


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
        return stands(self, text, start, end)

    def may_stand_in(self, text: str) -> bool:
        """The same of a short text that is folded already."""
        part = part_of(text, 0, len(text))
        some = not self.words.isdisjoint(part.words) or any(begun in part.running for begun in self._begun)
        return some or (bool(self._signs) and self._any_sign.search(text) is not None)

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where one of them may begin in a stretch of a text, and code points of which folding may make another."""
        part = part_of(text, start, end)
        found = [start + place for word in self.words & part.words for place in part.places(word)]
        found += part.special
        for begun in self._begun:
            if begun in part.running:
                found += [start + place for place in occurrences(part.listed, begun[1:])]
        if self._signs:
            found += [sign.start() for sign in self._any_sign.finditer(text, start, end)]
        return sorted(found)


class Watch(Hashable, Protocol):
    """What is looked out for in a text, by its places in a stretch of it, in their order."""

    def places(self, text: str, start: int, end: int) -> list[int]: ...


def stands(watch: Watch, text: str, start: int, end: int) -> bool:
    """Whether anything that is looked out for may stand in a stretch of a text, or reach into it."""
    if start >= end:
        return False
    for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1):
        places = _places(watch, text, block)
        if places:
            first = bisect_left(places, start - _LONGEST)
            if first < len(places) and places[first] < end:
                return True
    return False


@lru_cache(maxsize=1 << 7)  # of facts that stand beside each other: each keeps its article at hand
def _places(watch: Watch, text: str, block: int) -> list[int]:
    start = block * _BLOCK
    return watch.places(text, max(0, start - _BESIDE), start + _BLOCK + _BESIDE)


class Part(NamedTuple):
    """A stretch of a text as tables list words, which leaves every code point in its place; its words; the same one
    after the other, a space around each; where what is not plain stands in the text.
    """

    listed: str
    words: frozenset[str]
    running: str
    special: list[int]

    def holds(self, phrase: str) -> bool:
        """Whether a text holds the words of a phrase one after the other."""
        words = phrase.split()
        return self.words.issuperset(words) and (len(words) == 1 or f" {' '.join(words)} " in self.running)

    def places(self, word: str) -> list[int]:
        """Where a word stands whole."""
        listed, long = self.listed, len(word)
        return [
            place
            for place in occurrences(listed, word)
            if not (listed[place - 1 : place].isalpha() or listed[place + long : place + long + 1].isalpha())
        ]


@lru_cache(maxsize=1 << 8)
def part_of(text: str, start: int, end: int) -> Part:
    part = text[start:end]
    words = listed_words(part)
    special = [] if part.isascii() else [place.start() for place in _SPECIAL.finditer(text, start, end)]
    return Part(as_listed(part), frozenset(words), f" {' '.join(words)} ", special)


def _words(spelling: str) -> tuple[list[str], list[str]]:
    """The words of a spelling that are written whole, and beginnings of others."""
    whole: list[str] = []
    begun: list[str] = []
    for run in _LETTERS.finditer(spelling):
        if spelling[run.start() - 1 : run.start()] != OPEN:
            (begun if spelling[run.end() :].startswith(OPEN) else whole).append(run[0])
    return whole, begun
