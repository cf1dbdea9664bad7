"""What earlier runs found, kept in the user's cache folder. It may be deleted at any time: it only saves time.

What is kept is bound to the content of all it was made from, and to the very code that made it; and sealed, so that
what another hand wrote into it is not taken for what a run found.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from citedeck import __version__

ENVIRONMENT = "CITEDECK_CACHE"
"""Names another folder for the cache; set to nothing, none is kept."""

_MOST = 12  # sections of a workspace: of what is asked in ever new ways, what was asked last
_CHUNK = 1 << 20  # bytes of a file that are in memory at once: who knows what lies in a folder


class Ledger:
    """What is kept of one workspace: plain data, in sections."""

    def __init__(self, root: Path) -> None:
        self._stamp = _stamp()
        self._path = _place(root) if self._stamp else None
        self._sections: dict[str, Any] = self._read()
        self._before = dict(self._sections)

    def __getitem__(self, section: str) -> Any:
        """What is kept in a section; None if nothing is."""
        return self._sections.get(section)

    def __setitem__(self, section: str, kept: Any) -> None:
        self._sections.pop(section, None)
        self._sections[section] = kept

    def save(self) -> None:
        """Keep it for the next run, if it is not what the last one kept. That it cannot be kept stops nothing."""
        from citedeck.errors import CitedeckError
        from citedeck.writing import write

        if self._path is None or self._sections == self._before:
            return
        try:
            last = dict(list(self._sections.items())[-_MOST:])
            content = json.dumps(last).encode("ascii")
            write(self._path, self._seal(content) + content, lasting=False)  # half a file would have another seal
        except (CitedeckError, OSError):
            return

    def _read(self) -> dict[str, Any]:
        try:
            written = self._path.read_bytes() if self._path and self._path.is_file() else b""
        except OSError:
            return {}
        end = written.find(b"\n") + 1
        content = memoryview(written)[end:]
        return json.loads(str(content, "ascii")) if end and written[:end] == self._seal(content) else {}

    def _seal(self, content: bytes | memoryview) -> bytes:
        """The first line of the file: that this very code wrote what follows."""
        found = hashlib.sha256(self._stamp.encode())
        found.update(content)
        return found.hexdigest().encode() + b"\n"


class Digests:
    """The digests of files, each reckoned once."""

    def __init__(self) -> None:
        self._known: dict[Path, str] = {}

    def of(self, path: Path) -> str:
        """The digest of a file; empty if it cannot be read."""
        if path not in self._known:
            self._known[path] = digest(path)
        return self._known[path]


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits, and where it leads if it is a link; empty if it cannot be read."""
    found = hashlib.sha256()
    try:
        if not path.is_file():
            return ""
        with path.open("rb", buffering=0) as file:
            for chunk in iter(partial(file.read, _CHUNK), b""):
                found.update(chunk)
    except OSError:
        return ""
    return found.hexdigest() + _leads(path)


def digest_of(content: bytes, path: Path) -> str:
    """The same of a file with this content, which was read already."""
    return hashlib.sha256(content).hexdigest() + _leads(path)


def snapshot(folders: Iterable[Path], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """The digests of all files in some folders, and the folders there; empty where that does not tell everything: where
    something cannot be read, or a folder lies elsewhere. A file whose digest is `known` is not read.
    """
    known = known or {}
    found: dict[str, str] = {}
    try:
        for folder in filter(os.path.lexists, folders):
            for path, is_folder in _below(folder, _stop):
                if is_folder:
                    found[str(path)] = "" if path.is_symlink() else os.sep
                else:
                    found[str(path)] = known.get(str(path)) or digest(path)
    except OSError:
        return {}
    return found if all(found.values()) else {}


def paths(folder: Path) -> list[str]:
    """All that lies in a folder and below, what is a folder, and where it leads if it is a link."""
    found = _below(folder)
    return sorted(f"{path}{os.sep if is_folder else ''}{_leads(path)}" for path, is_folder in found)


def _below(folder: Path, on_error: Callable[[OSError], None] | None = None) -> Iterator[tuple[Path, bool]]:
    """All that lies in a folder and below, each with whether it is a folder."""
    for place, folders, names in os.walk(folder, onerror=on_error):
        yield from ((Path(place, name), True) for name in folders)
        yield from ((Path(place, name), False) for name in names)


def _leads(path: Path) -> str:
    return f" -> {os.path.realpath(path)}" if path.is_symlink() else ""


def _stop(error: OSError) -> None:
    raise error


def _place(root: Path) -> Path | None:
    """Where is kept what is known of a workspace."""
    named = os.environ.get(ENVIRONMENT)
    if named == "":
        return None
    if named is None:
        from platformdirs import user_cache_path

        folder = user_cache_path("citedeck", appauthor=False)
    else:
        folder = Path(named)
    return folder / f"{hashlib.sha256(os.fsencode(root)).hexdigest()[:32]}.json"


def _stamp() -> str:
    """The code that is running: its version and every file of it, Python's, and when a package was installed last;
    empty where nobody can tell.
    """
    home = Path(__file__).parent
    try:
        state = [(entry.path, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in _code(home)]
    except OSError:  # in an archive; or a file is just being replaced
        return ""
    places = (Path(path) for path in sys.path if path.endswith("-packages"))
    packages = [(str(path), path.stat().st_mtime_ns) for path in places if path.is_dir()]
    told = repr((__version__, sys.version, sorted(state), packages))
    return hashlib.sha256(told.encode(errors="surrogateescape")).hexdigest()


def _code(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _code(Path(entry.path))
            else:
                yield entry
