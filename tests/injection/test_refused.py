"""What no deck can hold is told at its place; where an article or a reference holds it, a card shows a blank."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citedeck.workspace import Workspace, load
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import T0, exported
from tests.injection.browser import CARD, Watched
from tests.injection.of_text import BROKEN_FORMULAS
from tests.injection.workspaces import squeezed

CONTROLS = ("a\x00b", "\x1b[31m<b>\x1b]0;x\x07", "\x1fx\x1f", "{\x08{c1::x}}", "[sou\x7fnd:x.mp3]", "<\x0bscript\x0c>")
NOTHING = ("", " \t ", "\u200b\u200d", "\u202e\u202c", "\u0301", "<b></b>", "<br>")
UNBALANCED = ("{{x", "x}}", "{{{{x}}}}", "{{c0::x}}", "{{c1::}}", "{{c501::x}} {{c9999999999::x}}", "${{x}}$")

KEYS = ("ask", "answer", "reverse", "hint", "extra")
_FACT: dict[str, Any] = {"ask": "What?", "answer": "kiwi", "quote": "Before kiwi after"}


def told(root: Path, facts: dict[str, Any], **head: Any) -> dict[str | None, set[str]]:
    """The codes told of each fact, each with a place within the deck."""
    for folder in ("decks", "source"):
        (root / folder).mkdir()
    (root / "source" / "a.txt").write_text("A title\n\nBefore kiwi after, pear too.\n", encoding="utf-8")
    deck = {"deck": "D", "id": "d", "source": "a", **head, "facts": facts}
    (root / "decks" / "d.yaml").write_text(json.dumps(deck, indent=1), encoding="ascii")
    found: dict[str | None, set[str]] = {}
    for problem in load(Workspace(root)).verdict().errors:
        assert problem.place.line > 1
        found.setdefault(problem.fact, set()).add(problem.code)
    return found


@pytest.mark.parametrize("text", CONTROLS)
def test_no_field_takes_a_control_character(text: str, tmp_path: Path) -> None:
    facts: dict[str, Any] = {key: {**_FACT, key: text} for key in KEYS}
    facts["distractor"] = {**_FACT, "distractors": [text]}
    facts["item"] = {"ask": "Which?", "answers": [text], "quote": "kiwi"}
    facts["cloze"] = {"cloze": f"kiwi {text} {{{{after}}}}"}
    facts["gap"] = {"cloze": f"kiwi {{{{after {text}}}}}"}
    facts["term"] = {"term": text, "meaning": "kiwi", "quote": "kiwi"}
    facts["alt"] = {**_FACT, "image": {"file": "x.png", "alt": text}}
    facts["tag"] = {**_FACT, "tags": [text]}
    found = told(tmp_path, facts, description=text)
    assert {fact for fact, codes in found.items() if "control-character" in codes} == {None, *facts}


@pytest.mark.parametrize(
    ("text", "code"),
    [*((text, "broken-formula") for text in BROKEN_FORMULAS), *((text, "empty-text") for text in NOTHING)],
)
def test_no_field_takes_a_formula_that_does_more_nor_what_nobody_sees(text: str, code: str, tmp_path: Path) -> None:
    facts: dict[str, Any] = {key: {**_FACT, key: text} for key in KEYS}
    facts["distractor"] = {**_FACT, "distractors": [text]}
    facts["item"] = {"ask": "Which?", "answers": [text], "quote": "kiwi"}
    facts["meaning"] = {"term": "kiwi", "meaning": text, "quote": "kiwi"}
    found = told(tmp_path, facts)
    assert {fact for fact, codes in found.items() if code in codes} == facts.keys()


@pytest.mark.parametrize("text", UNBALANCED)
def test_no_gap_is_made_of_braces_that_make_none(text: str, tmp_path: Path) -> None:
    found = told(tmp_path, {"cloze": {"cloze": text}})
    assert found["cloze"] & {"cloze-braces", "cloze-without-gap"}


@pytest.mark.parametrize("text", ["<b>", "a[sound:b]", "\\(x\\)", "&lt;b>", "&#92;(x)", "&ltb"])
def test_no_tag_takes_what_begins_something_live(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, {"tagged": {**_FACT, "tags": [text]}}) == {"tagged": {"bad-tag"}}


def test_half_a_letter_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, {"half": {**_FACT, "ask": "\ud800x"}})


@pytest.mark.parametrize("text", CONTROLS)
def test_articles_and_references_may_hold_them_and_show_blanks(text: str, view: Watched, tmp_path: Path) -> None:
    for folder in ("decks", "source"):
        (tmp_path / folder).mkdir()
    article = f"T {text}\n\nH {text}\n\nBefore {text} kiwi after, {text} too.\n"
    (tmp_path / "source" / "a.txt").write_bytes(article.encode())
    keys = dict.fromkeys(("title", "author", "issued", "publisher"), text)
    reference = {"id": "a", **keys, "URL": f"https://a.example/{text}"}
    (tmp_path / "source" / "references.yaml").write_text(json.dumps([reference]), encoding="ascii")
    deck = {"deck": "D", "id": "d", "source": "a", "facts": {"x": {**_FACT, "quote": "kiwi after"}}}
    (tmp_path / "decks" / "d.yaml").write_text(json.dumps(deck), encoding="ascii")
    package = tmp_path / "d.apkg"
    package.write_bytes(exported(load(Workspace(tmp_path)).verdict(), T0))
    with AnkiEngine(tmp_path / "anki") as anki:
        assert anki.import_package(package) == {"new": 1}
        (card,) = anki.cards().values()
        rendered = anki.render(card)
        assert rendered.sounds == 0
        view.show((rendered.front, rendered.back))
    boxes = view.read()[1]["boxes"]
    blank = squeezed("".join(letter if letter >= " " and letter != "\x7f" else " " for letter in text))
    assert squeezed(boxes["evidence"]) == squeezed(f"Before {blank} kiwi after, {blank} too.")
    assert blank in squeezed(boxes["source"])
    assert view.tried(CARD) == []
