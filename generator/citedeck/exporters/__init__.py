"""What we can write: the table of formats."""

from typing import Protocol

from citedeck.exporters import apkg
from citedeck.history import Edition


class Exporter(Protocol):
    """A format: the suffix of its files, and how an edition of a deck becomes one."""

    SUFFIX: str

    def export(self, edition: Edition) -> bytes:
        """The file's content. It follows from the edition alone: the same one gives the same bytes."""


EXPORTERS: dict[str, Exporter] = {
    "apkg": apkg,
}
"""Every format by the name `build --to` knows it by."""
