"""A seal is made of what JSON would write, each text composed and its white space levelled."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from citedeck.model import Choice, Citation, Entry, Identity, Listing, Question, Recall, Text
from citedeck.seal import seal

_SPACES = [" ", "  ", "\n", "\r", "\t", "\u00a0", "\x1f"]
_PIECES = [*_SPACES, "a", "b c", "\x7f", '"', '", "', '"], ["', "\\", "\\n", "é", "e\u0301", "日"]
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=4).map("".join).map(Text)
_SEVERAL = st.lists(_TEXTS, max_size=3).map(tuple)


def _canonical(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _sealed(question: Question, quotes: tuple[Text, ...], source: Text | None) -> str:
    cited = Citation(source, quotes)
    return seal(Entry("d", "d.yaml", Text("f"), "basic", question, cited, Identity("f")))


def _expected(*parts: tuple[str, ...]) -> str:
    canonical = [list(map(_canonical, part)) for part in parts]
    return hashlib.sha256(json.dumps(canonical).encode("ascii")).hexdigest()[:16]


@given(_TEXTS, _TEXTS, st.none() | _TEXTS, _SEVERAL, st.none() | _TEXTS)
def test_what_is_sealed_at_once_is_sealed_as_text_for_text(
    prompt: Text, answer: Text, reverse: Text | None, several: tuple[Text, ...], source: Text | None
) -> None:
    rest = several, (source or "",)
    asked = (prompt, answer, reverse or "")
    assert _sealed(Recall(prompt, answer, reverse), several, source) == _expected(("recall",), asked, *rest)
    assert _sealed(Listing(prompt, several), several, source) == _expected(("list",), (prompt,), several, *rest)
    wrong = tuple(sorted(several, key=_canonical))
    assert _sealed(Choice(prompt, answer, several), several, source) == _expected(
        ("choice",), (prompt, answer), wrong, *rest
    )
