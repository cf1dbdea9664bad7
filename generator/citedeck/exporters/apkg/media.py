"""The files of a package's archive -> its pictures, and whether each is what its name says; nothing is trusted."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator

from citedeck.images import LARGEST, SHIPPED_NAME, shipped_name

NAMES = "media"
"""The entry that knows the names of the files, which lie in the archive under numbers."""

_LARGEST_LIST = 50_000_000  # bytes; a million names take some 40 million
_UNREADABLE = (OSError, EOFError, RuntimeError, ValueError, KeyError, zipfile.BadZipFile, zlib.error)


def pictures(archive: zipfile.ZipFile) -> dict[str, bool]:
    """The pictures of citedeck in an archive by their names, and whether their content is what these were made of.

    A list of names that cannot be read names none.
    """
    found: dict[str, bool] = {}
    for number, name in _names(archive):
        if SHIPPED_NAME.fullmatch(name):
            found[name] = found.get(name, True) and shipped_name(_content(archive, number)) == name
    return found


def _names(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The number and the name of every file that is in the archive."""
    there = set(archive.namelist())
    try:
        names = json.loads(_read(archive, NAMES, _LARGEST_LIST))
    except _UNREADABLE:
        return
    if isinstance(names, dict):
        yield from ((number, name) for number, name in names.items() if number in there and isinstance(name, str))


def _content(archive: zipfile.ZipFile, number: str) -> bytes:
    """What lies under a number; nothing if it cannot be read."""
    try:
        return _read(archive, number, LARGEST)
    except _UNREADABLE:
        return b""


def _read(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    """An entry, cut off where it is larger than it may be."""
    with archive.open(name) as entry:
        return entry.read(largest + 1)
