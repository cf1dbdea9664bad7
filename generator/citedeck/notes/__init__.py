"""Proved facts -> notes: what Anki is to hold of each, in which of its two note types."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.asking import card_ordinals
from citedeck.identity import family, note_guid
from citedeck.model import Deck, DeckFile, Item, Note, gaps
from citedeck.notes.fields import fields
from citedeck.outline import Outline
from citedeck.seal import seal


def notes(deck: Deck) -> Iterator[Note]:
    """The notes of a deck's facts, in their order."""
    outlines: dict[str, Outline] = {}
    for item in deck.items:
        source = item.evidence[0].source
        outline = outlines.setdefault(source.name, Outline(source.text))
        yield note(item, deck, outline)


def note(item: Item, deck: Deck | DeckFile, outline: Outline) -> Note:
    """The note of a proved fact of a deck; `outline` is that of the fact's source."""
    entry = item.entry
    return Note(
        note_guid(entry),
        str(entry.id),
        family(entry.question),
        {name: value for name, value in fields(item, deck.language, outline).items() if value},
        tuple(sorted({*deck.tags, *entry.tags})),
        tuple(card_ordinals(entry.question)),
        gaps(entry.question),
        media=(item.image.name,) if item.image else (),
        seal=seal(entry),
    )
