"""`citedeck audit` as a user types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.audit.packages import altered, zipped
from tests.cli.test_command import installed, run


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one good deck, `light`, which is built."""
    assert run("-C", tmp_path, "new", "light").exit_code == 0
    assert run("-C", tmp_path, "build").exit_code == 0
    return tmp_path


def tamper(workspace: Path, sql: str) -> None:
    package = workspace / "build" / "light.apkg"
    package.write_bytes(altered(package.read_bytes(), sql, workspace))


def test_a_package_that_was_just_built_passes_without_its_decks(workspace: Path) -> None:
    (workspace / "decks" / "light.yaml").unlink()
    result = run("-C", workspace, "audit", "build/light.apkg")
    assert (result.exit_code, result.output) == (0, "4 notes, every answer proved (3 verbatim, 1 cloze)\n")
    assert run("-C", workspace, "audit", "--strict", "build/light.apkg").exit_code == 0


def test_a_changed_answer_is_told_with_its_note_and_field(workspace: Path) -> None:
    tamper(workspace, "update notes set flds = replace(flds, x'1f' || '1480', x'1f' || '1490')")
    result = run("-C", workspace, "audit", "build/light.apkg")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == "build/light.apkg:4:2: answer-not-in-quote: last-stones: “1490” does not stand in the quote"
    assert lines[2].strip().startswith("Note ")
    assert lines[2].endswith(", field Answer.")
    assert lines[-1] == "4 notes: 3 proved, 1 rejected (2 verbatim, 1 cloze); 1 problem"


def test_retired_notes_are_told_last(workspace: Path) -> None:
    tamper(workspace, "update notes set tags = ' citedeck::retired ' where flds like '%\"last-stones\"%'")
    result = run("-C", workspace, "audit", "build/light.apkg")
    assert result.exit_code == 0
    assert result.output == (
        "3 notes, every answer proved (2 verbatim, 1 cloze); retired: 1 note, every answer proved (1 verbatim)\n"
    )
    tamper(workspace, "update notes set flds = replace(flds, x'1f' || '1480', x'1f' || '1490')")
    result = run("-C", workspace, "audit", "build/light.apkg")
    assert result.exit_code == 1
    assert result.output.endswith("; retired: 1 note: 1 rejected; 1 problem\n")


def test_warnings_change_the_exit_code_only_when_strict(workspace: Path) -> None:
    tamper(workspace, "update col set models = replace(models, '.citedeck', '.mine')")
    result = run("-C", workspace, "audit", "build/light.apkg")
    assert result.exit_code == 0
    assert "layout-differs: warning: " in result.output
    assert run("-C", workspace, "audit", "build/light.apkg", "--strict").exit_code == 1


def test_json_has_the_shape_of_checks(workspace: Path) -> None:
    checked = json.loads(run("-C", workspace, "check", "--json").output)
    del checked["coverage"]  # a package has no articles of its own
    told = json.loads(run("-C", workspace, "audit", "build/light.apkg", "--json").output)
    assert told["summary"] == checked["summary"]
    assert told["facts"] == [
        {**fact, "path": "build/light.apkg", "line": number} for number, fact in enumerate(checked["facts"], 1)
    ]
    none = {**checked["summary"], "facts": 0, "accepted": 0, "levels": {}}
    assert told["retired"] == {**checked, "facts": [], "summary": none}
    assert told["foreign"] == 0
    tamper(workspace, "update notes set flds = replace(flds, x'1f' || '1480', x'1f' || '1490')")
    (problem,) = json.loads(run("-C", workspace, "audit", "build/light.apkg", "--json").output)["problems"]
    assert (problem["code"], problem["fact"], problem["line"], problem["column"]) == (
        "answer-not-in-quote", "last-stones", 4, 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "there is no file build/x.apkg"),
        (b"no zip", "build/x.apkg is not a whole Anki package"),
        (zipped({"media": b"{}"}), "build/x.apkg is not an Anki package: it holds no collection"),
        (zipped({"collection.anki21b": b""}), "Support older Anki versions"),
    ],
)
def test_what_is_no_package_ends_with_2_and_says_why(workspace: Path, content: bytes | None, words: str) -> None:
    if content is not None:
        (workspace / "build" / "x.apkg").write_bytes(content)
    result = run("-C", workspace, "audit", "build/x.apkg")
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


def test_a_missing_source_is_told_once(workspace: Path) -> None:
    (workspace / "source" / "light.txt").unlink()
    result = run("-C", workspace, "audit", "build/light.apkg")
    assert result.exit_code == 1
    assert result.output.count("source-not-found") == 1
    assert result.output.endswith("4 notes: 4 rejected; 1 problem\n")


def test_a_line_end_in_the_id_of_a_fact_breaks_no_line(workspace: Path) -> None:
    tamper(workspace, "update notes set flds = replace(flds, x'1f' || '1480', x'1f' || '1490')")
    tamper(workspace, "update notes set flds = replace(flds, 'last-stones', 'last\\nstones')")
    result = run("-C", workspace, "audit", "build/light.apkg")
    assert result.exit_code == 1
    assert ": answer-not-in-quote: last stones: " in result.output


def test_it_is_found_from_the_current_folder(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace / "build")
    assert run("audit", "light.apkg").exit_code == 0


def test_it_says_all_of_it_in_a_plain_locale(workspace: Path) -> None:
    tamper(workspace, "update notes set flds = replace(flds, 'Pharos', '京都')")
    done = installed("-C", str(workspace), "audit", "build/light.apkg")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
