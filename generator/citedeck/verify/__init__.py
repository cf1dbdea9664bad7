"""Entries against Sources -> Verdict: the only maker of a Deck.

Each fact goes one way: its quotes are anchored in the source (`citing`), its question is proved in them (`proving`),
and what is odd about it is remarked (`lints`), but for what its author ignores (`ignoring`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from citedeck.images import Gallery
from citedeck.model import Deck, DeckFile, Entry, Finding, Item, Misread, Picture, Place, Problem, Verdict
from citedeck.verify.attesting import unproved
from citedeck.verify.citing import cite
from citedeck.verify.haystacks import Haystacks
from citedeck.verify.ignoring import heed
from citedeck.verify.lints import lint_deck, lint_each
from citedeck.verify.proving import prove


def verify(
    decks: Sequence[DeckFile],
    haystacks: Haystacks,
    gallery: Gallery,
    on_fact: Callable[[], None] = lambda: None,
) -> Verdict:
    """Judge decks; `haystacks` has the articles they cite, `gallery` the pictures they show."""
    verdicts = [_Trial(deck, haystacks, gallery).verdict(on_fact) for deck in decks]
    return Verdict(
        tuple(deck for verdict in verdicts for deck in verdict.decks),
        tuple(finding for verdict in verdicts for finding in verdict.findings),
        tuple(problem for verdict in verdicts for problem in verdict.problems),
    )


class _Trial:
    """One deck before the judge: collects what is found about it."""

    def __init__(self, deck: DeckFile, haystacks: Haystacks, gallery: Gallery) -> None:
        self._deck = deck
        self._haystacks = haystacks
        self._gallery = gallery
        self._odd = lint_each(deck.entries)
        # a dict as an ordered set: facts that share a broken source tell it once
        self._problems: dict[Problem, None] = dict.fromkeys(deck.problems)
        self._codes: dict[str | None, list[str]] = {}
        for problem in self._problems:
            if problem.severity == "error":
                self._codes.setdefault(problem.fact, []).append(problem.code)

    def verdict(self, on_fact: Callable[[], None]) -> Verdict:
        facts: list[Entry | Misread] = [*self._deck.entries, *self._deck.misread]
        facts.sort(key=lambda fact: (fact.id.line, fact.id.column))
        proved: dict[str, Item] = {}
        for fact in facts:
            item = self._item(fact) if isinstance(fact, Entry) else None
            if item and fact.id not in self._codes:
                proved[str(fact.id)] = item
            on_fact()
        for problem in lint_deck(item.entry for item in proved.values()):
            self._tell(proved[problem.fact or ""].entry, problem)
        items = {fact: item for fact, item in proved.items() if fact not in self._codes}
        findings = tuple([self._finding(fact, items.get(fact.id)) for fact in facts])
        problems = tuple(sorted(heed(self._problems, self._deck.entries, items), key=lambda problem: problem.place))
        refused = any(problem.severity == "error" for problem in problems)
        return Verdict(() if refused else (self._shippable(list(items.values())),), findings, problems)

    def _finding(self, fact: Entry | Misread, item: Item | None) -> Finding:
        codes = tuple(dict.fromkeys(self._codes.get(fact.id, ())))
        place = Place(fact.path, fact.id.line, fact.id.column)
        return Finding(self._deck.id, str(fact.id), fact.kind, place, codes, item.proof if item else None, item)

    def _item(self, entry: Entry) -> Item | None:
        """The fact as a proved item; None if it is not, with its problems told."""
        picture = self._picture(entry)
        haystack = self._haystacks.of(entry)
        if isinstance(haystack, Problem):
            self._tell(entry, haystack)
            return None
        passages, problems = cite(entry, haystack)
        proof = problems or prove(entry, passages)
        odd = self._odd.get(entry.id, ())
        if isinstance(proof, list):
            self._tell(entry, *proof, *(problem for problem in odd if problem.severity == "error"))
            return None
        self._tell(entry, *unproved(entry, proof), *odd)
        return Item(entry, proof, passages, picture)

    def _picture(self, entry: Entry) -> Picture | None:
        """The picture of a fact, if it has one that can be shipped; one that cannot is told."""
        found = self._gallery.picture(entry)
        if isinstance(found, Problem):
            self._tell(entry, found)
            return None
        return found

    def _tell(self, entry: Entry, *problems: Problem) -> None:
        for problem in problems:
            self._problems[problem if problem.deck == entry.deck else replace(problem, deck=entry.deck)] = None
            if problem.severity == "error":
                self._codes.setdefault(str(entry.id), []).append(problem.code)

    def _shippable(self, items: list[Item]) -> Deck:
        deck = self._deck
        return Deck(deck.id, deck.name, deck.language, deck.description, deck.tags, tuple(items))
