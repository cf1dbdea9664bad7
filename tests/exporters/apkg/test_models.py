"""What is written without genanki's own way is what its own way would write."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.exporters.apkg.models import sort_field
from citedeck.hypertext import read

_GAPS = ("{{c1::", "{{c12::", "{{c0::", "{{c1000::", "{{", "}}", "{", "}", "::", ":")
_MARKUP = ("<b>", "</b>", "<br>", "<", "&amp;", "&", "\\(", "\\)", "\\")

pages = st.lists(st.sampled_from((*_GAPS, *_MARKUP, "a", "ß 1", " ", "\n")), max_size=12).map("".join)


@given(pages, st.booleans())
@example("{{{c1::a}}", True)
@example("{{c1::a}}}", True)
@example("{{c1::a::b}}", True)
@example("{{c1::}}{{c2::a}}: b::c", True)
@example("{{c1::a}}\nb", False)
def test_what_a_note_is_sorted_by_is_what_is_read_in_its_first_field(page: str, gaps: bool) -> None:
    assert sort_field(page, gaps) == (read(page, gaps).text or page)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Who kept {{c1::the third key}} of {{c2::the tower}}?", "Who kept the third key of the tower?"),
        ("{{c1::a}}<br>b", "a\nb"),
    ],
)
def test_gaps_are_filled_and_lines_stay(page: str, text: str) -> None:
    assert sort_field(page, gaps=True) == text
