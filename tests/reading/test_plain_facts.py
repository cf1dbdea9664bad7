"""Plain facts are read the quick way, which says what the long way says."""

from __future__ import annotations

import json
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

TEXT = st.text(st.sampled_from("aé日٣_-.*`$[\\{}:“( \n\t\x00\u200b\u0301"), max_size=6) | st.sampled_from(
    ["true", "false", "Who?", "it is {{he}}", "{{a}} b {{ }}", "{{c1::a}}", "{{{a}}}", " a", "a ", "# a"]
)
VALUE = TEXT | st.lists(TEXT, max_size=2) | st.dictionaries(TEXT, TEXT, max_size=1)
KEYS = st.sampled_from(["kind", "quote", "source", "near", "reverse", "hint", "typ"])
PLAIN = st.fixed_dictionaries(
    {},
    optional={
        "ask": TEXT,
        "answer": TEXT,
        "quote": TEXT,
        "typed": TEXT,
        "cloze": TEXT,
        "term": TEXT,
        "meaning": TEXT,
        "source": TEXT,
        "distractors": st.lists(TEXT, max_size=2),
        "tags": st.lists(st.sampled_from(["years", "a b", ""]), max_size=2),
    },
)
QUESTIONS = st.sampled_from(
    [
        {"ask": "Who?", "answer": "he", "quote": "it is he"},
        {"ask": "Who?", "answer": "he", "quote": "it is he", "typed": "true"},
        {"ask": "Who?", "answer": "he", "quote": "it is he", "distractors": ["she"]},
        {"term": "he", "meaning": "a man", "quote": "he, a man"},
        {"cloze": "it is {{he}}", "quote": "it is he"},
        {"cloze": "{{it}} is {{he}}"},
    ]
)
FACT = st.builds(lambda *parts: {k: v for part in parts for k, v in part.items()}, QUESTIONS, PLAIN) | st.builds(
    lambda *parts: {k: v for part in parts for k, v in part.items()}, PLAIN, st.dictionaries(KEYS, VALUE, max_size=2)
)
DECKS = st.dictionaries(st.sampled_from(["a", "b-1", "é", "a b", "-", "_", "3"]), QUESTIONS | FACT, max_size=5)


def everything(value: object) -> object:
    """All that can be seen of what was read."""
    if isinstance(value, Text):
        return str(value), value.line, value.column, str(written(value)), spans(value), getattr(value, "unread", ())
    if isinstance(value, tuple):
        return [everything(one) for one in value]
    if is_dataclass(value):
        return type(value), [everything(getattr(value, field.name)) for field in fields(value)]
    return value


@given(facts=DECKS)
def test_the_quick_way(facts: dict[str, Any]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.yaml"
        text = json.dumps({"deck": "Deck", "source": "article", "facts": facts}, indent=1, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        quick = read_deck(path, "decks/deck.yaml")
        with patch.object(_Reader, "_plain", return_value=None):
            assert everything(read_deck(path, "decks/deck.yaml")) == everything(quick)
