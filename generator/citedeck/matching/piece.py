"""A text that must stand in a passage as one piece, and where its parts stand there: what a cloze is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citedeck.frozen import frozen
from citedeck.matching.folding import fold_case
from citedeck.matching.occurrences import occurrences
from citedeck.matching.tokens import stands_whole
from citedeck.matching.units import same_units
from citedeck.model import Passage

Stretch = tuple[int, int]


@frozen
class Piece:
    """Where a text stands in a source, half-open, and where each of its parts does; None for one that is not there."""

    start: int
    end: int
    parts: tuple[Stretch | None, ...]


def piece(text: str, parts: Sequence[Stretch], passage: Passage) -> Piece | None:
    """The text in the passage, token-bounded, as it stands or but for typography and case; and its parts."""
    for start in occurrences(passage.source.text, text, passage.start, passage.end):
        if stands_whole(passage.source, start, start + len(text)):
            return Piece(start, start + len(text), tuple([(start + begin, start + end) for begin, end in parts]))
    whole = (one for one in _folded(text, parts, passage) if stands_whole(passage.source, one.start, one.end))
    return next(whole, None)


def _folded(text: str, parts: Sequence[Stretch], passage: Passage) -> Iterator[Piece]:
    needle, there = fold_case(text), fold_case(passage.text)

    def original(start: int, end: int) -> Stretch | None:
        """Where a stretch of the folded passage stands in the source."""
        if start >= end or not there.whole(start, end):
            return None
        first, last = there.original(start, end)
        return passage.start + first, passage.start + last

    for offset in occurrences(there.text, needle.text):
        whole = original(offset, offset + len(needle.text))
        if whole and same_units(text, passage.source.text[slice(*whole)]):
            within = (needle.stretch(begin, end) for begin, end in parts)
            yield Piece(*whole, tuple(original(offset + begin, offset + end) for begin, end in within))
