"""Files are written whole or not at all, and the clock can be set."""

import os
import time
from pathlib import Path
from typing import NoReturn

import pytest

from citedeck.errors import CitedeckError
from citedeck.writing import now, rewrite, write, write_new


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.apkg"
    write(path, b"one\r\n\0")
    assert path.read_bytes() == b"one\r\n\0"
    write(path, b"two")
    assert path.read_bytes() == b"two"
    assert _names(path.parent) == ["a.apkg"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions_are_those_of_any_new_file(tmp_path: Path) -> None:
    write(tmp_path / "ours", b"")
    (tmp_path / "any").touch()
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "any").stat().st_mode


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_what_fails_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "a.apkg"
    path.write_bytes(b"old")

    def fail(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, step, fail)
    with pytest.raises(CitedeckError, match=r"a\.apkg cannot be written: no space left on device"):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == ["a.apkg"]


def test_an_interruption_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.apkg"
    path.write_bytes(b"old")

    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == ["a.apkg"]


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.apkg").mkdir()
    with pytest.raises(CitedeckError, match="cannot be written"):
        write(tmp_path / "a.apkg", b"new")
    assert _names(tmp_path) == ["a.apkg"]


def test_a_file_in_place_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "build").touch()
    with pytest.raises(CitedeckError, match="cannot be written"):
        write(tmp_path / "build" / "a.apkg", b"new")


def test_a_new_file_overwrites_nothing(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"one")
    with pytest.raises(CitedeckError, match="is there already"):
        write_new(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"one"


@pytest.mark.parametrize("seconds", [0, 1_700_000_000, 0xFFFF_FFFF])
def test_the_clock_can_be_set(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
    assert now() == seconds


@pytest.mark.parametrize("value", ["", "-1", "1e9", "today", "1.5", str(1 << 32), "9" * 30])
def test_the_clock_cannot_be_set_so(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(CitedeckError, match="SOURCE_DATE_EPOCH"):
        now()


def test_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert 0 <= time.time() - now() < 60


def test_a_file_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    mode = path.stat().st_mode
    rewrite(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode == mode
    assert _names(tmp_path) == ["a.yaml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a")
    rewrite(tmp_path / "link", b"old", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"theirs")
    with pytest.raises(CitedeckError, match="was changed in the meantime"):
        rewrite(tmp_path / "a", b"old", b"new")
    assert (tmp_path / "a").read_bytes() == b"theirs"


def test_a_file_that_is_read_only_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o444)
    with pytest.raises(CitedeckError, match="read-only"):
        rewrite(tmp_path / "a", b"old", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="Windows has no such devices")
def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    write(Path(os.devnull), b"new")
    assert Path(os.devnull).is_char_device()
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write(tmp_path / "pipe", b"new")
    assert os.read(reader, 9) == b"new"
    os.close(reader)
    assert _names(tmp_path) == ["pipe"]
