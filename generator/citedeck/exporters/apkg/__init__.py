"""Anki packages: an edition as an .apkg that can be imported again and again; its bytes follow from the edition."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from citedeck.errors import CitedeckError
from citedeck.exporters.apkg.canonical import canonical_database
from citedeck.exporters.apkg.models import Deck
from citedeck.exporters.archive import File, archived
from citedeck.exporters.product import Product
from citedeck.history import Edition
from citedeck.images import content
from citedeck.model import Picture

SUFFIX = "apkg"
SHIPS_NOTES = True


def export(edition: Edition) -> Product:
    """The package of an edition."""
    try:
        collection = canonical_database(Deck(edition).write)
    except sqlite3.Error as error:
        message = f"the package of “{edition.deck.name}” cannot be put together: {error}"
        raise CitedeckError(message, "Nothing was written for this deck.") from error
    return Product(_zipped(collection, edition.pictures))


def _zipped(collection: bytes, pictures: Mapping[str, Picture]) -> bytes:
    """The archive: a collection, and files under numbers, by which `media` knows their names."""
    names = {str(number): name for number, name in enumerate(pictures)}
    shown = (File(number, content(pictures[name]), stored=True) for number, name in names.items())
    return archived([File("collection.anki2", collection), File("media", json.dumps(names)), *shown])
