"""Whether an answer stands in a passage, at which level, and on which spots.

The levels so far: verbatim and folded; a list is several answers on spots of their own, a cloze one long answer. Values
(numbers and dates written differently) are to come as a further level of `LEVELS`, guards as a further test of a spot.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from citedeck.matching.anchor import occurrences
from citedeck.matching.folding import fold_case, folded_case
from citedeck.matching.tokens import stands_whole
from citedeck.matching.units import same_units
from citedeck.model import Level, Passage

_OUTER = " \"'.,;:!?¡¿()[]{}。、，；：！？「」『』（）《》"
_ARTICLE = re.compile(r"(?:an?|the) (?!few\b|little\b)(?=\S)")
_BARE_ARTICLES = ("a", "an", "An", "the", "The")
_NAMED_SIGNS = "%#&@"
_MOST_STEPS = 10_000


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an answer stands in a source, half-open, and at which level it was found."""

    start: int
    end: int
    level: Level

    def overlaps(self, other: Spot) -> bool:
        return self.start < other.end and other.start < self.end


def spots(answer: str, passage: Passage) -> Iterator[Spot]:
    """Every spot of a passage where an answer stands, those of the strictest level first."""
    if says_something(answer):
        for level in LEVELS:
            yield from level(answer, passage)


def spot(answer: str, passages: tuple[Passage, ...]) -> tuple[Passage, Spot] | None:
    """The first passage that holds the answer whole, and the strictest spot there."""
    found = ((passage, found) for passage in passages for found in spots(answer, passage))
    return next(found, None)


def _verbatim(answer: str, passage: Passage) -> Iterator[Spot]:
    """The answer as it stands, token-bounded."""
    text, exact = passage.text, answer.strip()
    for offset in occurrences(text, exact):
        start = passage.start + offset
        if stands_whole(passage.source, start, start + len(exact)):
            yield Spot(start, start + len(exact), "verbatim")


def _folded(answer: str, passage: Passage) -> Iterator[Spot]:
    """The same after folding and casefold, outer punctuation and one leading article off."""
    needle = bare(answer)
    if not says_something(needle):
        return
    text = fold_case(passage.text)
    for offset in occurrences(text.text, needle):
        if not text.whole(offset, offset + len(needle)):
            continue
        start, end = (passage.start + place for place in text.original(offset, offset + len(needle)))
        if stands_whole(passage.source, start, end) and same_units(answer, passage.source.text[start:end]):
            yield Spot(start, end, "folded")


LEVELS: tuple[Callable[[str, Passage], Iterator[Spot]], ...] = (_verbatim, _folded)
"""What counts as standing there, the strictest first."""


def says_something(answer: str) -> bool:
    """Whether there is more to an answer than punctuation or an article; signs that have a name are more."""
    named = any(sign in _NAMED_SIGNS or unicodedata.category(sign)[0] not in "PZC" for sign in answer)
    return named and answer.strip() not in _BARE_ARTICLES


def bare(answer: str) -> str:
    """An answer as the folded level compares it."""
    needle = folded_case(answer)
    needle = needle.rstrip(_OUTER)
    while needle and needle[0] in _OUTER and not re.match(r"\.\d", needle):
        needle = needle[1:]
    return _ARTICLE.sub("", needle, count=1) if _ARTICLE.match(needle) else needle


def separate_spots(answers: tuple[str, ...], passages: tuple[Passage, ...]) -> list[Spot] | None:
    """A spot for each of several answers, none overlapping another, in the order of the answers; None if one has none.

    The answers with the fewest spots choose first; a search that takes too long ends as if it had failed.
    """
    offered = [[found for passage in passages for found in spots(answer, passage)] for answer in answers]
    turns = sorted(range(len(answers)), key=lambda index: (len(offered[index]), -len(answers[index])))
    left = [iter(offered[turns[0]])]  # for each answer whose turn it is or was, the spots it has not tried
    chosen: list[Spot] = []
    for _ in range(_MOST_STEPS):
        found = next(left[-1], None)
        if found is None:
            left.pop()
            if not left:
                return None
            chosen.pop()
        elif not any(found.overlaps(taken) for taken in chosen):
            chosen.append(found)
            if len(chosen) == len(turns):
                return [chosen[turns.index(index)] for index in range(len(turns))]
            left.append(iter(offered[turns[len(chosen)]]))
    return None


def ordered_spots(answers: tuple[str, ...], passages: tuple[Passage, ...]) -> list[Spot] | None:
    """A spot for each of several answers, each after the one before it in the source; None if they do not follow so."""
    chosen: list[Spot] = []
    for answer in answers:
        end = chosen[-1].end if chosen else 0
        after = [found for passage in passages for found in spots(answer, passage) if found.start >= end]
        if not after:
            return None
        chosen.append(min(after, key=lambda found: found.end))
    return chosen
