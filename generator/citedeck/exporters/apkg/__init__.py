"""Anki packages: an edition as an .apkg that can be imported again and again; its bytes follow from the edition."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Mapping
from pathlib import Path

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
    with tempfile.TemporaryDirectory() as folder:
        collection = Path(folder) / "collection.anki2"
        try:
            _write(Deck(edition), collection)
        except sqlite3.OperationalError as error:
            message = f"the package of “{edition.deck.name}” cannot be put together: {error}"
            hint = f"Make room in {tempfile.gettempdir()}; nothing was written for this deck."
            raise CitedeckError(message, hint) from error
        return Product(_zipped(collection, edition.pictures))


def _write(deck: Deck, path: Path) -> None:
    """Write the SQLite database of a package, every table in the order of its rows."""
    with canonical_database(path) as database:
        deck.write(database)


def _zipped(collection: Path, pictures: Mapping[str, Picture]) -> bytes:
    """The archive: a collection, and files under numbers, by which `media` knows their names."""
    names = {str(number): name for number, name in enumerate(pictures)}
    shown = (File(number, content(pictures[name]), stored=True) for number, name in names.items())
    return archived([File("collection.anki2", collection), File("media", json.dumps(names)), *shown])
