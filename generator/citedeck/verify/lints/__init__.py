"""What is odd about a fact although its answer is proved: one module for what is looked at, and the table of all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from citedeck.languages import language
from citedeck.model import Entry, Problem
from citedeck.verify.lints import accept, answer, cloze, listing, markup, options, question, quote
from citedeck.verify.lints.deck import lint_deck
from citedeck.verify.lints.glance import Glance
from citedeck.verify.lints.subject import Subject

__all__ = ["PARTS", "lint", "lint_deck", "lint_each"]

_Check = Callable[[Subject], Iterator[Problem]]

_AT_ONCE = 500  # facts; what a glance holds of them is thrown away before the next

PARTS: tuple[tuple[Callable[[Glance], Iterable[Entry]], tuple[_Check, ...]], ...] = tuple(
    (part.concerns, part.CHECKS) for part in (quote, question, answer, accept, options, cloze, listing, markup)
)
"""Every check of a single fact, module by module, each behind a glance at many facts that rules out most of them: those
in which anything could be found. The checks of a whole deck are `lint_deck`.
"""


def lint(entry: Entry) -> list[Problem]:
    """Everything that is odd about a fact by itself, also what its author ignores."""
    return lint_each((entry,)).get(entry.id, [])


def lint_each(entries: Sequence[Entry]) -> dict[str, list[Problem]]:
    """The same for every fact of a deck in which something is odd, by its id."""
    odd: dict[str, list[Problem]] = {}
    for start in range(0, len(entries), _AT_ONCE):
        for tag, group in groupby(entries[start : start + _AT_ONCE], attrgetter("language")):
            for fact, problem in _remarks(Glance.at(tuple(group), language(tag))):
                odd.setdefault(fact, []).append(problem)
    return odd


def _remarks(glance: Glance) -> Iterator[tuple[str, Problem]]:
    subjects: dict[str, Subject] = {}
    for concerns, checks in PARTS:
        for entry in {entry.id: entry for entry in concerns(glance)}.values():
            subject = subjects.get(entry.id) or subjects.setdefault(entry.id, Subject.of(entry))
            for check in checks:
                for problem in check(subject):
                    yield entry.id, problem
