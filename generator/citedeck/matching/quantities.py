"""Quantities in a folded text: sign, currency, number, scale word, percent or unit, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from citedeck.languages import Values, language
from citedeck.matching.measures import CURRENCY_SIGNS, SYMBOLS, Meanings, dimension
from citedeck.matching.numerals import Numeral, alternation, numeral

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with all that belongs to it. Stretches are half-open, in the folded text.

    `number` counts without the scale word; `unit` holds what the unit may mean, and nothing where there is none.
    """

    start: int
    end: int
    number: Fraction
    figures: Stretch
    zeros: int = 0
    scale: int = 1
    scale_at: Stretch | None = None
    unit: Meanings = frozenset()
    unit_at: tuple[Stretch, ...] = ()
    ordinal: bool = False
    label: bool = False

    @property
    def value(self) -> Fraction:
        return self.number * self.scale

    @property
    def type(self) -> frozenset[str]:
        """What it measures: two quantities with something in common here can be taken for one another."""
        if self.ordinal or self.label:
            return frozenset({"ordinal" if self.ordinal else "label"})
        if self.unit:
            return dimension(self.unit)
        return frozenset({"count" if self.value.denominator == 1 or self.value > 1 else "part"})


def quantities(text: str, tag: str) -> list[Quantity]:
    """Every quantity of a folded text in the language of a BCP 47 tag; none where its numbers are not known."""
    reader = reader_of(tag)
    return [*reader.read(text)] if reader else []


def units_named(text: str, tag: str) -> Meanings:
    """Every unit and currency that a text names, with or without a number: “How many dollars …?”"""
    reader = reader_of(tag)
    return reader.units(text) if reader else frozenset()


def scales_named(text: str, tag: str) -> frozenset[int]:
    """Every scale word of a text by its size."""
    reader = reader_of(tag)
    return reader.scales(text) if reader else frozenset()


@lru_cache(maxsize=64)
def reader_of(tag: str) -> Reader | None:
    """What reads the quantities of a language; None for one whose numbers are not known."""
    values = language(tag).values
    return Reader(tag, values) if values.numerals else None


class Reader:
    """Reads quantities, with the patterns that follow from a language's tables."""

    def __init__(self, tag: str, values: Values) -> None:
        self._tag = tag
        self._values = values
        self._no_names = _unnaming(tag)
        signs, minus = alternation(CURRENCY_SIGNS), alternation(values.minus)
        self._starters = frozenset((*values.numerals, *values.hundred, *values.one, *_halves(values)))
        self._ahead = re.compile(rf"(?:(?i:\b(?:{minus}) )|[-+±])?(?:(?:{signs}) ?)?-?\.?\Z")
        self._sign = re.compile(rf"(?P<minus>-|(?i:(?:{minus}) ))|\+")
        self._currency = re.compile(rf"({signs}) ?")
        self._money_scale = re.compile(rf" ?({alternation(values.money_scales)})(?!\w)")
        self._ordinal = re.compile(rf"({alternation(values.ordinal_endings)})(?!\w)")
        self._ambiguous = {word for word in values.ordinals if word in values.units or word in values.fractions}
        self._counted = re.compile(rf"\b(?:{alternation([*values.one, *values.per, *values.numerals])})[ -]\Z", re.I)
        names, symbols = alternation(values.units), alternation(SYMBOLS)
        raised = rf"(?:(?P<raised>(?i:{alternation(values.squares)})) )?"
        unit = rf"(?:(?P<name>(?i:{names}))|(?P<symbol>{symbols}))(?P<power>[²³])?(?![^\W_]|[²³]|[-/](?=[0-9]))"
        self._unit = re.compile(raised + unit)
        self._per = re.compile(rf" ?/ ?| (?:{alternation(values.per[:1])}) ")
        self._label = re.compile(rf"\b(?:{alternation(values.labels)})\.? ?#?\Z", re.IGNORECASE)
        self._pronoun = re.compile("|".join(values.pronouns), re.IGNORECASE) if values.pronouns else None
        self._range = re.compile(rf" ?- ?| (?:{alternation(values.ranges)}) ", re.IGNORECASE)
        self._scale_word = re.compile(rf"\b({alternation(values.scales)})s?\b", re.IGNORECASE)

    def read(self, text: str) -> Iterator[Quantity]:
        """The quantities from left to right, then the ordinals in words; none overlaps another of its kind."""
        before: Quantity | None = None
        for quantity in self._numbers(text):
            if before is not None:
                yield self._ranged(text, before, quantity)
            before = quantity
        if before is not None:
            yield before
        yield from self._ordinals(text)

    def _numbers(self, text: str) -> Iterator[Quantity]:
        end = 0
        for token in _TOKEN.finditer(text):
            if token.start() < end or not (token["figures"] or token[0].casefold() in self._starters):
                continue
            reach = max(end, token.start() - _LONGEST_SIGNS)
            ahead = self._ahead.search(text, reach, token.start())
            start = ahead.start() if ahead else token.start()
            if _BEGINS.match(text, start):
                quantity, end = self._at(text, start)
                if quantity:
                    yield quantity

    def _ranged(self, text: str, first: Quantity, second: Quantity) -> Quantity:
        """The first number of a range has the scale and unit of the second: from two to three million dollars."""
        plain = not (first.unit or first.ordinal or first.label) and first.scale == 1
        if plain and self._range.fullmatch(text, first.end, second.start):
            return replace(first, scale=second.scale, unit=second.unit)
        return first

    def units(self, text: str) -> Meanings:
        found = (self._meaning(text, unit.end(), unit)[0] for unit in self._bare_units(text))
        signs = (
            CURRENCY_SIGNS[sign[1]] for sign in re.finditer(rf"(?<!\w)({alternation(CURRENCY_SIGNS)})(?!\w)", text)
        )
        return frozenset().union(*found, *signs)

    def scales(self, text: str) -> frozenset[int]:
        return frozenset(self._values.scales[found[1].casefold()] for found in self._scale_word.finditer(text))

    def _bare_units(self, text: str) -> Iterator[re.Match[str]]:
        for word in re.finditer(r"(?<![\w])(?=\S)", text):
            unit = self._unit.match(text, word.start())
            if unit:
                yield unit

    def _at(self, text: str, start: int) -> tuple[Quantity | None, int]:
        """The quantity at a place, if what stands there is one, and where to read on."""
        position, negative = start, False
        currency: Meanings = frozenset()
        currency_at: tuple[Stretch, ...] = ()
        for _ in range(2):
            sign = self._sign.match(text, position)
            if sign and not negative:
                negative, position = bool(sign["minus"]), sign.end()
            money = self._currency.match(text, position)
            if money and not currency:
                currency, currency_at, position = CURRENCY_SIGNS[money[1]], (money.span(1),), money.end()
        number = numeral(text, position, self._tag)
        if number is None:
            return None, position + 1
        after = self._words_after(text, position, number)
        if after or _is_part(text, number) or (self._pronoun and self._pronoun.match(text, position)):
            return None, after or number.whole_end
        quantity = self._whole(text, start, position, number, negative, currency, currency_at)
        joined = text[quantity.end : quantity.end + 1].isalnum()
        return (None if joined else quantity), quantity.end

    def _words_after(self, text: str, position: int, number: Numeral) -> int:
        """Where number words end that follow another as no number does, as in twenty twelve; else 0."""
        end = 0
        while text[position].isalpha() and text[number.whole_end : number.whole_end + 1] in (" ", "-"):
            after = number.whole_end + 1
            found = numeral(text, after, self._tag) if text[after : after + 1].isalpha() else None
            if found is None:
                break
            number, end = found, found.whole_end
        return end

    def _whole(
        self,
        text: str,
        start: int,
        position: int,
        number: Numeral,
        negative: bool,
        currency: Meanings,
        currency_at: tuple[Stretch, ...],
    ) -> Quantity:
        figures_start = start if negative and not currency else position
        quantity = Quantity(
            start,
            number.whole_end,
            -number.value if negative else number.value,
            (figures_start, number.end),
            number.zeros,
            number.scale,
            (number.end, number.scale_end) if number.scale > 1 else None,
            currency,
            currency_at,
        )
        money_scale = self._money_scale.match(text, quantity.end) if currency and number.scale == 1 else None
        if money_scale:
            scale = self._values.money_scales[money_scale[1]]
            quantity = replace(quantity, scale=scale, scale_at=money_scale.span(), end=money_scale.end())
        ending = self._ordinal.match(text, quantity.end) if text[position].isdigit() else None
        if ending:
            return replace(quantity, ordinal=True, end=ending.end(), figures=(position, ending.end()))
        quantity = self._with_unit(text, quantity)
        return replace(quantity, label=True) if self._names(text, quantity) else quantity

    def _names(self, text: str, quantity: Quantity) -> bool:
        """Whether a figure is a name or a part of one: chapter 5, Apollo 11. In 1990, Paris 300: it is not."""
        before = text[max(0, quantity.start - _LONGEST_NAME) : quantity.start]
        if self._label.search(before):
            return True
        plain = not quantity.unit and quantity.scale == 1 and 0 <= quantity.number < _LARGEST_NAME
        named = _CAPITALISED.search(before) if self._values.capitals_name and plain else None
        if named is None or not text[quantity.figures[0]].isdigit():
            return False
        word, ahead = named["word"].casefold(), (named["ahead"] or "").casefold()
        begins = not ahead or ahead[-1] in ".!?:"
        return word not in self._no_names and ahead not in self._values.at and not (begins and word.endswith("ly"))

    def _with_unit(self, text: str, quantity: Quantity) -> Quantity:
        gap = text[quantity.end : quantity.end + 1]
        begin = quantity.end + 1 if gap in (" ", "-") else quantity.end
        unit = self._unit.match(text, begin)
        if unit is None or (begin == quantity.end and text[quantity.end - 1].isalpha()):
            return quantity
        meaning, end = self._meaning(text, unit.end(), unit)
        if quantity.unit and not _is_money(meaning):
            return quantity
        if (
            gap in (" ", "-")
            and unit["symbol"]
            and unit["symbol"].isalpha()
            and len(unit["symbol"]) == 1
            and gap == "-"
        ):
            return quantity
        return replace(
            quantity,
            unit=(quantity.unit & meaning) or meaning,
            unit_at=(*quantity.unit_at, (begin, end)),
            end=end,
        )

    def _meaning(self, text: str, end: int, unit: re.Match[str]) -> tuple[Meanings, int]:
        """What a unit means, with its power and what it is divided by."""
        symbol = (
            self._values.units[unit["name"].casefold()] if unit["name"] else SYMBOLS[unit["symbol"].replace("μ", "µ")]
        )
        power = unit["power"] or self._values.squares.get((unit.groupdict().get("raised") or "").casefold(), "")
        meanings = {f"{symbol}{power}"}
        if symbol == "lb" and unit["name"] and not power:
            meanings.add("GBP")
        per = self._per.match(text, end)
        below = self._unit.match(text, per.end()) if per else None
        if per and below:
            under, end = self._meaning(text, below.end(), below)
            meanings = {_divided(over, one) for over in meanings for one in under}
        return frozenset(meanings), end

    def _ordinals(self, text: str) -> Iterator[Quantity]:
        for word in _COMPOUND.finditer(text):
            name = word[0].casefold()
            name = name if name in self._values.ordinals else name.partition("-")[0]
            number = self._values.ordinals.get(name)
            if number is None or (name in self._ambiguous and self._counted.search(text, *_just_before(word.start()))):
                continue
            end = word.start() + len(name)
            yield Quantity(word.start(), end, Fraction(number), (word.start(), end), ordinal=True)


_TOKEN = re.compile(r"(?P<figures>[0-9¼-¾⅐-⅞])|[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_BEGINS = re.compile(r"(?<![\w.,:/^'])(?<![^\W\d_]-)")
_LONGEST_SIGNS = 12  # code points before a figure: minus US$ -


def _just_before(position: int) -> Stretch:
    return max(0, position - _LONGEST_NAME), position


_CAPITALISED = re.compile(r"(?:(?P<ahead>\S+) )?(?P<word>[A-Z][^\W\d_]+)[ -]\Z")
_LONGEST_NAME = 40
_LARGEST_NAME = 1000

_COMPOUNDS = {("km", "h"): "km/h", ("mi", "h"): "mph", ("m", "s"): "m/s", ("nmi", "h"): "kn"}


def _unnaming(tag: str) -> frozenset[str]:
    """Words that are capitalised where they begin a sentence, and the months."""
    known = language(tag)
    guards = known.guards
    return frozenset((*known.stop_words, *guards.about, *guards.below, *guards.above, *known.values.months))


def _divided(over: str, under: str) -> str:
    return _COMPOUNDS.get((over, under), f"{over}/{under}")


def _halves(values: Values) -> list[str]:
    return [word for word, parts in values.fractions.items() if parts == 2]


def _is_money(meaning: Meanings) -> bool:
    return "money" in dimension(meaning)


_JOINED_AFTER = re.compile(r"[.,:/^'·×]\d|[²³¹⁰-⁹₀-₉]|[×x] ?\d")


def _is_part(text: str, number: Numeral) -> bool:
    """Whether a number is a part of something longer: a version, a time, a power of ten."""
    return _JOINED_AFTER.match(text, number.whole_end) is not None
