"""A deck that is regular is read without the parser, and just as the parser reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.model import Text
from citedeck.reading.regular import regular
from citedeck.reading.tree import Node, parse

REGULAR = """\
# A deck
deck: Towns::Coast, "first" part
id: coast
description: 'Towns, and: who founded them'
tags: [towns, the coast]

facts:
  # The east
  selgar-founder:
    ask: Who founded Selgar (the old town)?
    answer: "Jorper: the first"
    quote: Selgar was founded by
      Jorper - the first -
       in 1916
  Jörper’s-#2:
    cloze: it's {{19:30}} o’clock {at} 50 %

    quote:
      - "it's: 19:30"
      - o’clock, at 50 %
  # The west
  c:
    term: 'a # b'
    meaning: [ä, b c]
    quote: c - a
"""
CHARACTERS = " \n:#-?[]{},&*!|>'\"%@`~<=\\.aé\t\r\x00\x85\xa0\u2028\u2029\ufeff\ufffe\U0001f701\u0301\u200d"
STRINGS = "''", '""', "---", "...", "<<", "[a, b]", "{a: b}", ": ", " #", "- ", "? ", "|\n", ":\n", " \n", "    "
WHOLE = (
    "\nfacts:\n",
    "  id:\n",
    "    ask: b\n",
    "    tags: [a, b]\n",
    "    ask:\n      - b\n",
    "\n      - ",
    "\n    ",
    "\n  ",
)
PIECES = st.sampled_from([*CHARACTERS, *STRINGS, *WHOLE])
ANYTHING = PIECES | st.characters(exclude_categories=["Cs"])
LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", " ", "  ", "    ", "      ", "     ", "      - ", "    - ", "#"]),
        st.sampled_from(["", "ask", "answer", "quote", "deck", "facts", "a-b", "1", "é", "'a'"]),
        st.sampled_from(["", ":", ": ", ":  "]),
        st.lists(st.sampled_from("ab é0-.") | ANYTHING, max_size=4).map("".join),
    ),
)


def seen(node: Node | None) -> object:
    """All that can be seen of a tree."""
    if isinstance(node, list):
        return [seen(item) for item in node]
    if isinstance(node, dict):
        return [(seen(key) if isinstance(key, Text) else key, seen(value)) for key, value in node.items()]
    return node and (type(node), str(node), node.line, node.column)


def is_as_parsed(text: str) -> bool:
    """Whether a text that is regular is read as the parser reads it."""
    tree, faults = parse(text)
    return not faults and seen(regular(text)) == seen(tree)


EXAMPLES = sorted(Path(__file__).parent.parent.glob("examples/*.yaml"))


@pytest.mark.parametrize("text", [REGULAR, *(path.read_text(encoding="utf-8") for path in EXAMPLES)])
def test_decks_as_they_are_written(text: str) -> None:
    assert regular(text)
    assert is_as_parsed(text)


@pytest.mark.parametrize(
    "value",
    [
        "1990",
        "5 %",
        "a:b c#d",
        "10:30",
        "it's [so] {far}",
        "¿él?",
        "…",
        '""',
        "''",
        "'a: b'",
        '"a # b"',
        "[a]",
        "[a, it's b, c-d]",
        "a\n      b",
        "a\n     - b",
        "a\n\n  # b",
        "a\xa0b",
        "a\u200db",
    ],
)
def test_a_value_that_is_regular(value: str) -> None:
    text = f"deck: a\nfacts:\n  id:\n    ask: {value}\n    answer: b"
    assert regular(text)
    assert is_as_parsed(text)


@pytest.mark.parametrize(
    "value",
    [
        *(f"{sign}a" for sign in "-?:,[]{}#&*!|>'\"%@` "),
        *(f"[a{sign}b]" for sign in ":#,?[]{}"),
        *(f"a{sign}b" for sign in "\t\r\0\x7f\x80\x85\x9f\u2028\u2029\ufeff\ufffe\uffff"),
        "",
        "a ",
        "a:",
        "a: b",
        "a # b",
        "a  # b",
        "-",
        "- a",
        "|\n      a",
        ">\n      a",
        "{a: b}",
        "[a, ]",
        "[a ]",
        '["a, b"]',
        '"a\\n"',
        '"a" b',
        "'it''s'",
        "'a'  # b",
        '"a\n      b"',
        "a\n    b",
        "a\n\n      b",
        "a\n      : b",
        "a\n      b: c",
        "a\n      # b\n      c",
        "a\n    ask: b",
        "a\n    - b",
        "a\n  id:\n    ask: b",
        "a\n  b:",
        "a\n  b:\n  c:\n    ask: d",
        "a\n  b: c",
        "a\nfacts:\n  b:\n    ask: a",
        "a\n...",
        "a\n---",
    ],
)
def test_a_value_that_is_left_to_the_parser(value: str) -> None:
    assert regular(f"deck: a\nfacts:\n  id:\n    ask: {value}\n") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "deck: a",
        "facts:\n  b:\n    ask: c",
        "deck: a\nfacts:\n",
        "deck: a\nfacts:\n  b:\n",
        "deck: a\nfacts:\n  b:\n  c:\n    ask: d",
        "deck: a\nfacts: b\nfacts:\n  b:\n    ask: c",
        "deck: a\n  b:\nfacts:\n  b:\n    ask: c",
        "deck: a\n  b:\n    ask: c\nfacts:\n  b:\n    ask: c",
        "deck: a\nfacts:\n    ask: c\n  b:\n    ask: c",
        f"deck: a\nfacts:\n  {200 * 'b'}:\n    ask: c",
        f"deck: a\nfacts:\n  b:\n    {100 * 'a'}: c",
        "{\n deck: a,\n facts: {b: {ask: c}}\n}",
        "\ufeffdeck: a\nfacts:\n  b:\n    ask: c",
    ],
)
def test_a_deck_that_is_left_to_the_parser(text: str) -> None:
    assert regular(text) is None


@given(edits=st.lists(st.tuples(st.integers(0, len(REGULAR)), st.integers(0, 3), ANYTHING), min_size=1, max_size=3))
def test_a_deck_that_was_edited(edits: list[tuple[int, int, str]]) -> None:
    text = REGULAR
    for start, length, put in edits:
        text = text[:start] + put + text[start + length :]
    assert regular(text) is None or is_as_parsed(text)


@given(
    slices=st.lists(st.tuples(st.integers(0, REGULAR.count("\n")), st.integers(1, 7)), max_size=4),
    stranger=st.tuples(st.integers(0, 20), LINES | st.just("")),
)
def test_a_deck_whose_lines_were_mixed(slices: list[tuple[int, int]], stranger: tuple[int, str]) -> None:
    lines = REGULAR.split("\n")
    mixed = [line for start, length in slices for line in lines[start : start + length]]
    mixed[stranger[0] : stranger[0]] = [stranger[1]]
    text = "\n".join(["deck: a", "facts:", "  id:", "    ask: b", *mixed])
    assert regular(text) is None or is_as_parsed(text)


@given(above=st.lists(LINES, max_size=2), facts=st.lists(LINES, max_size=5), end=st.sampled_from(["", "\n", "\n\n"]))
def test_lines_of_all_kinds(above: list[str], facts: list[str], end: str) -> None:
    text = "\n".join(["deck: a", *above, "facts:", "  id:", "    ask: b", *facts]) + end
    assert regular(text) is None or is_as_parsed(text)
