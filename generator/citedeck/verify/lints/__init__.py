"""What is odd about a fact although its answer is proved: one module for what is looked at, and the table of all."""

from collections.abc import Callable, Iterator

from citedeck.model import Entry, Problem
from citedeck.verify.lints import accept, answer, cloze, listing, markup, options, question, quote
from citedeck.verify.lints.deck import lint_deck
from citedeck.verify.lints.subject import Subject

__all__ = ["PARTS", "lint", "lint_deck"]

_Check = Callable[[Subject], Iterator[Problem]]

PARTS: tuple[tuple[Callable[[Subject], bool], tuple[_Check, ...]], ...] = tuple(
    (part.concerns, part.CHECKS) for part in (quote, question, answer, accept, options, cloze, listing, markup)
)
"""Every check of a single fact, module by module, each behind a cheap test that rules out most facts: whether anything
could be found. The checks of a whole deck are `lint_deck`.
"""


def lint(entry: Entry) -> list[Problem]:
    """Everything that is odd about a fact by itself, also what its author ignores."""
    subject = Subject.of(entry)
    found: list[Problem] = []
    for concerns, checks in PARTS:
        if concerns(subject):
            for check in checks:
                found += check(subject)
    return found
