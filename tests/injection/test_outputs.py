"""Every payload through the other outputs: an audit of the package, the lines of a check, and the report."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from citedeck.audit import audit
from citedeck.exporters.apkg.opening import open_package
from citedeck.exporters.page import written
from citedeck.quiz import quiz
from citedeck.report import page
from citedeck.workspace import Workspace, load
from tests.injection.browser import Watched, watched
from tests.injection.conftest import Built
from tests.injection.corpus import Payload
from tests.injection.workspaces import squeezed
from tests.injection.workspaces import written as written_workspace

Look = dict[str, Any]

# Which elements a page has, and which attributes they have; what of it is live; and all its words.
_LOOK = """async () => {
  const kinds = new Set(), live = [];
  for (const element of document.querySelectorAll("*")) {
    kinds.add(element.localName);
    for (const { name } of element.attributes) kinds.add(`${element.localName} ${name}`);
    if ([...element.attributes].some(({ name }) => name.startsWith("on"))) live.push(element.outerHTML.slice(0, 150));
    if (element.localName === "a" && !/^(https?|mailto):$/.test(element.protocol) && element.origin !== "null")
      live.push(element.outerHTML.slice(0, 150));
    for (const name of ["load", "error", "toggle", "focus", "mouseover", "animationstart", "begin"])
      element.dispatchEvent(new Event(name));
  }
  await new Promise(done => setTimeout(done, 0));
  if (Object.hasOwn(window, "pwned")) live.push("a script ran");
  for (const line of document.querySelectorAll("br")) line.replaceWith("\\n");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), words = [];
  while (walker.nextNode()) words.push(walker.currentNode.data);
  return { kinds: [...kinds], live, scripts: document.scripts.length, words: words.join("") };
}"""

# How a passage begins that has no letter, so that it is no link.
_PASSAGES = {"span id", "span tabindex", "span lang"}

# What Markdown may add to the report of plain words.
_MATH = ("math", "semantics", "annotation", "mrow", "mfrac", "mi", "mn", "mo", "msub", "msup", "mstyle", "mpadded")
_MARKUP = {
    "a",
    "a href",
    "b",
    "br",
    "code",
    "em",
    "i",
    "li",
    "ol",
    "strong",
    "sub",
    "sup",
    "u",
    "ul",
    "span",
} | _PASSAGES


@pytest.fixture(scope="session")
def plain(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Look:
    """How a report looks in which every payload is one word."""
    payloads = [Payload("plain", number, "word", "word", "word") for number in range(12)]
    case = load(Workspace(written_workspace(tmp_path_factory.mktemp("plain") / "workspace", payloads)))
    view = watched(chromium)
    found = looked(view, page(case, case.verdict()))
    view.page.context.close()
    return found


@pytest.fixture(scope="session")
def plain_quiz(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Look:
    """How a quiz looks in which every payload is one word."""
    payloads = [Payload("plain", number, "word", "word", "word") for number in range(12)]
    case = load(Workspace(written_workspace(tmp_path_factory.mktemp("plain") / "workspace", payloads)))
    (deck,) = case.verdict().decks
    view = watched(chromium)
    found = looked(view, written(quiz(deck)).content)
    view.page.context.close()
    return found


def looked(view: Watched, report: bytes) -> Look:
    view.page.set_content(report.decode())
    return dict(view.page.evaluate(_LOOK))


def test_the_report_has_what_it_has_for_plain_words(built: Built, view: Watched, plain: Look) -> None:
    found = looked(view, page(built.case, built.verdict))
    strange = set(found["kinds"]) - set(plain["kinds"]) - _MARKUP
    assert {kind for kind in strange if not _is_math(kind)} == set()
    assert bool(strange) <= (built.payloads[0].group == "formulas")
    assert (found["live"], found["scripts"]) == ([], plain["scripts"])
    words = squeezed(found["words"])
    for payload in built.payloads:
        if payload.group != "formulas" and payload.shown == payload.written:
            assert squeezed(f"{payload.shown} basic {payload.name}") in words, payload
    assert [one for one in view.complaints if "localStorage" not in one] == []


def _is_math(kind: str) -> bool:
    return kind.split(" ", 1)[0] in _MATH


def test_an_audit_reads_what_was_built(built: Built) -> None:
    library, problems = Workspace(built.root).library()
    found = audit(open_package(built.package, "deck.apkg"), "deck.apkg", library, problems)
    assert len(found.notes.findings) == 6 * len(built.payloads)
    assert [problem for problem in found.notes.problems if problem.severity == "error"] == []
    assert all(finding.accepted for finding in found.notes.findings)


def test_the_quiz_has_what_it_has_for_plain_words(built: Built, view: Watched, plain_quiz: Look) -> None:
    (deck,) = built.verdict.decks
    found = looked(view, written(quiz(deck)).content)
    strange = set(found["kinds"]) - set(plain_quiz["kinds"]) - _MARKUP
    assert {kind for kind in strange if not _is_math(kind)} == set()
    assert bool(strange) <= (built.payloads[0].group == "formulas")
    assert (found["live"], found["scripts"]) == ([], plain_quiz["scripts"])
    assert [one for one in view.complaints if "localStorage" not in one] == []
