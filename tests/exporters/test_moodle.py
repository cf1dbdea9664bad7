"""Moodle XML, read back by lxml, and its embedded answers by the patterns of Moodle's own importer."""

from __future__ import annotations

import html
import re
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.exporters.moodle import export, written
from citedeck.model import Text
from citedeck.quiz import (
    Answer,
    Blank,
    ChoiceTask,
    ClozeTask,
    Feedback,
    ListTask,
    Quiz,
    QuizItem,
    TaskKind,
    TypedTask,
    adapted,
)
from citedeck.workspace import Workspace, load
from tests.exporters.reading import spelled, squeezed, told, words, xml
from tests.quiz.strategies import quizzes
from tests.small_png import of_colour

# After question/type/multianswer/questiontype.php of Moodle 4.
_ALTERNATIVE = r"(=|%(-?[0-9]+(?:[.,][0-9]*)?)%)?(.+?(?<!\\)(?<!&)(?<!&amp;)(?=[~#}]|$))(#(.*?(?<!\\)(?=[~}]|$)))?"
_EMBEDDED = re.compile(r"\{([0-9]*):(SHORTANSWER_C|SHORTANSWER):(" + f"{_ALTERNATIVE}(~{_ALTERNATIVE})*" + r")\}", re.S)


def embedded(page: str) -> tuple[str, list[tuple[str, list[str]]]]:
    """The text of an embedded-answers question, a blank for each answer, and each with its type and right spellings."""
    found = []
    while match := _EMBEDDED.search(page):
        left, spellings = match[3], []
        while one := re.compile(f"~?{_ALTERNATIVE}", re.S).match(left):
            assert one[1] == "="
            answer = html.unescape(one[3]).replace(r"\}", "}").replace(r"\#", "#")
            spellings.append(meant(answer))
            left = left[one.end() :]
        assert not left
        found.append((match[2], spellings))
        page = page[: match.start()] + " _____ " + page[match.end() :]
    return words(page), found


def meant(answer: str) -> str:
    """What a short answer stands for; a * that stands for anything is none (question/type/shortanswer/question.php)."""
    assert not re.search(r"(?<!\\)\*", answer), answer
    return answer.replace(r"\*", "*")


def text(question: Any, path: str) -> str:
    return str(question.findtext(f"{path}/text", ""))


def check(question: Any, item: QuizItem) -> None:
    """That a question asks what it should, and that what is right is right, and nothing else."""
    assert text(question, "name") == question.findtext("idnumber") == item.id
    feedback = words(text(question, "generalfeedback"))
    assert feedback.startswith(told(item))
    assert words(text(question, "hint")) == squeezed(item.hint)
    answers = [(one.get("fraction"), one.findtext("text")) for one in question.findall("answer")]
    match item.task:
        case ChoiceTask(options, right):
            assert question.get("type") == "multichoice"
            assert question.findtext("single") == "true"
            assert [words(option) for _, option in answers] == list(map(squeezed, options))
            assert [index for index, (fraction, _) in enumerate(answers) if fraction == "100"] == [right]
            assert {fraction for fraction, _ in answers} == {"100", "0"}
        case TypedTask(answer):
            assert question.get("type") == "shortanswer"
            assert [meant(one) for _, one in answers] == spelled(answer.spellings)
            assert {fraction for fraction, _ in answers} == {"100"}
            assert question.findtext("usecase") == ("1" if answer.cased else "0")
        case ClozeTask() as task:
            pieces = [piece if isinstance(piece, str) else f" _____ {_hint(piece.hint)}" for piece in task.text]
            check_embedded(question, f"{item.lead} {''.join(pieces)}", [blank.answer for blank in task.blanks])
            return
        case ListTask(answers_in_order, ordered):
            assert ordered
            rows = [f"{number}. _____" for number, _ in enumerate(answers_in_order, start=1)]
            check_embedded(question, f"{item.lead} {item.prompt} {' '.join(rows)}", list(answers_in_order))
            return
        case _:
            raise AssertionError(item.kind)
    assert words(text(question, "questiontext")) == squeezed(f"{item.lead} {item.prompt}")


def check_embedded(question: Any, asked: str, answers: list[Answer]) -> None:
    """That a text has these blanks, each with all spellings of its own answer, and of no other."""
    assert question.get("type") == "cloze"
    shown, found = embedded(text(question, "questiontext"))
    assert shown == squeezed(asked)
    kinds = ["SHORTANSWER_C" if answer.cased else "SHORTANSWER" for answer in answers]
    assert found == list(zip(kinds, (spelled(answer.spellings) for answer in answers), strict=True))


def _hint(hint: str) -> str:
    return f" [{hint}]" if hint else ""


def kinds(item: QuizItem) -> frozenset[TaskKind]:
    """The kinds of task that Moodle can ask as they are; a list, if it is ordered."""
    ordered = isinstance(item.task, ListTask) and item.task.ordered
    return frozenset(("choice", "typed", "cloze", "list") if ordered else ("choice", "typed", "cloze"))


@given(quizzes())
def test_nasty_text_survives(quiz: Quiz) -> None:
    product = written(quiz)
    category, *questions = xml(product.content)
    assert category.get("type") == "category"
    found = [adapted(replace(quiz, items=(item,)), kinds(item)) for item in quiz.items]
    assert product.instead == tuple(dict.fromkeys(instead for one in found for instead in one.instead))
    for question, item in zip(questions, (item for one in found for item in one.items), strict=True):
        check(question, item)


_SYNTAX = st.sampled_from(r"\}{#~=*&;%1a:/'<")


@given(st.text(_SYNTAX, min_size=1, max_size=8), st.text(_SYNTAX, max_size=4))
def test_embedded_answers_are_what_they_were(one: str, other: str) -> None:
    item = _cloze((f"a{one}b", f"a{other}", f"{other}a"))
    question = xml(written(Quiz("d", "d", "en", "", (item,))).content)[1]
    check(question, item)


def _cloze(spellings: tuple[str, ...]) -> QuizItem:
    answer = Answer(Text(spellings[0]), tuple(dict.fromkeys(spellings)))
    task = ClozeTask((Text("before {1:SHORTANSWER:=x} "), Blank(1, answer), Text(" after")))
    return QuizItem("f", "f", Text(""), task, Feedback("<p>p s</p>", "p", "s", "en"), "en")


@pytest.mark.parametrize(
    ("name", "categories"),
    [
        ("World::North Korea", ["World", "North Korea"]),
        ("Either/or", ["Either/or"]),
        ("either/::/or", ["either/", "/or"]),
        ("a//b:: /", ["a//b", "/"]),
        ("A  b\n", ["A b"]),
        ("A:: B", ["A", "B"]),
    ],
)
def test_nested_decks_are_nested_categories(name: str, categories: list[str]) -> None:
    category = xml(written(Quiz("d", name, "en", "About <it>", ())).content)[0]
    path = text(category, "category").strip()
    assert [part.replace("//", "/").strip() for part in re.split(r"(?<!/)/(?!/)", path)] == categories  # as Moodle does
    assert words(text(category, "info")) == "About <it>"


def test_a_picture_is_in_the_file(tmp_path: Path) -> None:
    for folder in ("decks", "source"):
        (tmp_path / folder).mkdir()
    picture = of_colour(1, 2, 3, 4, 4)
    (tmp_path / "decks" / "a.png").write_bytes(picture)
    (tmp_path / "source" / "a.txt").write_text("Title\n\nThe mole is a hundred years old.\n", "utf-8")
    fact = "{ask: How old is the mole?, answer: a hundred years, typed: true, quote: is a hundred years old"
    image = """image: {file: a.png, alt: 'A "mole"'}"""
    (tmp_path / "decks" / "d.yaml").write_text(f"deck: D\nsource: a\nfacts: {{f: {fact}, {image}}}}}\n", "utf-8")
    case = load(Workspace(tmp_path))
    product = export(case.edition(case.verdict().decks[0], 1_700_000_000))
    question = xml(product.content)[1]
    file = question.find("questiontext/file")
    assert file is not None
    assert b64decode(file.text or "") == picture
    page = text(question, "questiontext")
    assert f'src="@@PLUGINFILE@@/{file.get("name")}"' in page
    assert 'alt="A &quot;mole&quot;"' in page


@pytest.mark.parametrize(("length", "number"), [(100, "x" * 100), (101, None)])
def test_an_id_that_moodle_could_not_store_is_only_a_name(length: int, number: str | None) -> None:
    item = replace(_cloze(("a",)), id="x" * length)
    question = xml(written(Quiz("d", "d", "en", "", (item,))).content)[1]
    assert (text(question, "name"), question.findtext("idnumber")) == (item.id, number)


def test_a_list_is_asked_whole_only_if_its_order_makes_one_answer_right_in_each_blank() -> None:
    answers = tuple(Answer(Text(one), (one,)) for one in ("north", "south"))
    item = replace(_cloze(("x",)), prompt=Text("Where?"), task=ListTask(answers, ordered=True))
    whole = written(Quiz("d", "d", "en", "", (item,)))
    assert whole.instead == ()
    assert embedded(text(xml(whole.content)[1], "questiontext")) == (
        "Where? 1. _____ 2. _____",
        [("SHORTANSWER", ["north"]), ("SHORTANSWER", ["south"])],
    )
    parted = written(Quiz("d", "d", "en", "", (replace(item, task=ListTask(answers)),)))
    assert [one.get("type") for one in xml(parted.content)[1:]] == ["shortanswer", "shortanswer"]
    assert [one.why for one in parted.instead] == ["a list of answers"]


def test_capitals_count_where_they_do() -> None:
    item = replace(_cloze(("x",)), prompt=Text("?"), task=TypedTask(Answer(Text("5 mW"), ("5 mW",), cased=True)))
    question = xml(written(Quiz("d", "d", "en", "", (item,))).content)[1]
    assert question.findtext("usecase") == "1"
