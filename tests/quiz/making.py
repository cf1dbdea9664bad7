"""A quiz out of a deck in a few lines."""

from __future__ import annotations

from pathlib import Path

from citedeck.quiz import Quiz, QuizItem, quiz
from tests.judging import judged


def quiz_of(root: Path, facts: str, article: str, head: str = "") -> Quiz:
    """The quiz of a deck with these facts, as YAML, about an article."""
    deck = f"deck: d\nsource: a\n{head}facts:\n{facts}"
    verdict = judged(root, {"d": deck}, {"a.txt": article})
    assert not verdict.errors, verdict.errors
    return quiz(verdict.decks[0])


def item_of(found: Quiz, id: str) -> QuizItem:
    return next(item for item in found.items if item.id == id)
