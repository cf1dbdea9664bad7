"""CSV for people and spreadsheets: a row for each question of a quiz, in plain words, in which nothing runs.

A spreadsheet runs a cell that begins with one of = + - @, or what looks like one where it parts cells otherwise than we
do, as some countries' do at each semicolon. An apostrophe before it makes it words: nothing is lost to who reads it.
See https://owasp.org/www-community/attacks/CSV_Injection.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from citedeck.exporters.product import Product
from citedeck.history import Edition
from citedeck.markup import visible
from citedeck.quiz import (
    BLANK,
    Answer,
    Blank,
    ChoiceTask,
    ClozeTask,
    ListTask,
    Quiz,
    QuizItem,
    RecallTask,
    TypedTask,
    quiz,
)
from citedeck.typings import assert_never

SUFFIX = "csv"
SHIPS_NOTES = False

_COLUMNS = (
    *("id", "kind", "question", "answer", "also right", "wrong options"),
    *("hint", "extra", "picture", "passage", "source"),
)
_FORMULA = re.compile('(?:^|[;\t\r\n])[\\s"\ufeff]*(?=[=+\\-@＝＋－＠])')


def export(edition: Edition) -> Product:
    """The quiz of an edition's deck."""
    return written(quiz(edition.deck))


def written(asked: Quiz) -> Product:
    """A quiz as a table. It begins with a byte order mark, by which Excel knows UTF-8."""
    text = io.StringIO()
    table = csv.writer(text, quoting=csv.QUOTE_ALL)
    table.writerow(_COLUMNS)
    table.writerows(map(_row, asked.items))
    return Product(text.getvalue().encode("utf-8-sig"), questions=len(asked.items))


def _row(item: QuizItem) -> list[str]:
    answer, spellings, wrong = _answers(item)
    question = f"{item.lead} {item.prompt}" if item.lead else item.prompt
    if isinstance(item.task, ClozeTask):
        question = "".join(map(_shown, item.task.text))
    picture = item.image.alt if item.image else ""
    feedback = item.feedback
    cells = (item.id, item.kind, question, answer, spellings, wrong)
    return [_cell(one) for one in (*cells, item.hint, item.extra, picture, feedback.passage, feedback.source)]


def _shown(piece: str | Blank) -> str:
    if isinstance(piece, Blank):
        return f"{BLANK} ({piece.hint})" if piece.hint else BLANK
    return piece


def _answers(item: QuizItem) -> tuple[str, str, str]:
    """What is right, what else is, and what is wrong: each text on a line of its own."""
    task = item.task
    match task:
        case ChoiceTask(options, right):
            return task.answer, "", _lines(option for index, option in enumerate(options) if index != right)
        case TypedTask(answer):
            return answer.text, _lines(_others(answer)), ""
        case ClozeTask():
            return *_several([blank.answer for blank in task.blanks]), ""
        case ListTask(answers, ordered):
            return *_several(answers, ordered), ""
        case RecallTask(shown, answer):
            return _lines(shown), _lines(_others(answer)) if answer else "", ""
        case _:
            assert_never(task)


def _several(answers: Iterable[Answer], ordered: bool = True) -> tuple[str, str]:
    """Several answers, and what else is right for each of them, by its number; numbers are of no account without order,
    so answers in any order have bullets, and what else is right names its answer.
    """
    marked = [(f"{number}." if ordered else "•", answer) for number, answer in enumerate(answers, start=1)]
    others = (
        f"{mark} {other}" if ordered else f"{mark} {answer.text}: {other}"
        for mark, answer in marked
        for other in _others(answer)
    )
    return _lines(f"{mark} {answer.text}" for mark, answer in marked), _lines(others)


def _others(answer: Answer) -> list[str]:
    return [spelling for spelling in answer.spellings if spelling != answer.text]


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _cell(text: str) -> str:
    return _FORMULA.sub(lambda found: f"{found[0]}'", visible(text).strip())
