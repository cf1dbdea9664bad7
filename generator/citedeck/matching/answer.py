"""Whether an answer stands in a passage, at which level, and on which spots.

The levels are verbatim, folded and value. A list is several answers on spots of their own, a cloze one long answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from citedeck.frozen import frozen
from citedeck.languages import language
from citedeck.matching.folding import fold_case, folded_case
from citedeck.matching.occurrences import occurrences
from citedeck.matching.standing import value_stretches
from citedeck.matching.tokens import bounded, stands_whole
from citedeck.matching.units import same_units
from citedeck.model import Level, Passage, Source

OUTER = " \"'.,;:!?¡¿()[]{}。、，；：！？「」『』（）《》"
"""What may stand around an answer without being a part of it."""

NO_ARTICLES = ("a few", "a little")
"""Phrases that begin with no article."""

_NO_ARTICLE = re.compile(rf"(?:{'|'.join(NO_ARTICLES)})\b")
_NAMED_SIGNS = "%#&@"
_JOINED = re.compile(r"[-\u2010\u2011]([^\W\d_]+)")
_REACH = 80  # code points before a value that can tell whether it is cut
_WORDS = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_MOST_STEPS = 10_000
_LONGEST_ARTICLE = 8  # code points; no article of a language has more


@frozen
class Spot:
    """Where an answer stands in a source, half-open, and at which level it was found."""

    start: int
    end: int
    level: Level

    def overlaps(self, other: Spot) -> bool:
        return self.start < other.end and other.start < self.end


def spot(answer: str, passages: tuple[Passage, ...]) -> tuple[Passage, Spot] | None:
    """The first passage that holds the answer whole, and the strictest spot there."""
    return next(all_spots(answer, passages), None)


def all_spots(answer: str, passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, Spot]]:
    """Every spot of several passages where an answer stands, with its passage; in each, those of the strictest level
    first.
    """
    for passage in passages:
        if says_something(answer, passage.source.language):
            for level in LEVELS:
                for found in level(answer, passage):
                    yield passage, found


def verbatim(answer: str, passage: Passage, begin: int) -> Spot | None:
    """The first spot from a place on where an answer stands as it is, token-bounded."""
    exact = answer.strip()
    start = first_place(exact, passage, begin)
    return Spot(start, start + len(exact), "verbatim") if start >= 0 else None


def first_place(exact: str, passage: Passage, begin: int) -> int:
    """The same of an answer without white space around it: where it starts, or -1."""
    source, end = passage.source, passage.end
    text = source.text
    start = text.find(exact, begin, end) if exact else -1
    while start >= 0 and not bounded(text, start, start + len(exact), source.language):
        start = text.find(exact, start + 1, end)
    return start


def _verbatim(answer: str, passage: Passage) -> Iterator[Spot]:
    """The answer as it stands, token-bounded."""
    found = verbatim(answer, passage, passage.start)
    while found:
        yield found
        found = verbatim(answer, passage, found.start + 1)


def _folded(answer: str, passage: Passage) -> Iterator[Spot]:
    """The same after folding and casefold, outer punctuation and one leading article off."""
    source, needle = passage.source, bare(answer, passage.source.language)
    if not says_something(needle, source.language):
        return
    if needle in language(source.language).values.fractions and folded_case(answer) != needle:
        return  # a third is no third place
    text = fold_case(passage.text)
    for offset in occurrences(text.text, needle):
        if not text.whole(offset, offset + len(needle)):
            continue
        start, end = (passage.start + place for place in text.original(offset, offset + len(needle)))
        there = source.text[start:end]
        if not stands_whole(source, start, end) or not same_units(answer, there):
            continue
        if not _is_another_word(answer, there, source.language):
            yield Spot(start, end, "folded")


def _is_another_word(answer: str, there: str, tag: str) -> bool:
    """Whether capitals alone tell a word from another: US is not us."""
    stop_words = language(tag).stop_words
    pairs = zip(reversed(_WORDS.findall(answer)), reversed(_WORDS.findall(there)), strict=False)
    ordered = (sorted(pair, key=str.isupper) for pair in pairs)
    return len(_WORDS.findall(there)) == 1 and any(
        other.isupper() and len(other) > 1 and one.islower() and one in stop_words for one, other in ordered
    )


def _value(answer: str, passage: Passage) -> Iterator[Spot]:
    """The same quantity or date, or a date cut short, with the answer's other words right beside it."""
    for (start, end), hull in value_stretches(answer, passage):
        inside = passage.start <= start and end <= passage.end and is_whole_value(passage.source, *hull)
        if inside and same_units(answer, passage.source.text[start:end]):
            yield Spot(start, end, "value")


def is_whole_value(source: Source, start: int, end: int) -> bool:
    """Whether a value is made of whole tokens. It may count what a hyphen joins to it: the 24 of 24-yard."""
    joined = _JOINED.match(source.text, end)
    values = language(source.language).values
    no_noun = (*values.no_nouns, *values.ranges, *values.joiners, *values.numerals, *values.ordinals)
    if joined and joined[1].casefold() not in no_noun:
        begin = max(0, start - _REACH)
        return bounded(source.text[begin:end], start - begin, end - begin, source.language)
    return stands_whole(source, start, end)


LEVELS: tuple[Callable[[str, Passage], Iterator[Spot]], ...] = (_verbatim, _folded, _value)
"""What counts as standing there, the strictest first."""


def says_something(answer: str, tag: str = "en") -> bool:
    """Whether there is more to an answer than punctuation or an article; signs that have a name are more."""
    if len(answer) > _LONGEST_ARTICLE and answer[0].isalnum() and answer[-1].isalnum():
        return True
    named = answer[:1].isalnum() or any(
        sign in _NAMED_SIGNS or unicodedata.category(sign)[0] not in "PZC" for sign in answer
    )
    words = answer.strip()
    return named and not (words.casefold() in language(tag).articles and words.upper() != words)


@lru_cache(maxsize=1 << 13)  # a quote or an answer is looked at again and again, for several facts
def bare(answer: str, tag: str = "en") -> str:
    """An answer as the folded level compares it, in the language of a BCP 47 tag."""
    return without_article(without_outer(folded_case(answer)), tag)


def without_outer(needle: str) -> str:
    """A folded answer without the punctuation around it."""
    needle = needle.rstrip(OUTER)
    while needle and needle[0] in OUTER and not re.match(r"\.\d", needle):
        needle = needle[1:]
    return needle


def without_article(needle: str, tag: str) -> str:
    """The same without its article, if anything is left of it: “a few” is no article and a noun."""
    known = _glued(tag)
    if not needle.startswith(known) or _NO_ARTICLE.match(needle):
        return needle
    for glued in known:
        if needle.startswith(glued) and needle.removeprefix(glued).strip():
            return needle.removeprefix(glued).lstrip(" \"'")
    return needle


@lru_cache(maxsize=64)
def _glued(tag: str) -> tuple[str, ...]:
    """The articles of a language as they stand before a word."""
    return tuple(article if article.endswith("'") else f"{article} " for article in language(tag).articles)


def separate_spots(offered: Sequence[Sequence[Spot]]) -> list[Spot] | None:
    """A spot for each of several answers out of those it is offered, none overlapping another; None if one has none.

    The answers with the fewest spots choose first; a search that takes too long ends as if it had failed.
    """
    turns = sorted(range(len(offered)), key=lambda index: (len(offered[index]), _shortest(offered[index])))
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


def _shortest(offered: Sequence[Spot]) -> int:
    """For sorting: answers with long spots come before those with short ones."""
    return -min((one.end - one.start for one in offered), default=0)


def ordered_spots(offered: Sequence[Sequence[Spot]]) -> list[Spot] | None:
    """A spot for each of several answers, each after the one before it in the source; None if they do not follow so."""
    chosen: list[Spot] = []
    for spots_of_one in offered:
        end = chosen[-1].end if chosen else 0
        after = [found for found in spots_of_one if found.start >= end]
        if not after:
            return None
        chosen.append(min(after, key=lambda found: found.end))
    return chosen
