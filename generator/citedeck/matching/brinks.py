"""Whether patterns may match right before or right after a place: told by the words that stand there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import takewhile

from citedeck.matching.occurrences import occurrences
from citedeck.matching.spellings import OPEN, spellings
from citedeck.matching.telltales import part_of
from citedeck.matching.words_in import listed_words
from citedeck.seldom import seldom

_WORD = re.compile(rf"(?:[^\W\d_]|{OPEN})+")
_AROUND = " ,()[]"


class Brink:
    """The words that patterns end with `before` a place, and those that others begin with `after` it.

    They match whole words, their case ignored. Before the place, words `between` may follow, and a bracket; after it, a
    comma and a bracket may come first.
    """

    def __init__(self, before: Iterable[str], after: Iterable[str], between: Iterable[str]) -> None:
        self._between = frozenset(word for one in between for word in listed_words(one))
        behind = {spelling for pattern in after for spelling in spellings(pattern)}
        ahead = {spelling for pattern in before for spelling in spellings(pattern)}
        self._signs = {spelling for spelling in ahead if not _WORD.search(spelling)}
        self._sign = seldom("|".join(map(re.escape, self._signs)) or "(?!)")
        self._last = _nearest(_words(spelling)[::-1] for spelling in ahead - self._signs)
        self._first = _nearest(_words(spelling) for spelling in behind)
        self._endings = {word: tuple(f" {' '.join(one[::-1])}" for one in told) for word, told in self._last.items()}
        self._beginnings = {word: tuple(f"{' '.join(one)} " for one in told) for word, told in self._first.items()}
        self._beside_last = frozenset((*self._last, *self._between))

    def may_end(self, before: str) -> bool:
        """Whether one of the patterns may match at the end of a text, which is folded or ASCII."""
        nearest = before.rstrip(_AROUND).rpartition(" ")[2]
        if nearest.isalpha() and nearest.isascii() and nearest.lower() not in self._beside_last:
            return OPEN in self._last
        words = listed_words(before)
        while words:
            word = words[-1]
            if word in self._endings and f" {' '.join(words)}".endswith(self._endings[word]):
                return True
            if word not in self._between:
                break
            words.pop()
        return OPEN in self._last or self._sign.search(before) is not None

    def may_begin(self, after: str) -> bool:
        """Whether one of the others may match at the beginning of a text, which is folded or ASCII."""
        nearest = after.lstrip(_AROUND).partition(" ")[0]
        if nearest.isalpha() and nearest.isascii() and nearest.lower() not in self._first:
            return OPEN in self._first
        words = listed_words(after)
        told = self._beginnings.get(words[0]) if words else None
        return OPEN in self._first or (told is not None and f"{' '.join(words)} ".startswith(told))

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where in a stretch of a text words stand of which one is beside any place where one of the patterns matches,
        unless a place or the end of what is looked at cuts a word. So that nothing need be looked for elsewhere.
        """
        part = part_of(text, start, end)
        if OPEN in self._last or OPEN in self._first:
            return [*range(start, end)]
        found = [*part.special, *(place for sign in self._signs for place in occurrences(text, sign, start, end))]
        for word in part.words.intersection(self._endings):
            if any(part.holds(ending) for ending in self._endings[word]):
                found += [start + place for place in part.places(word)]
        for word in part.words.intersection(self._beginnings):
            if any(part.holds(beginning) for beginning in self._beginnings[word]):
                found += [start + place for place in part.places(word)]
        return sorted(found)


_Nearest = Mapping[str, Collection[Sequence[str]]]
"""Words next to a place, each with what stands there: the word itself, and those that are farther away."""


def _nearest(spelled: Iterable[list[str]]) -> _Nearest:
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for nearest, *farther in spelled:
        found[nearest].add((nearest, *takewhile(lambda word: word != OPEN, farther)))
    return found


def _words(spelling: str) -> list[str]:
    """The words of a spelling; `OPEN` for one that is left open, and for signs that it begins with."""
    words = [OPEN if OPEN in found[0] else found[0] for found in _WORD.finditer(spelling)]
    return words if _WORD.match(spelling) else [OPEN, *words]
