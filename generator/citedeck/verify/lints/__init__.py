"""What is odd about a fact although its answer is proved: one module for what is looked at, and the table of all."""

from collections.abc import Callable, Iterable, Iterator

from citedeck.model import Entry, Problem
from citedeck.verify.lints import accept, answer, cloze, listing, markup, options, question, quote
from citedeck.verify.lints.deck import lint_deck
from citedeck.verify.lints.glance import Glance, Row
from citedeck.verify.lints.subject import Subject

__all__ = ["PARTS", "Glance", "Row", "lint", "lint_all", "lint_deck"]

_Check = Callable[[Subject], Iterator[Problem]]

PARTS: tuple[tuple[Callable[[Glance], Iterable[Entry]], tuple[_Check, ...]], ...] = tuple(
    (part.concerns, part.CHECKS) for part in (quote, question, answer, accept, options, cloze, listing, markup)
)
"""Every check of a single fact, module by module, each behind a glance at many facts that rules out most of them: those
in which anything could be found. The checks of a whole deck are `lint_deck`.
"""


def lint(entry: Entry) -> list[Problem]:
    """Everything that is odd about a fact by itself, also what its author ignores."""
    return lint_all(Glance.at((entry,))).get(entry.id, [])


def lint_all(glance: Glance) -> dict[str, list[Problem]]:
    """The same of several facts, by the id of each in which something is odd."""
    odd: dict[str, list[Problem]] = {}
    subjects: dict[str, Subject] = {}
    for concerns, checks in PARTS:
        for entry in {entry.id: entry for entry in concerns(glance)}.values():
            subject = subjects.get(entry.id) or subjects.setdefault(entry.id, Subject.of(entry))
            for check in checks:
                for problem in check(subject):
                    odd.setdefault(entry.id, []).append(problem)
    return odd
