"""What became of quotes that no longer stand in their source: where they moved, or what they were reworded to.

A proposal is only ever a citation with which the fact is accepted, by the same rules as any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from citedeck.matching.anchor import Ambiguous, Haystack, NotFound
from citedeck.matching.answer import spot
from citedeck.matching.occurrences import occurrences
from citedeck.matching.tokens import stands_whole
from citedeck.model import (
    Citation,
    Entry,
    Passage,
    Proof,
    Source,
    answers,
)
from citedeck.verify.context import in_its_place
from citedeck.verify.locating import accepted, locate
from citedeck.verify.proving import prove

if TYPE_CHECKING:
    from citedeck.matching.fitting import Fit
    from citedeck.matching.nearest import Near

_LEAST_ALIKE = 0.6  # of the words; a passage that shares fewer is another one
_MOST_LINES = 3


def settled(entry: Entry, haystack: Haystack) -> Citation | None:
    """The citation with which a fact is accepted: its own, or one with the prefix or suffix of the only place that
    proves it; None if the answer does not tell which place is meant.
    """
    if accepted(entry, haystack):
        return entry.citation
    found = locate(entry, haystack)
    if sum(not isinstance(one, Passage) for one in found) != 1:
        return None
    places = next(_places(one) for one in found if not isinstance(one, Passage))
    proving = [
        place
        for place in places
        if isinstance(prove(entry, tuple(one if isinstance(one, Passage) else place for one in found)), Proof)
    ]
    citation = in_its_place(entry.citation, proving[0], places) if len(proving) == 1 else None
    return citation if citation and accepted(replace(entry, citation=citation), haystack) else None


def _places(found: NotFound | Ambiguous) -> Sequence[Passage]:
    return found.passages if isinstance(found, Ambiguous) else found.elsewhere


def rewordings(entry: Entry, haystack: Haystack, nears: Mapping[int, list[Near]]) -> Iterator[dict[int, Fit]]:
    """What may stand for each missing quote, by its index, so that with all of it the answer is proved; the nearest
    passages before those less near.
    """
    fits = {index: _fits(found) for index, found in nears.items()}
    for rank in range(max(map(len, fits.values()), default=0)):
        chosen = {index: found[min(rank, len(found) - 1)] for index, found in fits.items() if found}
        if len(chosen) == len(fits) and proves(entry, haystack, chosen):
            yield chosen


def proves(entry: Entry, haystack: Haystack, fits: Mapping[int, Fit]) -> bool:
    """Whether the answer is proved with what may stand for quotes, by their index. Of a cloze it is only asked whether
    its answers are there: what its text would be is for its author to say.
    """
    if entry.citation.quotes:
        return settled(requoted(entry, {index: found.quote for index, found in fits.items()}), haystack) is not None
    passages = tuple(found.passage for found in fits.values())
    return all(spot(answer, passages) for answer in answers(entry.question))


def requoted(entry: Entry, quotes: Mapping[int, str]) -> Entry:
    """A fact with other quotes, by their index."""
    new = (quote.with_value(quotes.get(index, quote)) for index, quote in enumerate(entry.citation.quotes))
    return replace(entry, citation=replace(entry.citation, quotes=tuple(new)))


def lines_of(answer: str, source: Source) -> list[int]:
    """The first lines of a source on which an answer stands as it is written."""
    starts = (start for start in occurrences(source.text, answer) if stands_whole(source, start, start + len(answer)))
    return list(dict.fromkeys(map(source.line, islice(starts, _MOST_LINES))))


def _fits(nears: list[Near]) -> list[Fit]:
    alike = (near.fit for near in nears if near.fit.likeness >= _LEAST_ALIKE)
    return sorted(alike, key=lambda one: -one.likeness)
