"""A number as it is written at a place of a folded text, in figures or in words: its exact value, never a guess.

The grammar is small on purpose: what does not parse completely is text. Figures: groups of three, a decimal mark, the
fractions of Unicode and such as 3/4, mixed numbers. Words: those of the language's tables, as in two hundred and five,
one million two hundred thousand, two and a half, three quarters, two point five. A last scale word is kept apart, so
that 15 of “15 billion” can be told from 15.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from citedeck.languages import Values, language
from citedeck.languages.words import as_listed
from citedeck.seldom import seldom

_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_SLASHED = r"[1-9][0-9]?[/⁄∕](?:10|12|16|20|32|64|100|[2-9])(?![0-9/⁄∕])"
_PART = re.compile(rf"(?P<space> ?)(?:(?P<vulgar>[{_VULGAR}])|(?P<slashed>{_SLASHED}))")
_LARGEST_DENOMINATOR = 10
LONGEST = 4_000
"""Figures from which on nothing is a number: Python reads none of many more."""


class Numeral(NamedTuple):
    """A number: `value` before its scale word, where it ends, the scale, and where that ends.

    `zeros` counts those at the end of the decimals: 1.10 is not 1.1, it may be a version or a precision.
    """

    value: Fraction
    end: int
    zeros: int = 0
    scale: int = 1
    scale_end: int = 0

    @property
    def whole_end(self) -> int:
        return max(self.end, self.scale_end)


def numeral(text: str, position: int, tag: str) -> Numeral | None:
    """The number that begins at a place of a folded text in the language of a BCP 47 tag; None if none can be read."""
    grammar = grammar_of(tag)
    return grammar.number(text, position) if grammar else None


def alternation(words: Iterable[str]) -> str:
    """Words as a pattern, the longest first; without words, one that matches nothing. Those with one first letter stand
    together, so that it is looked at once for all of them.
    """
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        alike[word[0].casefold()].append(word)
    return "|".join(map(_alike, alike.values())) or "(?!)"


def _alike(words: list[str]) -> str:
    """Words as a pattern, in their order, whose first letters differ in case at most."""
    first = words[0][0]
    if len(words) == 1 or any(word[0] != first for word in words):
        return "|".join(map(re.escape, words))
    return f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in words)})"


@lru_cache(maxsize=64)
def grammar_of(tag: str) -> Grammar | None:
    """The grammar of a language's numbers; None for one whose numbers are not known."""
    values = language(tag).values
    return Grammar(values) if values.numerals else None


class Grammar:
    """How numbers are written in a language, as patterns made of its tables."""

    def __init__(self, values: Values) -> None:
        self._values = values
        mark, groups = re.escape(values.decimal), re.escape(values.groups)
        whole = rf"[0-9]{{1,3}}(?:(?P<by>[{groups}])[0-9]{{3}}(?:(?P=by)[0-9]{{3}})*)(?![0-9])|[0-9]+"
        self._figures = re.compile(rf"(?:(?P<whole>{whole})(?:{mark}(?P<decimals>[0-9]+))?|{mark}(?P<only>[0-9]+))")
        one, joiners = alternation(values.one), alternation(values.joiners)
        counting = alternation([*values.numerals, *values.hundred])
        scales, parts = alternation(values.scales), alternation(values.fractions)
        word = rf"(?:{counting}|{scales})(?![^\W_])"
        self._run = seldom(
            rf"(?:(?:{one})[ -](?=(?:{alternation([*values.hundred, *values.scales])})(?![^\W_]))|(?={counting}))"
            rf"(?:{word})(?:[ -](?:(?:{joiners}) )?{word})*",
            re.IGNORECASE,
        )
        self._sizes = {**values.scales, **dict.fromkeys(values.hundred, 100)}
        sizes = alternation(self._sizes)
        self._scale = seldom(rf"[ -]?({sizes})(?![^\W_])(?:[ -]({sizes})(?![^\W_]))?", re.IGNORECASE)
        self._one_part = seldom(
            rf"(?:(?P<half>(?:(?:{one})[ -])?(?:{alternation(_halves(values))}))"
            rf"|(?:{one})[ -](?P<part>{parts})(?= of(?![^\W_])|\Z))(?![^\W_])",
            re.IGNORECASE,
        )
        self._parts = seldom(rf"[ -]({parts})(?![^\W_])", re.IGNORECASE)
        numerals = alternation(values.numerals)
        self._mixed = seldom(
            rf" (?:{joiners}) (?:(?:{one})[ -]|(?P<count>{numerals})[ -])?(?P<part>{parts})(?![^\W_])", re.IGNORECASE
        )
        self._of_scale = seldom(rf" (?:of )?(?:{one}) ({scales})(?![^\W_])", re.IGNORECASE)
        digits = alternation(word for word, number in values.numerals.items() if number < 10)
        self._pointed = seldom(rf" (?:{alternation(values.point)}) ((?:{digits})(?: (?:{digits}))*)(?![^\W_])", re.I)
        self._word = re.compile(r"[^\W\d_]+")

    def number(self, text: str, position: int) -> Numeral | None:
        found = self._in_figures(text, position) or self._in_words(text, position)
        return self._scaled(text, found) if found and found.scale == 1 else found

    def _in_figures(self, text: str, position: int) -> Numeral | None:
        part = _part_of_one(text, position, spaced=False)
        if part:
            return part
        found = self._figures.match(text, position)
        if found is None:
            return None
        whole, decimals = found["whole"] or "0", found["decimals"] or found["only"] or ""
        whole = whole if whole.isdecimal() else re.sub(r"[^0-9]", "", whole)
        if (len(whole) > 1 and whole[0] == "0") or len(whole) + len(decimals) > LONGEST:
            return None
        if decimals:
            value = Fraction(int(whole + decimals), 10 ** len(decimals))
            return Numeral(value, found.end(), zeros=len(decimals) - len(decimals.rstrip("0")))
        number = Numeral(Fraction(int(whole)), found.end())
        return self._with_part(text, number, _part_of_one(text, number.end, spaced=True))

    def _in_words(self, text: str, position: int) -> Numeral | None:
        part = self._one_part.match(text, position)
        if part:
            parts = 2 if part["half"] else self._values.fractions[as_listed(part["part"])]
            return self._of_a_scale(text, Numeral(Fraction(1, parts), part.end()))
        run = self._run.match(text, position)
        number = self._longest(text, run) if run else None
        if number is None or number.scale > 1:
            return number
        parts_after = self._parts.match(text, number.end)
        if parts_after and 1 <= number.value < self._values.fractions[as_listed(parts_after[1])]:
            value = number.value / self._values.fractions[as_listed(parts_after[1])]
            return self._of_a_scale(text, Numeral(value, parts_after.end()))
        pointed = self._pointed.match(text, number.end) if self._values.point else None
        if pointed:
            digits = "".join(str(self._values.numerals[as_listed(word)]) for word in pointed[1].split(" "))
            zeros = len(digits) - len(digits.rstrip("0"))
            return Numeral(number.value + Fraction(int(digits), 10 ** len(digits)), pointed.end(), zeros)
        return self._with_part(text, number, None)

    def _with_part(self, text: str, number: Numeral, part: Numeral | None) -> Numeral:
        """A mixed number: 3½, 3 1/2, two and a half."""
        if part is None:
            found = self._mixed.match(text, number.end)
            if found is None:
                return number
            count = self._values.numerals[as_listed(found["count"])] if found["count"] else 1
            part = Numeral(Fraction(count, self._values.fractions[as_listed(found["part"])]), found.end())
        return Numeral(number.value + part.value, part.end) if part.value < 1 else number

    def _of_a_scale(self, text: str, number: Numeral) -> Numeral:
        """Half a million, a quarter of a million"""
        found = self._of_scale.match(text, number.end)
        return (
            number._replace(scale=self._values.scales[as_listed(found[1])], scale_end=found.end()) if found else number
        )

    def _scaled(self, text: str, number: Numeral) -> Numeral:
        found = self._scale.match(text, number.end)
        if found is None:
            return number
        scale = self._sizes[as_listed(found[1])] * self._sizes.get(as_listed(found[2] or ""), 1)
        return number._replace(scale=scale, scale_end=found.end())

    def _longest(self, text: str, run: re.Match[str]) -> Numeral | None:
        """The longest beginning of a run of number words that is one number, and not followed by “hundred”."""
        words = [
            (as_listed(word[0]), word.start(), word.end()) for word in self._word.finditer(text, run.start(), run.end())
        ]
        for count in range(len(words), 0, -1):
            if count < len(words) and words[count][0] in (*self._values.hundred, *self._values.scales):
                continue
            number = self._sum([word for word, _, _ in words[:count]])
            if number is None:
                continue
            value, scale, scale_words = number
            end = words[count - 1][2]
            return Numeral(value, words[count - 1 - scale_words][2], scale=scale, scale_end=end if scale_words else 0)
        return None

    def _sum(self, words: list[str]) -> tuple[Fraction, int, int] | None:
        """The value of number words, and its scale where they are one count and a scale word: three million."""
        total, chunk, last_scale, after_and = 0, None, None, False
        if words[0] in self._values.one and words[0] not in self._values.numerals:
            words, chunk = words[1:], 1
        scale_words = 0
        for index, word in enumerate(words):
            size = self._values.numerals.get(word)
            scale_words = 0
            if size is not None:
                if not _fits(chunk, size):
                    return None
                chunk, after_and = (chunk or 0) + size, False
            elif word in self._values.hundred and chunk and chunk < 100 and not after_and:
                chunk *= 100
            elif (
                word in self._values.scales and chunk and (last_scale is None or self._values.scales[word] < last_scale)
            ):
                last_scale = self._values.scales[word]
                if index == len(words) - 1 and not total:
                    return Fraction(chunk), last_scale, 1
                total, chunk = total + chunk * last_scale, None
            elif word in self._values.joiners and index and index < len(words) - 1 and (chunk or 100) % 100 == 0:
                after_and = True
            else:
                return None
        return Fraction(total + (chunk or 0)), 1, scale_words


def _halves(values: Values) -> list[str]:
    return [word for word, parts in values.fractions.items() if parts == 2]


def _fits(chunk: int | None, size: int) -> bool:
    """Whether a number word can follow: five after twenty or two hundred, not after twelve."""
    if chunk is None or (chunk >= 100 and chunk % 100 == 0):
        return True
    return 0 < size < 10 and chunk % 10 == 0 and chunk % 100 >= 20


def _part_of_one(text: str, position: int, spaced: bool) -> Numeral | None:
    """½, 3/4; with a space before it where it follows a whole number."""
    found = _PART.match(text, position)
    if found is None or (found["space"] and not spaced):
        return None
    if found["vulgar"]:
        value = Fraction(unicodedata.numeric(found["vulgar"])).limit_denominator(_LARGEST_DENOMINATOR)
        return Numeral(value, found.end())
    if spaced and not found["space"]:
        return None
    over, under = map(int, re.split("[/⁄∕]", found["slashed"]))
    return Numeral(Fraction(over, under), found.end()) if over < under else None
