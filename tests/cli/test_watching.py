"""`--watch`, as someone uses it who saves files: it builds again, says what changed, and nothing ends it but Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest
from click.testing import CliRunner

from citedeck.cli import main
from tests.cli.test_differences import ARTICLE, GOOD

PATIENCE = 30.0  # seconds, on a machine that has other things to do


class Watch:
    """A command that watches, and what it has printed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._lines: Queue[str] = Queue()
        assert process.stdout is not None
        Thread(target=self._read, args=(process.stdout,), daemon=True).start()

    def _read(self, output: Iterable[str]) -> None:
        for line in output:
            self._lines.put(line)

    def until(self, last: str) -> str:
        """What it prints up to a line that begins so."""
        printed: list[str] = []
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                printed.append(self._lines.get(timeout=0.1))
            except Empty:
                assert self._process.poll() is None, "".join(printed)
                continue
            if printed[-1].startswith(last):
                return "".join(printed)
        raise AssertionError(f"no “{last}” in:\n{''.join(printed)}")

    def end(self) -> int:
        """Press Ctrl-C; the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)


@contextmanager
def watching(root: Path, *arguments: str) -> Iterator[Watch]:
    command = [sys.executable, "-m", "citedeck", "-C", str(root), *arguments, "--watch"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", bufsize=1
    ) as process:
        try:
            yield Watch(process)
        finally:
            process.kill()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("decks", "source"):
        (tmp_path / folder).mkdir()
    (tmp_path / "source" / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    save(tmp_path, GOOD)
    return tmp_path


def save(root: Path, deck: str) -> None:
    """Save the deck as careful editors do: beside it, then in its place."""
    path = root / "decks" / "harbour.yaml"
    beside = path.with_name(".harbour.yaml.swp")
    beside.write_text(deck, encoding="utf-8")
    beside.replace(path)


def test_it_builds_again_through_broken_yaml_and_a_folder_that_is_gone(root: Path) -> None:
    package, lock = root / "build" / "harbour.apkg", root / "decks" / "harbour.lock"
    with watching(root, "build") as watch:
        assert "When imported: 2 new." in watch.until("Watching decks/ and source/.")
        shipped = package.read_bytes(), lock.read_bytes()

        save(root, GOOD.replace("facts:", "facts: ["))
        broken = watch.until("no facts; 1 problem")
        assert "decks/harbour.yaml" in broken
        assert "yaml-syntax" in broken
        assert (package.read_bytes(), lock.read_bytes()) == shipped

        save(root, GOOD)
        mended = watch.until("When imported: 2 unchanged.")
        assert "mended: yaml-syntax" in mended
        assert (package.read_bytes(), lock.read_bytes()) == shipped

        (root / "decks").rename(root / "elsewhere")
        watch.until("citedeck: ")
        (root / "elsewhere").rename(root / "decks")
        assert "The verdict is the same." in watch.until("When imported: 2 unchanged.")

        save(root, GOOD[: GOOD.index("  length")])
        assert "gone: length\n" in watch.until("When imported: 1 unchanged, 1 retired.")
        assert package.read_bytes() != shipped[0]
        assert watch.end() == 0


def test_an_article_and_a_new_deck_count_too(root: Path) -> None:
    with watching(root, "report") as watch:
        watch.until("Watching")
        (root / "source" / "harbour.txt").write_text(ARTICLE.replace("640", "650"), encoding="utf-8")
        changed = watch.until("source/harbour.txt: facts rest on")
        assert "quote-not-found" in changed
        assert "650" in (root / "build" / "report.html").read_text(encoding="utf-8")
        (root / "decks" / "second.yaml").write_text(GOOD.replace("planner", "drawer"), encoding="utf-8")
        assert "new: drawer, length" in watch.until("source/harbour.txt: facts rest on")


def test_what_a_build_writes_does_not_make_it_build_again(root: Path) -> None:
    with watching(root, "build", "-o", str(root / "decks")) as watch:
        watch.until("Watching")
        os.utime(root / "decks" / "harbour.yaml")
        printed = watch.until("When imported: ")
        (root / "source" / "harbour.txt").write_text(f"{ARTICLE}\n", encoding="utf-8")
        printed += watch.until("When imported: ")
        assert printed.count("· ") == 2


@pytest.mark.parametrize("option", [["--locked"], ["--touch", "planner"], ["--since", "x.apkg"]])
def test_what_does_not_go_together(root: Path, option: list[str]) -> None:
    result = CliRunner().invoke(main, ["-C", str(root), "build", "--watch", *option])
    assert result.exit_code == 2
    assert f"--watch and {option[0]} do not go together" in result.output
