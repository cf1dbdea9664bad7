"""Proved facts -> notes: what Anki is to hold of each, in which of its two note types."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.asking import card_ordinals
from citedeck.identity import family, note_guid
from citedeck.model import Deck, DeckFile, Item, Note, gaps
from citedeck.notes.cited import Cited
from citedeck.notes.fields import fields
from citedeck.seal import seal


def notes(deck: Deck) -> Iterator[Note]:
    """The notes of a deck's facts, in their order."""
    articles: dict[str, Cited] = {}
    for item in deck.items:
        source = item.evidence[0].source
        cited = articles.get(source.name)
        if cited is None:
            cited = articles[source.name] = Cited(source)
        yield note(item, deck, cited)


def note(item: Item, deck: Deck | DeckFile, cited: Cited) -> Note:
    """The note of a proved fact of a deck; `cited` is the article of the fact."""
    entry, sealed = item.entry, seal(item.entry)
    question = entry.question
    asked = gaps(question)
    shown, as_json = fields(item, deck.language, cited, sealed)
    return Note(
        note_guid(entry),
        str(entry.id),
        family(question),
        shown,
        tuple(sorted({*deck.tags, *entry.tags})) if deck.tags or entry.tags else (),
        tuple(sorted([number - 1 for number, _ in asked])) if asked else card_ordinals(question),
        asked,
        (item.image.name,) if item.image else (),
        sealed,
        as_json,
    )
