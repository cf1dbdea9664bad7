"""Entries against Sources -> Verdict: the only maker of a Deck.

Each fact goes one way: its quotes are anchored in the source (`citing`), its question is proved in them (`proving`),
and what is odd about it is remarked (`lints`). What must be unique in the workspace is compared first (`clashes`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from citedeck.matching.anchor import Haystack
from citedeck.model import Deck, DeckFile, Entry, Finding, Item, Misread, Place, Problem, Proof, Verdict
from citedeck.sources import Library
from citedeck.verify.attesting import unproved
from citedeck.verify.citing import cite
from citedeck.verify.clashes import clashes
from citedeck.verify.lints import lint
from citedeck.verify.proving import prove


def verify(
    decks: Sequence[DeckFile],
    library: Library,
    others: Sequence[DeckFile] = (),
    on_fact: Callable[[], None] = lambda: None,
) -> Verdict:
    """Judge decks. `others` are the workspace's further decks, with which ids must not clash."""
    contested = defaultdict(list)
    for problem in clashes([*others, *decks]):
        contested[problem.place.path].append(problem)
    haystacks: dict[tuple[str, str], Haystack] = {}
    verdicts = [_Trial(deck, library, haystacks, contested[deck.path]).verdict(on_fact) for deck in decks]
    return Verdict(
        tuple(deck for verdict in verdicts for deck in verdict.decks),
        tuple(finding for verdict in verdicts for finding in verdict.findings),
        tuple(problem for verdict in verdicts for problem in verdict.problems),
    )


class _Trial:
    """One deck before the judge: collects what is found about it."""

    def __init__(
        self, deck: DeckFile, library: Library, haystacks: dict[tuple[str, str], Haystack], contested: list[Problem]
    ) -> None:
        self._deck = deck
        self._library = library
        self._haystacks = haystacks
        # a dict as an ordered set: facts that share a broken source tell it once
        self._problems: dict[Problem, None] = dict.fromkeys([*deck.problems, *contested])
        self._codes: defaultdict[str | None, list[str]] = defaultdict(list)
        for problem in self._problems:
            if problem.severity == "error":
                self._codes[problem.fact].append(problem.code)

    def verdict(self, on_fact: Callable[[], None]) -> Verdict:
        items: list[Item] = []
        findings: list[Finding] = []
        facts: list[Entry | Misread] = [*self._deck.entries, *self._deck.misread]
        for fact in sorted(facts, key=lambda fact: (fact.id.line, fact.id.column)):
            item = self._item(fact) if isinstance(fact, Entry) else None
            codes = tuple(dict.fromkeys(self._codes[str(fact.id)]))
            if item and not codes:
                items.append(item)
            findings.append(self._finding(fact, codes, item.proof if item and not codes else None))
            on_fact()
        problems = tuple(sorted(self._problems, key=lambda problem: problem.place))
        refused = any(problem.severity == "error" for problem in problems)
        return Verdict(() if refused else (self._shippable(items),), tuple(findings), problems)

    def _finding(self, fact: Entry | Misread, codes: tuple[str, ...], proof: Proof | None) -> Finding:
        place = Place(fact.path, fact.id.line, fact.id.column)
        return Finding(self._deck.id, str(fact.id), fact.kind, place, codes, proof)

    def _item(self, entry: Entry) -> Item | None:
        """The fact as a proved item; None if it is not, with its problems told."""
        haystack = self._haystack(entry)
        if isinstance(haystack, Problem):
            self._tell(entry, haystack)
            return None
        passages, problems = cite(entry, haystack)
        proof = problems or prove(entry, passages)
        if isinstance(proof, list):
            self._tell(entry, *proof)
            return None
        for warning in [*unproved(entry, proof), *lint(entry)]:
            self._problems[warning] = None
        return Item(entry, proof, passages)

    def _haystack(self, entry: Entry) -> Haystack | Problem:
        name = entry.citation.source
        if name is None:
            message = "neither the deck nor the fact names a source"
            hint = "Name it at the top of the deck: `source: NAME` for the article source/NAME.txt."
            return Problem(Place(entry.path, 1, 1), "source-missing", message, hint)
        key = str(name), entry.language
        if key not in self._haystacks:
            source = self._library.source(name, entry.at(name))
            if isinstance(source, Problem):
                return source
            self._haystacks[key] = Haystack(source.in_language(entry.language))
        return self._haystacks[key]

    def _tell(self, entry: Entry, *problems: Problem) -> None:
        for problem in problems:
            self._problems[replace(problem, deck=entry.deck)] = None
            self._codes[str(entry.id)].append(problem.code)

    def _shippable(self, items: list[Item]) -> Deck:
        deck = self._deck
        return Deck(deck.id, deck.name, deck.language, deck.description, deck.tags, tuple(items))
