"""`citedeck report` as a user types it: what is written, where, and how the run ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.test_command import run, spoil, workspace

__all__ = ["workspace"]


def test_the_page_is_written_into_build(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    result = run("report")
    assert result.exit_code == 0
    assert result.output == (
        "wrote build/report.html (4 facts)\n"
        "4 facts, every answer proved (3 verbatim, 1 cloze)\n"
        "source/light.txt: facts rest on 4 of 5 sentences (80 %), in 2 of 2 paragraphs\n"
    )
    page = (workspace / "build" / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")


def test_problems_end_with_1_and_are_in_the_page(workspace: Path) -> None:
    spoil(workspace)
    result = run("-C", workspace, "report")
    assert result.exit_code == 1
    assert "4 facts: 3 proved, 1 rejected" in result.output
    page = (workspace / "build" / "report.html").read_text(encoding="utf-8")
    assert "answer-not-in-quote" in page
    assert "Not proved: no card is made." in page


def test_a_deck_that_cannot_be_read_is_in_the_page_too(workspace: Path) -> None:
    (workspace / "decks" / "broken.yaml").write_text("deck: [", encoding="utf-8")
    assert run("-C", workspace, "report").exit_code == 1
    assert "yaml-syntax" in (workspace / "build" / "report.html").read_text(encoding="utf-8")


def test_warnings_end_with_1_only_if_strict(workspace: Path) -> None:
    deck = workspace / "decks" / "light.yaml"
    text = deck.read_text(encoding="utf-8").replace("the architect of the Lighthouse of Alexandria?", "its architect?")
    deck.write_text(text, encoding="utf-8")
    assert "warning" in run("-C", workspace, "check").output
    assert run("-C", workspace, "report").exit_code == 0
    assert run("-C", workspace, "report", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("output", "path"),
    [("page.html", "page.html"), ("new/page", "new/page"), ("source", "source/report.html"), (".", "report.html")],
)
def test_where_it_goes(workspace: Path, output: str, path: str) -> None:
    assert run("-C", workspace, "report", "-o", output).exit_code == 0
    assert (workspace / path).read_text(encoding="utf-8").startswith("<!doctype html>")
    assert not (workspace / "build").exists()


def test_one_deck_of_several(workspace: Path) -> None:
    (workspace / "decks" / "other.yaml").write_text("deck: [", encoding="utf-8")
    assert run("-C", workspace, "report", "light").exit_code == 0


def test_what_cannot_be_written_is_told_and_leaves_what_was_there(workspace: Path) -> None:
    (workspace / "build").write_text("in the way", encoding="utf-8")
    files = sorted(workspace.rglob("*"))
    result = run("-C", workspace, "report")
    assert result.exit_code == 2
    assert "build/report.html cannot be written" in result.output
    assert sorted(workspace.rglob("*")) == files


def test_a_page_is_never_half_written(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("-C", workspace, "report")
    before = (workspace / "build" / "report.html").read_bytes()
    spoil(workspace)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("citedeck.writing.os.fsync", full)
    result = run("-C", workspace, "report")
    assert result.exit_code == 2
    assert "no space left on device" in result.output
    assert [path.name for path in (workspace / "build").iterdir()] == ["report.html"]
    assert (workspace / "build" / "report.html").read_bytes() == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever runs this may write everywhere")
def test_a_folder_that_is_read_only(workspace: Path) -> None:
    (workspace / "build").mkdir(mode=0o500)
    result = run("-C", workspace, "report")
    assert (result.exit_code, "permission denied" in result.output) == (2, True)


def test_many_sources_are_told_in_one_line(tmp_path: Path) -> None:
    for folder in ("decks", "source"):
        (tmp_path / folder).mkdir()
    facts = []
    for number in range(9):
        text = f"Harbour {number}\n\nThe mole of harbour {number} was built by Ada Lindqvist. It is of stone.\n"
        (tmp_path / "source" / f"harbour-{number}.txt").write_text(text, encoding="utf-8")
        facts.append(
            f"  f{number}:\n    cloze: mole of harbour {number} was built by {{{{Ada Lindqvist}}}}\n"
            f"    source: harbour-{number}\n"
        )
    (tmp_path / "decks" / "harbours.yaml").write_text(f"deck: Harbours\nfacts:\n{''.join(facts)}", encoding="utf-8")
    printed = run("-C", str(tmp_path), "check").output
    line = "9 sources: facts rest on 9 of 18 sentences (50 %), in 9 of 9 paragraphs; `citedeck report` shows each\n"
    assert line in printed
    assert "harbour-0.txt" not in printed
