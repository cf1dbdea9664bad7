"""citedeck's decks and note types as genanki writes them: each note with its own time, numbers and cards."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache, lru_cache
from typing import Any

import genanki

from citedeck.frozen import frozen
from citedeck.history import Edition, Layout
from citedeck.hypertext import read
from citedeck.identity import stable_id
from citedeck.markup import to_html
from citedeck.notetypes import NOTE_TYPES, NoteType, style

# The rows of genanki.Note and genanki.Card; what is the same in each stands here. Sorted by id, they are written at the
# end of their table.
_INSERT_COLLECTION = f"INSERT INTO col VALUES ({', '.join('?' * 13)})"
_INSERT_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"  # id guid mid mod usn tags flds sfld …
_INSERT_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"  # id nid did ord mod

_PLAIN_GAP = re.compile(r"\{\{c[1-9][0-9]{0,2}::([^{}:]*)\}\}")


class Model(genanki.Model):  # type: ignore[misc]  # genanki has no types
    """A note type that says it looks as it does since `layout.mod`."""

    def __init__(self, note_type: NoteType, layout: Layout) -> None:
        self._note_type = note_type
        self._layout = layout
        super().__init__(
            note_type.id,
            note_type.name,
            fields=[{"id": one.id, "name": one.name, "collapsed": one.collapsed} for one in note_type.fields],
            templates=[
                {
                    "id": one.id,
                    "name": one.name,
                    "qfmt": one.sides[0],
                    "afmt": one.sides[1],
                }
                for one in note_type.templates
            ],
            css=style(),
            model_type=note_type.kind,
        )

    @property
    def _req(self) -> list[Any]:
        """Which field makes a card: genanki's own reckoning cannot read `{{cloze:}}`, `{{type:}}` and `{{hint:}}`."""
        names = [field.name for field in self._note_type.fields]
        return [[number, "all", [names.index(one.needs)]] for number, one in enumerate(self._note_type.templates)]

    def to_json(self, _: float, deck_id: int) -> dict[str, Any]:
        """The note type as it lies in a package."""
        return dict(super().to_json(self._layout.mod, deck_id))


class Deck(genanki.Deck):  # type: ignore[misc]  # genanki has no types
    """The deck of an edition. Its notes have exactly the cards, the time and the numbers they were shipped with, and
    their fields are escaped already: their rows are written all at once, not note by note.
    """

    def __init__(self, edition: Edition) -> None:
        deck, layouts = edition.deck, edition.lock.layouts
        super().__init__(stable_id("deck", deck.id), deck.name, to_html(deck.description))
        for family in dict.fromkeys(shipped.note.family for shipped in edition.notes):
            self.add_model(Model(NOTE_TYPES[family], layouts[family]))
        self._in_order = sorted(enumerate(edition.notes), key=lambda place: place[1].id)

    def write(self, database: sqlite3.Connection) -> None:
        """Write the tables of a collection that has this deck alone. The indexes are left out, a fifth of a package: an
        import reads each table once, from start to end.
        """
        for table in _empty_collection().tables:
            database.execute(table)
        database.execute(_INSERT_COLLECTION, self._collection_row())
        database.executemany(_INSERT_NOTE, self._note_rows())
        database.executemany(_INSERT_CARD, self._card_rows())

    def _collection_row(self) -> list[Any]:
        """The one row about the collection; genanki would write it first without the deck and its note types."""
        row = dict(_empty_collection().row)
        models = {model.model_id: model.to_json(0, self.deck_id) for model in self.models.values()}
        row["decks"] = json.dumps(json.loads(row["decks"]) | {str(self.deck_id): self.to_json()})
        row["models"] = json.dumps(json.loads(row["models"]) | models)
        return list(row.values())

    def _note_rows(self) -> Iterator[tuple[Any, ...]]:
        for _, shipped in self._in_order:
            note, note_type = shipped.note, NOTE_TYPES[shipped.note.family]
            values = note_type.row(note.fields)
            fields, read_first = "\x1f".join(values), sort_field(values[0], gaps=note.family == "cloze")
            yield shipped.id, note.guid, note_type.id, shipped.mod, _tags(note.tags), fields, read_first

    def _card_rows(self) -> Iterator[tuple[int, ...]]:
        """A number of its own for each card: after that of its note, if there is room."""
        last = 0
        for due, shipped in self._in_order:
            last = max(last, shipped.id)
            for ordinal in shipped.note.cards:
                last += 1
                yield last, shipped.id, self.deck_id, ordinal, shipped.mod, due


@frozen
class _Empty:
    """What genanki writes of a collection without decks: the SQL of its tables, and its one row."""

    tables: tuple[str, ...]
    row: Mapping[str, Any]


@cache
def _empty_collection() -> _Empty:
    with closing(sqlite3.connect(":memory:")) as database:
        genanki.Package([]).write_to_db(database.cursor(), 0, iter(()))
        tables = database.execute("select sql from sqlite_master where type = 'table' order by rowid")
        made = tuple(sql for (sql,) in tables)
        database.row_factory = sqlite3.Row
        return _Empty(made, dict(database.execute("select * from col").fetchone()))


@lru_cache(maxsize=1024)
def _tags(tags: tuple[str, ...]) -> str:
    """The tags of a note as genanki writes them; it tells of one with a space in it."""
    return f" {' '.join(genanki.Note(tags=tags).tags)} "


def sort_field(page: str, gaps: bool) -> str:
    """What is read in the first field of a note. Without elements, entities and formulas that is its text, gaps filled:
    most are so, and need no reader.
    """
    if "<" not in page and "&" not in page and "\\(" not in page:
        text = _PLAIN_GAP.sub(r"\1", page) if gaps else page
        if not gaps or ("{" not in text and "}" not in text):
            return text.replace("\n", " ") or page
    return read(page, gaps).text or page
