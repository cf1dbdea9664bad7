"""Two workspaces that are the same but for one thing: of one, earlier runs are remembered; of the other, nothing is."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_command import run
from tests.exporters.apkg.every_kind import FACTS, T0, Facts
from tests.history.workshop import Workshop
from tests.small_png import of_colour

TIDES = "Tides\n\nThe tide turns twice a day at Varnholt. The quay was built in 1466 by the guild.\n"
TIDE_FACTS: Facts = {
    "quay": {"ask": "In which year was the quay built?", "answer": "1466", "quote": "The quay was built in 1466"},
    "turns": {"ask": "How often does the tide turn?", "answer": "twice a day", "quote": "The tide turns twice a day"},
}

Edit = Callable[[Path], object]


class Twins:
    """`known`, of which a cache knows what runs found, and `fresh`, whose every run is as if it were the first."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, picture: bool = False) -> None:
        self.known, self.fresh, self.cache = folder / "known", folder / "fresh", folder / "cache"
        self._patch = patch
        self._now = T0
        patch.setattr(os, "fsync", lambda _: None)  # nobody pulls the plug, and it takes most of the time
        for root in (self.known, self.fresh):
            _furnish(root, picture)

    def edit(self, edit: Edit) -> None:
        """Do the same to both."""
        for root in (self.known, self.fresh):
            edit(root)

    def told(self, root: Path, *arguments: str, cwd: str = ".") -> tuple[int, str, str]:
        """What a command says, run in a folder of one of them: its exit code, its output, its errors."""
        self._patch.setenv("CITEDECK_CACHE", str(self.cache) if root == self.known else "")
        self._patch.setenv("SOURCE_DATE_EPOCH", str(self._now))
        self._patch.chdir(root / cwd)
        result = run(*arguments)
        output, errors = (_likened(text.replace(str(root), "ROOT")) for text in (result.stdout, result.stderr))
        return result.exit_code, output, errors

    def say_the_same(self, *arguments: str, cwd: str = ".") -> tuple[int, str, str]:
        """That a command says the same in both, and leaves the same behind; what it says."""
        self._now += 60
        told = self.told(self.known, *arguments, cwd=cwd)
        assert told == self.told(self.fresh, *arguments, cwd=cwd)
        assert _files(self.known) == _files(self.fresh)
        return told

    def are_the_same(self) -> None:
        """That whatever is asked of them is answered alike, now and again."""
        for command in ("check", "build", "build", "check"):
            self.say_the_same(command)


def _furnish(root: Path, picture: bool) -> None:
    workshop = Workshop(root)
    first = {**FACTS, "seal": {**FACTS["seal"], "image": {"file": "heron.png", "alt": "A heron"}}} if picture else FACTS
    workshop.write("guild", first)
    (root / "decks" / "heron.png").write_bytes(of_colour(0, 0, 0))
    (root / "decks" / "shore").mkdir()
    workshop.write("shore/tides", TIDE_FACTS, source="tides")
    (root / "source" / "tides.md").write_text(TIDES, encoding="utf-8")
    (root / "source" / "references.yaml").write_text("- id: tides\n  title: On tides\n", encoding="utf-8")
    shutil.rmtree(root / "build")


def _likened(output: str) -> str:
    """An output in which it does not matter whether a file was written again as it was."""
    return re.sub(r"wrote (.+?) \(", r"\1 is as it was (", output)


def _files(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    paths = (Path(place, name) for place, _, names in os.walk(root) for name in names)
    return {str(path.relative_to(root)): path.read_bytes() if path.is_file() else b"" for path in paths}
