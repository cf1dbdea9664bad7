"""What is odd about a cloze."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.languages import Language
from citedeck.model import Cloze, Entry, Gap, Problem
from citedeck.verify.lints.glance import Glance
from citedeck.verify.lints.subject import Subject, length, may_be_longer

_MOST_WORDS = 25


def concerns(glance: Glance) -> Iterator[Entry]:
    """The clozes that may be long, or have a gap of small words."""
    for entry, cloze in glance.clozes:
        small = [p for p in cloze.text if isinstance(p, Gap) and _is_small(p.answer, glance.language)]
        filled = "".join([piece.answer if isinstance(piece, Gap) else piece for piece in cloze.text])
        if small or may_be_longer(filled, _MOST_WORDS):
            yield entry


def open_gap(subject: Subject) -> Iterator[Problem]:
    """A gap that any small word could fill. Capitals tell US from us."""
    question = subject.entry.question
    if not isinstance(question, Cloze):
        return
    for gap in question.gaps:
        if _is_small(gap.answer, subject.language):
            message = f"the gap “{gap.answer}” holds nothing to learn"
            yield subject.entry.problem(gap.answer, "cloze-too-open", message, "Put the braces around what is to stay.")


def _is_small(answer: str, known: Language) -> bool:
    return known.stop_words.issuperset(answer.split())


def long_way(subject: Subject) -> Iterator[Problem]:
    """Much to read for one gap."""
    question = subject.entry.question
    if not isinstance(question, Cloze):
        return
    filled, gaps = question.filled, len({gap.number for gap in question.gaps})
    count = length(filled) if may_be_longer(filled, _MOST_WORDS * gaps) else 0
    if count > _MOST_WORDS * gaps:
        message = f"the cloze has {count} words for {gaps} gap{'' if gaps == 1 else 's'}, over {_MOST_WORDS} for each"
        hint = "Shorten it to the clause around the gap: the card shows the whole sentence on its back."
        yield subject.entry.problem(filled, "cloze-too-open", message, hint)


CHECKS = (open_gap, long_way)
