"""What several formats cannot hold of a question, and what they do instead."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.quiz import Instead, QuizItem, TypedTask


def hint_in_sight(item: QuizItem) -> Iterator[Instead]:
    """A format without hints shows them with the question."""
    if item.hint:
        yield Instead(item.fact, "asked with the hint in sight", "a hint that is hidden")


def capitals_ignored(item: QuizItem) -> Iterator[Instead]:
    """A format that compares without regard to case takes 5 MW for 5 mW."""
    if isinstance(item.task, TypedTask) and item.task.answer.cased:
        yield Instead(item.fact, "asked without regard to capitals", "capitals that count")
