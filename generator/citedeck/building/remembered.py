"""Decks at rest, remembered from build to build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from citedeck.building.drafts import Draft, Order
from citedeck.building.rest import from_json
from citedeck.ledger import Digests, Ledger, digest, paths
from citedeck.roots import SOURCE
from citedeck.sources import REFERENCES

_SECTION = "at rest"


class Remembered:
    """The decks of a workspace that were at rest when the last build ended."""

    def __init__(self, order: Order, ledger: Ledger) -> None:
        self._order = order
        self._ledger = ledger
        self._digests = Digests()
        self._key = _key(order)
        kept = self._ledger[_SECTION] or {}
        self._decks: dict[str, Any] = kept["decks"] if kept.get("key") == self._key else {}

    def draft(self, path: str) -> Draft | None:
        """What becomes of a deck that is still at rest, by its path."""
        kept = self._decks.get(path)
        found = from_json(kept) if kept else None
        if found is None or not found.lasts(self._order.home.root, self._digests):
            return None
        if self._order.strict and found.draft.problems:
            return None
        return replace(found.draft, rest=found)

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Remember decks that were shipped; not if an article came meanwhile, or what is known of them changed."""
        fresh = {draft.path: draft.rest.as_json() for draft in drafts if draft.rest}
        if fresh and self._key == _key(self._order):
            there = {path: kept for path, kept in self._decks.items() if (self._order.home.root / path).is_file()}
            self._ledger[_SECTION] = {"key": self._key, "decks": {**there, **fresh}}
            self._ledger.save()


def _key(order: Order) -> str:
    """What all of them hang on: where they were shipped to, what is known of articles, and which of these there are."""
    folder = order.home.root / SOURCE
    told = repr((order.formats, str(order.folder), digest(folder / REFERENCES), paths(folder)))
    return hashlib.sha256(told.encode(errors="surrogateescape")).hexdigest()
