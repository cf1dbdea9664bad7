"""What must be the only one of its kind in a workspace: a deck's id, a note's guid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from citedeck.identity import family, guid
from citedeck.model import DeckFile, Entry, Place, Problem


def clashes(decks: Iterable[DeckFile]) -> list[Problem]:
    """Every deck id and every guid that is claimed more than once, told at each claim but the first."""
    decks = list(decks)
    return [*_deck_ids(decks), *_guids(decks)]


def _deck_ids(decks: list[DeckFile]) -> list[Problem]:
    first: dict[str, DeckFile] = {}
    problems = []
    for deck in decks:
        other = first.setdefault(deck.id.casefold(), deck)
        if other is not deck:
            message = f"the deck id “{deck.id}” is also that of {other.path}"
            place = Place(deck.path, 1, 1)
            problems.append(
                Problem(place, "duplicate-deck-id", message, "Give one of the two another `id:`.", deck=deck.id)
            )
    return problems


def _guids(decks: list[DeckFile]) -> list[Problem]:
    claims: dict[str, list[Entry]] = defaultdict(list)
    for deck in decks:
        for entry in deck.entries:
            claims[guid(entry.deck, entry.identity, family(entry.question))].append(entry)
    return [
        _shared_note(entry, claimants[0])
        for claimants in claims.values()
        for entry in claimants[1:]
        if entry.path == claimants[0].path or entry.deck != claimants[0].deck  # else their decks clash, which is told
    ]


def _shared_note(entry: Entry, other: Entry) -> Problem:
    message = f"“{entry.id}” would be the same note in Anki as “{other.id}” ({other.at(other.id)})"
    hint = "Mend its `was:` or `guid:`: every note belongs to one fact."
    return entry.problem(entry.id, "duplicate-guid", message, hint)
