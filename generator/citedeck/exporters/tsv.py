"""Text that Anki imports: the notes of an edition, a line each, for an Anki that knows their note types already."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from citedeck.exporters.product import Product
from citedeck.history import Edition, Shipped
from citedeck.notetypes import NOTE_TYPES
from citedeck.quiz import Instead

SUFFIX = "tsv"
SHIPS_NOTES = True

_MOST_FIELDS = max(len(one.fields) for one in NOTE_TYPES.values())
_HEADERS = {  # https://docs.ankiweb.net/importing/text-files.html
    "separator": "tab",
    "html": "true",
    "if matches": "update current",  # else the dialog does what it did last
    "guid column": 1,
    "notetype column": 2,
    "deck column": 3,
    "tags column": 4 + _MOST_FIELDS,
}


def export(edition: Edition) -> Product:
    """The notes of an edition, as a package has them. Every field is in quotation marks, for a line that begins with #
    is a comment to Anki.
    """
    text = io.StringIO()
    text.writelines(f"#{name}:{value}\n" for name, value in _HEADERS.items())
    rows = csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")
    rows.writerows(_row(shipped, edition.deck.name) for shipped in edition.notes)
    package = f"{edition.deck.id}.apkg"
    return Product(text.getvalue().encode("utf-8"), tuple(_pictures(edition, package)), advice=_advice(package))


def _advice(package: str) -> str:
    """Text has no note types and no times."""
    return (
        f"Anki takes it only where {package} was imported once, which brings the note types. Unlike the package, it "
        "also takes back what learners changed in notes that are as before."
    )


def _row(shipped: Shipped, deck: str) -> list[str]:
    note, kind = shipped.note, NOTE_TYPES[shipped.note.family]
    fields = kind.row(note.fields)
    return [note.guid, kind.name, deck, *fields, *[""] * (_MOST_FIELDS - len(fields)), " ".join(note.tags)]


def _pictures(edition: Edition, package: str) -> Iterator[Instead]:
    for shipped in edition.notes:
        if shipped.note.media:
            yield Instead(shipped.note.fact, f"shown without it until {package} is imported", "a picture")
