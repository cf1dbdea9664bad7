"""An Anki package -> the notes, cards and note types that lie in it, whoever wrote it: nothing in it is trusted."""

from __future__ import annotations

import json
import lzma
import sqlite3
import tempfile
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from citedeck.errors import CitedeckError
from citedeck.exporters.apkg.media import pictures
from citedeck.frozen import frozen

_NEWEST = "collection.anki21b"
_COLLECTIONS = ("collection.anki21", "collection.anki2")  # where both are there, the second is a dummy
_MAGIC = b"SQLite format 3\0"
_LARGEST = 1 << 30  # bytes of a collection; one of 100,000 notes has some 300 million
_BLOCK = 1 << 20
_TABLES = {"col", "notes", "cards"}
_ENCRYPTED = 1  # the bit of a zip entry's flags

_TOLD_BY_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


@frozen
class PackedType:
    """A note type of a package. `sides` are the front and the back of each of its templates."""

    id: int
    name: str
    kind: int
    fields: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    style: str
    mod: int = 0


@frozen
class PackedNote:
    """A note of a package: its number in it, from 1, the ordinals of its cards, and the name of the deck of the first.

    `mod` is when it was changed last, in seconds since 1970.
    """

    number: int
    guid: str
    type: PackedType | None
    values: tuple[str, ...]
    tags: frozenset[str]
    cards: tuple[int, ...]
    id: int = 0
    mod: int = 0
    deck: str = ""


@frozen
class Package:
    """What lies in a package. `strays` is the number of cards that belong to none of its notes; `pictures` are those of
    citedeck by their names, and whether each is what its name says.
    """

    notes: tuple[PackedNote, ...]
    strays: int
    pictures: Mapping[str, bool] = field(default_factory=dict)


def open_package(path: Path, shown: str) -> Package:
    """Read a package; what is none stops the run. Errors name it as `shown`."""
    if not path.exists():
        raise CitedeckError(f"there is no file {shown}", "Name a package that `citedeck build` or Anki wrote.")
    if not path.is_file():
        raise CitedeckError(f"{shown} is not a file", "Name a package that `citedeck build` or Anki wrote.")
    with tempfile.TemporaryDirectory() as folder:
        collection = Path(folder) / "collection.anki2"
        try:
            with zipfile.ZipFile(path) as archive:
                _unpack(archive, collection, shown)
                shipped = pictures(archive)
        except _TOLD_BY_ZIP as error:
            hint = "A package is a zip archive, as `citedeck build` and Anki write it: build or export it again."
            raise CitedeckError(f"{shown} is not a whole Anki package: {error}", hint) from error
        try:
            with closing(sqlite3.connect(f"{collection.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
                database.text_factory = _text
                return replace(_package(database, shown), pictures=shipped)
        except sqlite3.Error as error:
            raise _broken(shown, str(error)) from error


def _broken(shown: str, why: str) -> CitedeckError:
    hint = "Build the package again, or export it from Anki again."
    return CitedeckError(f"the collection in {shown} cannot be read: {why}", hint)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _unpack(archive: zipfile.ZipFile, collection: Path, shown: str) -> None:
    """Write the archive's collection into a file, once it looks like one."""
    names = set(archive.namelist())
    if _NEWEST in names:
        hint = "In Anki: File, Export, “Support older Anki versions”; audit that file."
        raise CitedeckError(f"{shown} is in Anki's newer format, which citedeck does not read", hint)
    name = next((name for name in _COLLECTIONS if name in names), None)
    if name is None:
        raise CitedeckError(f"{shown} is not an Anki package: it holds no collection", "Name an .apkg file.")
    entry = archive.getinfo(name)
    if entry.flag_bits & _ENCRYPTED:
        raise CitedeckError(f"{shown} is encrypted, as no Anki package is", "Name the package that was built.")
    if entry.file_size > _LARGEST:
        message = f"the collection in {shown} would take {entry.file_size:,} bytes, over {_LARGEST:,}"
        raise CitedeckError(message, "Audit smaller packages: a deck in each.")
    with archive.open(entry) as packed, collection.open("wb") as file:
        block = packed.read(_BLOCK)
        if not block.startswith(_MAGIC):
            raise _broken(shown, "it is no SQLite database")
        expected = _size(block)
        while block:
            file.write(block)
            block = packed.read(_BLOCK)
        if file.tell() < expected:
            raise _broken(shown, "it was cut short")


def _size(head: bytes) -> int:
    """How many bytes a SQLite database has, by its header; 0 if that does not say (its file format, section 1.3)."""
    page, changes, pages = int.from_bytes(head[16:18], "big"), head[24:28], int.from_bytes(head[28:32], "big")
    return pages * (1 << 16 if page == 1 else page) if changes == head[92:96] else 0


def _package(database: sqlite3.Connection, shown: str) -> Package:
    tables = {name for (name,) in database.execute("select name from sqlite_master where type = 'table'")}
    if not tables >= _TABLES:
        raise _broken(shown, f"it has no table {', '.join(sorted(_TABLES - tables))}")
    ((sound,),) = database.execute("pragma quick_check(1)").fetchall()
    if sound != "ok":
        raise _broken(shown, sound)
    types = _types(database, shown)
    cards: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    columns = "nid, coalesce(cast(ord as integer), -1), coalesce(cast(did as integer), 0)"
    for note, ordinal, deck in database.execute(f"select {columns} from cards"):
        cards[note].append((ordinal, deck))
    notes = tuple(_notes(database, types, cards, _decks(database)))
    return Package(notes, sum(map(len, cards.values())))


def _notes(
    database: sqlite3.Connection,
    types: dict[int, PackedType],
    cards: dict[int, list[tuple[int, int]]],
    decks: dict[int, str],
) -> Iterator[PackedNote]:
    """The notes in the order in which they were made; their cards are taken out of `cards`."""
    texts = "cast(guid as text), cast(flds as text), cast(tags as text)"
    rows = database.execute(f"select id, {texts}, cast(mid as integer), cast(mod as integer) from notes order by id")
    for number, (note, guid, values, tags, type_, mod) in enumerate(rows, 1):
        own = sorted(cards.pop(note, ()))
        yield PackedNote(
            number,
            guid or "",
            types.get(type_),
            tuple((values or "").split("\x1f")),
            frozenset((tags or "").split()),
            tuple(ordinal for ordinal, _ in own),
            note,
            mod or 0,
            decks.get(own[0][1], "") if own else "",
        )


def _types(database: sqlite3.Connection, shown: str) -> dict[int, PackedType]:
    try:
        ((text,),) = database.execute("select cast(models as text) from col").fetchall()
        return {found.id: found for found in map(_type, json.loads(text).values())}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _broken(shown, "its note types are not as Anki writes them") from error


def _decks(database: sqlite3.Connection) -> dict[int, str]:
    """The names of its decks, as far as they can be read: an audit needs none."""
    try:
        ((text,),) = database.execute("select cast(decks as text) from col").fetchall()
        return {int(id): str(deck["name"]) for id, deck in json.loads(text).items()}
    except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _type(model: dict[str, Any]) -> PackedType:
    in_order = sorted(model["flds"], key=lambda field: int(field["ord"]))
    templates = sorted(model["tmpls"], key=lambda template: int(template["ord"]))
    return PackedType(
        int(model["id"]),
        str(model["name"]),
        int(model["type"]),
        tuple(str(field["name"]) for field in in_order),
        tuple((str(template["qfmt"]), str(template["afmt"])) for template in templates),
        str(model["css"]),
        _whole(model.get("mod")),
    )


def _whole(value: Any) -> int:
    return value if isinstance(value, int) else 0
