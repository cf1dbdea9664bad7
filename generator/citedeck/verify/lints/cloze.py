"""What is odd about a cloze."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.model import Cloze, Problem
from citedeck.verify.lints.subject import Subject, length, may_be_longer

_MOST_WORDS = 25


def concerns(subject: Subject) -> bool:
    """Whether the fact is a cloze."""
    return isinstance(subject.entry.question, Cloze)


def open_gap(subject: Subject) -> Iterator[Problem]:
    """A gap that any small word could fill. Capitals tell US from us."""
    question = subject.entry.question
    if not isinstance(question, Cloze):
        return
    for gap in question.gaps:
        words = gap.answer.split()
        if subject.language.stop_words.issuperset(words):
            message = f"the gap “{gap.answer}” holds nothing to learn"
            yield subject.entry.problem(gap.answer, "cloze-too-open", message, "Put the braces around what is to stay.")


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
