"""Quantities in a folded text: sign, currency, number, scale word, percent or unit, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from citedeck.languages import Values, language
from citedeck.languages.words import as_listed
from citedeck.matching.labels import labels_of
from citedeck.matching.measures import CURRENCY_SIGNS, Meanings, dimension
from citedeck.matching.numerals import Numeral, alternation, numeral
from citedeck.matching.ordinals import NAME_AFTER, Ordinals
from citedeck.matching.plain_figures import PlainFigures
from citedeck.matching.quantity import Quantity, Stretch
from citedeck.matching.unit_names import Named, units_of
from citedeck.matching.value_words import value_words, value_words_in
from citedeck.matching.words_in import figures_in
from citedeck.seldom import seldom


def quantities(text: str, tag: str) -> list[Quantity]:
    """Every quantity of a folded text in the language of a BCP 47 tag; none where its numbers are not known."""
    return [one for one in with_unread(text, tag) if not one.unread]


def with_unread(text: str, tag: str, spelled: bool = True) -> list[Quantity]:
    """The same with the number words that no number is read of. No word that may be a part of a value stands in a text
    that is not `spelled`.
    """
    reader = _reader(tag)
    return [*reader.read(text, spelled)] if reader else []


def units_named(text: str, tag: str) -> Meanings:
    """Every unit and currency that a text names, with or without a number: “How many dollars …?”"""
    return units_of(tag).named(text)


def scales_named(text: str, tag: str) -> frozenset[int]:
    """Every scale word of a text by its size."""
    reader = _reader(tag)
    return reader.scales(text) if reader else frozenset()


@lru_cache(maxsize=64)
def _reader(tag: str) -> _Reader | None:
    """What reads the quantities of a language; None for one whose numbers are not known."""
    values = language(tag).values
    return _Reader(tag, values) if values.numerals else None


class _Reader:
    """Reads quantities, with the patterns that follow from a language's tables."""

    def __init__(self, tag: str, values: Values) -> None:
        self._tag = tag
        self._values = values
        self._units = units_of(tag)
        self._labels = labels_of(tag)
        self._plain = PlainFigures(values)
        self._ordinals = Ordinals(tag, values)
        signs, minus = alternation(CURRENCY_SIGNS), alternation(values.minus)
        halves = (word for word, parts in values.fractions.items() if parts == 2)
        self._words = value_words(tag)
        self._starters = frozenset((*values.numerals, *values.hundred, *values.one, *halves))
        self._ahead = seldom(rf"(?:(?i:\b(?:{minus}) )|[-+±])?(?:(?:{signs}) ?)?-?\.?\Z")
        self._sign_ends = tuple(f"{sign}{space}" for sign in CURRENCY_SIGNS for space in ("", " ")) + tuple("-+±.")
        self._minus_ends = tuple(f"{word} " for word in values.minus)
        self._sign = seldom(rf"(?P<minus>-|(?i:(?:{minus}) ))|\+")
        self._currency = seldom(rf"({signs}) ?")
        self._money_scale = seldom(rf" ?({alternation(values.money_scales)})(?!\w)")
        self._ordinal = seldom(rf"({alternation(values.ordinal_endings)})(?!\w)")
        self._of_one = seldom(rf" (?:of )?(?:{alternation(values.one)}) ", re.IGNORECASE)
        self._pronoun = seldom("|".join(values.pronouns) or "(?!)", re.IGNORECASE)
        self._range = seldom(rf" ?- ?|[- ]{{1,2}}(?:{alternation(values.ranges)})[ -]", re.IGNORECASE)
        self._longest_range = max((len(word) for word in values.ranges), default=0) + 3
        self._no_noun = seldom(rf"-(?:{alternation([*values.no_nouns, *values.ordinals])})(?![^\W_])", re.IGNORECASE)
        self._scale_word = seldom(rf"\b({alternation(values.scales)})s?\b", re.IGNORECASE)

    def read(self, text: str, spelled: bool) -> Iterator[Quantity]:
        """The quantities from left to right, then the ordinals in words; none overlaps another of its kind."""
        before: Quantity | None = None
        for quantity in self._numbers(text, spelled):
            current = quantity
            if before is not None:
                if quantity.start - before.end <= self._longest_range:
                    before, current = self._ranged(text, before, quantity)
                yield before
            before = current
        if before is not None:
            yield before
        if spelled:
            yield from self._ordinals.read(text)

    def scales(self, text: str) -> frozenset[int]:
        """Every scale word of a text by its size."""
        return frozenset(self._values.scales[as_listed(found[1])] for found in self._scale_word.finditer(text))

    def _numbers(self, text: str, spelled: bool) -> Iterator[Quantity]:
        end = 0
        for begin in self._starts(text, spelled):
            if begin < end:
                continue
            if plain := self._plainly(text, begin):
                end = plain.end
                yield plain
                continue
            reach = max(end, begin - _LONGEST_SIGNS)
            signed = self._may_be_signed(text, reach, begin)
            ahead = self._ahead.search(text, reach, begin) if signed else None
            start = ahead.start() if ahead else begin
            start += text[start] in "-+" and text[start - 1 : start].isalnum()  # the hyphen of $5-$10 is no minus
            if _BEGINS.match(text, start):
                quantity, end = self._at(text, start)
                if quantity:
                    yield quantity

    def _starts(self, text: str, spelled: bool) -> list[int]:
        """Where numbers may begin: with figures, or with a word."""
        starts = [start for start, _ in figures_in(text)]
        if not spelled or self._words.numbers.isdisjoint(value_words_in(text, self._tag)):
            return starts
        words = [word.start() for word in _WORD.finditer(text) if as_listed(word[0]) in self._starters]
        return sorted(starts + words)

    def _plainly(self, text: str, start: int) -> Quantity | None:
        """The quantity at a place, if it is plain figures and nothing but a unit belongs to them."""
        plain = self._plain.at(text, start)
        if plain is None:
            return None
        number, end, may_be_measured = plain
        unit = self._units.at(text, end + 1) if may_be_measured else None
        if unit is None:
            return Quantity(start, end, Fraction(number), (start, end))
        if text[unit.end : unit.end + 1].isalnum():
            return None
        unit_at = ((end + 1, unit.end),)
        return Quantity(start, unit.end, Fraction(number), (start, end), unit=unit.meanings, unit_at=unit_at)

    def _may_be_signed(self, text: str, reach: int, start: int) -> bool:
        """Whether the last characters before a number allow for a sign or a currency there."""
        before = text[reach:start]
        return before.endswith(self._sign_ends) or as_listed(before).endswith(self._minus_ends)

    def _ranged(self, text: str, first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
        """Two numbers as the ends of a range, the first with the scale and unit of the second: two to three million."""
        if not self._range.fullmatch(text, first.end, second.start):
            return first, second
        ends, hyphened = (first.start, second.end), "-" in text[first.end : second.start]
        if not (first.unit or first.ordinal or first.label) and first.scale == 1:
            first = first._replace(scale=second.scale, unit=second.unit)
        return first._replace(range_at=ends, hyphened=hyphened), second._replace(range_at=ends, hyphened=hyphened)

    def _at(self, text: str, start: int) -> tuple[Quantity | None, int]:
        """The quantity at a place, if what stands there is one, and where to read on."""
        ahead = self._signs(text, start)
        number = numeral(text, ahead.end, self._tag)
        if number is None:
            return None, ahead.end + 1
        after = self._words_after(text, ahead.end, number)
        joined_to = _JOINED_AFTER.match(text, number.whole_end) or self._no_noun.match(text, number.whole_end)
        if after:
            return Quantity(ahead.end, after, Fraction(), (ahead.end, after), unread=True), after
        if joined_to or (text[ahead.end].isalpha() and self._pronoun.match(text, ahead.end)):
            return None, number.whole_end
        quantity = self._whole(text, start, ahead, number)
        joined = text[quantity.end : quantity.end + 1].isalnum()
        return (None if joined else quantity), quantity.end

    def _signs(self, text: str, start: int) -> _Ahead:
        """Sign and currency, in either order: -$5, $-5."""
        ahead = _Ahead(start)
        if text[start].isdecimal():
            return ahead
        for _ in range(2):
            sign = self._sign.match(text, ahead.end)
            if sign and not ahead.negative:
                ahead = ahead._replace(end=sign.end(), negative=bool(sign["minus"]))
            money = self._currency.match(text, ahead.end)
            if money and not ahead.currency:
                ahead = ahead._replace(end=money.end(), currency=CURRENCY_SIGNS[money[1]], currency_at=(money.span(1),))
        return ahead

    def _words_after(self, text: str, position: int, number: Numeral) -> int:
        """Where number words end that follow another as no number does, as in twenty twelve; else 0. What begins a
        compound, as in twenty two-masted ships, is not one of them.
        """
        end = 0
        while text[position].isalpha() and text[number.whole_end : number.whole_end + 1] in (" ", "-"):
            after = number.whole_end + 1
            found = numeral(text, after, self._tag) if text[after : after + 1].isalpha() else None
            if found is None or _COMPOUND_AFTER.match(text, found.whole_end):
                break
            number, end = found, found.whole_end
        return end

    def _whole(self, text: str, start: int, ahead: _Ahead, number: Numeral) -> Quantity:
        """A number with its sign and currency, and what follows it: a scale, an ordinal's ending, a unit."""
        quantity = Quantity(
            start,
            number.whole_end,
            -number.value if ahead.negative else number.value,
            (start if ahead.negative and not ahead.currency else ahead.end, number.end),
            number.zeros,
            number.scale,
            (number.end, number.scale_end) if number.scale > 1 else None,
            ahead.currency,
            ahead.currency_at,
        )
        money_scale = self._money_scale.match(text, quantity.end) if ahead.currency and number.scale == 1 else None
        if money_scale:
            scale = self._values.money_scales[money_scale[1]]
            quantity = quantity._replace(scale=scale, scale_at=money_scale.span(), end=money_scale.end())
        ending = self._ordinal.match(text, quantity.end) if text[ahead.end].isdigit() else None
        if ending:
            label = self._values.capitals_name and NAME_AFTER.match(text, ending.end()) is not None
            return quantity._replace(ordinal=True, label=label, end=ending.end(), figures=(ahead.end, ending.end()))
        quantity = self._with_unit(text, quantity)
        plain = not quantity.unit and quantity.scale == 1 and 0 <= quantity.number < _LARGEST_NAME
        plain = plain and "," not in text[start : quantity.end]
        return quantity._replace(label=True) if self._labels.named(text, start, ahead.end, plain) else quantity

    def _with_unit(self, text: str, quantity: Quantity) -> Quantity:
        joint = text[quantity.end : quantity.end + 1]
        begin = quantity.end + 1 if joint in (" ", "-") else quantity.end
        unit = self._units.at(text, begin) or self._of_a_unit(text, quantity)
        if unit is None and quantity.unit:
            unit = self._units.divisor(text, quantity.end)
            if unit is None:
                return quantity
            divided = frozenset(f"{over}/{under}" for over in quantity.unit for under in unit.meanings)
            return quantity._replace(unit=divided, unit_at=(*quantity.unit_at, (quantity.end, unit.end)), end=unit.end)
        if unit is None or (begin == quantity.end and text[quantity.end - 1].isalpha()):
            return quantity
        if (quantity.unit and "money" not in dimension(unit.meanings)) or (joint == "-" and unit.letter):
            return quantity
        meanings = (quantity.unit & unit.meanings) or unit.meanings
        return quantity._replace(unit=meanings, unit_at=(*quantity.unit_at, (begin, unit.end)), end=unit.end)

    def _of_a_unit(self, text: str, quantity: Quantity) -> Named | None:
        """The unit of a part of one: half an hour, three quarters of a century."""
        if quantity.scale > 1 or quantity.number.numerator >= quantity.number.denominator:
            return None
        part = self._of_one.match(text, quantity.end)
        return self._units.at(text, part.end()) if part else None


class _Ahead(NamedTuple):
    """What stands before the number of a quantity."""

    end: int
    negative: bool = False
    currency: Meanings = frozenset()
    currency_at: tuple[Stretch, ...] = ()


_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND_AFTER = re.compile(r"-[^\W\d_]")
_BEGINS = re.compile(r"(?<![\w.,:/^'])(?<![^\W\d_]-)")
_JOINED_AFTER = re.compile(r"[.,:/^'·×]\d|[²³¹⁰-⁹₀-₉]|[×x] ?\d")  # a version, a time, a power of ten
_LONGEST_SIGNS = 12  # code points before a figure: minus US$ -
_LARGEST_NAME = 10_000  # from which on a figure after a name counts something, as one with commas does
