"""Drafting decks one by one, each as if it were the only one of its workspace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path

from citedeck.building.drafts import Draft, Order, loaded
from citedeck.building.rest import rest
from citedeck.case import Case
from citedeck.errors import CitedeckError
from citedeck.files import read_content
from citedeck.frozen import frozen
from citedeck.history import Ties, ties, ties_where_nothing_is_lost
from citedeck.ledger import digest_of
from citedeck.model import DeckFile, Problem, Reference
from citedeck.reading import read_deck
from citedeck.shipping import last_built
from citedeck.verify.haystacks import Haystacks
from citedeck.workspace import load_alone

OnPart = Callable[[float], None]
"""What is told how much of a deck is done since it was told last; all of it is 1."""


@frozen
class Wanted:
    """The decks that are wanted, by their ids, and by their paths as these were named; all, if none is named."""

    ids: frozenset[str] = frozenset()
    paths: Mapping[str, str] = field(default_factory=dict)

    def has(self, deck: str, path: str) -> bool:
        return not (self.ids or self.paths) or deck in self.ids or path in self.paths.values()


class Bench:
    """Drafts decks. The articles that the deck before cited stay at hand.

    `references` are those of the workspace; `first` says that none of its decks has a lock. Of a deck that is not
    `wanted`, only its ties to others are told.
    """

    def __init__(self, order: Order, references: Mapping[str, Reference], first: bool, wanted: Wanted) -> None:
        self._order = order
        self._first = first
        self._wanted = wanted
        self._haystacks = Haystacks(order.home.articles(references))

    def draft(self, path: Path, on_part: OnPart = lambda _: None) -> Draft:
        """The draft of the deck at a path, alone."""
        order, home = self._order, self._order.home
        content = read_content(path, home.shown(path))
        content = b"" if isinstance(content, Problem) else content  # reading it again will tell
        read = read_deck(path, home.shown(path), content or None)
        cited = {name for entry in read.entries if (name := entry.citation.source) is not None}
        self._haystacks = self._haystacks.narrowed(cited)
        case = load_alone(home, read, self._haystacks.library, last_built(home, order.folder))
        blank = Draft(read.id, read.path, ties=self._ties(read, case))
        if not self._wanted.has(read.id, read.path):
            return blank
        facts = len(read.entries) + len(read.misread)
        verdict = case.verdict(lambda judged: on_part(judged / max(1, facts)), self._haystacks)
        blank = replace(blank, summary=verdict.summary, problems=verdict.problems)
        if not verdict.decks or not order.formats or (order.strict and verdict.problems):
            return blank
        try:
            edition = case.edition(verdict.decks[0], order.now)
            draft = loaded(order, case, blank, edition)
        except (CitedeckError, OSError) as stop:
            return replace(blank, stop=stop)
        files = {read.path: digest_of(content, path), **self._haystacks.library.digests()}
        return replace(draft, rest=rest(draft, edition, read, case.decks[0], files))

    def _ties(self, read: DeckFile, case: Case) -> Ties:
        (settled,) = case.decks
        path = case.lock_path(settled)
        if self._first and path not in case.locks:
            return ties_where_nothing_is_lost(settled)
        return ties(read, settled, case.locks.get(path), sure=case.locks == case.on_disk)
