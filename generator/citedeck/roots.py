"""The root of a workspace: the folder that holds decks/ and source/; finding it."""

from __future__ import annotations

import os
from pathlib import Path

from citedeck.errors import CitedeckError

DECKS = "decks"
SOURCE = "source"
BUILD = "build"
"""Where decks are built, if nobody says."""


def is_root(folder: Path) -> bool:
    """Whether a folder is one."""
    return (folder / DECKS).is_dir() and (folder / SOURCE).is_dir()


def root_at(folder: Path) -> Path:
    """A folder, absolute and without `..`, its links left as they are; that it is no root stops the run."""
    if not is_root(folder):
        hint = "Make them, or begin a workspace with `citedeck new NAME` in an empty folder."
        raise CitedeckError(f"{folder} is no workspace: it does not hold {DECKS}/ and {SOURCE}/", hint)
    return plain(folder)


def root_around(start: Path) -> Path | None:
    """The root a folder lies in, looked for upward."""
    folders = (start.absolute(), *start.absolute().parents)
    return next((folder for folder in folders if is_root(folder)), None)


def find_root(start: Path) -> Path:
    """The root a folder lies in; that there is none stops the run."""
    found = root_around(start)
    if found:
        return found
    raise CitedeckError(
        f"no workspace here: neither {start.absolute()} nor a folder above it holds {DECKS}/ and {SOURCE}/",
        "Name one with -C DIR, or begin one with `citedeck new NAME` in an empty folder.",
    )


def plain(path: Path) -> Path:
    """An absolute path without `..`, its links left as they are."""
    return Path(os.path.normpath(path.absolute()))
