"""What is kept between runs: it may be spoilt or be lost, and nobody is told anything that is not so."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from citedeck import ledger as module
from citedeck.ledger import Ledger, digest, paths, snapshot
from tests.cli.test_command import run


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is named for the cache, not there yet."""
    monkeypatch.setenv("CITEDECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def root(tmp_path: Path, cache: Path) -> Path:
    """A workspace that was built and checked, with a cache that knows it."""
    folder = tmp_path / "work"
    folder.mkdir()
    run("-C", folder, "new", "light")
    told(folder)
    assert len(list(cache.iterdir())) == 1
    return folder


def told(root: Path) -> list[tuple[int, str]]:
    """What a build and a check say, whether it is new or told again."""
    results = [run("-C", root, command) for command in ("build", "build", "check")]
    return [(result.exit_code, result.output) for result in results[1:]]


def kept(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def content(cache: Path) -> dict[str, object]:
    """What is kept, without its seal."""
    found = json.loads(kept(cache).read_bytes().split(b"\n", 1)[1])
    assert isinstance(found, dict)
    return found


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path, cache: Path) -> None:
    ledger = Ledger(tmp_path)
    assert ledger["a"] is None
    ledger["a"] = {"x": [1, "é", "\udce9"]}
    ledger.save()
    assert Ledger(tmp_path)["a"] == {"x": [1, "é", "\udce9"]}
    assert Ledger(tmp_path / "other")["a"] is None


def test_what_is_kept_already_is_not_written_again(tmp_path: Path, cache: Path) -> None:
    for _ in range(2):
        ledger = Ledger(tmp_path)
        ledger["a"] = 1
        ledger.save()
        os.utime(kept(cache), (0, 0))
    ledger = Ledger(tmp_path)
    ledger["a"] = 1
    ledger.save()
    assert kept(cache).stat().st_mtime == 0


def test_of_many_sections_the_last_ones_are_kept(tmp_path: Path, cache: Path) -> None:
    for number in range(50):
        ledger = Ledger(tmp_path)
        ledger["again"] = number
        ledger[f"once {number}"] = number
        ledger.save()
    ledger = Ledger(tmp_path)
    assert ledger["again"] == ledger["once 49"] == 49
    assert ledger["once 0"] is None
    assert len(content(cache)) < 20


SPOILT = {
    "nothing": b"",
    "one line": b"{}",
    "a line end": b"\n",
    "no JSON": b"0\n{",
    "a list": b"0\n[]",
    "no text": b"\xff\xfe\n\x00",
    "deep": b"0\n" + b"[" * 100_000,
    "a long number": b"0\n" + b"9" * 10_000,
    "large": b"\n" * 1_000_000,
}


@pytest.mark.parametrize("written", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_is_no_cache(written: bytes, root: Path, cache: Path) -> None:
    before = told(root)
    kept(cache).write_bytes(written)
    assert told(root) == before
    assert content(cache)


WRONG = [None, 0, "x", [], {}, [1], {"key": None}, {"files": {}, "told": [["x", False]], "code": 0, "others": {}}]


@pytest.mark.parametrize("wrong", WRONG, ids=map(str, WRONG))
@pytest.mark.parametrize("sealed", ["with its seal", "without one"])
def test_sections_of_another_shape_are_no_cache(wrong: object, sealed: str, root: Path, cache: Path) -> None:
    before = told(root)
    seal, _ = kept(cache).read_bytes().split(b"\n", 1)
    edited = json.dumps(dict.fromkeys(content(cache), wrong)).encode()
    kept(cache).write_bytes(seal + b"\n" + edited if sealed == "with its seal" else edited)
    assert told(root) == before


@pytest.mark.parametrize(("old", "new"), [(b"4 facts", b"5 facts"), (b'"code": 0', b'"code": 1'), (b"\n{", b"\n {")])
def test_what_another_hand_wrote_is_not_told(old: bytes, new: bytes, root: Path, cache: Path) -> None:
    before = told(root)
    written = kept(cache).read_bytes()
    assert old in written
    kept(cache).write_bytes(written.replace(old, new))
    assert told(root) == before


@pytest.mark.parametrize("length", [0, 1, 64, 65, 200, -1])
def test_a_file_that_is_cut_off_is_no_cache(length: int, root: Path, cache: Path) -> None:
    before = told(root)
    kept(cache).write_bytes(kept(cache).read_bytes()[:length])
    assert told(root) == before


def test_what_other_code_wrote_is_no_cache(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(tmp_path)
    ledger["a"] = 1
    ledger.save()
    with monkeypatch.context() as other:
        other.setattr(module, "__version__", "other")
        assert Ledger(tmp_path)["a"] is None
    with monkeypatch.context() as other:
        other.setattr(sys, "version", "other")
        assert Ledger(tmp_path)["a"] is None
    code = tmp_path / "code"
    code.mkdir()
    (code / "ledger.py").write_text("", "utf-8")
    with monkeypatch.context() as other:
        other.setattr(module, "__file__", str(code / "ledger.py"))
        assert Ledger(tmp_path)["a"] is None
    packages = tmp_path / "site-packages"
    packages.mkdir()
    with monkeypatch.context() as other:
        other.setattr(sys, "path", [*sys.path, str(packages)])
        assert Ledger(tmp_path)["a"] is None
    assert Ledger(tmp_path)["a"] == 1


def test_a_change_of_the_code_is_another_stamp(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "code"
    (code / "inner").mkdir(parents=True)
    for name in ("ledger.py", "inner/words.py"):
        (code / name).write_text("1", "utf-8")
    monkeypatch.setattr(module, "__file__", str(code / "ledger.py"))
    for change in range(3):
        ledger = Ledger(tmp_path)
        assert ledger["a"] is None
        ledger["a"] = 1
        ledger.save()
        assert Ledger(tmp_path)["a"] == 1
        (code / "inner" / "words.py").write_text("1" * (change + 2), "utf-8")


@pytest.mark.parametrize("place", ["no-such-folder/site-packages", "file/site-packages"])
def test_a_place_of_packages_that_is_not_there_stops_nothing(
    place: str, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / place)])
    ledger = Ledger(tmp_path)
    ledger["a"] = 1
    ledger.save()
    assert Ledger(tmp_path)["a"] == 1


def test_code_that_cannot_be_looked_at_keeps_no_cache(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an archive; or where an editor has left a link to nothing, as Emacs does with what it has open."""
    for place in (tmp_path / "citedeck.pyz" / "ledger.py", tmp_path / "ledger.py"):
        (tmp_path / ".#words.py").unlink(missing_ok=True)
        (tmp_path / ".#words.py").symlink_to("me@here.1234")
        monkeypatch.setattr(module, "__file__", str(place))
        ledger = Ledger(tmp_path)
        ledger["a"] = 1
        ledger.save()
        assert Ledger(tmp_path)["a"] is None
    assert not cache.exists()


def test_without_a_cache_nothing_is_kept(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = told(root)
    written = kept(cache).read_bytes()
    monkeypatch.setenv("CITEDECK_CACHE", "")
    assert told(root)[-1] == before[-1]
    assert "wrote" in told(root)[0][1]
    assert kept(cache).read_bytes() == written


def test_the_cache_is_in_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CITEDECK_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name, **_: tmp_path / "users" / name)
    ledger = Ledger(tmp_path)
    ledger["a"] = 1
    ledger.save()
    assert kept(tmp_path / "users" / "citedeck").suffix == ".json"


def test_a_cache_folder_that_is_a_file_stops_nothing(root: Path, cache: Path, tmp_path: Path) -> None:
    before = told(root)
    kept(cache).unlink()
    cache.rmdir()
    cache.write_text("not a folder", "utf-8")
    assert [code for code, _ in told(root)] == [code for code, _ in before]
    assert cache.read_text("utf-8") == "not a folder"


def test_a_folder_or_a_pipe_in_the_place_of_the_file_stops_nothing(root: Path, cache: Path) -> None:
    before = [code for code, _ in told(root)]
    file = kept(cache)
    file.unlink()
    file.mkdir()
    assert [code for code, _ in told(root)] == before
    assert file.is_dir()
    if hasattr(os, "mkfifo"):
        file.rmdir()
        os.mkfifo(file)
        assert [code for code, _ in told(root)] == before


def test_a_cache_that_cannot_be_written_stops_nothing(root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    make = tempfile.mkstemp

    def refuse(**keys: Path) -> tuple[int, str]:
        if keys["dir"] == cache:
            raise OSError(28, "No space left on device")
        return make(**keys)  # type: ignore[call-overload, no-any-return]  # as it was called

    kept(cache).unlink()
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert [code for code, _ in told(root)] == [0, 0]
    assert list(cache.iterdir()) == []


def test_a_cache_that_is_lost_while_a_run_goes_on_comes_back(root: Path, cache: Path) -> None:
    before = told(root)
    ledger = Ledger(root)
    kept(cache).unlink()
    cache.rmdir()
    ledger["a"] = 1
    ledger.save()
    assert told(root) == before


def test_the_digest_of_a_link_says_where_it_leads(tmp_path: Path) -> None:
    one, two, link = tmp_path / "one", tmp_path / "two", tmp_path / "link"
    one.write_bytes(b"x" * 3_000_000)
    two.write_bytes(b"x" * 3_000_000)
    link.symlink_to(one)
    assert digest(one) == digest(two) != ""
    first = digest(link)
    link.unlink()
    link.symlink_to(two)
    assert len({digest(one), first, digest(link)}) == 3


def test_what_cannot_be_read_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    names = ["nothing", "", "link", "round", "x" * 300]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        names.append("pipe")
    assert [digest(tmp_path / name) for name in names] == [""] * len(names)


def test_a_snapshot_knows_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "a" / "empty").mkdir(parents=True)
    (tmp_path / "a" / "x.tmp").write_bytes(b"")
    found = snapshot([tmp_path / "a", tmp_path / "missing"])
    assert [Path(path).name for path in found] == ["empty", "x.tmp"]
    assert found[str(tmp_path / "a" / "x.tmp")] == digest(tmp_path / "a" / "x.tmp")
    known = {str(tmp_path / "a" / "x.tmp"): "known", str(tmp_path / "a" / "gone"): "known"}
    assert snapshot([tmp_path / "a"], known) == {**found, str(tmp_path / "a" / "x.tmp"): "known"}


@pytest.mark.parametrize("what", ["link to a folder", "link to nothing", "pipe", "unreadable folder"])
def test_a_snapshot_that_does_not_tell_everything_is_empty(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a"
    (folder / "inner").mkdir(parents=True)
    (folder / "x").write_bytes(b"")
    assert snapshot([folder])
    match what:
        case "link to a folder":
            (folder / "inner" / "link").symlink_to(tmp_path)
        case "link to nothing":
            (folder / "link").symlink_to(tmp_path / "nothing")
        case "pipe":
            if not hasattr(os, "mkfifo"):
                pytest.skip("this system has no pipes with a name")
            os.mkfifo(folder / "pipe")
        case _:
            scan = os.scandir

            def refuse(path: str) -> object:
                if Path(path).name == "inner":
                    raise PermissionError(13, "Permission denied", path)
                return scan(path)

            monkeypatch.setattr(os, "scandir", refuse)
    assert snapshot([folder]) == {}


def test_paths_tell_folders_and_links_from_files(tmp_path: Path) -> None:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "light").mkdir()
    seen = [paths(folder)]
    (folder / "light").rmdir()
    for leads in ("", "x", ".."):
        (folder / "light").symlink_to(leads) if leads else (folder / "light").touch()
        seen.append(paths(folder))
        (folder / "light").unlink()
    assert len({tuple(one) for one in seen}) == len(seen)
