"""The articles of a workspace as an audit needs them: to search in, to outline, and as cards show them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from citedeck.markup import visible
from citedeck.matching.anchor import Haystack
from citedeck.model import Place, Problem
from citedeck.notes.citation import Claim
from citedeck.outline import Outline
from citedeck.sources import Library


@dataclass(frozen=True)
class Article:
    """A source made ready."""

    haystack: Haystack

    @cached_property
    def outline(self) -> Outline:
        return Outline(self.haystack.source.text)

    @cached_property
    def shown(self) -> Haystack:
        """The source as cards show it; offsets stay as they are."""
        source = self.haystack.source
        text = visible(source.text)
        return self.haystack if text == source.text else Haystack(replace(source, text=text))


class Articles:
    """Every article of a workspace, each made ready once for each language it is cited in."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._ready: dict[tuple[str, str], Article | Problem] = {}

    def article(self, claim: Claim, asked_at: Place) -> Article | Problem:
        """The article a note cites; or what is wrong with it, which is told where it was first asked for."""
        key = claim.source, claim.language
        if key not in self._ready:
            source = self._library.source(claim.source, asked_at)
            self._ready[key] = (
                source if isinstance(source, Problem) else Article(Haystack(source.in_language(claim.language)))
            )
        return self._ready[key]
