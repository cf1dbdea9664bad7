"""Notes that are not made as citedeck makes them, or not by citedeck at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from citedeck.audit.notes import RETIRED
from citedeck.errors import CitedeckError
from citedeck.notetypes import CLOZE, QUESTION
from tests.audit.packages import altered, changed, of, remodelled, replaced, told
from tests.exporters.apkg.every_kind import FACTS


@pytest.mark.parametrize(
    ("sql", "code", "facts"),
    [
        ("delete from cards where ord = 2", "cards-differ", {"clocks"}),
        (f"delete from cards where nid = (select id from notes {of('founder')})", "cards-differ", {"founder"}),
        (f"update cards set ord = 2 where nid = (select id from notes {of('founder')})", "cards-differ", {"founder"}),
        (
            f"update notes set guid = (select guid from notes {of('seal')}) {of('founder')}",
            "duplicate-guid",
            {"seal", "founder"},
        ),
        ("update notes set flds = flds || 'x'", "field-differs", set(FACTS)),
        (f"update notes set flds = flds || '<b>' {of('seal')}", "markup-unreadable", {"seal"}),
    ],
)
def test_a_note_that_is_made_otherwise_is_named(
    content: bytes, workspace: Path, tmp_path: Path, sql: str, code: str, facts: set[str]
) -> None:
    found = changed(workspace, tmp_path, altered(content, sql, tmp_path))
    assert told(found) == {(code, fact) for fact in facts}


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        (
            f"update notes set flds = flds || x'1f' {of('founder')}",
            "its fields are 17, those of its note type “citedeck question” 16",
        ),
        (
            f"update notes set flds = 'one' {of('founder')}",
            "its fields are 1, those of its note type “citedeck question” 16",
        ),
        (
            f"update notes set mid = {CLOZE.id} {of('founder')}",
            "its fields are 16, those of its note type “citedeck cloze” 11",
        ),
        (f"update notes set mid = 5 {of('founder')}", "its note type is not in the package"),
    ],
)
def test_a_note_that_cannot_be_read_as_ours_is_named_by_its_guid(
    content: bytes, workspace: Path, tmp_path: Path, sql: str, words: str
) -> None:
    found = changed(workspace, tmp_path, altered(content, sql, tmp_path))
    (problem,) = found.notes.errors
    assert (problem.code, problem.place.line) == ("note-malformed", 1)
    assert words in problem.message
    assert [finding.fact for finding in found.notes.findings if not finding.accepted] == [problem.fact]
    assert problem.hint.endswith(f"Note {problem.fact}.")


def rename_a_field(models: dict[str, Any]) -> None:
    models[str(QUESTION.id)]["flds"][6]["name"] = "Beweis"


def lose_a_field(models: dict[str, Any]) -> None:
    del models[str(QUESTION.id)]["flds"][15]


def swap_fields(models: dict[str, Any]) -> None:
    fields = models[str(QUESTION.id)]["flds"]
    fields[1]["ord"], fields[2]["ord"] = 2, 1


def make_a_cloze(models: dict[str, Any]) -> None:
    models[str(QUESTION.id)]["type"] = 1


def make_a_copy(models: dict[str, Any]) -> None:
    models[str(QUESTION.id)] |= {"id": 7, "name": "citedeck question+"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (rename_a_field, "has the field “Beweis” where “Evidence” should be"),
        (lose_a_field, "its fields are 16, those of its note type “citedeck question” 15"),
        (swap_fields, "has the field “Typed answer” where “Answer” should be"),
        (make_a_cloze, "is of another kind"),
        (make_a_copy, "its note type is not in the package"),
    ],
)
def test_a_note_type_that_is_not_ours_is_told_at_each_of_its_notes(
    content: bytes, workspace: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None], words: str
) -> None:
    found = changed(workspace, tmp_path, remodelled(content, change, tmp_path))
    assert [problem.place.line for problem in found.notes.errors] == [1, 2, 3, 4, 5]
    assert all(words in problem.message for problem in found.notes.errors)


def test_a_copy_that_anki_made_of_a_note_type_is_told(content: bytes, workspace: Path, tmp_path: Path) -> None:
    copied = altered(content, f"update notes set mid = 7 where mid = {QUESTION.id}", tmp_path)
    found = changed(workspace, tmp_path, remodelled(copied, make_a_copy, tmp_path))
    assert {problem.code for problem in found.notes.problems} == {"note-malformed"}
    assert "“citedeck question+” is a copy that Anki made" in found.notes.problems[0].message


def test_cards_without_a_note_are_told(content: bytes, workspace: Path, tmp_path: Path) -> None:
    found = changed(workspace, tmp_path, altered(content, "update cards set nid = 1 where ord = 2", tmp_path))
    assert told(found) == {("cards-differ", None), ("cards-differ", "clocks")}


def test_retired_notes_are_audited_and_told_apart(content: bytes, workspace: Path, tmp_path: Path) -> None:
    retired = altered(content, f"update notes set tags = ' guild {RETIRED} ' {of('founder')}", tmp_path)
    found = changed(workspace, tmp_path, retired)
    assert (len(found.notes.findings), len(found.retired.findings)) == (len(FACTS) - 1, 1)
    assert not told(found)
    found = changed(workspace, tmp_path, altered(retired, replaced("founder", "Who", "How"), tmp_path))
    assert not found.notes.problems
    assert [problem.code for problem in found.retired.errors] == ["question-edited"]


def test_a_package_without_our_notes_stops_the_run(content: bytes, workspace: Path, tmp_path: Path) -> None:
    with pytest.raises(CitedeckError, match=r"deck\.apkg holds no notes of citedeck\Z"):
        changed(workspace, tmp_path, altered(content, "delete from notes", tmp_path))


def change_a_template(models: dict[str, Any]) -> None:
    models[str(CLOZE.id)]["tmpls"][0]["afmt"] += "42"


def change_the_style(models: dict[str, Any]) -> None:
    models[str(CLOZE.id)]["css"] += ".evidence { display: none }"


@pytest.mark.parametrize("change", [change_a_template, change_the_style])
def test_another_layout_is_a_warning(
    content: bytes, workspace: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    found = changed(workspace, tmp_path, remodelled(content, change, tmp_path))
    assert [(problem.code, problem.place.line) for problem in found.notes.problems] == [("layout-differs", 6)]
    assert all(finding.accepted for finding in found.notes.findings)
