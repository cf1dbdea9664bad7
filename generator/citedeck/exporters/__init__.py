"""What we can write: the table of formats."""

from typing import Protocol

from citedeck.exporters import apkg, gift, moodle, page, qti, spreadsheet, tsv
from citedeck.exporters.product import Product
from citedeck.history import Edition


class Exporter(Protocol):
    """A format: the suffix of its files, and how an edition of a deck becomes one."""

    SUFFIX: str
    SHIPS_NOTES: bool
    """Whether its files hold Anki's notes, so that the lock remembers what was shipped."""

    def export(self, edition: Edition) -> Product:
        """The file. Its content follows from the edition alone: the same one gives the same bytes."""


EXPORTERS: dict[str, Exporter] = {
    "apkg": apkg,
    "quiz": page,
    "moodle": moodle,
    "gift": gift,
    "qti": qti,
    "csv": spreadsheet,
    "tsv": tsv,
}
"""Every format by the name `build --to` knows it by."""
