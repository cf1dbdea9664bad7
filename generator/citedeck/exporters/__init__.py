"""What we can write: the table of formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from citedeck.exporters.product import Product
    from citedeck.history import Edition


class Exporter(Protocol):
    """A format: the suffix of its files, and how an edition of a deck becomes one."""

    SUFFIX: str
    SHIPS_NOTES: bool
    """Whether its files hold Anki's notes, so that the lock remembers what was shipped."""

    def export(self, edition: Edition) -> Product:
        """The file. Its content follows from the edition alone: the same one gives the same bytes."""


class _Exporters(Mapping[str, Exporter]):
    """Modules of this package, each loaded when it is asked for: most runs write one format."""

    def __init__(self, **modules: str) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> Exporter:
        return cast(Exporter, import_module(f"{__name__}.{self._modules[name]}"))

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


EXPORTERS = _Exporters(apkg="apkg", quiz="page", moodle="moodle", gift="gift", qti="qti", csv="spreadsheet", tsv="tsv")
"""Every format by the name `build --to` knows it by, and its module."""
