"""CSV read back: every word is there, and nothing in it runs, however a spreadsheet parts its cells."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings

from citedeck.exporters.spreadsheet import export, written
from citedeck.history import reckon
from citedeck.model import Text
from citedeck.notes import notes
from citedeck.quiz import ChoiceTask, ClozeTask, ListTask, Quiz, QuizItem, RecallTask, TypedTask
from tests.exporters.apkg.every_kind import FACTS, T0, judged
from tests.exporters.test_qti import asking, quiz_of
from tests.quiz.strategies import quizzes
from tests.small_png import of_colour

COLUMNS = [
    *("id", "kind", "question", "answer", "also right", "wrong options"),
    *("hint", "extra", "picture", "passage", "source"),
]


def rows(content: bytes, delimiter: str = ",") -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def table(content: bytes) -> list[dict[str, str]]:
    head, *body = rows(content)
    assert head == COLUMNS
    return [dict(zip(head, row, strict=True)) for row in body]


def bare(text: str) -> str:
    """A text without white space, which is not told apart here, and without apostrophes, which are added."""
    return "".join(text.replace("'", "").split())


def texts(item: QuizItem) -> dict[str, list[str]]:
    """What must stand in each column, in its order."""
    task, question = item.task, [str(item.prompt)]
    answer, others, wrong = [], [], []
    match task:
        case ChoiceTask(options, right):
            answer, wrong = [options[right]], [option for option in options if option is not options[right]]
        case TypedTask(known):
            answer, others = [known.text], [one for one in known.spellings if one != known.text]
        case ClozeTask(pieces):
            question = [piece for piece in pieces if isinstance(piece, Text)]
            answer = [blank.answer.text for blank in task.blanks]
        case ListTask(several):
            answer = [one.text for one in several]
        case RecallTask(shown):
            answer = list(shown)
    return {
        "question": list(map(str, question)),
        "answer": list(map(str, answer)),
        "also right": others,
        "wrong options": list(map(str, wrong)),
        "hint": [item.hint],
        "extra": [item.extra],
        "passage": [item.feedback.passage],
        "source": [item.feedback.source],
    }


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(quizzes())
def test_every_word_is_there_and_nothing_runs(asked: Quiz) -> None:
    content = written(asked).content
    assert content.startswith(b"\xef\xbb\xbf")
    for item, row in zip(asked.items, table(content), strict=True):
        assert (row["id"], row["kind"]) == (item.id, item.kind)
        for column, expected in texts(item).items():
            at = 0
            for text in expected:
                at = bare(row[column]).index(bare(text), at) + len(bare(text))
    for delimiter in ",;\t":
        assert not [cell for row in rows(content, delimiter) for cell in row if runs(cell)]


def runs(cell: str) -> bool:
    """Whether a spreadsheet takes a cell for a formula."""
    return cell.strip().strip('"\ufeff').strip().startswith(tuple("=+-@＝＋－＠"))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ('=HYPERLINK("http://made.up")', '\'=HYPERLINK("http://made.up")'),
        ("+49 30", "'+49 30"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("＝1", "'＝1"),
        ("a;=1+1;b", "a;'=1+1;b"),
        ('a; "=1+1;b', "a; \"'=1+1;b"),
        ("a\n-b", "a\n'-b"),
        ("−5", "−5"),
        ("2 - 1 = 1, or x=y", "2 - 1 = 1, or x=y"),
        ("it's “so”", "it's “so”"),
    ],
)
def test_what_would_run_begins_with_an_apostrophe(text: str, cell: str) -> None:
    (row,) = table(written(quiz_of(asking(text))).content)
    assert row["question"] == cell


def test_lines_end_as_excel_ends_them() -> None:
    assert written(quiz_of(asking("x"), asking("y", "z"))).content.count(b"\r\n") == 3


def test_a_deck_is_a_row_for_each_question(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "red.png").write_bytes(of_colour(200, 0, 0))
    facts = {**FACTS, "seal": {**FACTS["seal"], "image": {"file": "red.png", "alt": "A heron"}}}
    (deck,) = judged(tmp_path, facts).decks
    found = {row["id"]: row for row in table(export(reckon(deck, notes(deck), None, T0)).content)}
    assert found["seal"]["picture"] == "A heron"
    assert found["loss"]["question"] == "It loses under _____ (how much?) a _____"
    assert found["loss"]["answer"] == "1. two seconds\n2. year"
    assert found["apprentice"]["answer"] == "1. swept the stairs\n2. filed brass"
    assert found["motto"]["wrong options"].splitlines() == ["time is a river", "the hand knows"]
    assert found["founder"]["extra"] == "The name is also written Ölsen."
    assert found["regulator~term"]["question"].startswith("What is this called? ")
