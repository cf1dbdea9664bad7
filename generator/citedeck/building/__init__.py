"""Decks -> drafts: judged, and ready to be shipped; on several processes, where each can be judged alone."""

from citedeck.building.apart import Apart, apart
from citedeck.building.drafts import Draft, Order, discard, together

__all__ = ["Apart", "Draft", "Order", "apart", "discard", "together"]
