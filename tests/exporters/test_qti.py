"""QTI 1.2 read back by lxml: every reference resolves, one answer is right, and a learner reads what was written.

There is no schema in this test: IMS lets only those who registered pass its own on.
"""

from __future__ import annotations

import datetime
import io
import time
import unicodedata
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from lxml import etree

from citedeck.exporters.qti import export, written
from citedeck.history import reckon
from citedeck.model import Text
from citedeck.notes import notes
from citedeck.quiz import ChoiceTask, Feedback, Quiz, QuizItem, TypedTask, adapted, quiz
from citedeck.quiz.spellings import typed_answer
from tests.exporters.apkg.every_kind import FACTS, T0, judged
from tests.exporters.apkg.reading_back import plain, read, squeezed
from tests.quiz.strategies import NASTY, quizzes
from tests.small_png import of_colour

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"


@dataclass(frozen=True)
class Asked:
    """A question as an importer finds it: HTML, but for its title and the texts that are typed."""

    title: str
    prompt: str
    options: dict[str, str]
    right: list[str]
    feedback: str


def files(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def opened(content: bytes) -> list[Asked]:
    """The questions of an archive in which every reference resolves and every file is named."""
    found = files(content)
    manifest = etree.fromstring(found["imsmanifest.xml"])
    resources = {one.get("identifier"): one for one in manifest.iter(f"{PACKAGE}resource")}
    named = [unquote(one.get("href")) for one in manifest.iter(f"{PACKAGE}file")]
    assert sorted([*named, "imsmanifest.xml"]) == sorted(found)
    (dependency,) = manifest.iter(f"{PACKAGE}dependency")
    assert dependency.get("identifierref") in resources
    (resource,) = (one for one in resources.values() if one.get("type") == "imsqti_xmlv1p2")
    assessment = etree.fromstring(found[resource[0].get("href")]).find(f"{QTI}assessment")
    assert assessment.get("ident") == resource.get("identifier")
    items = list(assessment.iter(f"{QTI}item"))
    idents = [one.get("ident") for one in assessment.iter(f"{QTI}item", f"{QTI}response_label")]
    own = [ident for ident in idents if ident != "answer1"]  # that of the box, which is of its item alone
    assert len(set(own)) == len(own)
    return [_item(one) for one in items]


def _item(item: Any) -> Asked:
    (response,) = item.iter(f"{QTI}response_lid", f"{QTI}response_str")
    assert {one.get("respident") for one in item.iter(f"{QTI}varequal")} == {response.get("ident")}
    feedback = {one.get("ident"): one.findtext(f".//{QTI}mattext") for one in item.iter(f"{QTI}itemfeedback")}
    assert [one.get("linkrefid") for one in item.iter(f"{QTI}displayfeedback")] == list(feedback) == ["general_fb"]
    scored = [one for one in item.iter(f"{QTI}respcondition") if one.find(f"{QTI}setvar") is not None]
    assert [one.findtext(f"{QTI}setvar") for one in scored] == ["100"]
    labels = {one.get("ident"): one.findtext(f".//{QTI}mattext") for one in response.iter(f"{QTI}response_label")}
    right = [one.text or "" for one in scored[0].iter(f"{QTI}varequal")]
    if response.tag == f"{QTI}response_lid":
        assert len(labels) > 1
        assert len(right) == 1
        assert right[0] in labels
    else:
        assert right
        assert all(right)
        labels = {}
    prompt = item.find(f"{QTI}presentation/{QTI}material/{QTI}mattext")
    assert prompt.get("texttype") == "text/html"
    return Asked(item.get("title"), prompt.text, labels, right, feedback["general_fb"])


def assert_is(found: Asked, item: QuizItem) -> None:
    """That an importer finds this question, and nothing else."""
    assert found.title == item.id
    hint = f" Hint: {item.hint}" if item.hint else ""
    assert plain(found.prompt) == squeezed(f"{item.lead} {item.prompt}{hint}")
    assert plain(found.feedback) == squeezed(f"{item.extra} {item.feedback.passage} {item.feedback.source}")
    match item.task:
        case ChoiceTask(options, right):
            assert [plain(option) for option in found.options.values()] == list(map(squeezed, options))
            assert list(found.options).index(found.right[0]) == right
        case TypedTask(answer):
            assert found.right == list(dict.fromkeys(squeezed(spelling) for spelling in answer.spellings))
        case _:
            pytest.fail(f"{item.kind} was not adapted")


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(quizzes())
def test_a_learner_reads_what_was_written(asked: Quiz) -> None:
    product = written(asked)
    kept = adapted(asked, frozenset(("choice", "typed")))
    found = opened(product.content)
    assert len(found) == len(kept.items)
    for one, item in zip(found, kept.items, strict=True):
        assert_is(one, item)
        assert not [tag for tag in ("script", "img", "iframe", "style") if read(one.prompt + one.feedback).find(tag)]
    assert set(kept.instead) <= set(product.instead)
    assert {one.fact for one in product.instead if "hint" in one.why} == {one.fact for one in kept.items if one.hint}


def asking(prompt: str, id: str = "fact", **changes: Any) -> QuizItem:
    feedback = Feedback("<blockquote>p</blockquote><p>s</p>", "p", "s", "en")
    options = ChoiceTask((Text("yes"), Text("no")), 0)
    return replace(QuizItem(id, id, Text(prompt), options, feedback, "en"), **changes)


def quiz_of(*items: QuizItem) -> Quiz:
    return Quiz("deck", "Deck", "en", "", items)


@pytest.mark.parametrize("nasty", [*NASTY, "\ufffe\uffff\x00\x0b", "```{.python .run}\nprint(1)\n```", "\\SI{1}{m}"])
def test_each_nasty_piece_everywhere(nasty: str) -> None:
    text = Text(f"x {nasty} y")
    shown = "".join(" " if one in "\ufffe\uffff\x00\x0b" else one for one in text)
    choice = asking(text, extra=text, hint=text, task=ChoiceTask((Text("other"), text), 1))
    typed = asking(text, "typed", task=TypedTask(typed_answer(text, (), "en")))
    first, second = opened(written(replace(quiz_of(choice, typed), name=text, description=text)).content)
    assert plain(first.prompt) == squeezed(f"{shown} Hint: {shown}")
    assert plain(first.feedback) == squeezed(f"{shown} p s")
    assert plain(first.options[first.right[0]]) == squeezed(shown)
    assert squeezed(shown) in second.right


def test_equal_questions_are_two(tmp_path: Path) -> None:
    one, other = opened(written(quiz_of(asking("x", "one"), asking("x", "other"))).content)
    assert not set(one.options) & set(other.options)


def test_true_and_false_are_options_as_others() -> None:
    task = ChoiceTask((Text("True"), Text("False")), 1)
    content = written(quiz_of(asking("x", task=task))).content
    assert [plain(option) for option in opened(content)[0].options.values()] == ["True", "False"]
    assert b"true_false_question" not in b"".join(files(content).values())


def test_another_day_changes_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = quiz_of(asking("x"))
    before = written(asked).content
    day = datetime.date(2031, 5, 7)
    monkeypatch.setattr("text2qti.xml_imsmanifest.datetime", SimpleNamespace(date=SimpleNamespace(today=lambda: day)))
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(1_936_000_000))
    assert written(asked).content == before


def test_every_kind_is_asked_of_facts(tmp_path: Path) -> None:
    verdict = judged(tmp_path, FACTS)
    (deck,) = verdict.decks
    product = export(reckon(deck, notes(deck), None, T0))
    kept = adapted(quiz(deck), frozenset(("choice", "typed")))
    for one, item in zip(opened(product.content), kept.items, strict=True):
        assert one.title == item.id
        assert plain(one.feedback).startswith(squeezed(f"{item.extra} {item.feedback.passage}"))
    assert {item.fact for item in kept.items} == set(FACTS)


def test_a_picture_is_in_the_archive_and_shown(tmp_path: Path) -> None:
    red, alt = of_colour(200, 0, 0), 'A "heron" <b> = {5}'
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "red.png").write_bytes(red)
    verdict = judged(tmp_path, {"seal": {**FACTS["seal"], "image": {"file": "red.png", "alt": alt}}})
    (deck,) = verdict.decks
    content = export(reckon(deck, notes(deck), None, T0)).content
    (picture,) = (name for name in files(content) if name.endswith(".png"))
    assert files(content)[picture] == red
    for one in opened(content):
        (shown,) = read(one.prompt).find("img")
        assert shown.attributes == {"src": f"%24IMS-CC-FILEBASE%24/{picture}", "alt": alt}


def test_spellings_are_composed() -> None:
    answer = typed_answer(Text("cafe\u0301"), ("café",), "en")
    (found,) = opened(written(quiz_of(asking("x", task=TypedTask(answer)))).content)
    assert found.right == [unicodedata.normalize("NFC", "café")]
