"""A workspace: the folder that holds decks/ and source/; finding it, reading its decks, and verifying them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from citedeck.errors import CitedeckError
from citedeck.model import DeckFile, Problem, Verdict
from citedeck.reading import read_deck, read_references
from citedeck.sources import REFERENCES, Library
from citedeck.verify import verify

DECKS = "decks"
SOURCE = "source"
_DECK_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder `root`, which holds decks/ and source/."""

    root: Path

    def deck_paths(self) -> list[Path]:
        """The deck files, also those in folders of decks/, by name."""
        folder = self.root / DECKS
        paths = [*folder.iterdir(), *folder.glob("*/**/*")]
        decks = {path for path in paths if path.suffix.lower() in _DECK_SUFFIXES}
        return sorted(path for path in decks if not any(part[0] == "." for part in path.relative_to(folder).parts))

    def shown(self, path: Path) -> str:
        """A path as messages name it: relative to the workspace if it lies there."""
        try:
            return _plain(path).relative_to(self.root).as_posix()
        except ValueError:
            return str(path)

    def read(self) -> list[DeckFile]:
        """Every deck of the workspace."""
        return [read_deck(path, self.shown(path)) for path in self.deck_paths()]

    def library(self) -> tuple[Library, tuple[Problem, ...]]:
        """Its articles, and what is wrong with what is said of them."""
        path = self.root / SOURCE / REFERENCES
        references, problems = read_references(path, self.shown(path))
        return Library(self.root / SOURCE, references), tuple(problems)


def _plain(path: Path) -> Path:
    """An absolute path without `..`, its links left as they are."""
    return Path(os.path.normpath(path.absolute()))


def is_workspace(folder: Path) -> bool:
    return (folder / DECKS).is_dir() and (folder / SOURCE).is_dir()


def at(folder: Path) -> Workspace:
    """The workspace that is this folder."""
    if not is_workspace(folder):
        hint = "Make them, or begin a workspace with `citedeck new NAME` in an empty folder."
        raise CitedeckError(f"{folder} is no workspace: it does not hold {DECKS}/ and {SOURCE}/", hint)
    return Workspace(_plain(folder))


def around(start: Path) -> Workspace | None:
    """The workspace a folder lies in, looked for upward."""
    folders = (start.absolute(), *start.absolute().parents)
    return next((Workspace(folder) for folder in folders if is_workspace(folder)), None)


def find(start: Path) -> Workspace:
    """The workspace a folder lies in; that there is none stops the run."""
    found = around(start)
    if found:
        return found
    raise CitedeckError(
        f"no workspace here: neither {start.absolute()} nor a folder above it holds {DECKS}/ and {SOURCE}/",
        "Name one with -C DIR, or begin one with `citedeck new NAME` in an empty folder.",
    )


@dataclass(frozen=True, slots=True)
class Case:
    """Decks that were read and wait for their verdict. `others` are the workspace's further decks."""

    decks: tuple[DeckFile, ...]
    others: tuple[DeckFile, ...]
    library: Library
    problems: tuple[Problem, ...]

    def verdict(self, on_fact: Callable[[], None] = lambda: None) -> Verdict:
        """The judgement. While the references cannot be read, no deck may be shipped."""
        verdict = verify(self.decks, self.library, self.others, on_fact)
        if not self.problems:
            return verdict
        return Verdict((), verdict.findings, (*self.problems, *verdict.problems))


def load(workspace: Workspace, wanted: Sequence[str] = (), base: Path | None = None) -> Case:
    """Read the workspace and take the wanted decks, named by id or by path (from `base`); none means all."""
    decks = workspace.read()
    chosen = _chosen(workspace, decks, wanted, base or Path.cwd())
    paths = {deck.path for deck in chosen}
    others = tuple(deck for deck in decks if deck.path not in paths)
    return Case(tuple(chosen), others, *workspace.library())


def _chosen(workspace: Workspace, decks: list[DeckFile], wanted: Sequence[str], base: Path) -> list[DeckFile]:
    if not decks and not wanted:
        raise CitedeckError(f"there are no decks in {workspace.root / DECKS}", "Begin one with `citedeck new NAME`.")
    if not wanted:
        return decks
    chosen = (deck for name in wanted for deck in _named(workspace, decks, name, base))
    return list({deck.path: deck for deck in chosen}.values())


def _named(workspace: Workspace, decks: list[DeckFile], name: str, base: Path) -> list[DeckFile]:
    by_id = [deck for deck in decks if deck.id == name]
    if by_id:
        return by_id
    path = base / name
    if name and path.is_dir():
        raise CitedeckError(
            f"{name} is a folder, not a deck", "Name a deck by its id or its file; name none to take all."
        )
    if name and path.exists():
        same = [deck for deck in decks if path.samefile(workspace.root / deck.path)]
        return same or [read_deck(path, workspace.shown(path))]
    known = ", ".join(deck.id for deck in decks[:20]) or "none"
    raise CitedeckError(f"there is no deck “{name}”", f"The decks of {workspace.root}: {known}.")
