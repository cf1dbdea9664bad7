"""A quiz in the terminal: what is asked and told, question by question."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from citedeck.cli.terminal import ask, echo, secho
from citedeck.cli.wording import counted
from citedeck.cli.wrapping import wrapped
from citedeck.quiz import (
    Answer,
    Blank,
    ChoiceTask,
    ClozeTask,
    ListTask,
    Quiz,
    QuizItem,
    RecallTask,
    TypedTask,
    is_right,
    marks,
)
from citedeck.typings import assert_never

_WIDEST = 96
_HINT, _END = "?", "q"
_FIRM = "\u00a0"  # a space at which no line ends
_YES, _NO = ("y", "yes"), ("n", "no", "")


@dataclass
class Outcome:
    """How it went: the questions that were answered right, and those that were not."""

    right: list[QuizItem] = field(default_factory=list)
    missed: list[QuizItem] = field(default_factory=list)


def ask_all(quiz: Quiz, items: list[QuizItem], seed: int) -> Outcome:
    """Ask questions until the last, or until the learner ends; print how it went."""
    outcome = Outcome()
    secho(f"{quiz.name}: {counted(len(items), 'question')}", bold=True)
    _say(f"Asked in the order of --seed {seed}. An empty line passes, {_HINT} shows a hint, {_END} ends.", indent="")
    try:
        for number, item in enumerate(items, start=1):
            echo("")
            secho(f"{number} of {len(items)}", bold=True)
            right = _ask(item)
            (outcome.right if right else outcome.missed).append(item)
            _support(item)
    except (EOFError, KeyboardInterrupt):
        echo("")
    echo("")
    _sum_up(outcome, len(items))
    return outcome


def _sum_up(outcome: Outcome, all_: int) -> None:
    right, asked = len(outcome.right), len(outcome.right) + len(outcome.missed)
    rest = f"; {all_ - asked} not asked" if asked < all_ else ""
    secho(f"{right} of {asked} right{rest}.", bold=True)
    if outcome.missed:
        echo("Missed:")
    for item in outcome.missed:
        _say(_question(item), indent="  - ", then="    ")


def _question(item: QuizItem) -> str:
    """A question on one line."""
    words = "".join(_with_blanks(item.task)) if isinstance(item.task, ClozeTask) else item.prompt
    return " ".join(filter(None, (item.lead, *words.split("\n"))))


def _ask(item: QuizItem) -> bool:
    """Ask a question; whether it was answered right."""
    if item.lead:
        _say(item.lead)
    if item.prompt:
        _say(item.prompt)
    if item.image:
        _say(f"[Picture: {item.image.alt}]")
    task = item.task
    match task:
        case ChoiceTask():
            return _choice(item, task)
        case TypedTask(answer):
            is_answer = partial(is_right, answer=answer, tag=item.language)
            return _judged(is_answer(_line(item, "> ", is_answer)), answer.text)
        case ClozeTask():
            return _cloze(item, task)
        case ListTask():
            return _list(item, task)
        case RecallTask():
            return _recall(item, task)
        case _:
            assert_never(task)


def _choice(item: QuizItem, task: ChoiceTask) -> bool:
    names = list(map(str, range(1, len(task.options) + 1)))
    if not set(names).isdisjoint(task.options):  # an option that is a number is no name of another
        names = [chr(ord("a") + place) for place in range(len(task.options))]
    for name, option in zip(names, task.options, strict=True):
        _say(option, indent=f"  {name}  ")
    numbers = dict(zip(names, task.options, strict=True))
    while True:
        typed = _line(item, f"{names[0]}-{names[-1]}> ", task.options.__contains__)
        chosen = numbers.get(typed) or next((one for one in task.options if one == typed), None)
        if chosen is not None or not typed:
            return _judged(chosen is task.answer, task.answer)
        echo(f"  Type {names[0]} to {names[-1]}; an empty line passes.")


def _cloze(item: QuizItem, task: ClozeTask) -> bool:
    _say("".join(_with_blanks(task)))
    right = []
    for number, blank in enumerate(task.blanks, start=1):
        is_answer = partial(is_right, answer=blank.answer, tag=item.language)
        right.append(is_answer(_line(item, f"({number})> ", is_answer)))
    return _judged_all(right, [blank.answer for blank in task.blanks])


def _with_blanks(task: ClozeTask) -> Iterator[str]:
    number = 0
    for piece in task.text:
        if isinstance(piece, Blank):
            number += 1
            yield f"({number}){_FIRM}_____ [{piece.hint}]" if piece.hint else f"({number}){_FIRM}_____"
        else:
            yield piece


def _list(item: QuizItem, task: ListTask) -> bool:
    order = ", in order" if task.ordered else ""
    _say(f"({counted(len(task.answers), 'answer')}{order})")
    typed = [
        _line(item, f"{number}> ", lambda text: any(is_right(text, one, item.language) for one in task.answers))
        for number in range(1, len(task.answers) + 1)
    ]
    right = marks(typed, task.answers, task.ordered, item.language)
    for text, is_one in zip(typed, right, strict=True):
        if text and not is_one:
            _say(f"Wrong: {text}")
    return _judged(all(right), "; ".join(answer.text for answer in task.answers))


def _recall(item: QuizItem, task: RecallTask) -> bool:
    _line(item, "Recall it, then press Enter> ")
    for line in task.shown:
        _say(line, fg="green")
    while True:
        typed = _line(item, "Did you know it? y/n> ").casefold()
        if typed in _YES or typed in _NO:
            return typed in _YES
        echo("  Type y or n.")


def _line(item: QuizItem, prompt: str, is_answer: Callable[[str], bool] = lambda _: False) -> str:
    """What is typed for a question. What asks for a hint or for the end does so unless it is an answer."""
    while True:
        line = ask(f"  {prompt}")
        typed = "" if line is None else line.strip()
        if line is None or (typed == _END and not is_answer(typed)):
            raise EOFError
        if typed != _HINT or is_answer(typed):
            return typed
        _say(f"Hint: {item.hint}" if item.hint else "There is no hint.")


def _judged_all(right: list[bool], answers: list[Answer]) -> bool:
    wrong = [answer.text for one, answer in zip(right, answers, strict=True) if not one]
    return _judged(not wrong, "; ".join(wrong))


def _judged(right: bool, answer: str) -> bool:
    _say("Right." if right else f"Not right: {answer}", fg="green" if right else "red")
    return right


def _support(item: QuizItem) -> None:
    """The passage the answer rests on, and what its author remarks."""
    _say(f"“{item.feedback.passage}”", indent="  │ ")
    _say(item.feedback.source, indent="  │ — ", then="  │   ")
    if item.extra:
        _say(item.extra)


def _say(text: str, indent: str = "  ", then: str = "", fg: str | None = None) -> None:
    """Print a text between the edges of the terminal; its own lines stay lines."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    then = then or (indent if "│" in indent else " " * len(indent))
    for paragraph in text.split("\n"):
        for line in wrapped(paragraph, width, indent, then):
            secho(line, fg=fg) if fg else echo(line)
        indent = then
