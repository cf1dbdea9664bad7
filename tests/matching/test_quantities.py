"""Quantities: number, scale, unit and currency, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.languages import language
from citedeck.matching.dates import dates
from citedeck.matching.quantities import quantities, units_named
from citedeck.matching.quantity import Quantity


def _shown(text: str, one: Quantity) -> str:
    unit = "|".join(sorted(one.unit))
    return f"{text[one.start : one.end]} = {one.value}{f' {unit}' if unit else ''}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It holds 2.5 billion dollars.", ["2.5 billion dollars = 2500000000 dollar"]),
        ("It holds $2.5bn.", ["$2.5bn = 2500000000 dollar"]),
        ("It cost £3m, not 3 m.", ["£3m = 3000000 GBP", "3 m = 3 m"]),
        ("3 billion pounds", ["3 billion pounds = 3000000000 GBP|lb"]),
        ("-18 °C and minus 18 degrees Celsius", ["-18 °C = -18 °C", "minus 18 degrees Celsius = -18 °C"]),
        ("a 24-yard run", ["24-yard = 24 yd"]),
        ("a seven-layer cake", ["seven = 7"]),
        ("5km/h, 5 kilometres per hour", ["5km/h = 5 km/h", "5 kilometres per hour = 5 km/h"]),
        ("12% or 12 per cent", ["12% = 12 %", "12 per cent = 12 %"]),
        ("12 percentage points", ["12 percentage points = 12 pp"]),
        ("9 km², 9 sq km, 9 square kilometres", ["9 km² = 9 km²", "9 sq km = 9 km²", "9 square kilometres = 9 km²"]),
        ("5 mW or 5 MW", ["5 mW = 5 mW", "5 MW = 5 MW"]),
        ("€-5 or -$5m", ["€-5 = -5 EUR", "-$5m = -5000000 dollar"]),
        ("5 to 10 million dollars", ["5 = 5000000 dollar", "10 million dollars = 10000000 dollar"]),
        ("the 5th and the fifth", ["5th = 5", "fifth = 5"]),
        ("at 5 p.m.", ["5 p.m. = 5 p.m."]),
        # no quantities
        ("3.11.7, 10:30, COVID-19, F-16, A4, 5G", []),
        ("10²³, 10^23, 1.5×10⁶", []),
        ("twenty twelve", []),
        ("one of them, no one, the one", []),
        ("hundreds of men", []),
        ("012", []),
    ],
)
def test_quantities(text: str, found: list[str]) -> None:
    assert [_shown(text, one) for one in quantities(text, "en")] == found


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("chapter 5, No. 7, Table 3", ["5", "7", "3"]),
        ("aboard Saturn 5 sat three men", ["5"]),
        ("Saturn 5 carried three men", ["5"]),
        ("in Paris 300 people", []),
        ("Nearly 300 people; Some 20 left", []),
        ("On May 5 came 20", []),
    ],
)
def test_a_figure_that_is_a_name(text: str, labels: list[str]) -> None:
    assert [text[one.start : one.end] for one in quantities(text, "en") if one.label] == labels


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("How many billion dollars?", {"dollar"}),
        ("What percentage?", {"%"}),
        ("How many km²?", {"km²"}),
        ("How?", set()),
    ],
)
def test_units_a_question_names(text: str, units: set[str]) -> None:
    assert units_named(text, "en") == units


@given(st.text("0123456789,.-+$€%° kmMWbnhpertwohudion", max_size=40))
def test_quantities_of_any_text_stand_side_by_side(text: str) -> None:
    found = [one for one in quantities(text, "en") if not one.ordinal]
    assert all(0 <= one.start <= one.figures[0] < one.figures[1] <= one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


ALIKE = {"i": "ıİ", "s": "ſ", "k": "\u212a"}
"""Letters that are one to a pattern that ignores case, but to few other things."""


@pytest.mark.parametrize("tag", ["en", "de"])
def test_every_listed_word_is_read_however_it_is_written(tag: str) -> None:
    known = language(tag).values
    for word in {*known.numerals, *known.scales, *known.fractions, *known.ordinals, *known.units, *known.months}:
        for letter, others in ALIKE.items():
            for written in (word.title(), word.upper(), *(word.replace(letter, other) for other in others)):
                for text in (
                    written,
                    f"5 {written}",
                    f"two {written} of it",
                    f"4 {written} 1998",
                    f"{written} 4, 1998",
                ):
                    quantities(text, tag)
                    dates(text, tag)


def test_a_word_with_letters_of_another_keyboard() -> None:
    assert [one.value for one in quantities("5 mıllion and 5 MİLLİON", "en")] == [5_000_000, 5_000_000]
    assert [one.value for one in quantities("Dreißig Boote", "de")] == [30]


def test_no_number_is_longer_than_python_reads() -> None:
    figures = "9" * 5_000
    assert (
        quantities(f"It has {figures} sheep, {figures},000 goats, {figures}.5 cows and 3 dogs.", "en")[-1].number == 3
    )
