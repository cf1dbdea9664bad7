"""Shipping an edition: its package and its lock, written together; and a package in the place of a lost lock.

What reads and writes packages is imported where it is used: most runs verify decks and do neither.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from citedeck.case import Case
from citedeck.errors import CitedeckError
from citedeck.frozen import frozen
from citedeck.history import SUFFIX, Edition, LockFile, flaw, lock_path, lock_text, read_lock, united
from citedeck.model import DeckFile, Place, Problem
from citedeck.workspace import StandIn, Workspace
from citedeck.writing import Staged, stage, sweep

if TYPE_CHECKING:
    from citedeck.exporters import Exporter
    from citedeck.exporters.product import Product

_PACKAGE = "apkg"  # how the name of a package ends


def last_built(workspace: Workspace, folder: Path) -> StandIn:
    """The package that was built last, where there is no lock. Learners may have a later one, so every note is stamped
    anew: that costs nobody a review.
    """

    def stand_in(deck: DeckFile, file: LockFile | None) -> LockFile | None:
        package = folder / f"{deck.id}.{_PACKAGE}"
        if file is not None or not package.is_file():
            return file
        from citedeck.exporters.apkg.opening import open_package
        from citedeck.exporters.apkg.recalling import recall

        path, shown = lock_path(deck.path), workspace.shown(package)
        try:
            lock = recall(open_package(package, shown), deck.id)
        except CitedeckError as error:
            return _nothing_known(deck, path, shown, str(error))
        if lock is None or flaw(lock):  # nobody can have shipped it
            return None
        message = f"the lock {path} is not there; {shown} stands in for it, every note stamped anew"
        hint = "If you have it in version control, get it back before you build. Else build, and commit the new one."
        lost = Problem(Place(deck.path, 1, 1), "lock-lost", message, hint)
        unsure = {guid: replace(shipped, hash="") for guid, shipped in lock.notes.items()}
        return LockFile(path, replace(lock, notes=unsure), (lost,))

    return stand_in


def _nothing_known(deck: DeckFile, lock: str, package: str, why: str) -> LockFile:
    """What stands for a lock that is lost, where nobody knows any more what was shipped."""
    message = f"the lock {lock} is not there, and {package}, which could stand in for it, cannot be read: {why}"
    hint = (
        f"Get the lock back from version control, or name a package that was shipped with --since. If nobody has "
        f"the deck yet, delete {package}."
    )
    return LockFile(lock, None, (Problem(Place(deck.path, 1, 1), "lock-broken", message, hint),))


class ShippedWith:
    """A package that its author says was shipped last, where the lock of its deck is lost or broken; for the other
    decks what stands in `otherwise`.
    """

    def __init__(self, package: Path, workspace: Workspace, otherwise: StandIn) -> None:
        from citedeck.exporters.apkg.opening import open_package

        self._shown = workspace.shown(package)
        self._opened = open_package(package, self._shown)
        self._otherwise = otherwise
        self._used = False

    def __call__(self, deck: DeckFile, file: LockFile | None) -> LockFile | None:
        from citedeck.exporters.apkg.recalling import recall

        path, lock = lock_path(deck.path), recall(self._opened, deck.id)
        if lock is None:
            return self._otherwise(deck, file)
        if file and file.lock:
            hint = "Leave --since out; or delete the lock, if the package knows better."
            raise CitedeckError(f"{path} is there: {self._shown} cannot stand in for it", hint)
        wrong = flaw(lock)
        if wrong:
            message = f"{self._shown} cannot stand in for a lock: {wrong}"
            raise CitedeckError(message, "Name a package that was shipped.")
        self._used = True
        built = self._otherwise(deck, None)  # perhaps after the package; whether it was shipped, nobody knows
        return LockFile(path, united(lock, built.lock) if built and built.lock else lock)

    def require_use(self) -> None:
        """That it stands in for no lock stops the run."""
        if not self._used:
            hint = "Name the package that was shipped last of the deck whose lock is lost."
            raise CitedeckError(f"{self._shown} holds no note of any deck of this workspace", hint)


def sweep_up(workspace: Workspace, folder: Path, formats: Sequence[str]) -> None:
    """Take away what builds that were killed left half done: with the decks, and in the folder of these formats."""
    from citedeck.exporters import EXPORTERS

    suffixes = [SUFFIX.removeprefix("."), *(EXPORTERS[name].SUFFIX for name in formats)]
    locks = {(workspace.root / path).parent for path in workspace.lock_paths()}
    for place in {folder, *(path.parent for path in workspace.deck_paths()), *locks}:
        sweep(place, suffixes)


@frozen
class Cargo:
    """The files of an edition in a format, ready to take their places. `path` is where the format's own will stand;
    `product` says what it is, without its content, and `digest` is that of its content. Without `files`, all is there
    already.
    """

    format: str
    path: Path
    product: Product
    files: Staged
    digest: str = ""
    lock: _LockChange | None = None

    @property
    def changes_lock(self) -> bool:
        """Whether the lock that is there is not the one that will be."""
        return self.lock is not None and self.lock.before != self.lock.after

    def ship(self) -> None:
        """Move the files to their places. That the lock was changed meanwhile stops the run."""
        try:
            if self.lock:
                self.lock.require_unchanged()
            self.files.commit()
        finally:
            self.files.discard()


@frozen
class _LockChange:
    """How a build changes a lock: the digests of what it was when it was read, and of what it will be."""

    path: Path
    shown: str
    before: str
    after: str

    def require_unchanged(self) -> None:
        """That it is neither, as another format has just written it, stops the run."""
        if _digest(self.path) not in (self.before, self.after):
            raise _changed(self.shown)


def _changed(lock: str) -> CitedeckError:
    return CitedeckError(f"{lock} was changed in the meantime", "Nothing was written for this deck; build again.")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@frozen
class Dock:
    """Where editions are shipped: the workspace they come from, the format, and the folder their files go to."""

    workspace: Workspace
    case: Case
    format: str
    folder: Path

    def load(self, edition: Edition) -> Cargo:
        """The file of an edition, and its lock if that holds notes of Anki: whole, but not yet in their places.

        The lock goes first. Should the build be killed in between, the next one makes the same package from it.
        """
        path = self.folder / f"{edition.deck.id}.{self._exporter.SUFFIX}"
        product = self._exporter.export(edition)
        files, digest = {path: product.content}, hashlib.sha256(product.content).hexdigest()
        change = None
        if self.ships_notes:
            lock, content = self._lock_path(edition), _content(edition)
            change = self._lock_change(lock, content)
            files = {lock: content, **files}
        return Cargo(self.format, path, replace(product, content=b""), stage(files), digest, change)

    def _lock_change(self, lock: Path, content: bytes) -> _LockChange:
        """How a lock changes. That it is not what it was when it was read stops the run."""
        shown, after = self.workspace.shown(lock), hashlib.sha256(content).hexdigest()
        before = _digest(lock)
        if before not in ("", after) and read_lock(lock, shown) != self.case.on_disk.get(shown):
            raise _changed(shown)
        return _LockChange(lock, shown, before, after)

    @property
    def ships_notes(self) -> bool:
        """Whether the format holds notes of Anki."""
        return self._exporter.SHIPS_NOTES

    @property
    def _exporter(self) -> Exporter:
        from citedeck.exporters import EXPORTERS

        return EXPORTERS[self.format]

    def _lock_path(self, edition: Edition) -> Path:
        return self.workspace.root / self.case.lock_path(edition.deck)


def _content(edition: Edition) -> bytes:
    return lock_text(edition.lock).encode("utf-8")
