"""Pictures beside the decks -> what is shipped of them: the only module that reads pictures."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath, PureWindowsPath

from citedeck.dimensions import dimensions, suffix
from citedeck.errors import CitedeckError
from citedeck.frozen import frozen
from citedeck.model import Entry, Image, Picture, Problem

LARGEST = 5_000_000  # bytes
_MOST_PIXELS = 25_000_000  # unpacked, they take 100 MB of a phone
_DIGITS = 20  # hexadecimal: two of 2⁴⁰ pictures would share a name
_LIKELY = 10  # names that are looked at for one that may be meant

SHIPPED_NAME = re.compile(rf"citedeck-[0-9a-f]{{{_DIGITS}}}\.(?:gif|jpg|png|webp)")
"""What the names of shipped pictures look like, and no other."""

_NO_SCRIPTS = "An SVG can hold scripts, which would run in a learner's Anki: save it as PNG."
_AS_PNG = "Save it as PNG or JPEG."
_SCALE = "Scale it down: 1,200 pixels of width are plenty."
_AS_FOLDER = ("/", "/.")
_BESIDE = "Put the picture itself beside the deck, and name it from there."

_TOLD_APART = 1_000  # bytes in which an SVG says that it is one
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"<svg", "an SVG", _NO_SCRIPTS),
    (b"<html", "a web page", "Save the picture, not the page that shows it."),
    (b"version https://git-lfs", "what Git LFS keeps in its place", "Fetch the picture: `git lfs pull`."),
    (b"%pdf-", "a PDF", _AS_PNG),
    (b"ftyp", "a HEIC, an AVIF or a film", _AS_PNG),
)


@frozen
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
        folder = self._folder(entry.path)
        home = self._home(folder)
        if "://" in file or PureWindowsPath(file).anchor:
            return _Fault("image-outside", "does not lie beside the deck", _BESIDE)
        if "\\" in file:
            return _Fault("image-not-found", "is not there", "Part folders by “/”, which every system understands.")
        path = Path(os.path.realpath(_composed(folder, file)))
        if not _lies_in(path, home):
            return _Fault("image-outside", f"leads out of {home.name}/", _BESIDE)
        if not _is_there(path):
            return _Fault("image-not-found", "is not there", self._known(folder / file, home))
        if file.endswith(_AS_FOLDER) and path.is_file():
            hint = f"What ends in “/” is a folder. Did you mean “{path.name}”?"
            return _Fault("image-not-found", "is not there", hint)
        return path

    def _folder(self, deck: str) -> Path:
        """The folder of a deck, by the deck's path."""
        return (self._decks.parent / deck).parent

    def _home(self, folder: Path) -> Path:
        return self._decks if folder.is_relative_to(self._decks) else folder

    def _known(self, path: Path, home: Path) -> str:
        """What may be meant by a name that is not there, if it can be shipped."""
        names = {name.lower(): name for name in _names(path.parent)}
        for close in get_close_matches(path.name.lower(), names, n=_LIKELY):
            found = Path(os.path.realpath(path.parent / names[close]))
            if _lies_in(found, home) and isinstance(self._name(found), str):
                return f"Did you mean “{names[close]}”?"
        return "Put it there: `file` is named from the folder of the deck."

    def _name(self, path: Path) -> str | _Fault:
        if path not in self._named:
            content = _read(path)
            self._named[path] = shipped_name(content) if isinstance(content, bytes) else content
        return self._named[path]

    def kept(self, names: Collection[str], deck: str) -> tuple[Picture, ...]:
        """The pictures of these names that still lie with the decks, whatever their files are called. `deck` is a path
        beside the deck that showed them; what they show is not known any more.
        """
        found: dict[str, Picture] = {}
        for path in self._around(deck) if names else ():
            name = self._name(path)
            if isinstance(name, str) and name in names:
                found.setdefault(name, Picture(name, path, ""))
        return tuple(found.values())

    def _around(self, deck: str) -> Iterator[Path]:
        """What a deck could show, all links followed; of a folder elsewhere, which may hold anything, none deeper
        in it.
        """
        home = self._home(self._folder(deck))
        for path in sorted(home.rglob("*") if home == self._decks else home.iterdir()):
            real = Path(os.path.realpath(path))
            if _lies_in(real, home):
                yield real


def content(picture: Picture) -> bytes:
    """The bytes of a picture; that they are no longer those it has its name from stops the run."""
    found = _read(picture.path)
    if not isinstance(found, bytes) or shipped_name(found) != picture.name:
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


def _is_there(path: Path) -> bool:
    """Whether something has this path; so it is taken where nobody may look."""
    try:
        path.lstat()
    except PermissionError:
        return True
    except OSError:
        return False
    return True


def _lies_in(path: Path, home: Path) -> bool:
    """Whether a path whose links were followed lies in a folder."""
    return path.is_relative_to(os.path.realpath(home))


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
            found = file.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return _Fault(
            "image-unreadable", f"cannot be read: {reason}", "Check its permissions, and where its link leads."
        )
    if not found:
        return _Fault("image-empty", "is empty", "Save it again, or take `image` out.")
    if len(found) > LARGEST:
        return _Fault("image-too-large", "is over 5 MB", _SCALE)
    return _flaw(found) or found


def _flaw(found: bytes) -> _Fault | None:
    """Why bytes cannot be shipped as a picture, as far as their header tells."""
    if not suffix(found):
        return _no_picture(found)
    size = dimensions(found)
    if size is None:
        message = "is cut off or broken: it does not say how wide and how high it is"
        return _Fault("image-not-a-picture", message, "Save it again, or fetch it again.")
    width, height = size
    if width * height > _MOST_PIXELS:
        message = f"is {width:,} × {height:,} pixels, over {_MOST_PIXELS // 1_000_000} million"
        return _Fault("image-too-large", message, _SCALE)
    return None


def _no_picture(found: bytes) -> _Fault:
    """What is said of a file that is none of the pictures we ship."""
    start = found[:_TOLD_APART].lower()
    looks, hint = next(
        ((f" (it looks like {what})", hint) for mark, what, hint in _OTHERS if mark in start), ("", _AS_PNG)
    )
    return _Fault("image-not-a-picture", f"is not a PNG, JPEG, GIF or WebP{looks}", hint)


def shipped_name(found: bytes) -> str:
    """The name that follows from a picture's bytes: other bytes, another name, so that Anki takes them."""
    return f"citedeck-{hashlib.sha256(found).hexdigest()[:_DIGITS]}.{suffix(found)}"
