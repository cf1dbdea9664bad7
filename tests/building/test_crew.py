"""Several processes make what one makes; one that ends before its time leaves nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

DECKS, FACTS = 12, 60
NO_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """So many decks on an article of their own each."""
    root = tmp_path / "work"
    for folder in ("decks", "source"):
        (root / folder).mkdir(parents=True)
    for deck in range(DECKS):
        told = [f"House {deck}-{house} of the guild was built by Marta O{house}sen." for house in range(FACTS)]
        (root / "source" / f"a{deck}.txt").write_text("\n\n".join(told) + "\n", encoding="utf-8")
        facts = [
            f"  h{house}:\n    ask: Who built house {deck}-{house}?\n    answer: Marta O{house}sen\n"
            f"    quote: House {deck}-{house} of the guild was built by Marta O{house}sen\n"
            for house in range(FACTS)
        ]
        head = f"deck: Guild {deck}\nsource: a{deck}\nfacts:\n"
        (root / "decks" / f"d{deck}.yaml").write_text(head + "".join(facts), encoding="utf-8")
    return root


def begin(root: Path, *options: str, first: str = "") -> subprocess.Popen[str]:
    """Begin a build of its own process group; `first` is Python that runs before."""
    small = "import citedeck.building.crew as crew; crew._WORTH_A_PROCESS = 1"
    command = f"{small}\n{first}\nfrom citedeck.__main__ import main\nmain()"
    return subprocess.Popen(
        [sys.executable, "-c", command, "-C", str(root), "build", *options],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "CITEDECK_CACHE": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def built(root: Path) -> dict[str, bytes]:
    paths = [*(root / "decks").glob("*.lock"), *(root / "build").glob("*")]
    return {path.name: path.read_bytes() for path in paths}


def left_over(root: Path) -> Iterator[Path]:
    return root.rglob("*.tmp")


def test_two_processes_make_what_one_makes(workspace: Path, tmp_path: Path) -> None:
    told, files = {}, {}
    for jobs in ("1", "2", "5"):
        run = begin(workspace, "--jobs", jobs)
        told[jobs], errors = run.communicate(timeout=60)
        assert run.returncode == 0, errors
        files[jobs] = built(workspace)
        for path in (*(workspace / "decks").glob("*.lock"), *(workspace / "build").glob("*")):
            path.unlink()
    assert len(files["1"]) == 2 * DECKS
    assert files["1"] == files["2"] == files["5"]
    assert told["1"] == told["2"] == told["5"]


def test_problems_are_told_as_one_process_tells_them(workspace: Path) -> None:
    deck = workspace / "decks" / "d3.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("answer: Marta O7sen", "answer: Nobody"), encoding="utf-8")
    told = []
    for jobs in ("1", "2"):
        run = begin(workspace, "--jobs", jobs)
        _, errors = run.communicate(timeout=60)
        assert run.returncode == 1
        told.append(errors)
        assert not (workspace / "build" / "d3.apkg").exists()
    assert "decks/d3.yaml:" in told[0]
    assert told[0] == told[1]


KILLED = """
import os, signal
import citedeck.building.bench as bench
draft = bench.Bench.draft
def killed(self, path, *others):
    if path.name == "d5.yaml":
        os.kill(os.getpid(), signal.SIGKILL)
    return draft(self, path, *others)
bench.Bench.draft = killed
"""


@NO_WINDOWS
def test_a_process_that_is_killed_is_told_and_nothing_is_written(workspace: Path) -> None:
    run = begin(workspace, "--jobs", "2", first=KILLED)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 2
    assert "Traceback" not in errors
    assert "was killed; nothing was written" in errors
    assert built(workspace) == {}
    run = begin(workspace)  # takes away what the killed one left
    run.communicate(timeout=60)
    assert list(left_over(workspace)) == []


SLOW = """
import time
import citedeck.building.bench as bench
draft = bench.Bench.draft
def slow(self, path, *others):
    time.sleep(0.2)
    return draft(self, path, *others)
bench.Bench.draft = slow
"""


@NO_WINDOWS
def test_who_interrupts_several_processes_leaves_nothing_half_done(workspace: Path) -> None:
    run = begin(workspace, "--jobs", "2", first=SLOW)
    deadline = time.monotonic() + 30
    while not list(left_over(workspace)) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 130, errors
    assert "Traceback" not in errors
    assert built(workspace) == {}
    assert list(left_over(workspace)) == []


def test_no_process_is_no_number_of_them(workspace: Path) -> None:
    run = begin(workspace, "--jobs", "0")
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 2
    assert "--jobs" in errors
