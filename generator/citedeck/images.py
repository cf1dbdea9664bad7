"""Pictures beside the decks -> what is shipped of them: the only module that reads pictures."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath, PureWindowsPath

from citedeck.errors import CitedeckError
from citedeck.model import Entry, Image, Picture, Problem

_LARGEST = 5_000_000  # bytes
_DIGITS = 20  # hexadecimal: two of 2⁴⁰ pictures would share a name

_NO_SCRIPTS = "An SVG can hold scripts, which would run in a learner's Anki: save it as PNG."
_AS_PNG = "Save it as PNG or JPEG."
_BESIDE = "Put the picture itself beside the deck, and name it from there."

_TOLD_APART = 1_000  # bytes in which an SVG says that it is one
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"<svg", "an SVG", _NO_SCRIPTS),
    (b"<html", "a web page", "Save the picture, not the page that shows it."),
    (b"version https://git-lfs", "what Git LFS keeps in its place", "Fetch the picture: `git lfs pull`."),
    (b"%pdf-", "a PDF", _AS_PNG),
    (b"ftyp", "a HEIC, an AVIF or a film", _AS_PNG),
)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a picture; `message` ends a sentence: the picture “…” …"""

    code: str
    message: str
    hint: str


class Gallery:
    """The pictures of a workspace, each read once, however many facts show it. `decks` is the folder of its decks."""

    def __init__(self, decks: Path) -> None:
        self._decks = decks
        self._named: dict[Path, str | _Fault] = {}

    def picture(self, entry: Entry) -> Picture | Problem | None:
        """The picture of a fact as it may be shipped, or what is wrong with it; None if the fact has none."""
        image = entry.image
        if image is None:
            return None
        found = self._found(image, entry)
        if isinstance(found, Picture):
            return found
        return entry.problem(image.file, found.code, f"the picture “{image.file}” {found.message}", found.hint)

    def _found(self, image: Image, entry: Entry) -> Picture | _Fault:
        path = self._path(image.file, entry)
        if isinstance(path, _Fault):
            return path
        name = self._name(path)
        return name if isinstance(name, _Fault) else Picture(name, path, str(image.alt))

    def _path(self, file: str, entry: Entry) -> Path | _Fault:
        """Where a picture lies, all links followed: in decks/, or with a deck that stands elsewhere, in its folder."""
        folder = (self._decks.parent / entry.path).parent
        home = self._decks if folder.is_relative_to(self._decks) else folder
        if "://" in file or PureWindowsPath(file).anchor:
            return _Fault("image-outside", "does not lie beside the deck", _BESIDE)
        if "\\" in file:
            return _Fault("image-not-found", "is not there", "Part folders by “/”, which every system understands.")
        path = Path(os.path.realpath(_composed(folder, file)))
        if not path.is_relative_to(os.path.realpath(home)):
            return _Fault("image-outside", f"leads out of {home.name}/", _BESIDE)
        if not os.path.lexists(path):
            return _Fault("image-not-found", "is not there", _known(folder / file))
        return path

    def _name(self, path: Path) -> str | _Fault:
        if path not in self._named:
            content = _read(path)
            self._named[path] = _shipped_name(content) if isinstance(content, bytes) else content
        return self._named[path]


def content(picture: Picture) -> bytes:
    """The bytes of a picture; that they are no longer those it has its name from stops the run."""
    found = _read(picture.path)
    if not isinstance(found, bytes) or _shipped_name(found) != picture.name:
        hint = "Nothing was written for this deck; build again."
        raise CitedeckError(f"the picture {picture.path} was changed in the meantime", hint)
    return found


def _composed(folder: Path, file: str) -> Path:
    """The path of a file, found however the letters of its parts are composed: file systems differ in that."""
    path = folder
    for part in PurePosixPath(file).parts:
        wanted = unicodedata.normalize("NFC", part)
        there = os.path.lexists(path / part)
        same = (name for name in _names(path) if unicodedata.normalize("NFC", name) == wanted)
        path /= part if there else next(same, part)
    return path


def _known(path: Path) -> str:
    """What may be meant by a name that is not there."""
    close = get_close_matches(path.name, _names(path.parent), n=1)
    return f"Did you mean “{close[0]}”?" if close else "Put it there: `file` is named from the folder of the deck."


def _names(folder: Path) -> list[str]:
    """What lies in a folder, by name; nothing if it cannot be seen."""
    try:
        return sorted(one.name for one in folder.iterdir())
    except OSError:
        return []


def _read(path: Path) -> bytes | _Fault:
    """The bytes of a file that can be shipped as a picture, as far as its size and its kind tell."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"
            return _Fault("image-not-a-file", f"is {what}, not a file", "Name the file of a picture.")
        with path.open("rb") as file:
            found = file.read(_LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return _Fault(
            "image-unreadable", f"cannot be read: {reason}", "Check its permissions, and where its link leads."
        )
    if not found:
        return _Fault("image-empty", "is empty", "Save it again, or take `image` out.")
    if len(found) > _LARGEST:
        return _Fault("image-too-large", "is over 5 MB", "Scale it down: 1,200 pixels of width are plenty.")
    return found if _suffix(found) else _no_picture(found)


def _no_picture(found: bytes) -> _Fault:
    """What is said of a file that is none of the pictures we ship."""
    start = found[:_TOLD_APART].lower()
    looks, hint = next(
        ((f" (it looks like {what})", hint) for mark, what, hint in _OTHERS if mark in start), ("", _AS_PNG)
    )
    return _Fault("image-not-a-picture", f"is not a PNG, JPEG, GIF or WebP{looks}", hint)


def _suffix(found: bytes) -> str:
    """The suffix of a picture by its first bytes; nothing if it is none that we ship."""
    if found.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if found.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if found.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if found.startswith(b"RIFF") and found[8:12] == b"WEBP" else ""


def _shipped_name(found: bytes) -> str:
    """The name that follows from a picture's bytes: other bytes, another name, so that Anki takes them."""
    return f"citedeck-{hashlib.sha256(found).hexdigest()[:_DIGITS]}.{_suffix(found)}"
