"""What is odd about a fact although its answer is proved: one module for what is looked at, and the table of all."""

from collections.abc import Callable, Iterator

from citedeck.model import Entry, Problem
from citedeck.verify.lints import accept, answer, cloze, listing, markup, options, question, quote
from citedeck.verify.lints.deck import lint_deck
from citedeck.verify.lints.subject import Subject

__all__ = ["CHECKS", "lint", "lint_deck"]

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    *quote.CHECKS,
    *question.CHECKS,
    *answer.CHECKS,
    *accept.CHECKS,
    *options.CHECKS,
    *cloze.CHECKS,
    *listing.CHECKS,
    *markup.CHECKS,
)
"""Every check of a single fact; those of a whole deck are `lint_deck`."""


def lint(entry: Entry) -> list[Problem]:
    """Everything that is odd about a fact by itself, also what its author ignores."""
    subject = Subject(entry)
    return [problem for check in CHECKS for problem in check(subject)]
