"""Anki packages: a Deck as an .apkg that can be imported again and again."""

from __future__ import annotations

import io
import itertools
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import genanki

from citedeck.errors import CitedeckError
from citedeck.exporters.apkg.fields import card_ordinals, fields, plain_front
from citedeck.exporters.apkg.notetypes import NOTE_TYPES, Model
from citedeck.identity import family, note_guid, stable_id
from citedeck.markup import to_html
from citedeck.model import Deck, Item
from citedeck.outline import Outline

SUFFIX = "apkg"

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip archive can hold: entries carry no clock


class _Note(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note with exactly the cards it is given; its fields are escaped already."""

    def __init__(self, item: Item, model: Model, values: list[str], tags: list[str], due: int) -> None:
        super().__init__(
            model,
            values,
            sort_field=plain_front(item.entry.question),
            tags=tags,
            guid=note_guid(item.entry),
            due=due,
        )
        self.cards = [genanki.Card(ordinal) for ordinal in card_ordinals(item.entry.question)]

    def _check_invalid_html_tags_in_fields(self) -> None:
        """Nothing to check."""


def export(deck: Deck, now: int) -> bytes:
    """The package of a deck. Every note and note type says it was changed at `now`, in seconds since 1970."""
    package = genanki.Deck(stable_id("deck", deck.id), deck.name, to_html(deck.description))
    for note in _notes(deck):
        package.add_note(note)
    return _zipped(_collection(package, now))


def _notes(deck: Deck) -> Iterator[_Note]:
    models = {name: Model(note_type) for name, note_type in NOTE_TYPES.items()}
    outlines: dict[str, Outline] = {}
    for due, item in enumerate(deck.items):
        source = item.evidence[0].source
        outline = outlines.setdefault(source.name, Outline(source.text))
        name = family(item.entry.question)
        values = NOTE_TYPES[name].row(fields(item, deck.language, outline))
        yield _Note(item, models[name], values, sorted({*deck.tags, *item.entry.tags}), due)


def _collection(deck: genanki.Deck, now: int) -> bytes:
    """The SQLite database of a package. Ids are milliseconds up to `now`, none of them in the future. A disk that does
    not take it stops the run.
    """
    rows = sum(1 + len(note.cards) for note in deck.notes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        try:
            with closing(sqlite3.connect(path)) as database:
                cursor = database.cursor()
                genanki.Package(deck).write_to_db(cursor, now, itertools.count(max(1, now * 1000 - rows)))
                database.commit()
        except sqlite3.OperationalError as error:
            hint = f"Make room in {tempfile.gettempdir()}; nothing was written for this deck."
            raise CitedeckError(f"the package of “{deck.name}” cannot be put together: {error}", hint) from error
        return path.read_bytes()


def _zipped(collection: bytes) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (("collection.anki2", collection), ("media", b"{}")):
            entry = zipfile.ZipInfo(name, _FIRST_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            package.writestr(entry, content)
    return archive.getvalue()
