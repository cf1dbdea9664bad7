"""Shipping an edition: its package and its lock, written together; and a package in the place of a lost lock.

What reads and writes packages is imported where it is used: most runs verify decks and do neither.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from citedeck.errors import CitedeckError
from citedeck.history import Edition, LockFile, flaw, lock_path, lock_text, read_lock, united
from citedeck.model import DeckFile, Place, Problem
from citedeck.workspace import Case, Workspace
from citedeck.writing import write, write_together

if TYPE_CHECKING:
    from citedeck.exporters import Exporter
    from citedeck.exporters.product import Product

FOLDER = "build"
_PACKAGE = "apkg"  # how the name of a package ends

StandIn = Callable[[DeckFile, LockFile | None], LockFile | None]
"""What stands in for the lock of a deck, given what was read of it."""


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

        try:
            lock = recall(open_package(package, workspace.shown(package)), deck.id)
        except CitedeckError:
            return None
        if lock is None or flaw(lock):
            return None
        path = lock_path(deck.path)
        message = f"the lock {path} is not there; {workspace.shown(package)} stands in for it, every note stamped anew"
        hint = "If you have it in version control, get it back before you build. Else build, and commit the new one."
        lost = Problem(Place(deck.path, 1, 1), "lock-lost", message, hint)
        unsure = {guid: replace(shipped, hash="") for guid, shipped in lock.notes.items()}
        return LockFile(path, replace(lock, notes=unsure), (lost,))

    return stand_in


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


@dataclass(frozen=True, slots=True)
class Dock:
    """Where editions are shipped: the workspace they come from, the format, and the folder their files go to."""

    workspace: Workspace
    case: Case
    format: str
    folder: Path

    def changes_lock(self, edition: Edition) -> bool:
        """Whether the lock on the disk is not the edition's."""
        path = self._lock_path(edition)
        if not self.ships_notes:
            return False
        return not path.is_file() or path.read_bytes() != _content(edition)

    def ship(self, edition: Edition) -> tuple[Path, Product]:
        """Write the file of an edition, and its lock if that holds notes of Anki; where it stands, and what it is.

        The lock goes first. Should the build be killed in between, the next one makes the same package from it.
        """
        path = self.folder / f"{edition.deck.id}.{self._exporter.SUFFIX}"
        product = self._exporter.export(edition)
        if self.ships_notes:
            self._write_with_lock(edition, path, product)
        else:
            write(path, product.content)
        return path, product

    def _write_with_lock(self, edition: Edition, path: Path, product: Product) -> None:
        lock = self._lock_path(edition)
        shown = self.workspace.shown(lock)
        was = self.case.on_disk.get(shown)
        there = read_lock(lock, shown)
        if there and there != was and lock.read_bytes() != _content(edition):  # as another format has written it
            raise CitedeckError(
                f"{shown} was changed in the meantime", "Nothing was written for this deck; build again."
            )
        write_together({lock: _content(edition), path: product.content})

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
