"""Every place where a text holds another, found fast also where a long text is searched again and again."""

from __future__ import annotations

import re
import sys
from array import array
from collections import Counter
from collections.abc import Iterator

_WORD = re.compile(r"\w+")
_LONG = 5_000  # code points; a shorter text is searched as fast as anything is looked up
_VERY_LONG = 50_000  # code points; a shorter text is searched faster than all of its words are indexed
_MANY = 20  # searches, from which on it pays to count words
_NEAR = 10_000  # code points from the last place found in which the next one is looked for first
_FEW_WORDS = 6
_VERY_MANY = 50  # searches, from which on an index pays


def occurrences(text: str, needle: str, first: int = 0, last: int = sys.maxsize) -> Iterator[int]:
    """Every start of a needle in a stretch of a text, overlapping ones too; an empty needle has none."""
    start = text.find(needle, first, last) if needle else -1
    while start >= 0:
        yield start
        start = text.find(needle, start + 1, last)


class Searched:
    """A text that is searched again and again. After many searches of a long one, by its words: what holds a word that
    the text has once stands nowhere else, and of what is left, the rarest word tells where it may stand.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._searches = 0
        self._last = 0
        self._counts: Counter[str] = Counter()
        self._places: dict[str, array[int]] = {}

    def only_place(self, needle: str) -> int:
        """Where a needle stands, if it is seen at once that it stands nowhere else; else -1."""
        self._searches += 1
        if len(self._text) < _LONG or self._searches < _MANY or not self._stands_once_at_most(needle):
            return -1
        # mostly behind the last one, as facts follow their article
        start = self._text.find(needle, self._last, self._last + len(needle) + _NEAR)
        self._last = max(start, self._last)
        return start

    def occurrences(self, needle: str) -> Iterator[int]:
        """As the function of this name."""
        start = self.only_place(needle)
        if start >= 0:
            return iter((start,))
        if len(self._text) < _VERY_LONG or self._searches < _VERY_MANY:
            return occurrences(self._text, needle)
        return self._indexed(needle)

    def _stands_once_at_most(self, needle: str) -> bool:
        """Whether the text has a word of the needle once, by the spaces around it; these stand in the needle too. The
        first words mostly tell.
        """
        if not self._counts:
            self._counts.update(self._text.split(" "))
        few = needle.split(" ", _FEW_WORDS)[1:-1]
        return 1 in map(self._counts.get, few) or 1 in map(self._counts.get, needle.split(" ")[_FEW_WORDS:-1])

    def _indexed(self, needle: str) -> Iterator[int]:
        # a word within the needle is the same word of the text: what stands beside it there stands beside it here
        inner = [word for word in _WORD.finditer(needle) if word.start() > 0 and word.end() < len(needle)]
        if not inner:
            yield from occurrences(self._text, needle)
            return
        if not self._places:
            self._index()
        rarest = min(inner, key=lambda word: len(self._places.get(word[0], ())))
        for place in self._places.get(rarest[0], ()):
            start = place - rarest.start()
            if start >= 0 and self._text.startswith(needle, start):
                yield start

    def _index(self) -> None:
        for word in _WORD.finditer(self._text):
            self._places.setdefault(word[0], array("I")).append(word.start())
