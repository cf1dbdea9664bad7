"""Which paragraphs are worth a look for a quote that does not stand in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from citedeck.matching.windows import Windows

NUMBERS = range(500)
LONG = "\n\n".join(f"In the year {1000 + number} the keeper of the light counted {number} ships." for number in NUMBERS)


def _texts(text: str, quote: str) -> list[str]:
    return [text[start:end] for start, end in Windows(text).like(quote)]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("", []),
        (" \n\n \n", []),
        ("a\nb\n\nc", ["a\nb", "c"]),
        ("a\n \t\n  c\n", ["a", "c\n"]),
    ],
)
def test_of_a_short_text_all_paragraphs(text: str, texts: list[str]) -> None:
    assert _texts(text, "quote") == texts


def test_a_long_paragraph_is_taken_in_pieces_that_overlap() -> None:
    text = "word " * 10_000
    (first, _), *_, (last, end) = windows = Windows(text).like("word")
    assert (first, end) == (0, len(text))
    assert last < end
    assert all(end - start >= 6_000 or end == len(text) for (_, end), (start, _) in pairwise(windows))


@pytest.mark.parametrize("quote", ["In the year 1321 he counted ships", "counted 321 shpis", "THE KEEPER COUNTED 321"])
def test_of_a_long_text_those_that_share_a_rare_word(quote: str) -> None:
    found = _texts(LONG, quote)
    assert len(found) < 100
    assert "In the year 1321 the keeper of the light counted 321 ships." in found


@pytest.mark.parametrize("quote", ["", "nothing", "灯台守"])
def test_all_where_no_word_is_shared(quote: str) -> None:
    assert len(_texts(LONG, quote)) == len(NUMBERS)
