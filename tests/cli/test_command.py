"""The command as a user types it: exit codes, what is printed, what is written."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from citedeck.__main__ import main as start
from citedeck.cli import loaded, main
from citedeck.codes import CODES


def run(*arguments: str | Path, **settings: Any) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], **settings)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one good deck, `light`."""
    assert run("-C", tmp_path, "new", "light").exit_code == 0
    return tmp_path


def spoil(workspace: Path) -> None:
    deck = workspace / "decks" / "light.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("answer: 1480", "answer: 1490"), encoding="utf-8")


def test_a_new_workspace_checks_and_builds(workspace: Path) -> None:
    checked = run("-C", workspace, "check")
    assert checked.exit_code == 0
    assert checked.output == (
        "4 facts, every answer proved (3 verbatim, 1 cloze)\n"
        "source/light.txt: facts rest on 4 of 5 sentences (80 %), in 2 of 2 paragraphs\n"
    )
    assert run("-C", workspace, "build").exit_code == 0
    assert (workspace / "build" / "light.apkg").stat().st_size > 1000


def test_a_wrong_answer_is_told_with_its_place_code_and_fact(workspace: Path) -> None:
    spoil(workspace)
    result = run("-C", workspace, "check")
    assert result.exit_code == 1
    assert result.output.startswith(
        "decks/light.yaml:21:5: answer-not-in-quote: last-stones: “1490” does not stand in the quote\n"
    )
    assert "4 facts: 3 proved, 1 rejected (2 verbatim, 1 cloze); 1 problem" in result.output


def test_a_sum_beside_a_problem_does_not_say_that_every_answer_is_proved(workspace: Path) -> None:
    shutil.copy(workspace / "decks" / "light.yaml", workspace / "decks" / "twin.yaml")
    output = run("-C", workspace, "check", "light").output
    assert "duplicate-deck-id" in output
    assert "8 facts: 8 proved (6 verbatim, 2 cloze); 2 problems\n" in output


def test_nothing_is_written_for_a_deck_with_problems(workspace: Path) -> None:
    run("-C", workspace, "build")
    before = (workspace / "build" / "light.apkg").read_bytes()
    shutil.copy(workspace / "decks" / "light.yaml", workspace / "decks" / "good.yaml")
    good = (workspace / "decks" / "good.yaml").read_text(encoding="utf-8").replace("id: light", "id: good")
    (workspace / "decks" / "good.yaml").write_text(good, encoding="utf-8")
    spoil(workspace)
    result = run("-C", workspace, "build")
    assert result.exit_code == 1
    assert (workspace / "build" / "light.apkg").read_bytes() == before
    assert sorted(path.name for path in (workspace / "build").iterdir()) == ["good.apkg", "light.apkg"]


@pytest.mark.parametrize("name", ["light", "decks/light.yaml"])
def test_a_deck_is_named_by_id_or_path(workspace: Path, name: str) -> None:
    (workspace / "decks" / "other.yaml").write_text("deck: [", encoding="utf-8")
    assert run("-C", workspace, "check", name).exit_code == 0
    assert run("-C", workspace, "check").exit_code == 1


def test_the_workspace_is_found_from_a_folder_within_it(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace / "decks")
    assert run("check", "light.yaml").exit_code == 0
    assert run("build", "-o", "here").exit_code == 0
    assert (workspace / "decks" / "here" / "light.apkg").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "nowhere"], "there is no deck “nowhere”"),
        (["check", "decks"], "decks is a folder, not a deck"),
        (["build", "--to", "parchment"], "“parchment” is not a format"),
        (["explain", "quote-not-fond"], "Did you mean quote-not-found?"),
        (["new", "a/b"], "“a/b” cannot be the name of a deck"),
        (["new", "--", "-"], "“-” cannot be the name of a deck"),
        (["new", "_"], "“_” cannot be the name of a deck"),
        (["new", "x" * 300], "cannot be the name of a deck"),
        (["new", "con"], "the name “con” is reserved"),
        (["new", "collection"], "the name “collection” is reserved"),
        (["check", ""], "there is no deck “”"),
        (["new", "LIGHT"], "is there already"),
        (["check", "x" * 300], "name too long"),
        (["new", "light"], "is there already"),
        (["check", "--no-such-option"], "No such option"),
        (["chekc"], "No such command"),
        (["build", "-o", "source/light.txt"], "cannot be written"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_why(workspace: Path, arguments: list[str], words: str) -> None:
    files = sorted(workspace.rglob("*"))
    result = run("-C", workspace, *arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output
    assert sorted(workspace.rglob("*")) == files


def test_without_a_workspace_the_way_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")
    assert result.exit_code == 2
    assert "no workspace here" in result.output
    assert "citedeck new NAME" in result.output
    assert run("-C", tmp_path, "check").exit_code == 2
    assert run("-C", tmp_path / "missing", "check").exit_code == 2


def test_new_refuses_a_folder_with_something_else_in_it(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("…", encoding="utf-8")
    assert run("-C", tmp_path, "new", "light").exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_new_begins_an_empty_deck_for_an_article_that_is_there(workspace: Path) -> None:
    (workspace / "source" / "tides.txt").write_text("Tides\n\nThe tide turns.\n", encoding="utf-8")
    assert run("-C", workspace, "new", "tides").exit_code == 0
    result = run("-C", workspace, "check", "tides")
    assert result.exit_code == 1
    assert "no-facts" in result.output
    assert (workspace / "source" / "tides.txt").read_text(encoding="utf-8") == "Tides\n\nThe tide turns.\n"


def test_json_keeps_its_contract(workspace: Path) -> None:
    spoil(workspace)
    result = run("-C", workspace, "check", "--json")
    assert result.exit_code == 1
    told = json.loads(result.output)
    assert told["version"] == 1
    assert told["summary"] == {
        "facts": 4,
        "accepted": 3,
        "rejected": 1,
        "levels": {"verbatim": 2, "cloze": 1},
        "warnings": 0,
    }
    accepted, rejected = told["facts"][0], told["facts"][3]
    text = (workspace / "source" / "light.txt").read_text(encoding="utf-8")
    quote = "The Lighthouse of Alexandria was built on the island of Pharos in Egypt"
    assert accepted == {
        "deck": "light",
        "fact": "place",
        "kind": "basic",
        "path": "decks/light.yaml",
        "line": 8,
        "accepted": True,
        "level": "verbatim",
        "codes": [],
        "source": "light",
        "start": text.index(quote),
        "end": text.index(quote) + len(quote),
    }
    assert (rejected["accepted"], rejected["level"], rejected["codes"]) == (False, None, ["answer-not-in-quote"])
    assert told["problems"][0] | {"message": "", "hint": ""} == {
        "code": "answer-not-in-quote",
        "severity": "error",
        "message": "",
        "hint": "",
        "path": "decks/light.yaml",
        "line": 21,
        "column": 5,
        "deck": "light",
        "fact": "last-stones",
        "drift": None,
    }


def test_warnings_change_the_exit_code_only_when_strict(workspace: Path) -> None:
    deck = workspace / "decks" / "light.yaml"
    text = deck.read_text(encoding="utf-8").replace(
        "quote: The architect was Sostratus of Cnidus.", "quote: Sostratus of Cnidus"
    )
    deck.write_text(text, encoding="utf-8")
    result = run("-C", workspace, "check")
    assert result.exit_code == 0
    assert "quote-too-thin: warning: architect:" in result.output
    assert run("-C", workspace, "check", "--strict").exit_code == 1
    assert run("-C", workspace, "build", "--strict").exit_code == 1
    assert not (workspace / "build").exists()
    assert run("-C", workspace, "build").exit_code == 0


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    result = run("explain", code)
    assert result.exit_code == 0
    assert result.output.startswith(f"{code}: ")
    assert "What to do: " in result.output


def test_all_codes_are_listed() -> None:
    listed = [line.split()[0] for line in run("explain").output.splitlines()]
    assert listed == list(CODES)


@pytest.mark.parametrize("arguments", [["explain"], ["explain", "yes-no"]], ids=" ".join)
def test_who_reads_only_the_first_line_is_not_told_of_an_error(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "citedeck", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=60) == 0


@pytest.mark.parametrize(
    "command", [[], *([name] for name in main.commands)], ids=lambda command: " ".join(command) or "citedeck"
)
def test_every_command_has_help(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def installed(*arguments: str, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "citedeck", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **settings)


@pytest.mark.parametrize("name", main.commands)
@pytest.mark.parametrize("width", [40, 100, 1000])
def test_the_list_of_commands_says_of_each_what_it_says_of_itself(name: str, width: int) -> None:
    listed, command = main.commands[name], loaded(name)
    assert command.name == name
    if not command.short_help or len(command.short_help) <= width:  # which click does not shorten
        assert listed.get_short_help_str(width) == command.get_short_help_str(width)


def modules(code: str) -> set[str]:
    """The modules that are loaded when a line of Python has run."""
    code = f"import sys; {code}; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60, text=True)
    return set(done.stderr.split())


def test_help_loads_nothing_heavy_and_of_our_own_only_the_edge() -> None:
    loaded = modules("from citedeck.cli import main; main(['--help'], standalone_mode=False)")
    assert not {"pydantic", "yaml", "genanki", "rapidfuzz", "sqlite3", "pathlib", "dataclasses"} & loaded
    edge = {"citedeck", "citedeck.cli", "citedeck.errors"}
    assert {name for name in loaded if name.startswith("citedeck")} - edge == {
        f"citedeck.cli.{name}" for name in ("options", "stopping", "terminal")
    }


def test_output_is_utf_8_safe_in_a_plain_locale(workspace: Path) -> None:
    spoil(workspace)
    done = installed(
        "-C", str(workspace), "check", env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii:strict"}
    )
    assert done.returncode == 1
    assert b"answer-not-in-quote" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii"])
@pytest.mark.parametrize("arguments", [["check"], ["check", "--json"]], ids=" ".join)
def test_no_encoding_of_the_terminal_stops_it(workspace: Path, encoding: str, arguments: list[str]) -> None:
    (workspace / "decks" / "京都.yaml").write_text("deck: 京都", encoding="utf-8")
    done = installed("-C", str(workspace), *arguments, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert done.returncode == 1
    assert b"no-facts" in done.stdout
    assert done.stderr == b""


def test_what_is_explained_is_an_error_rather_than_a_warning(workspace: Path) -> None:
    deck = workspace / "decks" / "light.yaml"
    text = deck.read_text(encoding="utf-8").replace("answer: 1480", "answer: 1490")
    text = text.replace("    distractors:", "    accept: [Sostratus]\n    distractors:")
    deck.write_text(text, encoding="utf-8")
    assert run("-C", workspace, "check").output.startswith("decks/light.yaml:15:14: accept-unused: warning: ")
    assert "citedeck explain answer-not-in-quote\n" in run("-C", workspace, "check").output


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("name", ["decks/pipe.yaml", "source/light.txt"])
def test_a_pipe_is_no_file(workspace: Path, name: str) -> None:
    (workspace / name).unlink(missing_ok=True)
    os.mkfifo(workspace / name)
    result = run("-C", workspace, "check")
    assert result.exit_code == 1
    assert "not-a-file: this is a pipe or a device, not a file" in result.output


def test_a_deck_is_the_same_by_any_path(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    link = tmp_path_factory.mktemp("links") / "link"
    link.symlink_to(workspace)
    assert run("-C", link, "check", workspace / "decks" / "light.yaml").exit_code == 0
    references = f"- id: light\n  file: {workspace / 'source' / 'light.txt'}\n"
    (workspace / "source" / "references.yaml").write_text(references, encoding="utf-8")
    assert run("-C", link, "check").exit_code == 0


def test_a_bug_ends_with_2_and_asks_for_a_report(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("never")

    monkeypatch.setattr("citedeck.workspace.load", fail)
    result = run("-C", workspace, "check")
    assert result.exit_code == 2
    assert "ZeroDivisionError: never" in result.output
    assert "This is a bug in citedeck" in result.output


def test_a_disk_that_is_full_ends_with_2(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("citedeck.exporters.apkg.canonical_database", fail)
    result = run("-C", workspace, "build")
    assert result.exit_code == 2
    assert "cannot be put together: database or disk is full" in result.output
    assert "Traceback" not in result.output
    assert not (workspace / "build").exists()


def test_an_interrupt_while_it_loads_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("citedeck.cli.main", interrupt)
    with pytest.raises(SystemExit) as stop:
        start()
    assert stop.value.code == 130


def test_a_name_that_is_no_text_is_told(workspace: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(workspace / "decks") + b"/caf\xe9.yaml")).write_text("deck: x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has only names that are text")
    done = installed("-C", str(workspace), "check")
    assert done.returncode == 1
    assert b"bad-id" in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_new_workspace_may_lie_below_another(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (workspace / "inner").mkdir()
    monkeypatch.chdir(workspace / "inner")
    assert run("new", "TITLE").exit_code == 0
    assert run("check").output.startswith("4 facts, every answer proved (3 verbatim, 1 cloze)\nsource/TITLE.txt: ")
    assert sorted(path.name for path in (workspace / "inner").iterdir()) == ["decks", "source"]


def test_colour_only_on_a_terminal_that_wants_it(workspace: Path) -> None:
    spoil(workspace)
    assert b"\x1b[" not in installed("-C", str(workspace), "check").stdout
    coloured = run("-C", workspace, "check", color=True).output
    plain = run("-C", workspace, "check", color=True, env={"NO_COLOR": "1"}).output
    assert "\x1b[" in coloured
    assert "\x1b[" not in plain
