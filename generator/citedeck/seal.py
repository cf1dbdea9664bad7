"""The seal of a fact: an edit of what is asked, answered or quoted breaks it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from json.encoder import encode_basestring_ascii as quoted

from typing_extensions import assert_never

from citedeck.model import Choice, Cloze, Entry, Gap, Listing, Pair, Question, Recall, Typed

_DIGITS = 16  # hexadecimal: one edit in 2⁶⁴ would go unnoticed


def seal(entry: Entry) -> str:
    """16 hexadecimal digits for what is asked, answered and quoted, and from where; white space does not count."""
    form, asked = _asked(entry.question)
    parts = *asked, entry.quotes, (entry.citation.source or "",)
    vouched = "], [".join([", ".join([quoted(_canonical(text)) for text in part]) for part in parts])
    as_json = f'[["{form}"], [{vouched}]]'
    return hashlib.sha256(as_json.encode("ascii")).hexdigest()[:_DIGITS]


def _canonical(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _asked(question: Question) -> tuple[str, tuple[Sequence[str], ...]]:
    """The name of a form, and all its texts."""
    match question:
        case Recall():
            return "recall", ((question.prompt, question.answer, question.reverse or ""),)
        case Pair(term, meaning):
            return "pair", ((term, meaning),)
        case Typed(prompt, answer):
            return "typed", ((prompt, answer),)
        case Choice(prompt, answer, distractors):
            return "choice", ((prompt, answer), sorted(distractors, key=_canonical))
        case Cloze(pieces):
            texts = [f"{{{one.number}:{one.answer}:{one.hint}}}" if isinstance(one, Gap) else one for one in pieces]
            return "cloze", (texts,)
        case Listing(prompt, answers, ordered):
            return "ordered list" if ordered else "list", ((prompt,), answers)
        case _:
            assert_never(question)
