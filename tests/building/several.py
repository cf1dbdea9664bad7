"""A workspace of several decks, built on several processes as a user does it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.exporters.apkg.every_kind import FACTS, T0
from tests.history.workshop import Workshop

NAMES = [f"d{number}" for number in range(4)]
PATIENCE = 60.0  # seconds, on a machine that has other things to do

# A process is worth its while, however small the decks are. A deck is `at` hand in a process when it is drafted there.
_FIRST = """
import os, signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell began in the background ignores it
from pathlib import Path
from citedeck.building import bench, crew
crew._WORTH_A_PROCESS = 1
draft, begun = bench.Bench.draft, os.getpid()
os.fsync = lambda _: None
def drafted(self, path, *told):
    found = draft(self, path, *told)
    if os.getpid() != begun:
        at(path)
    return found
def at(path):
    pass
bench.Bench.draft = drafted
"""


class Several(Workshop):
    """Decks `d0` to `d3`, and what is told while they are built."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        for name in NAMES:
            self.write(name, FACTS)

    def begin(self, *arguments: str, first: str = "", jobs: int = 2) -> subprocess.Popen[str]:
        """Begin `citedeck build` on processes in a group of their own; `first` is Python that runs before."""
        command = f"{_FIRST}\n{first}\nfrom citedeck.__main__ import main\nmain()"
        return subprocess.Popen(
            [sys.executable, "-c", command, "build", "--jobs", str(jobs), *arguments],
            cwd=self.root,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(T0), "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def built(self, *arguments: str, first: str = "", jobs: int = 2) -> tuple[int, str, str]:
        """How a build ends: its exit code, its output, its errors."""
        build = self.begin(*arguments, first=first, jobs=jobs)
        output, errors = build.communicate(timeout=PATIENCE)
        return build.returncode, output, errors

    def wait_for(self, pattern: str) -> Path:
        """Wait until a file is there."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for path in self.root.glob(pattern):
                return path
            time.sleep(0.01)
        raise AssertionError(f"no {pattern}")

    def content(self) -> dict[str, bytes]:
        """Every lock and package, and whatever was left half done."""
        paths = [path for folder in ("decks", "build") for path in (self.root / folder).glob("*")]
        return {path.name: path.read_bytes() for path in paths if path.suffix != ".yaml" and path.is_file()}
