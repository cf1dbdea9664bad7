"""What must be the only one of its kind in a workspace: a deck's id, its lock, a note's guid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from citedeck.history.strays import lock_path, plain_id, same_id
from citedeck.identity import note_guid
from citedeck.model import DeckFile, Entry, Place, Problem

_CLAIMANT = TypeVar("_CLAIMANT")


def clashes(decks: Iterable[DeckFile]) -> list[Problem]:
    """Every deck id, every lock and every guid that is claimed more than once, told at each claim."""
    decks = list(decks)
    return [*_deck_ids(decks), *_locks(decks), *_guids(decks)]


def _deck_ids(decks: list[DeckFile]) -> list[Problem]:
    claims: dict[str, list[DeckFile]] = defaultdict(list)
    for deck in decks:
        claims[plain_id(deck.id)].append(deck)
    return [_shared_id(deck, other) for claimants in claims.values() for deck, other in _contests(claimants)]


def _locks(decks: list[DeckFile]) -> list[Problem]:
    claims: dict[str, list[DeckFile]] = defaultdict(list)
    for deck in decks:
        claims[lock_path(deck.path)].append(deck)
    return [_shared_lock(deck, other) for claimants in claims.values() for deck, other in _contests(claimants)]


def _guids(decks: list[DeckFile]) -> list[Problem]:
    entries = [entry for deck in decks for entry in deck.entries]
    guids = [entry.identity.guid or note_guid(entry) for entry in entries]
    if len(set(guids)) == len(guids):
        return []
    claims: dict[str, list[Entry]] = defaultdict(list)
    for guid, entry in zip(guids, entries, strict=True):
        claims[guid].append(entry)
    return [
        _shared_note(entry, other)
        for claimants in claims.values()
        for entry, other in _contests(claimants)
        if entry.path == other.path or not same_id(entry.deck, other.deck)  # else their decks clash
    ]


def _contests(claimants: list[_CLAIMANT]) -> Iterator[tuple[_CLAIMANT, _CLAIMANT]]:
    """Each of several claimants beside the first of the others."""
    for claimant in claimants[1:]:
        yield claimant, claimants[0]
    if len(claimants) > 1:
        yield claimants[0], claimants[1]


def _shared_id(deck: DeckFile, other: DeckFile) -> Problem:
    message = f"the deck id “{deck.id}” is also that of {other.path}"
    hint = "Give one of the two another `id:`."
    return Problem(Place(deck.path, 1, 1), "duplicate-deck-id", message, hint, deck=deck.id)


def _shared_lock(deck: DeckFile, other: DeckFile) -> Problem:
    message = f"its lock would be that of {other.path}"
    return Problem(Place(deck.path, 1, 1), "shared-lock", message, "Rename one of the two files.", deck=deck.id)


def _shared_note(entry: Entry, other: Entry) -> Problem:
    message = f"“{entry.id}” would be the same note in Anki as “{other.id}” ({other.at(other.id)})"
    hint = "Mend its `was:` or `guid:`: every note belongs to one fact."
    return entry.problem(entry.id, "duplicate-guid", message, hint)
