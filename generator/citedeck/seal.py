"""The seal of a fact: an edit of what is asked, answered or quoted breaks it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from json.encoder import encode_basestring_ascii as quoted

from citedeck.model import Choice, Cloze, Entry, Gap, Listing, Pair, Question, Recall, Typed
from citedeck.typings import assert_never

_DIGITS = 16  # hexadecimal: one edit in 2⁶⁴ would go unnoticed


def seal(entry: Entry) -> str:
    """16 hexadecimal digits for what is asked, answered and quoted, and from where; white space does not count."""
    form, asked = _asked(entry.question)
    parts = *asked, entry.citation.quotes or entry.quotes, (entry.citation.source or "",)
    as_json = f'[["{form}"], [{_at_once(parts) or _one_by_one(parts)}]]'
    return hashlib.sha256(as_json.encode("ascii")).hexdigest()[:_DIGITS]


def _at_once(parts: tuple[Sequence[str], ...]) -> str | None:
    """Texts as JSON, if all are canonical and stand there as they are: if nothing is to be escaped but the quotation
    marks around them, and no space follows another, or begins or ends a text.
    """
    joined = '"], ["'.join(map('", "'.join, parts))
    if not joined.isascii():
        return None
    as_json, count = f'"{joined}"', sum(map(len, parts))
    is_plain = len(quoted(as_json)) == len(as_json) + 2 * count + 2
    if is_plain and "  " not in as_json and '" ' not in as_json and as_json.count(' "') == count - len(parts):
        return as_json
    return None


def _one_by_one(parts: tuple[Sequence[str], ...]) -> str:
    return "], [".join([", ".join([quoted(_canonical(text)) for text in part]) for part in parts])


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
            return "cloze", ([_gap(one) if isinstance(one, Gap) else one.strip() for one in pieces],)
        case Listing(prompt, answers, ordered):
            return "ordered list" if ordered else "list", ((prompt,), answers)
        case _:
            assert_never(question)


def _gap(gap: Gap) -> str:
    return f"{{{gap.number}:{gap.answer}:{gap.hint}}}"
