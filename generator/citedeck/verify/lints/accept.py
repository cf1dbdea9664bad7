"""What is odd about the other spellings of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.matching.values import another_value
from citedeck.model import Cloze, Entry, Problem, Recall, Text, Typed
from citedeck.verify.lints.glance import Glance
from citedeck.verify.lints.subject import Subject


def concerns(glance: Glance) -> list[Entry]:
    """The facts that have other spellings at all."""
    return [entry for entry in glance.entries if entry.accept]


def unused(subject: Subject) -> Iterator[Problem]:
    """Spellings of an answer that is not typed, or of which of several nobody can tell."""
    if subject.entry.accept and _typed(subject) is None:
        message = "`accept` has no effect: it is for a single answer that can be typed"
        hint = f"Take it out: a {subject.entry.kind} fact has none."
        yield subject.entry.problem(subject.entry.accept[0], "accept-unused", message, hint)


def another(subject: Subject) -> Iterator[Problem]:
    """A spelling that is another value, which the quote does not state."""
    answer = _typed(subject)
    for spelling in subject.entry.accept if answer else ():
        if answer and another_value(spelling, answer, subject.entry.language):
            message = f"“{spelling}” is another value than the answer “{answer}”"
            hint = "Accept other spellings of the same value."
            yield subject.entry.problem(spelling, "accept-differs", message, hint)


def _typed(subject: Subject) -> Text | None:
    """The single answer of a fact that can be typed."""
    match subject.entry.question:
        case Recall(answer=answer) | Typed(answer=answer):
            return answer
        case Cloze(gaps=(gap,)):
            return gap.answer
        case _:
            return None


CHECKS = (unused, another)
