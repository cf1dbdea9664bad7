"""A deck whose file was renamed goes on from its old lock: it is known by the deck's id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from citedeck.history.lock import united
from citedeck.history.lockfile import LockFile
from citedeck.history.strays import lock_path, plain_id, same_id
from citedeck.model import DeckFile, Place, Problem


def inherit(
    decks: Iterable[DeckFile], locks: Mapping[str, LockFile]
) -> tuple[dict[str, LockFile], tuple[Problem, ...]]:
    """The locks by the paths at which their decks look for them, without those of other programs; what is told of it.

    Of a deck that has an old lock and a new one, the new one also knows what the old one does.
    """
    decks = list(decks)
    used = {lock_path(deck.path) for deck in decks}
    found = {path: file for path, file in locks.items() if path in used or not file.foreign}
    old = {plain_id(file.lock.deck): path for path, file in found.items() if path not in used and file.lock}
    problems = []
    for deck in decks:
        new, left = lock_path(deck.path), old.get(plain_id(deck.id))
        there, file = found.get(new), found.get(left) if left else None
        if not left or not file or not file.lock:
            continue
        if there is None:
            found[new] = LockFile(new, file.lock, file.problems)
            problems.append(_renamed(left, new, deck))
        elif there.lock and same_id(there.lock.deck, deck.id):
            found[new] = replace(there, lock=united(there.lock, file.lock))
            problems.append(_outdated(left, new))
        else:
            problems.append(_hindered(left, new, deck))
            continue
        del found[left]
    return found, tuple(problems)


def _renamed(old: str, new: str, deck: DeckFile) -> Problem:
    message = f"by its id this is the lock of {deck.path}, under an old name; the next build writes {new}"
    return Problem(Place(old, 1, 1), "lock-unused", message, f"Rename it: git mv {old} {new}")


def _outdated(old: str, new: str) -> Problem:
    message = f"this is an old lock of the deck that has {new} now; the next build takes over what it knows"
    return Problem(Place(old, 1, 1), "lock-unused", message, "Build, then delete it.")


def _hindered(old: str, new: str, deck: DeckFile) -> Problem:
    message = f"by its id this is the lock of {deck.path}, but {new} has its place"
    return Problem(Place(old, 1, 1), "lock-unused", message, f"Rename {new} as its deck is, then: git mv {old} {new}")
