"""What earlier runs found, kept in the user's cache folder. It may be deleted at any time: it only saves time.

What is kept is bound to the content of all it was made from, and to the very code that made it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from citedeck import __version__

ENVIRONMENT = "CITEDECK_CACHE"
"""Names another folder for the cache; set to nothing, none is kept."""


class Ledger:
    """What is kept of one workspace: plain data, in sections."""

    def __init__(self, root: Path) -> None:
        self._path = _place(root)
        self._sections: dict[str, Any] = self._read()
        self._before = dict(self._sections)

    def __getitem__(self, section: str) -> Any:
        """What is kept in a section; None if nothing is."""
        return self._sections.get(section)

    def __setitem__(self, section: str, kept: Any) -> None:
        self._sections[section] = kept

    def save(self) -> None:
        """Keep it for the next run, if it is not what the last one kept. That it cannot be kept stops nothing."""
        from citedeck.errors import CitedeckError
        from citedeck.writing import write

        if self._path is None or self._sections == self._before:
            return
        try:
            body = json.dumps(self._sections).encode("ascii")
            write(self._path, _signature(body) + b"\n" + body)
        except (CitedeckError, OSError):
            return

    def _read(self) -> dict[str, Any]:
        """What was kept by this very code, and was not touched since."""
        try:
            signature, _, body = self._path.read_bytes().partition(b"\n") if self._path else (b"", b"", b"")
        except OSError:
            return {}
        return dict(json.loads(body)) if signature and signature == _signature(body) else {}


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
    """The SHA-256 of a file, in hexadecimal digits; empty if it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError:
        return ""


def snapshot(folders: Iterable[Path]) -> dict[str, str]:
    """The digests of all files in some folders; empty where that does not tell everything: where a file cannot be read,
    or a folder lies elsewhere.
    """
    found = {os.fspath(path): digest(path) for folder in folders for path in _files(folder)}
    return found if all(found.values()) else {}


def _files(folder: Path) -> Iterator[Path]:
    """The files in a folder and below. A folder that is a link counts as a file that cannot be read."""
    for place, folders, names in os.walk(folder):
        yield from (Path(place, name) for name in names if not name.endswith(".tmp"))
        yield from (path for path in map(Path(place).joinpath, folders) if path.is_symlink())


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


def _signature(body: bytes) -> bytes:
    """Of what is kept, and of the code that is running: what one of another code has kept, or anyone has edited, is not
    trusted.
    """
    return hashlib.sha256(_stamp().encode("ascii") + body).hexdigest().encode("ascii")


def _stamp() -> str:
    """The code that is running: its version and every file of it, Python's, and when a package was installed last."""
    home = Path(__file__).parent
    state = [(entry.path, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in _code(home)]
    packages = [(path, Path(path).stat().st_mtime_ns) for path in sys.path if path.endswith("-packages")]
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
