"""A citation is hidden only where there is something to hide."""

from __future__ import annotations

import unicodedata
from json.encoder import encode_basestring, encode_basestring_ascii

from hypothesis import given
from hypothesis import strategies as st

from citedeck.markup import is_bare, to_attribute, to_hidden
from citedeck.model import Citation, Entry, Identity, Item, Passage, Proof, Recall, Reference, Source, Text
from citedeck.notes.citation import _at_once, _in_full, hides_nothing

_LIVELY = st.lists(st.sampled_from([*'&<>[{"\\e\u0301\u0338\x7f\x00\n', "sound:", "[sound:", "{{c1::", "é", "日本"]))


@given(st.text() | _LIVELY.map("".join))
def test_what_hides_nothing_stays_as_it_is(text: str) -> None:
    written = unicodedata.normalize("NFC", f'{{"quotes": [{{"exact": {encode_basestring(text)}}}]}}')
    assert not hides_nothing(written) or to_hidden(written) == written


_ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126))


@given(st.text() | _ASCII)
def test_what_is_bare_stands_everywhere_as_it_is(text: str) -> None:
    if is_bare(text):
        assert unicodedata.normalize("NFC", text) == to_attribute(text) == to_hidden(text) == text
        assert encode_basestring(text) == encode_basestring_ascii(text) == f'"{text}"'
        assert hides_nothing(text)


_TEXTS = (st.text(min_size=1) | _ASCII | _LIVELY.map("".join) | st.just("a town")).map(Text)


@given(*[_TEXTS] * 5, st.none() | _TEXTS, st.lists(_TEXTS, min_size=1, max_size=2).map(tuple))
def test_a_citation_written_at_once_is_that_in_full(
    fact: Text, deck: Text, language: Text, source: Text, answer: Text, near: Text | None, quotes: tuple[Text, ...]
) -> None:
    cited = Citation(source, quotes, near=near)
    entry = Entry(deck, "d.yaml", fact, "basic", Recall(answer, answer), cited, Identity(fact), language)
    passage = Passage(Source(source, "source/x.txt", answer, Reference(source)), 0, 1)
    item = Item(entry, Proof("verbatim", passage), (passage,))
    expected = _in_full(item, "0123456789abcdef")
    assert _at_once(item, "0123456789abcdef") in (None, expected)
    assert expected[1] == encode_basestring(expected[0])
