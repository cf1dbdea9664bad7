"""The sources that facts cite, each made ready for searching once."""

from __future__ import annotations

from collections.abc import Collection

from citedeck.matching.anchor import Haystack
from citedeck.model import Entry, Place, Problem, Source, Text
from citedeck.sources import Library


class Haystacks:
    """The sources of a workspace, in the language of the deck that cites them where nobody says theirs."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._ready: dict[tuple[str | None, str], Haystack] = {}

    def narrowed(self, names: Collection[str]) -> Haystacks:
        """The same, with none but the sources of these names at hand."""
        found = Haystacks(self.library.narrowed(names))
        found._ready = {key: haystack for key, haystack in self._ready.items() if key[0] in names}
        return found

    def of(self, entry: Entry) -> Haystack | Problem:
        """The source a fact cites, or why there is none."""
        name = entry.citation.source
        ready = self._ready.get((name, entry.language))
        if ready:
            return ready
        if name is None:
            message = "neither the deck nor the fact names a source"
            hint = "Name it at the top of the deck: `source: NAME` for the article source/NAME.txt."
            return Problem(Place(entry.path, 1, 1), "source-missing", message, hint)
        return self._named(name, entry)

    def others(self, entry: Entry) -> list[Haystack]:
        """The sources of the workspace that a fact does not cite, those that can be read."""
        cited = self.of(entry)
        found = (self._named(Text(name), entry) for name in self.library.names())
        by_path = {haystack.source.path: haystack for haystack in found if isinstance(haystack, Haystack)}
        if isinstance(cited, Haystack):
            by_path.pop(cited.source.path, None)
        return list(by_path.values())

    def _named(self, name: Text, entry: Entry) -> Haystack | Problem:
        key = str(name), entry.language
        if key not in self._ready:
            source = self.library.source(name, entry.at(name))
            if not isinstance(source, Source):
                return source
            self._ready[key] = Haystack(source.in_language(entry.language))
        return self._ready[key]
