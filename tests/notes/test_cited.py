"""What the notes of an article share is as if each had been made by itself."""

from __future__ import annotations

import json

from hypothesis import assume, given
from hypothesis import strategies as st

from citedeck.model import Passage, Reference, Source
from citedeck.notes.cited import Cited, source_line
from citedeck.notes.evidence import evidence
from citedeck.outline import Outline

_WORDS = [
    "A ferry crossed.",
    "It came\nat dawn",
    "e",
    "\u0301",
    "\u0338",
    "日本",
    "&",
    "<b>",
    "{{c1::",
    "}}",
    "\\(",
    "[",
    '“a"',
]
_LIVE = ["[sound:", "[$]", "\\", "\x0c", "\x7f", "\u00a0", "\u200b", " ", " ", " ", ". ", "\n\n", "\n\n", "x" * 300]
articles = st.lists(st.sampled_from([*_WORDS, *_LIVE]), min_size=1, max_size=30).map("".join)


@given(articles, st.data())
def test_shared_pieces_change_nothing(text: str, data: st.DataObject) -> None:
    source = Source("x", "source/x.txt", text, Reference("x", author=("A <b>", "B"), language="e<n"))
    cited = Cited(source)
    for _ in range(3):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        assume(text[start].strip() and text[end - 1].strip())
        passage = Passage(source, start, end)
        expected = evidence((passage,), "en", cited.outline), source_line(passage, Outline(text))
        for found, html in zip((cited.evidence((passage,), "en"), cited.line(passage)), expected, strict=True):
            assert found == (html, json.dumps(html, ensure_ascii=False))
