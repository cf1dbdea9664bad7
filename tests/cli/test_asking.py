"""A quiz in the terminal, of texts that are hard to ask and to answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from typing_extensions import assert_never

from citedeck.cli.asking import Outcome, ask_all
from citedeck.model import Picture, Text
from citedeck.quiz import (
    Answer,
    Blank,
    ChoiceTask,
    ClozeTask,
    Feedback,
    ListTask,
    Quiz,
    QuizItem,
    RecallTask,
    Task,
    TypedTask,
)
from tests.injection.test_terminal import COMMANDS, obeyed
from tests.quiz.strategies import quizzes


def take(quiz: Quiz, lines: list[str]) -> tuple[Outcome, str]:
    """How a quiz went in which these lines were typed, and what was shown."""
    outcomes: list[Outcome] = []
    command = click.command()(lambda: outcomes.append(ask_all(quiz, list(quiz.items), 1)))
    result = CliRunner().invoke(command, input="".join(f"{line}\n" for line in lines), color=True)
    assert result.exception is None, result.output
    return outcomes[0], result.output


def right(task: Task) -> Iterator[str]:
    """What is typed to answer a question right."""
    match task:
        case ChoiceTask():
            are_numbers = any(option in ("1", "2", "3", "4", "5")[: len(task.options)] for option in task.options)
            yield "abcde"[task.right] if are_numbers else str(task.right + 1)
        case TypedTask(answer):
            yield answer.text
        case ClozeTask():
            yield from (blank.answer.text for blank in task.blanks)
        case ListTask(answers, ordered):
            yield from (answer.text for answer in (answers if ordered else answers[::-1]))
        case RecallTask():
            yield from ("", "y")
        case _:
            assert_never(task)


@given(quizzes())
def test_right_answers_are_right(quiz: Quiz) -> None:
    outcome, shown = take(quiz, [line for item in quiz.items for line in right(item.task)])
    assert outcome.right == list(quiz.items), shown


@given(quizzes())
def test_empty_lines_are_misses(quiz: Quiz) -> None:
    outcome, shown = take(quiz, ["" for item in quiz.items for _ in right(item.task)])
    assert outcome.missed == list(quiz.items)
    assert f"0 of {len(quiz.items)} right." in shown


@given(quizzes())
def test_what_was_not_answered_to_the_end_does_not_count(quiz: Quiz) -> None:
    lines = [line for item in quiz.items for line in right(item.task)]
    outcome, _ = take(quiz, lines[:-1])
    assert outcome.right == list(quiz.items)[:-1]
    assert not outcome.missed


@pytest.mark.parametrize("name", COMMANDS)
def test_no_text_of_a_question_is_a_command_to_the_terminal(name: str) -> None:
    text = Text(f"x {COMMANDS[name]} y")
    answer = Answer(text, (text,))
    tasks: tuple[Task, ...] = (
        ChoiceTask((text, Text("b")), 0),
        TypedTask(answer),
        ClozeTask((text, Blank(1, answer, text), text)),
        ListTask((answer,)),
        RecallTask((text,)),
    )
    feedback = Feedback("", text, text, "en")
    picture = Picture("a.png", Path("a.png"), text)
    items = tuple(
        QuizItem(str(number), "f", text, task, feedback, "en", text, text, text, picture)
        for number, task in enumerate(tasks)
    )
    for typed in (["?", ""], [text.replace("\r", " "), ""]):
        outcome, shown = take(Quiz("d", text, "en", text, items), typed * 5)
        assert outcome.missed
        assert shown.count("x ") > 40
        assert not obeyed(shown)
