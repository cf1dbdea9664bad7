"""Where lines end on a terminal."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.cli.wrapping import cells, wrapped
from tests.quiz.strategies import paragraphs


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("漢字", 4),
        ("ｆｉ", 4),
        ("e\u0301", 1),
        ("한글", 4),
        ("عربي", 4),
        ("\u202ex", 1),
        ("👩\u200d", 2),
        ("", 0),
    ],
)
def test_a_wide_letter_takes_two_columns(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["- one two", "  three"]),
        ("one  two", ["- one  two"]),
        ("one\ttwo", ["- one two"]),
        ("a_very_long_name b", ["- a_very_long_name", "  b"]),
        ("x (1)\u00a0_____ y", ["- x", "  (1)\u00a0_____", "  y"]),
        ("漢字漢字漢字", ["- 漢字漢字", "  漢字"]),
        ("漢字漢字。漢", ["- 漢字漢", "  字。漢"]),
        ("漢字漢。abc", ["- 漢字漢。", "  abc"]),
        ("漢字漢「字」", ["- 漢字漢", "  「字」"]),
        ("漢字漢きゃく", ["- 漢字漢", "  きゃく"]),
        ("漢字漢デーダ", ["- 漢字漢", "  デーダ"]),
        ("漢字漢か\u3099漢", ["- 漢字漢か\u3099", "  漢"]),
        ("漢字abc漢字", ["- 漢字abc", "  漢字"]),
        ("“漢字漢”。字", ["- “漢字", "  漢”。字"]),
        ("한글한글 한글", ["- 한글한글", "  한글"]),
        ("한글한글한글", ["- 한글한글한글"]),
        ("👩\u200d🚀👩\u200d🚀👩\u200d🚀", ["- 👩\u200d🚀👩\u200d🚀👩\u200d🚀"]),
        ("", ["-"]),
        ("  x", ["-   x"]),
    ],
)
def test_lines_end_where_they_may(text: str, lines: list[str]) -> None:
    assert list(wrapped(text, 10, "- ", "  ")) == lines


@given(st.lists(st.text("abcé.-", min_size=1, max_size=12), min_size=1).map(" ".join), st.integers(4, 40))
def test_letters_of_one_column_are_wrapped_as_by_textwrap(text: str, width: int) -> None:
    expected = textwrap.wrap(
        text, width, initial_indent="- ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
    assert list(wrapped(text, width, "- ", "  ")) == expected


@given(paragraphs(), st.integers(1, 40))
def test_nothing_is_lost_but_spaces_at_the_ends(text: str, width: int) -> None:
    for paragraph in text.split("\n"):
        lines = list(wrapped(paragraph, width, "", ""))
        assert "".join(lines).replace(" ", "") == paragraph.replace("\t", " ").replace(" ", "")
