"""What to do with a question that a format cannot ask as it is: ask it otherwise, or say that it is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from citedeck.frozen import frozen
from citedeck.model import Text, joined
from citedeck.quiz.items import Answer, Blank, ClozeTask, ListTask, Quiz, QuizItem, RecallTask, TaskKind, TypedTask
from citedeck.quiz.making import WAY
from citedeck.quiz.spellings import is_another

BLANK = "_____"
"""How a blank looks that is filled in elsewhere."""

_LEFT_OUT = "[…]"  # what is left out together with the blank


@frozen
class Instead:
    """What was done with a fact that a format cannot express as it is: `what` was done, and `why`."""

    fact: str
    what: str
    why: str


@frozen
class Adapted:
    """A quiz as a format can ask it, and what was done instead."""

    items: tuple[QuizItem, ...]
    instead: tuple[Instead, ...]


_ONE_BLANK = "asked with one blank at a time"
_TYPED = "asked with the answer typed"
_ONE_WAY = "asked one way, its `reverse` left out"


def adapted(quiz: Quiz, kinds: frozenset[TaskKind]) -> Adapted:
    """The questions of a quiz in tasks of these kinds, `typed` among them."""
    items: list[QuizItem] = []
    instead: list[Instead] = []
    for item in quiz.items:
        if item.kind in kinds:
            items.append(item)
            continue
        others, what, why = _otherwise(item)
        items += others
        instead.append(Instead(item.fact, what, why))
    return Adapted(tuple(items), tuple(dict.fromkeys(instead)))


def _otherwise(item: QuizItem) -> tuple[list[QuizItem], str, str]:
    task = item.task
    match task:
        case ClozeTask():
            return list(_blank_by_blank(item, task)), _ONE_BLANK, "a text with blanks"
        case ListTask():
            return list(_answer_by_answer(item, task)), _ONE_BLANK, "a list of answers"
        case RecallTask(answer=Answer() as answer):
            return [replace(item, task=TypedTask(answer))], _TYPED, "an answer that learners mark themselves"
        case RecallTask():
            return [], _ONE_WAY, "an answer that only learners themselves can mark"
        case _:
            raise ValueError(f"a format must ask {item.kind} questions")


def _blank_by_blank(item: QuizItem, task: ClozeTask) -> Iterator[QuizItem]:
    """A question for each blank of a text, the others filled; what a blank repeats is no question of its own."""
    for index, asked in enumerate(task.blanks):
        if not any(_repeats(asked, before) for before in task.blanks[:index]):
            pieces = [_shown(piece, asked, item.language) for piece in task.text]
            yield _with_blank(item, asked.answer, index, joined(pieces, item.prompt), asked.hint)


def _repeats(one: Blank, other: Blank) -> bool:
    return (one.number, one.answer) == (other.number, other.answer)


def _shown(piece: Text | Blank, asked: Blank, tag: str) -> Text:
    if not isinstance(piece, Blank):
        return piece
    if not is_another(piece.answer.text, (asked.answer.text,), tag):  # would give the answer away
        return Text(BLANK)
    return Text(_LEFT_OUT) if piece.number == asked.number else piece.answer.text


def _answer_by_answer(item: QuizItem, task: ListTask) -> Iterator[QuizItem]:
    """A question for each answer of a list, the others shown."""
    for index, asked in enumerate(task.answers):
        rows: list[Text] = []
        for number, answer in enumerate(task.answers, start=1):
            mark = f"{number}. " if task.ordered else "• "
            rows += [Text(f"\n{mark}"), Text(BLANK) if answer is asked else answer.text]
        yield _with_blank(item, asked, index, joined([item.prompt, *rows], item.prompt))


def _with_blank(item: QuizItem, answer: Answer, index: int, prompt: Text, hint: str = "") -> QuizItem:
    return replace(
        item,
        id=f"{item.id}{WAY}{index + 1}",
        prompt=prompt,
        task=TypedTask(answer),
        lead="Fill in the blank.",
        hint=hint or item.hint,
    )
