"""Whether patterns may match right before or right after a place: told by the words that stand there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import takewhile

from citedeck.matching.spellings import OPEN, spellings
from citedeck.matching.words_in import listed_words
from citedeck.seldom import seldom

_WORD = re.compile(rf"(?:[^\W\d_]|{OPEN})+")
_AROUND = " ,()[]"
_MOST_WORDS = 4  # beside the nearest, of which the longest is looked for


class Brink:
    """The last word of patterns `before` a place, and the first of patterns `after` it; each with the longest one of
    its pattern.

    They match whole words, their case ignored. Before the place, words `between` may follow, and a bracket; after it, a
    comma and a bracket may come first.
    """

    def __init__(self, before: Iterable[str], after: Iterable[str], between: Iterable[str]) -> None:
        self._between = frozenset(word for one in between for word in listed_words(one))
        behind = {spelling for pattern in after for spelling in spellings(pattern)}
        ahead = {spelling for pattern in before for spelling in spellings(pattern)}
        signs = {spelling for spelling in ahead if not _WORD.search(spelling)}
        self._sign = seldom("|".join(map(re.escape, signs)) or "(?!)")
        self._last = _nearest(_words(spelling)[::-1] for spelling in ahead - signs)
        self._first = _nearest(_words(spelling) for spelling in behind)
        self._beside_last = frozenset((*self._last, *self._between))

    def may_end(self, before: str) -> bool:
        """Whether one of the patterns may match at the end of a text, which is folded or ASCII."""
        nearest = before.rstrip(_AROUND).rpartition(" ")[2]
        if nearest.isalpha() and nearest.isascii() and nearest.lower() not in self._beside_last:
            return OPEN in self._last
        words = listed_words(before)
        while words:
            word = words.pop()
            if _tells(self._last, word, words[-_MOST_WORDS:]):
                return True
            if word not in self._between:
                break
        return OPEN in self._last or self._sign.search(before) is not None

    def may_begin(self, after: str) -> bool:
        """Whether one of the others may match at the beginning of a text, which is folded or ASCII."""
        nearest = after.lstrip(_AROUND).partition(" ")[0]
        if nearest.isalpha() and nearest.isascii() and nearest.lower() not in self._first:
            return OPEN in self._first
        words = listed_words(after)[: _MOST_WORDS + 1]
        return OPEN in self._first or (bool(words) and _tells(self._first, words[0], words[1:]))


_Nearest = Mapping[str, frozenset[str]]
"""Words next to a place, each with others that stand near them; an empty one stands for any, or none."""


def _nearest(spelled: Iterable[list[str]]) -> _Nearest:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for nearest, *farther in spelled:
        known = takewhile(lambda word: word != OPEN, farther[:_MOST_WORDS])
        found[nearest].add(max(known, key=len, default=""))
    return {word: frozenset(others) for word, others in found.items()}


def _tells(nearest: _Nearest, word: str, farther: list[str]) -> bool:
    known = nearest.get(word)
    return known is not None and ("" in known or not known.isdisjoint(farther))


def _words(spelling: str) -> list[str]:
    """The words of a spelling; `OPEN` for one that is left open, and for signs that it begins with."""
    words = [OPEN if OPEN in found[0] else found[0] for found in _WORD.finditer(spelling)]
    return words if _WORD.match(spelling) else [OPEN, *words]
