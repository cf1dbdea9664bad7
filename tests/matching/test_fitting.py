"""Which stretch of a source fits a quote, and which words differ."""

from __future__ import annotations

import pytest

from citedeck.matching.fitting import Change, as_quote, changes, fit, slipped
from citedeck.model import Passage, Reference, Source

TEXT = "The old pier broke in a storm. The mole of stone (built by Ada Holt) is 640 metres long, they say."


def _fitted(quote: str, text: str = TEXT) -> str:
    source = Source("a", "source/a.txt", text, Reference("a"))
    return fit(quote, Passage(source, 0, len(text))).passage.text


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("The mole is 640 metres long", "The mole of stone (built by Ada Holt) is 640 metres long"),
        ("mole of wood", "mole of stone"),
        ("broke in a strom.", "broke in a storm."),
        ("broke in the storm", "broke in a storm"),
        ("(built by Eda Holt)", "(built by Ada Holt)"),
        ("built by Eda Holt", "built by Ada Holt"),
        ("MOLE OF STONE", "mole of stone"),
        ("in a storm yesterday", "in a storm. The"),
    ],
)
def test_the_stretch_that_fits_best(quote: str, passage: str) -> None:
    assert _fitted(quote) == passage


@pytest.mark.parametrize(
    ("text", "quote", "passage"),
    [
        ("この寺は京都にあります。", "この寺は東京にあります", "この寺は京都にあります"),
        ("北京是中国的首都，人口很多。", "北京是中国首都", "北京是中国的首都"),
        ("Die Brücke wurde 1902 gebaut.", "Die Brucke wurde", "Die Brücke wurde"),
        ("it is long-\nterm work", "it is long-term word", "it is long-\nterm work"),
        ("only this", "…", "only this"),
    ],
)
def test_other_scripts_and_lines(text: str, quote: str, passage: str) -> None:
    assert _fitted(quote, text) == passage


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a b c", []),
        ("a b, c.", "a “b” c", []),
        ("a b c", "a x c", [("b", "x")]),
        ("a c", "a b c", [("", "b")]),
        ("a b c", "a c", [("b", "")]),
        ("A b", "a b", [("A", "a")]),
        ("it's", "it’s", [("it's", "it’s")]),
        ("5 %", "−5 %", [("5", "−5")]),
        ("$5", "€5", [("$5", "€5")]),
        ("C is old", "C++ is old", [("C", "C++")]),
        ("", "a", [("", "a")]),
        ("a", "", [("a", "")]),
        ("", "", []),
    ],
)
def test_changes(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert changes(old, new, "en") == [Change(*pair) for pair in expected]


def test_a_quote_that_is_very_long_fits_nothing() -> None:
    source = Source("a", "source/a.txt", TEXT, Reference("a"))
    assert fit("word " * 100_000, Passage(source, 0, 10)).likeness == 0


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        ("brigde", "bridge", True),
        ("bridg", "bridge", True),
        ("briidge", "bridge", True),
        ("bredge", "bridge", True),
        ("fridge", "bridge", False),
        ("legal", "illegal", False),
        ("moral", "amoral", False),
        ("not", "now", False),
        ("rising", "falling", False),
        ("bridge", "bridge", True),
    ],
)
def test_slips(old: str, new: str, slip: bool) -> None:
    assert slipped(old, new) is slip


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a  b\n c", "a b c"),
        ("long-\n  term", "long-term"),
        ("1939 -\n45", "1939 - 45"),
        ("soft\u00adhy\u200bphen", "softhyphen"),
        ("a\u00a0b", "a b"),
    ],
)
def test_a_passage_as_a_quote(text: str, quote: str) -> None:
    assert as_quote(text) == quote
