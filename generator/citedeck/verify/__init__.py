"""Entries against Sources -> Verdict: the only maker of a Deck.

Each fact goes one way: its quotes are anchored in the source (`citing`), its question is proved in them (`proving`),
and what is odd about it is remarked (`lints`), but for what its author ignores (`ignoring`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from citedeck.frozen import frozen
from citedeck.images import Gallery
from citedeck.model import (
    Deck,
    DeckFile,
    Entry,
    Finding,
    Item,
    Misread,
    Passage,
    Picture,
    Problem,
    Verdict,
)
from citedeck.verify.attesting import unproved
from citedeck.verify.citing import cite
from citedeck.verify.haystacks import Haystacks
from citedeck.verify.ignoring import heed
from citedeck.verify.lints import Glance, Row, lint_all, lint_deck
from citedeck.verify.proving import prove_all


def verify(
    decks: Sequence[DeckFile],
    haystacks: Haystacks,
    gallery: Gallery,
    on_facts: Callable[[int], None] = lambda _: None,
) -> Verdict:
    """Judge decks; `haystacks` has the articles they cite, `gallery` the pictures they show. `on_facts` is told now and
    then how many facts are judged since it was told last.
    """
    verdicts = [_Trial(deck, haystacks, gallery).verdict(on_facts) for deck in decks]
    if len(verdicts) == 1:
        return verdicts[0]
    return Verdict(
        tuple(deck for verdict in verdicts for deck in verdict.decks),
        tuple(finding for verdict in verdicts for finding in verdict.findings),
        tuple(problem for verdict in verdicts for problem in verdict.problems),
    )


_IN_A_ROW = 500  # facts of a deck that are judged step by step together, which takes less time than one by one


@frozen
class _Uncited:
    """What is wrong with the quotes of a fact; `has_source` unless there is none at all."""

    problems: tuple[Problem, ...]
    has_source: bool = True


class _Trial:
    """One deck before the judge: collects what is found about it."""

    def __init__(self, deck: DeckFile, haystacks: Haystacks, gallery: Gallery) -> None:
        self._deck = deck
        self._haystacks = haystacks
        self._gallery = gallery
        self._asked: list[Row] = []
        self._proved: dict[str, Item] = {}
        # a dict as an ordered set: facts that share a broken source tell it once
        self._problems: dict[Problem, None] = dict.fromkeys(deck.problems)
        self._codes: dict[str | None, list[str]] = {}
        for problem in self._problems:
            if problem.severity == "error":
                self._codes.setdefault(problem.fact, []).append(problem.code)

    def verdict(self, on_facts: Callable[[int], None]) -> Verdict:
        deck, proved = self._deck, self._proved
        for start in range(0, len(deck.entries), _IN_A_ROW):
            entries = deck.entries[start : start + _IN_A_ROW]
            self._judge(entries)
            on_facts(len(entries))
        facts: list[Entry | Misread] = [*deck.entries, *deck.misread]
        on_facts(len(deck.misread))
        if deck.misread:
            facts.sort(key=lambda fact: (fact.id.line, fact.id.column))
        asked = self._asked
        if len(proved) < len(deck.entries):
            asked = [row for row in asked if row[0].id in proved]
        for problem in lint_deck(asked):
            self._tell(proved[problem.fact or ""].entry, problem)
        codes = {fact: tuple(dict.fromkeys(told)) for fact, told in self._codes.items()}
        items = {fact: item for fact, item in proved.items() if fact not in codes} if codes else proved
        name, found = deck.id, [(fact, items.get(fact.id)) for fact in facts]
        findings = tuple(
            [
                Finding(name, fact.path, fact.id, fact.kind, codes.get(fact.id, ()), item.proof if item else None, item)
                for fact, item in found
            ]
        )
        problems = tuple(sorted(heed(self._problems, self._deck.entries, items), key=lambda problem: problem.place))
        refused = any(problem.severity == "error" for problem in problems)
        return Verdict(() if refused else (self._shippable(list(items.values())),), findings, problems)

    def _judge(self, entries: Sequence[Entry]) -> None:
        """Make items of the facts that are proved, and tell the problems of the others."""
        cited = [self._cited(entry) for entry in entries]
        found = zip(entries, cited, strict=True)
        proofs = iter(prove_all([(entry, one) for entry, one in found if not isinstance(one, _Uncited)]))
        glance = Glance.at(entries)
        remarks = lint_all(glance)
        self._asked += glance.asked
        for entry, passages in zip(entries, cited, strict=True):
            odd = remarks.get(entry.id, ())
            picture = self._picture(entry) if entry.image else None
            if isinstance(passages, _Uncited):
                self._refuse(entry, passages.problems, odd if passages.has_source else ())
                continue
            proof = next(proofs)
            if isinstance(proof, list):
                self._refuse(entry, proof, odd)
                continue
            if odd or proof.level == "attested":
                self._tell(entry, *unproved(entry, proof), *odd)
            if entry.id not in self._codes:
                self._proved[str(entry.id)] = Item(entry, proof, passages, picture)

    def _cited(self, entry: Entry) -> tuple[Passage, ...] | _Uncited:
        """The passages of a fact's quotes."""
        haystack = self._haystacks.of(entry)
        if isinstance(haystack, Problem):
            return _Uncited((haystack,), has_source=False)
        passages, problems = cite(entry, haystack)
        return _Uncited(tuple(problems)) if problems else passages

    def _picture(self, entry: Entry) -> Picture | None:
        """The picture of a fact, if it has one that can be shipped; one that cannot is told."""
        found = self._gallery.picture(entry)
        if isinstance(found, Problem):
            self._tell(entry, found)
            return None
        return found

    def _refuse(self, entry: Entry, problems: Sequence[Problem], odd: Sequence[Problem]) -> None:
        self._tell(entry, *problems, *(problem for problem in odd if problem.severity == "error"))

    def _tell(self, entry: Entry, *problems: Problem) -> None:
        for problem in problems:
            self._problems[problem if problem.deck == entry.deck else replace(problem, deck=entry.deck)] = None
            if problem.severity == "error":
                self._codes.setdefault(str(entry.id), []).append(problem.code)

    def _shippable(self, items: list[Item]) -> Deck:
        deck = self._deck
        return Deck(deck.id, deck.name, deck.language, deck.description, deck.tags, tuple(items))
