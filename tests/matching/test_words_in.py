"""Where the figures of a text stand, told in two ways."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citedeck.matching.words_in import figures_in


@given(st.text("059 a,.½é\n²", max_size=40))
def test_figures_stand_in_ascii_where_they_stand_in_any_text(text: str) -> None:
    ascii_text = text.encode("ascii", "ignore").decode()
    assert figures_in(ascii_text) == figures_in(f"{ascii_text}é")
    assert "".join(text[start:end] for start, end in figures_in(text)) == "".join(
        sign for sign in text if sign in "059½"
    )
