"""Decks at rest, remembered from build to build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from citedeck.building.drafts import Draft, Order
from citedeck.building.rest import from_json
from citedeck.ledger import Digests, Ledger, digest
from citedeck.roots import SOURCE
from citedeck.sources import REFERENCES

_SECTION = "at rest"


class Remembered:
    """The decks of a workspace that were at rest when the last build ended."""

    def __init__(self, order: Order, ledger: Ledger) -> None:
        self._root = order.home.root
        self._strict = order.strict
        self._ledger = ledger
        self._digests = Digests()
        self._key = _key(order)
        kept = self._ledger[_SECTION] or {}
        self._decks: dict[str, Any] = kept["decks"] if kept.get("key") == self._key else {}

    def draft(self, path: str) -> Draft | None:
        """What becomes of a deck that is still at rest, by its path."""
        kept = self._decks.get(path)
        found = from_json(kept) if kept else None
        if found is None or not found.lasts(self._root, self._digests) or (self._strict and found.draft.problems):
            return None
        return replace(found.draft, rest=found)

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Remember decks that were shipped."""
        fresh = {draft.path: draft.rest.as_json() for draft in drafts if draft.rest}
        if fresh:
            self._ledger[_SECTION] = {"key": self._key, "decks": {**self._decks, **fresh}}
            self._ledger.save()


def _key(order: Order) -> str:
    """What all of them hang on: where they were shipped to, what is known of articles, and which of these there are."""
    folder = order.home.root / SOURCE
    names = sorted(path.name for path in folder.iterdir())
    told = repr((order.formats, str(order.folder), digest(folder / REFERENCES), names))
    return hashlib.sha256(told.encode(errors="surrogateescape")).hexdigest()
