"""Several processes do what one does; and whatever ends them, nothing is left half done and nobody waits for ever."""

from __future__ import annotations

import os
import pickle
import signal
import time
from pathlib import Path

import pytest

from citedeck.building.bench import Bench, Wanted
from citedeck.building.crew import draft_all, jobs_for
from citedeck.building.drafts import Order, discard
from citedeck.workspace import Workspace
from tests.building.several import NAMES, PATIENCE, Several
from tests.exporters.apkg.every_kind import FACTS, T0

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no groups of processes")

SLOWLY = """
def at(path):
    Path("at-" + path.stem).touch()
    time.sleep(0.3)
"""


@pytest.fixture
def several(tmp_path: Path) -> Several:
    return Several(tmp_path / "one")


@pytest.fixture
def twin(tmp_path: Path) -> Several:
    return Several(tmp_path / "two")


def processes_of(group: int) -> list[int]:
    """The living processes of a group."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its = path.read_text("utf-8").rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its) == group and state != "Z":
            found.append(int(path.parent.name))
    return found


@pytest.mark.parametrize("jobs", [2, 50])
def test_several_processes_give_the_same_bytes_and_words_as_one(several: Several, twin: Several, jobs: int) -> None:
    for facts in ({}, {"more": {**FACTS["seal"], "ask": "Which bird is it?"}}):
        for one in (several, twin):
            one.write("d1", {**FACTS, **facts})
            one.write("d3", {**FACTS, "thin": {**FACTS["founded"], "quote": "1382"}}) if facts else None
        told = several.built(first="def at(path): Path('seen').touch()", jobs=jobs)
        assert told == twin.built(jobs=1)
        assert several.content() == twin.content()
        assert len(several.content()) == 2 * len(NAMES)
        assert told[0] == 0
        assert (several.root / "seen").exists()


def test_problems_are_told_in_the_same_order(several: Several, twin: Several) -> None:
    for one in (several, twin):
        one.write("d0", {"founder": {**FACTS["founder"], "answer": "Nobody"}})
        one.path("d3").write_text("deck: [", encoding="utf-8")
        one.path("d2").write_text("", encoding="utf-8")
    told = several.built()
    assert told == twin.built(jobs=1)
    assert told[0] == 1
    assert told[2].index("d0.yaml") < told[2].index("d2.yaml") < told[2].index("d3.yaml")
    assert several.content() == twin.content()
    assert len(several.content()) == 2


def test_processes_that_begin_anew_do_the_same(several: Several, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS and Windows, where nothing of what is loaded is there yet."""
    bench = Bench(Order(Workspace(several.root), ("apkg",), several.root / "build", T0), {}, True, Wanted())
    paths = [several.path(name) for name in NAMES[:2]]
    monkeypatch.setattr("citedeck.building.crew.sys.platform", "darwin")
    drafts = list(draft_all(bench, paths, 2))
    monkeypatch.undo()
    alone = list(draft_all(bench, paths, 1))
    try:
        assert [draft.rest for draft in drafts] == [draft.rest for draft in alone]
        assert [draft.counts for draft in drafts] == [{**alone[0].counts, "new": 10}] * 2
        assert pickle.loads(pickle.dumps(drafts)) == drafts
    finally:
        discard([*drafts, *alone])
    assert several.content() == {}


def test_small_decks_are_worth_no_process(several: Several) -> None:
    paths = [several.path(name) for name in NAMES]
    assert jobs_for(paths, 4) == jobs_for(paths, None) == jobs_for([], None) == jobs_for([], 3) == 1
    several.path("d0").write_text("#" * 1_000_000, encoding="utf-8")
    assert jobs_for(paths, 2) == 2
    assert jobs_for(paths, 1) == 1
    assert jobs_for(paths[:1], 4) == 1


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", ""])
def test_a_number_of_processes_that_is_none_is_wrong_usage(several: Several, jobs: str) -> None:
    code, output, errors = several.built(f"--jobs={jobs}")
    assert (code, output) == (2, "")
    assert "Invalid value for '-j' / '--jobs'" in errors
    assert several.content() == {}


@pytest.mark.parametrize("deck", ["d0", "d3"])
@pytest.mark.parametrize("where", ["beside", "half way"])
def test_a_process_that_is_killed_is_told_and_leaves_nothing(several: Several, deck: str, where: str) -> None:
    """Killed when a deck is drafted, or while one of its files is written."""
    kill = f"""
from citedeck import writing
beside = writing._beside
def at(path):
    if path.stem == "{deck}" and "{where}" == "beside":
        os.kill(os.getpid(), signal.SIGKILL)
def stumbling(path, *told):
    found = beside(path, *told)
    if path.name == "{deck}.lock" and "{where}" == "half way":
        os.kill(os.getpid(), signal.SIGKILL)
    return found
writing._beside = stumbling
"""
    code, output, errors = several.built(first=kill)
    assert (code, output) == (2, "")
    assert errors.startswith("citedeck: a process that judged decks was killed; nothing was written\n")
    assert "--jobs 1" in errors
    assert several.content() == {}
    assert several.built()[0] == 0


@pytest.mark.parametrize("deck", ["d0", "d3"])
def test_an_interrupt_ends_it_and_leaves_nothing(several: Several, deck: str) -> None:
    build = several.begin(first=SLOWLY)
    several.wait_for(f"at-{deck}")
    os.killpg(build.pid, signal.SIGINT)
    output, errors = build.communicate(timeout=PATIENCE)
    assert (build.returncode, output) == (130, "")
    assert errors == "citedeck: interrupted; no file was left half written\n"
    assert several.content() == {}
    assert processes_of(build.pid) == []


def test_an_interrupt_while_files_take_their_places_leaves_whole_ones(several: Several, twin: Several) -> None:
    first = """
replace = Path.replace
def slowly(self, target):
    Path("moved").touch()
    time.sleep(0.1)
    return replace(self, target)
Path.replace = slowly
"""
    build = several.begin(first=first)
    several.wait_for("build/d1.apkg")
    os.killpg(build.pid, signal.SIGINT)
    build.communicate(timeout=PATIENCE)
    assert build.returncode == 130
    assert twin.built()[0] == 0
    left, whole = several.content(), twin.content()
    assert 4 <= len(left) < len(whole)
    assert left.items() <= whole.items()
    assert all(f"{name}.lock" in left for name in NAMES if f"{name}.apkg" in left)
    assert several.built()[0] == 0
    assert several.content() == whole


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="who lives is read from /proc")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_processes_end_with_the_one_that_began_them(several: Several, twin: Several, sign: signal.Signals) -> None:
    """They hold the folder with it: else the next build would wait for ever."""
    build = several.begin(first=SLOWLY)
    several.wait_for("at-d1")
    build.send_signal(sign)
    build.wait(PATIENCE)
    started = time.monotonic()
    code, output, errors = several.built()
    assert (code, output) == twin.built()[:2]
    assert errors in ("", "Waiting for another build to end.\n")  # they look twice a second who began them
    assert time.monotonic() - started < PATIENCE / 2
    assert several.content() == twin.content()
    assert processes_of(build.pid) == []


@pytest.mark.parametrize("limit", [0, 100, 4096, 9000])
def test_a_disk_that_is_full_is_told_and_leaves_what_was_there(several: Several, limit: int) -> None:
    assert several.built()[0] == 0
    before = several.content()
    for name in NAMES:
        several.write(name, {**FACTS, "more": {**FACTS["seal"], "ask": "Which bird is it?"}})
    full = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    code, output, errors = several.built(first=full)
    assert (code, output) == (2, "")
    assert errors.startswith("citedeck: ")
    assert "Traceback" not in errors
    assert several.content() == before


@pytest.mark.parametrize("folder", ["decks", "build"])
@pytest.mark.parametrize("deck", ["d0", "d2"])
def test_a_folder_in_which_nothing_can_be_written_is_told(several: Several, folder: str, deck: str) -> None:
    refuse = f"""
import tempfile
make = tempfile.mkstemp
def refused(**keys):
    if keys["dir"].name == "{folder}" and keys["prefix"].startswith(".{deck}."):
        raise PermissionError(13, "Permission denied")
    return make(**keys)
tempfile.mkstemp = refused
"""
    code, output, errors = several.built(first=refuse)
    suffix = "lock" if folder == "decks" else "apkg"
    assert (code, output) == (2, "")
    assert errors == f"citedeck: {several.root}/{folder}/{deck}.{suffix} cannot be written: permission denied\n"
    assert several.content() == {}


def test_a_bug_in_a_process_asks_for_a_report_and_leaves_nothing(several: Several) -> None:
    code, _, errors = several.built(first="def at(path): assert path.stem != 'd3', 'never'")
    assert code == 2
    assert "AssertionError: never" in errors
    assert "This is a bug in citedeck" in errors
    assert several.content() == {}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("content", [b"", b"{}", None])
def test_a_lock_that_changes_during_the_build_is_not_overwritten(
    several: Several, jobs: int, content: bytes | None
) -> None:
    """Written by another, when its deck is drafted and others are not yet."""
    assert several.built()[0] == 0
    for name in NAMES:
        several.write(name, {**FACTS, "more": {**FACTS["seal"], "ask": "Which bird is it?"}})
    new = several.lock_path("d0").read_bytes().replace(b'"name": "D0"', b'"name": "D9"') if content is None else content
    (several.root / "new").write_bytes(new)
    package = several.package("d0").read_bytes()
    change = """
def drafted(self, path, *told):
    found = draft(self, path, *told)
    if path.stem == "d0":
        Path("decks/d0.lock").write_bytes(Path("new").read_bytes())
    return found
bench.Bench.draft = drafted
"""
    code, _, errors = several.built(first=change, jobs=jobs)
    assert code == 2
    assert "citedeck: decks/d0.lock was changed in the meantime\n" in errors
    assert several.lock_path("d0").read_bytes() == new
    assert several.package("d0").read_bytes() == package
    assert not [name for name in several.content() if name.endswith(".tmp")]


def test_an_article_that_changes_during_the_build_is_not_remembered(
    several: Several, twin: Several, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = """
def drafted(self, path, *told):
    found = draft(self, path, *told)
    with open("source/varnholt.txt", "a") as file:
        file.write("More.")
    return found
bench.Bench.draft = drafted
"""
    monkeypatch.setenv("CITEDECK_CACHE", str(several.root / "cache"))
    for _ in range(2):
        assert several.built(first=change, jobs=1)[0] == 0
    (twin.root / "source" / "varnholt.txt").write_bytes((several.root / "source" / "varnholt.txt").read_bytes())
    for name in NAMES:
        twin.lock_path(name).write_bytes(several.lock_path(name).read_bytes())
    assert several.built()[0] == 0
    monkeypatch.setenv("CITEDECK_CACHE", "")
    assert twin.built()[0] == 0
    assert several.content() == twin.content()
