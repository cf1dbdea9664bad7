"""The words that may be a part of a value: without them a text has no values but those in figures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from citedeck.languages import language
from citedeck.matching.telltales import Telltales, stands
from citedeck.matching.words_in import first_words, listed_words
from citedeck.model import Source

_WORD = re.compile(r"[^\W\d_]+")


class ValueWords(NamedTuple):
    """Those of a language: one of `dates` stands in every date that is not all in figures (but for centuries), one of
    `numbers` in every number in words, and one of `ordinals` in every ordinal. `every` is all of them.
    """

    dates: frozenset[str]
    numbers: frozenset[str]
    ordinals: frozenset[str]
    every: frozenset[str]


@lru_cache(maxsize=64)
def value_words(tag: str) -> ValueWords:
    """The words of the language of a BCP 47 tag."""
    values = language(tag).values
    eras = (max(reversed(_WORD.findall(era)), key=len) for era in values.eras)
    dates, ordinals = frozenset((*values.months, *eras)), first_words(values.ordinals)
    numbers = first_words((*values.numerals, *values.hundred, *values.scales, *values.fractions))
    return ValueWords(dates, numbers, ordinals, dates | numbers | ordinals)


@lru_cache(maxsize=1 << 4)
def value_words_in(text: str, tag: str) -> frozenset[str]:
    """Those that a folded text has."""
    return value_words(tag).every.intersection(listed_words(text))


def may_be_spelled(source: Source, start: int, end: int) -> bool:
    """Whether a stretch of a source may hold one of them, the plural of a scale, or a century, also cut ones."""
    return stands(_watched(source.language), source.text, start, end)


@lru_cache(maxsize=64)
def _watched(tag: str) -> Telltales:
    known = language(tag)
    sizes = (*known.values.scales, *known.values.hundred)
    every = (*value_words(tag).every, *sizes, *(f"{size}s" for size in sizes))
    compounds = [rf"{re.escape(word)}\w*" for word in known.values.centuries]
    return Telltales([*map(re.escape, every), *compounds], known)
