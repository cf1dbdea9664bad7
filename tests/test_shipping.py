"""A build that is killed, that finds no room, or that is not alone: the package and the lock are whole and fit."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from citedeck.errors import CitedeckError
from citedeck.exporters.apkg.opening import open_package
from citedeck.exporters.apkg.recalling import recall
from citedeck.writing import alone, stage
from tests.exporters.apkg.every_kind import FACTS, T0, T1, T2, Facts
from tests.history.workshop import Workshop

EDITED: Facts = {**FACTS, "founder": {**FACTS["founder"], "extra": "x"}, "other": {**FACTS["seal"], "ask": "Which?"}}


class Builds:
    """A deck that was built at T0 and has been edited; the state of its files before and after a build at T1."""

    def __init__(self, root: Path) -> None:
        self.workshop = Workshop(root / "work").write("a", FACTS)
        self.workshop.build(T0)
        self.files = self.workshop.lock_path("a"), self.workshop.package("a")
        self.workshop.write("a", EDITED)
        self.before = self.state()
        twin = Workshop(root / "twin").write("a", EDITED)
        shutil.copyfile(self.files[0], twin.lock_path("a"))
        twin.build(T1)
        self.after = twin.lock_path("a").read_bytes(), twin.package("a").read_bytes()

    def state(self) -> tuple[bytes, bytes]:
        lock, package = self.files
        return lock.read_bytes(), package.read_bytes()

    def begin(self, now: int = T1, first: str = "") -> subprocess.Popen[str]:
        """Begin `citedeck build` at a time; `first` is Python that its process runs before."""
        command = f"{first}\nfrom citedeck.__main__ import main\nmain()"
        return subprocess.Popen(
            [sys.executable, "-c", command, "-C", str(self.workshop.root), "build"],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(now)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def left_over(self) -> list[str]:
        return [path.name for file in self.files for path in file.parent.iterdir() if path.name.endswith(".tmp")]


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    return Builds(tmp_path)


def is_sound(builds: Builds) -> bool:
    """Both files are whole, and every note of the package is in the lock as it is there, or in a later state."""
    lock = builds.workshop.lock("a")
    packed = recall(open_package(builds.files[1], "a.apkg"), "a")
    return packed is not None and all(one.mod <= lock.notes[guid].mod for guid, one in packed.notes.items())


def test_a_build_that_is_killed_leaves_what_was_there_or_what_should_be(
    builds: Builds, record_property: Callable[[str, object], None]
) -> None:
    """Killed at 24 points between start and end; then the next build makes what the first would have made."""
    started = time.monotonic()
    whole = builds.begin()
    whole.wait()
    lasts = time.monotonic() - started
    assert builds.state() == builds.after
    chance, seen = random.Random(1), [0, 0]
    for point in range(24):
        for file, content in zip(builds.files, builds.before, strict=True):
            file.write_bytes(content)
        build = builds.begin()
        time.sleep(lasts * (0.5 + 0.5 * (point + chance.random()) / 24))
        build.send_signal(signal.SIGKILL)
        build.communicate()
        state = builds.state()
        assert state in (builds.before, builds.after, (builds.after[0], builds.before[1]))
        assert is_sound(builds)
        seen[state == builds.after] += 1
    assert builds.begin().wait() == 0
    assert builds.state() == builds.after
    assert builds.left_over() == []
    record_property("counted", f"24 builds killed: {seen[0]} left what was there, {seen[1]} were done")


def test_a_build_that_is_killed_between_the_two_files_is_completed_by_the_next(builds: Builds) -> None:
    """The lock is there and the package is not: the package follows from the lock."""
    killing = """
import os, pathlib, signal
replace = pathlib.Path.replace
def once(self, target):
    if target.suffix == ".apkg":
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(self, target)
pathlib.Path.replace = once
"""
    assert builds.begin(first=killing).wait() == -signal.SIGKILL
    assert builds.state() == (builds.after[0], builds.before[1])
    assert is_sound(builds)
    assert builds.begin(T2).wait() == 0
    assert builds.state() == builds.after
    assert builds.left_over() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no files")
@pytest.mark.parametrize("limit", [0, 100, 4096, 9000])
def test_a_disk_that_is_full_leaves_what_was_there(builds: Builds, limit: int) -> None:
    full = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    build = builds.begin(first=full)
    _, told = build.communicate()
    assert build.returncode == 2, told
    assert "Traceback" not in told
    assert "\ncitedeck: " in told
    assert builds.state() == builds.before
    assert builds.left_over() == []


@pytest.mark.parametrize("folder", ["decks", "build"])
def test_a_folder_in_which_nothing_can_be_written(builds: Builds, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    make = tempfile.mkstemp

    def refuse(**keys: Path) -> tuple[int, str]:
        if keys["dir"].name == folder:
            raise PermissionError(13, "Permission denied")
        return make(**keys)  # type: ignore[call-overload, no-any-return]  # as it was called

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(CitedeckError, match="cannot be written: permission denied"):
        builds.workshop.build(T1)
    assert builds.state() == builds.before
    assert builds.left_over() == []


@pytest.mark.parametrize("last", [1, 2])
def test_if_the_second_cannot_take_its_place_the_first_is_put_back(
    builds: Builds, last: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[Path] = []
    replace = Path.replace

    def stumble(self: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) == last:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stumble)
    with pytest.raises(CitedeckError, match="no space left on device"):
        builds.workshop.build(T1)
    assert builds.state() == builds.before
    assert builds.left_over() == []


def test_an_interruption_between_the_two_puts_the_first_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    replace = Path.replace

    def interrupt(self: Path, target: Path) -> Path:
        if target == two:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupt)
    staged = stage({one: b"1", two: b"2"})
    with pytest.raises(KeyboardInterrupt):
        staged.commit()
    staged.discard()
    assert list(tmp_path.iterdir()) == []


def test_builds_at_once_wait_for_each_other(builds: Builds) -> None:
    running = [builds.begin(now) for now in (T1, T1 + 1, T1 + 2, T1 + 3)]
    results = [build.communicate() for build in running]
    assert [build.returncode for build in running] == [0] * 4, results
    assert all("1 new, 1 updated" in printed or "11 unchanged" in printed for printed, _ in results)
    lock, package = builds.state()
    twin = Workshop(builds.workshop.root / "twin").write("a", EDITED)
    twin.lock_path("a").write_bytes(lock)
    twin.build(T2)
    assert twin.package("a").read_bytes() == package


@pytest.mark.skipif(os.name == "nt", reason="Windows locks no folders")
def test_who_waits_says_so(builds: Builds) -> None:
    with alone(builds.workshop.root / "decks"):
        build = builds.begin()
        assert build.stderr is not None
        assert build.stderr.readline() == "Waiting for another build to end.\n"
        assert builds.state() == builds.before
    build.communicate()
    assert builds.state() == builds.after


def test_a_lock_that_changes_during_a_build_is_not_overwritten(builds: Builds) -> None:
    case, verdict = builds.workshop.read()
    edition = case.edition(verdict.decks[0], T1)
    other = builds.before[0].replace(b'"name": "A"', b'"name": "B"')
    builds.files[0].write_bytes(other)
    from citedeck.shipping import Dock
    from citedeck.workspace import Workspace

    with pytest.raises(CitedeckError, match="changed in the meantime"):
        Dock(Workspace(builds.workshop.root), case, "apkg", builds.workshop.root / "build").load(edition)
    assert builds.state() == (other, builds.before[1])
