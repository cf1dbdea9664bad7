"""What we can write: the table of formats."""

from typing import Protocol

from citedeck.exporters import apkg
from citedeck.model import Deck


class Exporter(Protocol):
    """A format: the suffix of its files, and how a deck becomes one."""

    SUFFIX: str

    def export(self, deck: Deck, now: int) -> bytes:
        """The file's content. `now` is the time of the build, in seconds since 1970."""


EXPORTERS: dict[str, Exporter] = {
    "apkg": apkg,
}
"""Every format by the name `build --to` knows it by."""
