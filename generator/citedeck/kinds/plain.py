"""Plain facts: those of few keys, whose texts have neither markup nor flaw. Most are plain.

Of such a fact one regular expression sees that it is well formed; of all others the shapes tell what they are, or what
is wrong with them. The two never differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from citedeck.kinds.cloze import PLAIN_CLOZE, plain_cloze
from citedeck.kinds.values import FLAWLESS, PLAIN, is_plain
from citedeck.model import Choice, Pair, Question, Recall, Text, Typed

_TEXTS = {
    **dict.fromkeys(("ask", "answer", "term", "meaning"), PLAIN),
    **dict.fromkeys(("quote", "source"), FLAWLESS),
    "typed": "true",
    "cloze": PLAIN_CLOZE,
}
_BESIDE = {"source", "tags"}
"""Keys that any fact may have besides those that make its question."""

_Raw = Mapping[Any, Any]


def _choice(raw: _Raw) -> Choice | None:
    others = raw["distractors"]
    plain = isinstance(others, list) and others and all(map(is_plain, others))
    return Choice(raw["ask"], raw["answer"], tuple(others)) if plain else None


_QUESTIONS: dict[frozenset[str], tuple[str, Callable[[_Raw], Question | None]]] = {
    frozenset(("ask", "answer", "quote")): ("basic", lambda raw: Recall(raw["ask"], raw["answer"])),
    frozenset(("ask", "answer", "quote", "typed")): ("typed", lambda raw: Typed(raw["ask"], raw["answer"])),
    frozenset(("ask", "answer", "quote", "distractors")): ("choice", _choice),
    frozenset(("term", "meaning", "quote")): ("term", lambda raw: Pair(raw["term"], raw["meaning"])),
    frozenset(("cloze", "quote")): ("cloze", lambda raw: plain_cloze(raw["cloze"])),
    frozenset(("cloze",)): ("cloze", lambda raw: plain_cloze(raw["cloze"])),
}


@dataclass(frozen=True, slots=True)
class _Form:
    """What is known of a fact by its keys: its kind, which of its values are texts and what these are if plain."""

    kind: str
    texts: Callable[[_Raw], tuple[Text, ...]]
    are_plain: Callable[[str], object]
    question: Callable[[_Raw], Question | None]


def plain_question(raw: _Raw) -> tuple[str, Question] | None:
    """The kind of a fact and what it asks, if it is surely plain; then its `tags` alone are left to be read."""
    form = _form(tuple(raw))
    if form is None:
        return None
    try:
        texts = "\0".join(form.texts(raw))
    except TypeError:  # a list or a mapping, where a text should be
        return None
    question = form.question(raw) if form.are_plain(texts) else None
    return (form.kind, question) if question else None


@lru_cache(maxsize=256)
def _form(keys: tuple[str, ...]) -> _Form | None:
    known = _QUESTIONS.get(frozenset(keys) - _BESIDE)
    if known is None:
        return None
    named = [key for key in keys if key in _TEXTS]
    # No plain text holds the sign that is put between them.
    pattern = re.compile("\0".join(_TEXTS[key] for key in named))
    of_one = itemgetter(named[0])
    texts = itemgetter(*named) if len(named) > 1 else lambda raw: (of_one(raw),)
    kind, question = known
    return _Form(kind, texts, pattern.fullmatch, question)
