"""Files that are no package, or one that is broken, hostile, or not ours: told in a sentence, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from citedeck.errors import CitedeckError
from citedeck.exporters.apkg import opening
from citedeck.exporters.apkg.opening import open_package
from tests.audit.packages import COLLECTION, altered, zipped
from tests.exporters.apkg.every_kind import FACTS


@pytest.fixture(scope="module")
def collection(content: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(COLLECTION)


def refusal(package: bytes, folder: Path) -> str:
    path = folder / "deck.apkg"
    path.write_bytes(package)
    with pytest.raises(CitedeckError) as refused:
        open_package(path, "build/deck.apkg")
    assert "build/deck.apkg" in refused.value.message
    assert refused.value.hint
    return refused.value.message


def encrypted(package: bytes) -> bytes:
    """A package whose entries say that they are encrypted."""
    content = bytearray(package)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(signature)
        while start >= 0:
            content[start + flags] |= 1
            start = content.find(signature, start + 4)
    return bytes(content)


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "half of it": lambda content: content[: len(content) // 2],
    "another name": lambda content: content.replace(b"collection", b"collectiom"),
    "encrypted": encrypted,
}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("half of it", "is not a whole Anki package"),
        ("another name", "holds no collection"),
        ("encrypted", "is encrypted"),
    ],
)
def test_a_package_that_was_broken(name: str, words: str, content: bytes, tmp_path: Path) -> None:
    assert words in refusal(BROKEN[name](content), tmp_path)


@pytest.mark.parametrize(
    ("package", "words"),
    [
        (b"", "is not a whole Anki package"),
        (b"deck: x\nfacts:\n", "is not a whole Anki package"),
        (zipped({"media": b"{}"}), "holds no collection"),
        (zipped({COLLECTION: b""}), "no SQLite database"),
        (zipped({COLLECTION: b"x" * 10_000}), "no SQLite database"),
        (zipped({COLLECTION: b"SQLite format 3\0"}), "cannot be read"),
        (zipped({COLLECTION: b"SQLite format 3\0" + b"\xff" * 5_000}), "cannot be read"),
        (zipped({"collection.anki21b": b"\x28\xb5\x2f\xfd", COLLECTION: b""}), "newer format"),
    ],
    ids=range(8),
)
def test_what_is_no_package(package: bytes, words: str, tmp_path: Path) -> None:
    assert words in refusal(package, tmp_path)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_collection_that_was_cut_short(share: float, collection: bytes, tmp_path: Path) -> None:
    cut = zipped({COLLECTION: collection[: int(len(collection) * share)]})
    assert "cannot be read" in refusal(cut, tmp_path)


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("drop table notes", "it has no table notes"),
        ("drop table cards; drop table col", "it has no table cards, col"),
        ("alter table notes rename to n; create view notes as select * from n", "it has no table notes"),
        ("alter table notes rename flds to fields", "no such column: flds"),
        ("delete from col", "not as Anki writes them"),
        ("update col set models = ''", "not as Anki writes them"),
        ("update col set models = '[]'", "not as Anki writes them"),
        ("update col set models = '{\"1\": null}'", "not as Anki writes them"),
        ('update col set models = \'{"1": {"id": 1}}\'', "not as Anki writes them"),
        ("update col set models = replace(hex(zeroblob(20000)), '00', '[')", "not as Anki writes them"),
        ("update col set models = replace(models, '\"ord\": 0', '\"ord\": null')", "not as Anki writes them"),
    ],
)
def test_a_collection_that_is_not_ankis(sql: str, words: str, content: bytes, tmp_path: Path) -> None:
    assert words in refusal(altered(content, sql, tmp_path), tmp_path)


def test_a_bomb_is_not_unpacked(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_LARGEST", 10_000)
    assert "would take" in refusal(content, tmp_path)


def test_a_size_that_lies_is_found(content: bytes, tmp_path: Path) -> None:
    """The directory of the archive says 100 bytes, its entry unpacks to more."""
    size = zipfile.ZipFile(io.BytesIO(content)).getinfo(COLLECTION).file_size.to_bytes(4, "little")
    assert content.count(size) >= 1
    refusal(content.replace(size, (100).to_bytes(4, "little")), tmp_path)


@pytest.mark.parametrize(
    ("name", "words"), [("folder", "folder is not a file"), ("missing", "there is no file missing")]
)
def test_what_is_no_file(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CitedeckError, match=words):
        open_package(tmp_path / name, name)


def test_the_newer_collection_is_read_where_both_are_there(content: bytes, collection: bytes, tmp_path: Path) -> None:
    dummy = zipfile.ZipFile(io.BytesIO(altered(content, "delete from notes where id > 0", tmp_path))).read(COLLECTION)
    path = tmp_path / "deck.apkg"
    path.write_bytes(zipped({COLLECTION: dummy, "collection.anki21": collection, "media": b"{}"}))
    assert len(open_package(path, path.name).notes) == len(FACTS)


@pytest.mark.parametrize(
    "sql",
    [
        "create table n as select id, null as guid, mid, null as flds, null as tags, null as mod from notes; "
        "drop table notes; alter table n rename to notes",
        "update notes set flds = x'ff00fe', mid = 'text'",
        "update notes set flds = 7, guid = 7.5",
        "create table c as select 'text' as nid, null as ord, null as did from cards; drop table cards; "
        "alter table c rename to cards",
    ],
)
def test_values_of_other_types_are_read_as_text(sql: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(altered(content, sql, tmp_path))
    package = open_package(path, path.name)
    assert len(package.notes) == len(FACTS)
    assert all(isinstance(value, str) for note in package.notes for value in (note.guid, *note.values))
