"""A plain number is read at one look as it would be read step by step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.languages import language
from citedeck.matching import quantities
from citedeck.matching.folding import folded
from citedeck.matching.plain_figures import PlainFigures

KNOWN = {tag: language(tag) for tag in ("en", "de")}
QUICK = {tag: quantities._Reader(tag, known.values) for tag, known in KNOWN.items()}
SLOW = {tag: quantities._Reader(tag, known.values) for tag, known in KNOWN.items()}
for reader in SLOW.values():
    reader._plainly = lambda *_: None  # type: ignore[method-assign]
FIGURES = ["1916", "5", "0", "007", "19,454", "1.250", "1,250,000", "12 345", "2.5", "3/4", "½", "3½", "10²³", "9,99"]
SIGNS = [
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    ".",
    ",",
    "-",
    " - ",
    "(",
    ") ",
    "$",
    " US$ ",
    "%",
    " %",
    "°",
    "/",
    "'",
    "x",
    " × ",
]
FEW = [
    "a",
    "of",
    "the",
    "In",
    "founded",
    "Apollo",
    "people",
    "st",
    "th",
    "odd",
    "half",
    "to",
    "minus",
    "no",
    "A",
    "km²",
    "ſ",
]


def _tables(tag: str) -> list[str]:
    values = KNOWN[tag].values
    tables = (values.scales, values.hundred, values.joiners, values.labels, values.minus, values.per, values.squares)
    more = (values.ranges, values.fractions, values.one, values.no_nouns, values.numerals, values.units)
    return [word for table in (*tables, *more) for word in table]


def _texts(tag: str) -> st.SearchStrategy[str]:
    piece = st.one_of(*map(st.sampled_from, (FIGURES, FIGURES, SIGNS, SIGNS, FEW, _tables(tag))))
    return st.lists(piece, max_size=9).map("".join)


@pytest.mark.parametrize("tag", sorted(KNOWN))
@given(data=st.data())
def test_a_number_is_read_as_it_would_be_step_by_step(tag: str, data: st.DataObject) -> None:
    text = folded(data.draw(_texts(tag)))
    assert [*QUICK[tag].read(text, True)] == [*SLOW[tag].read(text, True)]


def test_what_is_plain() -> None:
    plain = PlainFigures(KNOWN["en"].values)
    assert plain.at("founded in 1916, and", 11) == (1916, 15, False)
    assert plain.at("19,454 people", 0) == (19454, 6, False)
    assert plain.at("is 408 metres long", 3) == (408, 6, True)
    assert plain.at("2 million", 0) is None
    assert plain.at("Apollo 11", 7) is None
    assert plain.at("page 11", 5) is None
    assert plain.at("1.5", 0) is None
