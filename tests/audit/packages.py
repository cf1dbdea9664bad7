"""Packages that were tampered with, and the verdict of an audit on them."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from citedeck.audit import Audit, audit
from citedeck.exporters.apkg.opening import open_package
from citedeck.workspace import Workspace

COLLECTION = "collection.anki2"


def of(fact: str) -> str:
    """SQL's condition for the note of a fact."""
    return f'where flds like \'%"fact": "{fact}"%\''


def replaced(fact: str, old: str, new: str) -> str:
    """SQL that replaces a text in the fields of one note, wherever it stands."""
    return f"update notes set flds = replace(flds, '{old}', '{new}') {of(fact)}"


def altered(package: bytes, sql: str, folder: Path) -> bytes:
    """A package after some SQL on its collection."""
    path = folder / COLLECTION
    files = unzipped(package)
    path.write_bytes(files[COLLECTION])
    with closing(sqlite3.connect(path)) as database:
        database.executescript(sql)
        database.commit()
    return zipped({**files, COLLECTION: path.read_bytes()})


def repacked(package: bytes, files: dict[str, bytes | None]) -> bytes:
    """A package with other files in its archive; None takes one out."""
    return zipped({name: data for name, data in {**unzipped(package), **files}.items() if data is not None})


def remodelled(package: bytes, change: Callable[[dict[str, Any]], None], folder: Path) -> bytes:
    """A package after a change to the JSON of its note types, by their ids."""
    path = folder / COLLECTION
    path.write_bytes(zipfile.ZipFile(io.BytesIO(package)).read(COLLECTION))
    with closing(sqlite3.connect(path)) as database:
        ((text,),) = database.execute("select models from col")
        models = json.loads(text)
        change(models)
        database.execute("update col set models = ?", (json.dumps(models),))
        database.commit()
    return zipped({COLLECTION: path.read_bytes(), "media": b"{}"})


def unzipped(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


def audited(workspace: Path, package: Path) -> Audit:
    """The audit of a package against the articles of a workspace."""
    library, problems = Workspace(workspace).library()
    return audit(open_package(package, package.name), package.name, library, problems)


def changed(workspace: Path, folder: Path, package: bytes) -> Audit:
    """The audit of a package that is not a file yet."""
    path = folder / "deck.apkg"
    path.write_bytes(package)
    return audited(workspace, path)


def told(found: Audit) -> set[tuple[str, str | None]]:
    """Every code with the fact it is told of."""
    return {(problem.code, problem.fact) for verdict in (found.notes, found.retired) for problem in verdict.problems}
