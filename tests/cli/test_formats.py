"""`citedeck build --to FORMAT` for every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from citedeck.exporters import EXPORTERS
from tests.cli.test_command import run, workspace

__all__ = ["workspace"]

QUIZZES = [name for name, exporter in EXPORTERS.items() if not exporter.SHIPS_NOTES]
SHIPPED = [name for name, exporter in EXPORTERS.items() if exporter.SHIPS_NOTES]


def lock(workspace: Path) -> Path:
    return workspace / "decks" / "light.lock"


@pytest.mark.parametrize("format_", EXPORTERS)
def test_it_writes_a_file_of_the_decks_name(workspace: Path, format_: str) -> None:
    result = run("-C", workspace, "build", "--to", format_)
    assert result.exit_code == 0, result.output
    path = workspace / "build" / f"light.{EXPORTERS[format_].SUFFIX}"
    assert f"wrote {path}" in result.output.replace("\n", "") or "wrote " in result.output
    assert path.stat().st_size > 100
    again = path.read_bytes()
    assert run("-C", workspace, "build", "--to", format_).exit_code == 0
    assert path.read_bytes() == again


@pytest.mark.parametrize("format_", QUIZZES)
def test_a_quiz_ships_no_notes(workspace: Path, format_: str) -> None:
    result = run("-C", workspace, "build", "--locked", "--to", format_)
    assert result.exit_code == 0, result.output
    assert "When imported" not in result.output
    assert not lock(workspace).exists()


@pytest.mark.parametrize("format_", SHIPPED)
def test_what_holds_notes_is_remembered(workspace: Path, format_: str) -> None:
    assert run("-C", workspace, "build", "--locked", "--to", format_).exit_code == 2
    result = run("-C", workspace, "build", "--to", format_)
    assert "When imported: 4 new" in result.output
    assert lock(workspace).exists()


def test_what_one_must_know_of_a_file_is_told(workspace: Path) -> None:
    result = run("-C", workspace, "build", "--to", "tsv")
    assert "Anki takes it only where light.apkg was imported once" in result.output
    assert all(len(line) <= 120 for line in result.output.splitlines() if not line.startswith("wrote"))


@pytest.mark.parametrize("format_", QUIZZES)
@pytest.mark.parametrize("option", [("--touch", "light"), ("--since", "old.apkg")], ids=" ".join)
def test_what_is_about_notes_is_refused_for_a_quiz(workspace: Path, format_: str, option: tuple[str, ...]) -> None:
    result = run("-C", workspace, "build", "--to", format_, *option)
    assert result.exit_code == 2
    assert f"--to {format_} and {option[0]} do not go together" in " ".join(result.output.split())


@pytest.mark.parametrize("format_", EXPORTERS)
def test_a_deck_with_problems_is_not_written(workspace: Path, format_: str) -> None:
    deck = workspace / "decks" / "light.yaml"
    deck.write_text(deck.read_text("utf-8").replace("answer: 1480", "answer: 1490"), "utf-8")
    assert run("-C", workspace, "build", "--to", format_).exit_code == 1
    assert not (workspace / "build").exists()


def test_an_unknown_format_names_those_there_are(workspace: Path) -> None:
    result = run("-C", workspace, "build", "--to", "kahoot")
    assert result.exit_code == 2
    assert f"Formats: {', '.join(EXPORTERS)}." in result.output


def test_several_formats_are_written_in_one_run(workspace: Path) -> None:
    options = [option for name in EXPORTERS for option in ("--to", name)]
    result = run("-C", workspace, "build", *options)
    assert result.exit_code == 0, result.output
    assert result.output.count("wrote ") == len(EXPORTERS)
    assert {path.name for path in (workspace / "build").iterdir()} == {
        f"light.{exporter.SUFFIX}" for exporter in EXPORTERS.values()
    }
    assert run("-C", workspace, "build", "--locked", *options).exit_code == 0


def test_a_quiz_says_how_many_questions_it_asks(workspace: Path) -> None:
    assert "light.quiz.html (4 facts, 4 questions)" in run("-C", workspace, "build", "--to", "quiz").output
    assert "light.gift.txt (4 facts, 5 questions)" in run("-C", workspace, "build", "--to", "gift").output
