"""Plain decks are read the quick way, which says what the long way says, and loads no shapes."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from citedeck.model import Text, spans, written
from citedeck.reading import read_deck
from citedeck.reading.decks import _Reader

PLAIN_HEADING = "citedeck.reading.decks.plain_heading"
TEXT = st.text(st.sampled_from("aé日٣_-.*`$[\\{}:“( \n\t\x00\u200b\u0301"), max_size=6) | st.sampled_from(
    ["true", "false", "Who?", "it is {{he}}", "{{a}} b {{ }}", "{{c1::a}}", "{{{a}}}", " a", "a ", "# a"]
)
VALUE = TEXT | st.lists(TEXT, max_size=2) | st.dictionaries(TEXT, TEXT, max_size=1)
KEYS = st.sampled_from(["kind", "quote", "source", "near", "reverse", "hint", "extra", "ordered", "typ"])
ODD_TAGS = ["a b", "", "a::", "::", "_", "-", "citedeck", "CITEDEC\u212a::x", "&amp;", "[a]"]
TAGS = st.lists(st.sampled_from(["years", "a-b::c", "٣", *ODD_TAGS]), max_size=2)
PLAIN = st.fixed_dictionaries(
    {},
    optional={
        "ask": TEXT,
        "answer": TEXT,
        "quote": TEXT | st.lists(TEXT, max_size=2),
        "reverse": TEXT,
        "hint": TEXT,
        "extra": TEXT,
        "typed": TEXT,
        "answers": st.lists(TEXT, max_size=2),
        "ordered": TEXT,
        "cloze": TEXT,
        "term": TEXT,
        "meaning": TEXT,
        "source": TEXT,
        "distractors": st.lists(TEXT, max_size=2),
        "tags": TAGS,
    },
)
QUESTIONS = st.sampled_from(
    [
        {"ask": "Who?", "answer": "he", "quote": "it is he"},
        {"ask": "Who?", "answer": "he", "quote": "it is he", "typed": "true"},
        {"ask": "Who?", "answer": "he", "quote": "it is he", "distractors": ["she"]},
        {"ask": "Who?", "answer": "he", "quote": ["it is he", "he"], "reverse": "Who is it?"},
        {"ask": "Who?", "answers": ["he", "she"], "quote": "it is he and she", "ordered": "true", "hint": "two"},
        {"ask": "Who?", "answers": ["he"] * 500, "quote": "it is he"},
        {"term": "he", "meaning": "a man", "quote": "he, a man", "extra": "a pronoun"},
        {"cloze": "it is {{he}}", "quote": "it is he"},
        {"cloze": "{{it}} is {{he}}"},
    ]
)
FACT = st.builds(lambda *parts: {k: v for part in parts for k, v in part.items()}, QUESTIONS, PLAIN) | st.builds(
    lambda *parts: {k: v for part in parts for k, v in part.items()}, PLAIN, st.dictionaries(KEYS, VALUE, max_size=2)
)
HEADS = st.fixed_dictionaries(
    {},
    optional={
        "deck": TEXT | st.sampled_from(["a::b", "a:: ::b", "a::"]),
        "id": TEXT | st.sampled_from(["deck", "con"]),
        "source": TEXT,
        "language": TEXT | st.sampled_from(["pt-BR", "e", "en-"]),
        "description": TEXT,
        "tags": TAGS | TEXT,
        "name": TEXT,
    },
)
DECKS = st.dictionaries(st.sampled_from(["a", "b-1", "é", "a b", "-", "_", "3"]), QUESTIONS | FACT, max_size=5)


PLAIN_DECK = """\
# All that a plain deck may have.
deck: World::Towns
id: towns
source: towns
language: en
description: Of towns.
tags: [geography]
facts:
  a: {ask: Who?, answer: he, quote: it is he, reverse: Who is it?, tags: [years, of-peace]}
  b: {ask: Who?, answer: he, quote: [it is he, he], typed: true}
  c: {ask: Who?, answer: he, quote: it is he, distractors: [she], hint: a man}
  d: {ask: Who?, answers: [he, she], quote: he and she, ordered: false}
  e: {term: he, meaning: a man, quote: "he, a man", extra: a pronoun}
  f: {cloze: "it is {{he}}"}
"""


def everything(value: object) -> object:
    """All that can be seen of what was read."""
    if isinstance(value, Text):
        return str(value), value.line, value.column, str(written(value)), spans(value), getattr(value, "unread", ())
    if isinstance(value, tuple):
        return [everything(one) for one in value]
    if is_dataclass(value):
        return type(value), [everything(getattr(value, field.name)) for field in fields(value)]
    return value


@given(head=HEADS, facts=DECKS)
def test_the_quick_way(head: dict[str, Any], facts: dict[str, Any]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.yaml"
        deck = {"deck": "Deck", "source": "article", **head, "facts": facts}
        text = json.dumps(deck, indent=1, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        quick = read_deck(path, "decks/deck.yaml")
        with patch.object(_Reader, "_plain", return_value=None), patch(PLAIN_HEADING, return_value=None):
            assert everything(read_deck(path, "decks/deck.yaml")) == everything(quick)


def test_a_plain_deck_loads_no_shapes(tmp_path: Path) -> None:
    path = tmp_path / "towns.yaml"
    path.write_text(PLAIN_DECK, encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from citedeck.reading import read_deck; "
        "deck = read_deck(Path(sys.argv[1]), 'towns.yaml'); "
        "print(len(deck.entries), len(deck.problems), 'pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=True, timeout=60, text=True)
    assert done.stdout.split() == ["6", "0", "False"]
