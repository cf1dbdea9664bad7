"""Anki packages: an edition as an .apkg that can be imported again and again; its bytes follow from the edition."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import genanki

from citedeck.errors import CitedeckError
from citedeck.exporters.apkg.canonical import canonical_bytes
from citedeck.exporters.apkg.models import Model, Note
from citedeck.exporters.archive import File, archived
from citedeck.exporters.product import Product
from citedeck.history import Edition, Shipped
from citedeck.identity import stable_id
from citedeck.images import content
from citedeck.markup import to_html
from citedeck.model import Picture
from citedeck.notetypes import NOTE_TYPES

SUFFIX = "apkg"
SHIPS_NOTES = True


def export(edition: Edition) -> Product:
    """The package of an edition."""
    deck = edition.deck
    package = genanki.Deck(stable_id("deck", deck.id), deck.name, to_html(deck.description))
    models = {family: Model(NOTE_TYPES[family], layout) for family, layout in edition.lock.layouts.items()}
    cards = _card_ids(edition.notes)
    for due, shipped in enumerate(edition.notes):
        package.add_note(Note(shipped, models[shipped.note.family], cards[shipped.note.guid], due))
    return Product(_zipped(_collection(package), edition.pictures))


def _card_ids(notes: tuple[Shipped, ...]) -> dict[str, list[int]]:
    """A number of its own for each card, by the guids of the notes: after that of its note, if there is room."""
    found: dict[str, list[int]] = {}
    free = 0
    for shipped in sorted(notes, key=lambda shipped: shipped.id):
        free = max(free, shipped.id + 1)
        found[shipped.note.guid] = list(range(free, free + len(shipped.note.cards)))
        free += len(shipped.note.cards)
    return found


def _collection(deck: genanki.Deck) -> bytes:
    """The SQLite database of a package. A disk that does not take it stops the run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        try:
            with closing(sqlite3.connect(path)) as database:
                cursor = database.cursor()
                genanki.Package(deck).write_to_db(cursor, 0, iter(()))  # every note brings its own time and numbers
                database.commit()
            return canonical_bytes(path)
        except sqlite3.OperationalError as error:
            hint = f"Make room in {tempfile.gettempdir()}; nothing was written for this deck."
            raise CitedeckError(f"the package of “{deck.name}” cannot be put together: {error}", hint) from error


def _zipped(collection: bytes, pictures: Mapping[str, Picture]) -> bytes:
    """The archive: a collection, and files under numbers, by which `media` knows their names."""
    names = {str(number): name for number, name in enumerate(pictures)}
    shown = (File(number, content(pictures[name]), stored=True) for number, name in names.items())
    return archived([File("collection.anki2", collection), File("media", json.dumps(names)), *shown])
