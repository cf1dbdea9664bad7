"""GIFT, read back by gift-pegjs, and by rules of our own for what Moodle's importer makes of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citedeck.exporters.gift import written
from citedeck.exporters.moodle import category_path
from citedeck.model import Picture, Text
from citedeck.quiz import Answer, ChoiceTask, Feedback, Quiz, QuizItem, TypedTask, adapted, quiz
from tests.exporters.reading import asked, spelled, squeezed, told, words
from tests.exporters.test_moodle import meant
from tests.judging import EXAMPLES, judged
from tests.quiz.strategies import NASTY, quizzes

READER = Path(__file__).parent / "gift"
Question = dict[str, Any]

_MARK = "\ufeff "  # what JavaScript takes off the ends of a text
# What Moodle writes for a sign that was escaped while it reads, in the order in which it reads them back.
_ESCAPED = ((":", "&&058;"), ("#", "&&035;"), ("=", "&&061;"), ("{", "&&123;"), ("}", "&&125;"), ("~", "&&126;"))


class Reader:
    """gift-pegjs, which waits for texts in a process of its own."""

    def __init__(self) -> None:
        command = [shutil.which("node") or "node", str(READER / "parse.js")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def questions(self, text: str) -> list[Question]:
        """What is read in a text; that it cannot be read fails."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "questions" in answer, (answer, text)
        return list(answer["questions"])

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    if not (shutil.which("node") and (READER / "node_modules").is_dir()):
        assert not os.environ.get("CI"), "gift-pegjs must be there: make test installs it"
        pytest.skip("gift-pegjs is not there: install Node.js, then make test")
    opened = Reader()
    yield opened
    opened.close()


def asked_of(quiz: Quiz) -> list[QuizItem]:
    """The questions of a quiz that GIFT can hold."""
    items = adapted(quiz, frozenset(("choice", "typed"))).items
    return [item for item in items if not isinstance(item.task, TypedTask) or expressible(item.task.answer)]


def expressible(answer: Answer) -> list[str]:
    taken = ("->", "&&010", "&&092;", *(mark for _, mark in _ESCAPED))
    return [one for one in spelled(answer.spellings) if not any(other in one for other in taken)]


def check(question: Question, item: QuizItem) -> None:
    """That a question that was read back asks what it should, and that what is right is right, and nothing else."""
    assert (question["title"], question["id"]) == (item.id, item.id)
    assert question["stem"]["format"] == "html"
    assert words(question["stem"]["text"]) == asked(item)
    assert words(question["globalFeedback"]["text"]).startswith(told(item))
    choices = question["choices"]
    match item.task:
        case ChoiceTask(options, right):
            assert question["type"] == "MC"
            assert [words(choice["text"]["text"]) for choice in choices] == list(map(squeezed, options))
            assert [index for index, choice in enumerate(choices) if choice["isCorrect"]] == [right]
            assert {choice["weight"] for choice in choices} == {None}
        case TypedTask(answer):
            assert question["type"] == "Short"
            read = [meant(choice["text"]["text"]) for choice in choices]
            assert read == [one.strip(_MARK) for one in expressible(answer)]
            assert {choice["weight"] for choice in choices} == {100}
        case _:
            raise AssertionError(item.kind)


class Read(NamedTuple):
    """A question as Moodle reads it; `answers` with whether each is right."""

    kind: str
    name: str
    number: str
    text: str
    answers: list[tuple[bool, str]]
    feedback: str


def moodle_reads(block: str) -> Read:
    """What Moodle 4 reads in a question (question/format/gift/format.php)."""
    lines = block.split("\n")
    assert all(line.strip() for line in lines), "a blank line ends a question"
    (comment,) = (line for line in lines if line.strip().startswith("//"))
    body = _before("\n".join(line for line in lines if line != comment))
    _, name, body = body.split("::", 2)
    assert body.count("{") == body.count("}") == 1
    assert body.endswith("}")
    page, answers = body[:-1].split("{")
    answers, _, feedback = answers.strip().rpartition("####")
    parts = re.split(r"(?=[~=])", answers.strip())[1:]
    told = [(part[0] == "=", _text(part[1:])) for part in parts]
    (number,) = re.findall(r"\[id:([^]]+)]", comment)
    return Read(_kind(answers.strip()), _after(name), number, _text(page), told, _text(feedback))


def _kind(answers: str) -> str:
    assert "#" not in answers
    if "~" in answers:
        return "multichoice"
    if "->" in answers:
        return "match"
    return "truefalse" if answers in ("T", "F", "TRUE", "FALSE") else "shortanswer"


def _before(text: str) -> str:
    """A text without its escapes, before anything is read in it."""
    text = text.replace(r"\\", "&&092;")
    for sign, mark in (*_ESCAPED, ("n", "&&010")):
        text = text.replace(f"\\{sign}", mark)
    return text.replace("&&092;", "\\")


def _after(text: str) -> str:
    for sign, mark in (*_ESCAPED, ("\n", "&&010")):
        text = text.replace(mark, sign)
    return text


def _text(part: str) -> str:
    """A text without its weight and its format."""
    weighed = re.match(r"%-*([0-9]{1,2})\.?([0-9]*)%", part)
    assert weighed is None or weighed[0] == "%100%", part
    part = part[weighed.end() :] if weighed else part
    part = re.sub(r"^\[(?:html|plain|moodle|markdown)\]", "", part.strip())
    return _after(part).strip()


def check_in_moodle(block: str, item: QuizItem) -> None:
    read = moodle_reads(block)
    assert (read.name, read.number) == (item.id, item.id)
    assert words(read.text) == asked(item)
    assert words(read.feedback).startswith(told(item))
    match item.task:
        case ChoiceTask(options, right):
            assert read.kind == "multichoice"
            assert [words(option) for _, option in read.answers] == list(map(squeezed, options))
            assert [index for index, (is_right, _) in enumerate(read.answers) if is_right] == [right]
        case TypedTask(answer):
            assert read.kind == "shortanswer"
            assert all(is_right for is_right, _ in read.answers)
            assert [squeezed(meant(one)) for _, one in read.answers] == expressible(answer)
        case _:
            raise AssertionError(item.kind)


def check_all(reader: Reader, found: Quiz) -> None:
    text = written(found).content.decode("utf-8")
    category, *questions = reader.questions(text)
    assert category["type"] == "Category"
    blocks = text.strip("\n").split("\n\n")[1:]
    for question, block, item in zip(questions, blocks, asked_of(found), strict=True):
        check(question, item)
        check_in_moodle(block, item)


@settings(max_examples=60)
@given(found=quizzes())
def test_nasty_text_survives(reader: Reader, found: Quiz) -> None:
    check_all(reader, found)


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_piece_alone_survives_in_every_place(reader: Reader, text: str) -> None:
    where = (text, f"a {text}", f"{text} a")
    feedback = Feedback("<p>p s</p>", "p", "s", "en")
    for one in where:
        typed = TypedTask(Answer(Text(one), tuple(dict.fromkeys((one, f"{one} b")))))
        choice = ChoiceTask((Text("right"), Text(one), Text(f"{one} c")), 1)
        tasks: tuple[TypedTask | ChoiceTask, ...] = (typed, choice)
        items = [
            QuizItem(f"f{number}", "f", Text(one), task, feedback, "en", lead=one, hint=one, extra=one)
            for number, task in enumerate(tasks)
            if squeezed(one).strip(_MARK)
        ]
        check_all(reader, Quiz("d", "d", "en", "", tuple(items)))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_kind(reader: Reader, tmp_path: Path, path: Path) -> None:
    check_all(reader, quiz(judged(tmp_path, {path.stem: path.read_text("utf-8")}).decks[0]))


def question(answer: Answer) -> QuizItem:
    return QuizItem("f", "f", Text("Which?"), TypedTask(answer), Feedback("<p>p s</p>", "p", "s", "en"), "en")


@pytest.mark.parametrize(("length", "number"), [(100, "x" * 100), (101, None)])
def test_an_id_that_moodle_could_not_store_is_only_a_name(reader: Reader, length: int, number: str | None) -> None:
    item = replace(question(Answer(Text("a"), ("a",))), id="x" * length)
    read = reader.questions(written(Quiz("d", "d", "en", "", (item,))).content.decode("utf-8"))[1]
    assert (read["title"], read["id"]) == (item.id, number)


def test_the_words_for_a_picture_stand_for_it(reader: Reader) -> None:
    picture = Picture("p.png", Path("p.png"), "[a] {5} =~ mole")
    item = replace(question(Answer(Text("a"), ("a",))), image=picture)
    made = written(Quiz("d", "d", "en", "", (item,)))
    read = reader.questions(made.content.decode("utf-8"))[1]
    assert words(read["stem"]["text"]) == "Which? [[a] {5} =~ mole]"
    assert [(one.fact, one.why) for one in made.instead] == [("f", "a picture")]


def told_of(item: QuizItem) -> list[tuple[str, str]]:
    return [(one.why, one.what) for one in written(Quiz("d", "d", "en", "", (item,))).instead]


def test_an_arrow_that_would_make_a_matching_question_is_told() -> None:
    arrow = "-> in an answer that is typed"
    assert told_of(question(Answer(Text("a -> b"), ("a -> b",)))) == [(arrow, "left out")]
    assert told_of(question(Answer(Text("a -> b"), ("a -> b", "a to b")))) == [(arrow, "asked without this spelling")]
    assert told_of(question(Answer(Text("a → b"), ("a → b",)))) == []


@pytest.mark.parametrize("mark", ["&&058;", "&&092;", "&&010"])
def test_what_moodle_would_take_for_an_escaped_sign_is_told(mark: str) -> None:
    why = f"{mark} in an answer that is typed"
    assert told_of(question(Answer(Text(f"a{mark}"), (f"a{mark}",)))) == [(why, "left out")]
    assert told_of(question(Answer(Text(f"a{mark}"), (f"a{mark}", "a")))) == [(why, "asked without this spelling")]
    assert told_of(question(Answer(Text("&&059; && &{"), ("&&059; && &{",)))) == []


def test_what_else_it_cannot_hold_is_told() -> None:
    cased = question(Answer(Text("5 mW"), ("5 mW",), cased=True))
    assert told_of(cased) == [("capitals that count", "asked without regard to capitals")]
    assert told_of(replace(cased, task=ChoiceTask((Text("a"), Text("b")), 0), hint="h")) == [
        ("a hint that is hidden", "asked with the hint in sight")
    ]


@given(st.lists(st.sampled_from((*NASTY, "x")), min_size=1, max_size=3).map(" ".join))
def test_the_name_of_a_deck_is_a_category(reader: Reader, name: str) -> None:
    text = written(Quiz("d", f"x {name}", "en", "", ())).content.decode("utf-8")
    (category,) = reader.questions(text)
    assert category["type"] == "Category"
    assert "\n" not in category["title"]
    path = _before(text.rstrip("\n")).removeprefix("$CATEGORY:").strip()  # Moodle reads no escapes back here
    assert path == category_path(f"x {name}").strip()
