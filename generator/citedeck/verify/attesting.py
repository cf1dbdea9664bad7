"""What a person vouches for who attests a fact, and the seal that binds the attestation to it: an edit voids it."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Sequence

from typing_extensions import assert_never

from citedeck.model import Choice, Cloze, Entry, Gap, Listing, Pair, Problem, Question, Recall, Typed

_DIGITS = 16  # hexadecimal: one edit in 2⁶⁴ would go unnoticed
_FOR_A_PERSON = frozenset(("answer-not-in-quote", "list-item-not-in-quote", "residue-not-in-quote"))


def seal(entry: Entry) -> str:
    """16 hexadecimal digits for what is asked, answered and quoted, and from where; white space does not count."""
    asked, quotes = _asked(entry.question), entry.citation.quotes
    vouched = [[_canonical(text) for text in part] for part in (*asked, quotes, (entry.citation.source or "",))]
    return hashlib.sha256(json.dumps(vouched).encode("ascii")).hexdigest()[:_DIGITS]


def obstacles(problems: Sequence[Problem]) -> list[Problem]:
    """Of the problems of a fact, those that no person can vouch away."""
    return [problem for problem in problems if problem.code not in _FOR_A_PERSON]


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
            return ("choice",), (question.prompt, question.answer), question.distractors
        case Cloze():
            return ("cloze",), [
                f"{{{part.number}:{part.answer}:{part.hint}}}" if isinstance(part, Gap) else part
                for part in question.text
            ]
        case Listing():
            return ("ordered list" if question.ordered else "list",), (question.prompt,), question.answers
        case _:
            assert_never(question)
