"""The paragraphs of a text, and those that share most with a quote: where it pays to look for what is like it."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from heapq import nlargest

_BLOCK = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
_WORD = re.compile(r"\w+")
_LONGEST = 20_000  # code points; a longer paragraph is taken in pieces
_OVERLAP = 6_000  # of its pieces: twice the length of a quote that is compared word for word
_FEW = 200  # windows, which are all looked at
_MOST = 60  # of more, those that share most
_MOST_PLACES = 20_000  # of words that are looked up for a quote, the rarest first


class Windows:
    """The paragraphs of a text; a very long one in pieces that overlap."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [
            (start, min(block.end(), start + _LONGEST + _OVERLAP))
            for block in _BLOCK.finditer(text)
            for start in range(block.start(), block.end(), _LONGEST)
        ]

    def like(self, quote: str) -> list[tuple[int, int]]:
        """Where the windows are that share the most and the rarest words with a quote; all, if there are few or none
        shares a word.
        """
        shared: defaultdict[int, float] = defaultdict(float)
        if len(self._spans) > _FEW:
            for window, weight in self._shared(quote):
                shared[window] += weight
        if not shared:
            return self._spans
        best = nlargest(_MOST, shared.items(), key=lambda found: (found[1], -found[0]))
        return [self._spans[window] for window in sorted(window for window, _ in best)]

    def _shared(self, quote: str) -> Iterator[tuple[int, float]]:
        """The windows of each word of a quote, and what they weigh: a word that stands everywhere tells nothing."""
        looked_up = 0
        words = dict.fromkeys(_WORD.findall(quote.casefold()))
        for windows in sorted((self._places[word] for word in words if word in self._places), key=len):
            looked_up += len(windows)
            if looked_up > max(_MOST_PLACES, len(windows)):
                return
            yield from ((window, 1 / len(windows)) for window in windows)

    @cached_property
    def _places(self) -> dict[str, array[int]]:
        """The windows in which each word stands."""
        places: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for window, (start, end) in enumerate(self._spans):
            for word in set(_WORD.findall(self._text[start:end].casefold())):
                places[word].append(window)
        return dict(places)
