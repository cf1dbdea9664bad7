"""What is written without genanki's own way is what its own way would write."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import genanki
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.exporters.apkg.models import Deck, sort_field
from citedeck.history import reckon
from citedeck.hypertext import read
from citedeck.notes import notes
from tests.exporters.apkg.every_kind import FACTS, T0, judged

_GAPS = ("{{c1::", "{{c12::", "{{c0::", "{{c1000::", "{{", "}}", "{", "}", "::", ":")
_MARKUP = ("<b>", "</b>", "<br>", "<", "&amp;", "&", "\\(", "\\)", "\\")

pages = st.lists(st.sampled_from((*_GAPS, *_MARKUP, "a", "ß 1", " ", "\n")), max_size=12).map("".join)


@given(pages, st.booleans())
@example("{{{c1::a}}", True)
@example("{{c1::a}}}", True)
@example("{{c1::a::b}}", True)
@example("{{c1::}}{{c2::a}}: b::c", True)
@example("{{c1::}}", True)
@example("{{c1::a}}\nb", False)
def test_what_a_note_is_sorted_by_is_what_is_read_in_its_first_field(page: str, gaps: bool) -> None:
    assert sort_field(page, gaps) == (read(page, gaps).text or page)


def test_the_collection_and_its_tables_are_those_of_genanki(tmp_path: Path) -> None:
    (judged_deck,) = judged(tmp_path, FACTS, description="Of *clocks*").decks
    deck = Deck(reckon(judged_deck, notes(judged_deck), None, T0))
    with closing(sqlite3.connect(":memory:")) as own, closing(sqlite3.connect(":memory:")) as theirs:
        deck.write(own)
        genanki.Package(deck).write_to_db(theirs.cursor(), 0, iter(()))
        for query in ("select * from col", "select name, sql from sqlite_master where type = 'table' order by rowid"):
            assert own.execute(query).fetchall() == theirs.execute(query).fetchall()


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Who kept {{c1::the third key}} of {{c2::the tower}}?", "Who kept the third key of the tower?"),
        ("{{c1::a}}<br>b", "a\nb"),
    ],
)
def test_gaps_are_filled_and_lines_stay(page: str, text: str) -> None:
    assert sort_field(page, gaps=True) == text
