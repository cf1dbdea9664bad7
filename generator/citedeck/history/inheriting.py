"""A deck whose file was renamed goes on from its old lock: it is known by the deck's id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from citedeck.history.lockfile import LockFile
from citedeck.history.strays import lock_path, plain_id
from citedeck.model import DeckFile, Place, Problem


def inherit(
    decks: Iterable[DeckFile], locks: Mapping[str, LockFile]
) -> tuple[dict[str, LockFile], tuple[Problem, ...]]:
    """The locks by the paths at which their decks look for them, without those that are of no use; what is told of it.

    An old lock of a deck that has a new one too is of no use, nor is one of another program.
    """
    decks = list(decks)
    used = {lock_path(deck.path) for deck in decks}
    found = {path: file for path, file in locks.items() if path in used or not file.foreign}
    old = {plain_id(file.lock.deck): path for path, file in found.items() if path not in used and file.lock}
    problems = []
    for deck in decks:
        new, left = lock_path(deck.path), old.get(plain_id(deck.id))
        if left and new in found:
            del found[left]
            problems.append(_outdated(left, new))
        elif left:
            file = found.pop(left)
            found[new] = LockFile(new, file.lock, file.problems)
            problems.append(_renamed(left, new, deck))
    return found, tuple(problems)


def _renamed(old: str, new: str, deck: DeckFile) -> Problem:
    message = f"by its id this is the lock of {deck.path}, under an old name; the next build writes {new}"
    return Problem(Place(old, 1, 1), "lock-unused", message, f"Rename it: git mv {old} {new}")


def _outdated(old: str, new: str) -> Problem:
    message = f"this is an old lock of the deck that has {new} now"
    return Problem(Place(old, 1, 1), "lock-unused", message, "Delete the lock.")
