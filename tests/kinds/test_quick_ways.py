"""The quick ways to read a text say what the long ways say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from citedeck.kinds import values
from citedeck.kinds.cloze import parse
from citedeck.kinds.plain import plain_question
from citedeck.kinds.table import KINDS, kind_of
from citedeck.kinds.texts import is_id
from citedeck.markdown import paragraphs, phrase
from citedeck.model import Cloze, Gap, Text, spans, written

MARKS, ODD = "_-.*`^~$<[\\{}:", " \t\n\r\x00\x02\x1f\x7f\x85\xa0\xad\u0301\u200b\u2028\ud800"
TEXTS = st.text(st.sampled_from(f"aé日٣²{MARKS}{ODD}"), max_size=8)
CLOZES = st.lists(
    st.sampled_from(["{{", "}}", "c1::", "c2::", "::", "a", " b ", "*", "$", "\\", "\n", "é", "`", "- "]), max_size=12
).map("".join)
IS_PLAIN = "citedeck.kinds.cloze.is_plain"
KEYS = st.sets(st.sampled_from(["ask", "answer", *(kind.KEY for kind in KINDS.values() if kind.KEY)]))


def outcome(read: Callable[[Text], object], text: str) -> object:
    """What is read of a text, all that can be seen of it, or what is told."""
    try:
        return seen(read(Text(text, 3, 5)))
    except PydanticCustomError as error:
        return error.type, error.message()


def seen(read: object) -> object:
    if isinstance(read, Cloze):
        return [seen(piece) for piece in read.text], read.numbered
    if isinstance(read, Gap):
        return read.number, seen(read.answer), str(read.hint), written(read.hint), spans(read.hint)
    assert isinstance(read, Text)
    return str(read), read.line, read.column, str(written(read)), spans(read), getattr(read, "unread", ())


def long_words(text: Text) -> Text:
    flawed = values.flaw(text)
    if flawed:
        raise flawed
    return text.with_value(text.strip())


@given(text=TEXTS)
def test_words(text: str) -> None:
    assert outcome(values.words, text) == outcome(long_words, text)


@given(text=TEXTS)
def test_phrases(text: str) -> None:
    assert outcome(values._phrase, text) == outcome(lambda text: values._shown(phrase(long_words(text))), text)


@given(text=TEXTS)
def test_paragraphs(text: str) -> None:
    assert outcome(values._paragraphs, text) == outcome(lambda text: values._shown(paragraphs(long_words(text))), text)


@given(text=CLOZES)
def test_clozes(text: str) -> None:
    quick = outcome(parse, text)
    with patch("citedeck.kinds.cloze._PLAIN", re.compile("(?!)")):
        assert quick == outcome(parse, text)
    with patch("citedeck.kinds.cloze._PLAIN", re.compile("(?!)")), patch(IS_PLAIN, return_value=False):
        assert quick == outcome(parse, text)


@given(text=TEXTS)
def test_no_plain_fact_holds_half_a_character(text: str) -> None:
    raw = {"ask": Text("Who?"), "answer": Text(text), "quote": Text(f"it is {text}.")}
    assert plain_question(raw) is None or text.encode()


@given(text=TEXTS)
def test_ids(text: str) -> None:
    letters = [one for one in text if one not in "-_."]
    fit = (one.isalnum() or unicodedata.category(one) in ("Mn", "Mc") for one in letters)
    assert is_id(text) == (bool(letters) and all(fit))


@given(keys=KEYS, typed=st.sampled_from(["true", "false"]))
def test_kinds(keys: set[str], typed: str) -> None:
    raw = {key: typed if key == "typed" else "x" for key in keys}
    assert kind_of(raw) == next(name for name, kind in KINDS.items() if kind.claims(raw))
