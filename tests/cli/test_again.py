"""A deck that is built again, as a user types it: the plan, the lock, and the options of both."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

from citedeck.history import read_lock
from citedeck.history.lines import signed
from citedeck.model import LAST_SECOND
from tests.cli.test_command import run

NOW = 1_800_000_000
FACTS = ["country", "last-stones", "stumps", "tower"]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose one deck, `light`, was built."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))
    run("-C", tmp_path, "new", "light")
    again("build", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW + 60))
    return tmp_path


def again(command: str, workspace: Path, *arguments: str) -> Result:
    result = run("-C", workspace, command, *arguments)
    assert result.exit_code == 0, result.output
    return result


def refused(command: str, workspace: Path, *arguments: str) -> str:
    result = run("-C", workspace, command, *arguments)
    assert result.exit_code != 0
    return result.output


def edit(workspace: Path, old: str = "answer: 1480", new: str = "answer: 1480\n    hint: Late") -> None:
    deck = workspace / "decks" / "light.yaml"
    text = deck.read_text("utf-8")
    assert old in text
    deck.write_text(text.replace(old, new), "utf-8")


def lock(workspace: Path) -> Path:
    return workspace / "decks" / "light.lock"


def mods(workspace: Path) -> dict[str, int]:
    """The times of the notes by their facts, as seconds since the first build."""
    file = read_lock(lock(workspace), "light.lock")
    assert file
    assert file.lock
    return {one.note.fact: one.mod - NOW for one in file.lock.notes.values()}


def altered(workspace: Path, sql: str) -> None:
    """Change what lies in the package that was built."""
    path, database = workspace / "build" / "light.apkg", workspace / "light.db"
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    name = next(name for name in entries if name.startswith("collection."))
    database.write_bytes(entries[name])
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(sql)
        connection.commit()
    with zipfile.ZipFile(path, "w") as archive:
        for entry, content in {**entries, name: database.read_bytes()}.items():
            archive.writestr(entry, content)


def test_what_has_not_changed_is_not_stamped_again(workspace: Path) -> None:
    before = lock(workspace).read_bytes(), (workspace / "build" / "light.apkg").read_bytes()
    assert again("build", workspace).output.endswith("When imported: 4 unchanged.\n")
    assert (lock(workspace).read_bytes(), (workspace / "build" / "light.apkg").read_bytes()) == before


def test_a_plan_says_what_the_build_will_do_and_writes_nothing(workspace: Path) -> None:
    edit(workspace)
    before = lock(workspace).read_bytes()
    planned = again("plan", workspace).output
    assert "  updated   last-stones\n            Hint: nothing → “Late”\n" in planned
    assert planned.endswith("When imported: 1 updated, 3 unchanged.\n")
    assert lock(workspace).read_bytes() == before
    assert again("build", workspace).output.endswith("When imported: 1 updated, 3 unchanged.\n")


def test_a_plan_for_programs(workspace: Path) -> None:
    edit(workspace)
    (deck,) = json.loads(again("plan", workspace, "--json").stdout)["decks"]
    assert (deck["deck"], deck["unchanged"], deck["new"]) == ("light", 3, [])
    assert deck["updated"][0]["changes"][0] == {"part": "Hint", "old": "", "new": "Late"}


def test_locked_writes_nothing_where_the_lock_would_change(workspace: Path) -> None:
    again("build", workspace, "--locked")
    edit(workspace)
    before = lock(workspace).read_bytes(), (workspace / "build" / "light.apkg").read_bytes()
    assert "--locked: nothing was written, for decks/light.lock would change" in refused("build", workspace, "--locked")
    assert (lock(workspace).read_bytes(), (workspace / "build" / "light.apkg").read_bytes()) == before


@pytest.mark.parametrize("named", [["last-stones"], ["light/last-stones"]])
def test_a_fact_is_touched(named: list[str], workspace: Path) -> None:
    assert "1 stamped anew, 3 unchanged" in again("build", workspace, "--touch", *named).output
    assert {fact for fact, mod in mods(workspace).items() if mod} == {"last-stones"}


def test_every_fact_is_touched(workspace: Path) -> None:
    again("build", workspace, "light", "--touch")
    assert set(mods(workspace).values()) == {60}


@pytest.mark.parametrize("named", ["nobody", "other", "dark/other", "dark/last-stones", ""])
def test_what_is_touched_must_be_a_fact_of_a_deck_that_is_built(named: str, workspace: Path) -> None:
    deck = (workspace / "decks" / "light.yaml").read_text("utf-8").replace("last-stones:", "other:")
    (workspace / "decks" / "dark.yaml").write_text(deck.replace("id: light", "id: dark"), "utf-8")
    before = lock(workspace).read_bytes()
    assert f"there is no fact “{named}” to touch in light" in refused("build", workspace, "light", "--touch", named)
    assert lock(workspace).read_bytes() == before


@pytest.mark.parametrize("left", [0, 300])
def test_a_package_that_is_damaged_stands_in_for_no_lock(workspace: Path, left: int) -> None:
    """Else nobody would know that the cards begin anew."""
    lock(workspace).unlink()
    package = workspace / "build" / "light.apkg"
    damaged = package.read_bytes()[:left]
    package.write_bytes(damaged)
    result = run("-C", workspace, "build")
    assert result.exit_code == 1
    assert "lock-broken: the lock decks/light.lock is not there, and build/light.apkg" in result.output
    assert package.read_bytes() == damaged
    assert not lock(workspace).exists()
    package.unlink()
    again("build", workspace)


def test_a_package_stands_in_for_a_lost_lock(workspace: Path) -> None:
    before = mods(workspace)
    old = workspace / "old.apkg"
    shutil.move(workspace / "build" / "light.apkg", old)
    assert "decks/light.lock is there" in refused("build", workspace, "--since", str(old))
    lock(workspace).unlink()
    assert again("build", workspace, "--since", str(old)).output.endswith("When imported: 4 unchanged.\n")
    assert mods(workspace) == before


def test_what_was_built_after_the_package_is_stamped_anew(workspace: Path) -> None:
    old = workspace / "old.apkg"
    shutil.copyfile(workspace / "build" / "light.apkg", old)
    edit(workspace)
    again("build", workspace)
    edit(workspace, "\n    hint: Late", "")
    lock(workspace).unlink()
    assert "1 updated, 3 unchanged" in again("build", workspace, "--since", str(old)).output
    assert mods(workspace)["last-stones"] > 60


def test_decks_whose_locks_are_there_need_no_package(workspace: Path) -> None:
    deck = (workspace / "decks" / "light.yaml").read_text("utf-8")
    dark = deck.replace("id: light", "id: dark") if "id: light" in deck else f"id: dark\n{deck}"
    (workspace / "decks" / "dark.yaml").write_text(dark, "utf-8")
    again("build", workspace)
    old = workspace / "old.apkg"
    shutil.move(workspace / "build" / "light.apkg", old)
    lock(workspace).unlink()
    assert again("build", workspace, "--since", str(old)).output.endswith("When imported: 8 unchanged.\n")


def test_a_package_of_no_deck_here_does_not_stand_in(workspace: Path) -> None:
    altered(workspace, 'update notes set flds = replace(flds, \'"deck": "light"\', \'"deck": "other"\')')
    lock(workspace).unlink()
    output = refused("build", workspace, "--since", str(workspace / "build" / "light.apkg"))
    assert "holds no note of any deck of this workspace" in output


def test_a_package_stands_in_for_a_broken_lock(workspace: Path) -> None:
    before = mods(workspace)
    lock(workspace).write_text("{", "utf-8")
    again("build", workspace, "--since", str(workspace / "build" / "light.apkg"))
    assert mods(workspace) == before


@pytest.mark.parametrize(
    "sql",
    [
        "update notes set mod = -5",
        f"update notes set mod = {LAST_SECOND + 1}",
        "update notes set id = -id",
        "update notes set id = id + (1 << 60)",
        "update cards set ord = -1",
        "update cards set ord = 700",
        "update notes set guid = ''",
        "delete from cards",
    ],
)
def test_a_package_that_nobody_can_have_shipped_does_not_stand_in(sql: str, workspace: Path) -> None:
    altered(workspace, sql)
    lock(workspace).unlink()
    output = refused("build", workspace, "--since", str(workspace / "build" / "light.apkg"))
    assert "cannot stand in for a lock: the note of “" in output or "holds no note of any deck" in output
    assert not lock(workspace).exists()
    again("build", workspace)
    again("build", workspace, "--locked")


def test_what_has_the_last_time_there_is_cannot_change(workspace: Path) -> None:
    lines = [json.loads(line) for line in lock(workspace).read_text("utf-8").splitlines()]
    late = [
        {key: LAST_SECOND if key == "mod" else value for key, value in line.items() if key != "sum"} for line in lines
    ]
    lock(workspace).write_text("".join(f"{signed(line)}\n" for line in late), "utf-8")
    again("build", workspace)
    before = lock(workspace).read_bytes()
    edit(workspace)
    assert "it has the last time there is" in refused("build", workspace)
    assert lock(workspace).read_bytes() == before


@pytest.mark.parametrize("guid", ["null", "~", "", '""', '"a b"', "é", '"e\\u0301"', "[]"])
def test_a_guid_that_cannot_be_one_is_told(guid: str, workspace: Path) -> None:
    edit(workspace, new=f"answer: 1480\n    guid: {guid}")
    assert "decks/light.yaml:22:5: " in refused("build", workspace).replace("light.yaml:22:11", "light.yaml:22:5")


def test_two_decks_that_differ_in_their_endings_alone_are_told(workspace: Path) -> None:
    deck = (workspace / "decks" / "light.yaml").read_text("utf-8").replace("id: light", "id: dark")
    (workspace / "decks" / "light.yml").write_text(deck, "utf-8")
    assert refused("build", workspace).count("shared-lock") == 2
