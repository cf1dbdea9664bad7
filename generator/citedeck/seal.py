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
    parts = *_asked(entry.question), entry.quotes, (entry.citation.source or "",)
    vouched = "], [".join([", ".join([quoted(_canonical(text)) for text in part]) for part in parts])
    return hashlib.sha256(f"[[{vouched}]]".encode("ascii")).hexdigest()[:_DIGITS]  # lists of a list, as JSON


def _canonical(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _asked(question: Question) -> tuple[Sequence[str], ...]:
    """The name of a form, and all its texts."""
    match question:
        case Recall():
            return ("recall",), (question.prompt, question.answer, question.reverse or "")
        case Pair():
            return ("pair",), (question.term, question.meaning)
        case Typed():
            return ("typed",), (question.prompt, question.answer)
        case Choice():
            return ("choice",), (question.prompt, question.answer), sorted(question.distractors, key=_canonical)
        case Cloze():
            return ("cloze",), [
                f"{{{part.number}:{part.answer}:{part.hint}}}" if isinstance(part, Gap) else part
                for part in question.text
            ]
        case Listing():
            return ("ordered list" if question.ordered else "list",), (question.prompt,), question.answers
        case _:
            assert_never(question)
