"""The facts that `--touch` names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citedeck.errors import CitedeckError

if TYPE_CHECKING:
    from citedeck.case import Case

EVERY_FACT = "*"
"""What `--touch` names without a fact."""


class Touched:
    """The facts that are to be stamped anew, named as FACT or DECK/FACT; what names none stops the run."""

    def __init__(self, names: tuple[str, ...], case: Case) -> None:
        self._names = frozenset(names)
        locks = [lock for deck in case.decks if (lock := case.lock(deck))]
        facts = {(deck.id, str(entry.id)) for deck in case.decks for entry in deck.entries}
        shipped = ((lock.deck, one) for lock in locks for one in lock.notes.values())
        facts |= {(deck, one.note.fact) for deck, one in shipped if one.state != "moved"}
        known = {name for deck, fact in facts for name in (fact, f"{deck}/{fact}")}
        unknown = sorted(self._names - known - {EVERY_FACT})
        if unknown:
            hint = "Name facts by their ids. To stamp every fact anew, put --touch last, without any."
            decks = ", ".join(deck.id for deck in case.decks)
            raise CitedeckError(f"there is no fact “{unknown[0]}” to touch in {decks}", hint)

    def __call__(self, deck: str, fact: str) -> bool:
        """Whether a fact of a deck is one of them."""
        return not self._names.isdisjoint((EVERY_FACT, fact, f"{deck}/{fact}"))
