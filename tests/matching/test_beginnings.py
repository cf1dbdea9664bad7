"""That a pattern parted by how its words begin matches what it does as a whole."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.languages import LANGUAGES
from citedeck.matching.beginnings import Beginnings, alike
from citedeck.matching.measures import SYMBOLS
from citedeck.matching.numerals import alternation

TABLES = {tag: known.values for tag, known in LANGUAGES.items() if known.values.units}


def test_letters_that_are_one_to_a_pattern_are_alike() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in {letter for values in TABLES.values() for word in values.counted for letter in word[:2]}:
        found = re.findall(re.escape(letter), every, re.IGNORECASE)
        assert letter in found
        assert {alike(other) for other in found} == {alike(letter)}


def _whole(words: str) -> str:
    return rf"(?P<word>{words})(?![^\W_])"


def _unit(names: str, symbols: str) -> str:
    return rf"(?:(?P<name>(?i:{names}))|(?P<symbol>{symbols}))(?![^\W_])"


@st.composite
def _phrases(draw: st.DrawFn, tag: str) -> str:
    words = st.sampled_from([*TABLES[tag].counted, *TABLES[tag].squares, *SYMBOLS])
    cased = st.one_of(words, words.map(str.upper), words.map(str.title))
    odd = st.text("iIİıſskKKµμσς²³ -/.mM", max_size=3)
    return "".join(draw(st.lists(st.one_of(cased, odd, st.text(max_size=2)), max_size=6)))


@pytest.mark.parametrize("tag", TABLES)
@given(data=st.data())
def test_the_parts_match_what_the_whole_does(tag: str, data: st.DataObject) -> None:
    values, text = TABLES[tag], data.draw(_phrases(tag))
    for pattern, tables, flags in (
        (_whole, (values.counted,), re.IGNORECASE),
        (_unit, (values.units, SYMBOLS), 0),
    ):
        whole = re.compile(pattern(*map(alternation, tables)), flags)
        parts = Beginnings(pattern, *tables, flags=flags)
        for position in range(len(text) + 1):
            found, expected = parts.match(text, position), whole.match(text, position)
            assert (found and (found.span(), found.groups())) == (expected and (expected.span(), expected.groups()))


@pytest.mark.parametrize("tag", TABLES)
def test_no_word_of_the_tables_begins_with_what_parts_it_from_its_number(tag: str) -> None:
    assert not [word for word in (*TABLES[tag].counted, *SYMBOLS) if word[:1] in ("", " ", "-")]
    assert not [word for word in TABLES[tag].squares if " " in word]
