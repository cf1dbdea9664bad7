"""A workspace: the folder that holds decks/ and source/; finding it, reading its decks, and verifying them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from citedeck.case import Case
from citedeck.errors import CitedeckError
from citedeck.frozen import frozen
from citedeck.history import (
    SUFFIX,
    LockFile,
    inherit,
    lock_path,
    read_lock,
    settle,
    unused_locks,
)
from citedeck.images import Gallery
from citedeck.model import DeckFile, Problem, Reference
from citedeck.reading import read_deck, read_references
from citedeck.roots import DECKS, SOURCE, plain
from citedeck.sources import REFERENCES, Library

StandIn = Callable[[DeckFile, LockFile | None], LockFile | None]
"""What stands in for the lock of a deck, given what was read of it."""

_DECK_SUFFIXES = (".yaml", ".yml")


@frozen
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
            return plain(path).relative_to(self.root).as_posix()
        except ValueError:
            return str(path)

    def read(self) -> list[DeckFile]:
        """Every deck of the workspace."""
        return [read_deck(path, self.shown(path)) for path in self.deck_paths()]

    def locks(self) -> dict[str, LockFile]:
        """The locks of its decks by their paths, also of decks that are gone."""
        files = ((path, read_lock(self.root / path, path)) for path in self.lock_paths())
        return {path: file for path, file in files if file}

    def lock_paths(self) -> list[str]:
        """Where the locks stand that are there, relative to the workspace."""
        folder = self.root / DECKS
        paths = sorted({*folder.glob(f"*{SUFFIX}"), *folder.glob(f"*/**/*{SUFFIX}")})
        return [self.shown(path) for path in paths if path.name[0] != "."]

    def library(self) -> tuple[Library, tuple[Problem, ...]]:
        """Its articles, and what is wrong with what is said of them."""
        references, problems = self.references()
        return self.articles(references), problems

    def references(self) -> tuple[Mapping[str, Reference], tuple[Problem, ...]]:
        """What is known of its articles, and what is wrong with that."""
        path = self.root / SOURCE / REFERENCES
        references, problems = read_references(path, self.shown(path))
        return references, tuple(problems)

    def articles(self, references: Mapping[str, Reference]) -> Library:
        """Its articles, given what is known of them."""
        return Library(self.root / SOURCE, references)

    def gallery(self) -> Gallery:
        """The pictures beside its decks."""
        return Gallery(self.root / DECKS)


def load(
    workspace: Workspace,
    wanted: Sequence[str] = (),
    base: Path | None = None,
    stand_in: StandIn = lambda _, file: file,
) -> Case:
    """Read the workspace and take the wanted decks, named by id or by path (from `base`); none means all.

    `stand_in` is asked for what is to be taken for the lock of each deck of the workspace.
    """
    decks = workspace.read()
    chosen = _chosen(workspace, decks, wanted, base or Path.cwd())
    known = {deck.path for deck in decks}
    strangers = [deck for deck in chosen if deck.path not in known]
    every = [*decks, *strangers]
    on_disk = {**workspace.locks(), **_locks_of(workspace, strangers)}
    locks, inherited = inherit(every, on_disk)
    for deck in every:
        file = stand_in(deck, locks.get(lock_path(deck.path)))
        if file:
            locks[file.path] = file
    settled = {deck.path: deck for deck in settle(every, locks)}
    paths = {deck.path for deck in chosen}
    others = tuple(deck for path, deck in settled.items() if path not in paths)
    library, problems = workspace.library()
    left = unused_locks(settled.values(), locks)
    mine = tuple(settled[deck.path] for deck in chosen)
    return Case(mine, others, library, workspace.gallery(), (*problems, *inherited, *left), locks, on_disk)


def load_alone(workspace: Workspace, deck: DeckFile, library: Library, stand_in: StandIn) -> Case:
    """Take one deck as if it were the only one, with its lock, or what stands in for that."""
    path = lock_path(deck.path)
    found = read_lock(workspace.root / path, path)
    file = stand_in(deck, found)
    locks = {path: file} if file else {}
    (settled,) = settle([deck], locks)
    return Case((settled,), (), library, workspace.gallery(), (), locks, {path: found} if found else {})


def _locks_of(workspace: Workspace, strangers: Sequence[DeckFile]) -> dict[str, LockFile]:
    """The locks of decks that stand outside of the workspace."""
    paths = (lock_path(deck.path) for deck in strangers)
    files = ((path, read_lock(workspace.root / path, path)) for path in paths)
    return {path: file for path, file in files if file}


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
