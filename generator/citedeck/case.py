"""A case: decks that were read, and all that their verdict and their editions follow from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from citedeck.history import Abroad, Edition, Lock, LockFile, Shipped, lock_path, newest, reckon
from citedeck.identity import note_guid
from citedeck.images import Gallery
from citedeck.model import Deck, DeckFile, Problem, Source, Verdict
from citedeck.sources import Library
from citedeck.verify import verify
from citedeck.verify.haystacks import Haystacks


@dataclass(frozen=True)
class Case:
    """Decks that were read and wait for their verdict. `others` are the workspace's further decks, `locks` its locks by
    their paths, or what stands in for them; `on_disk` are those that are there.
    """

    decks: tuple[DeckFile, ...]
    others: tuple[DeckFile, ...]
    library: Library
    gallery: Gallery
    problems: tuple[Problem, ...]
    locks: Mapping[str, LockFile]
    on_disk: Mapping[str, LockFile]

    def verdict(self, on_facts: Callable[[int], None] = lambda _: None, haystacks: Haystacks | None = None) -> Verdict:
        """The judgement; `haystacks` are articles that are at hand. While the references or a lock cannot be read, no
        deck may be shipped.
        """
        verdict = verify(self.decks, haystacks or Haystacks(self.library), self.gallery, on_facts)
        blocked = any(problem.severity == "error" for problem in self.problems)
        return Verdict(() if blocked else verdict.decks, verdict.findings, (*self.problems, *verdict.problems))

    def sources(self) -> tuple[Source, ...]:
        """The articles that the decks cite, those that can be read, by their paths."""
        found: dict[str, Source] = {}
        asked: set[str] = set()
        for entry in (entry for deck in self.decks for entry in deck.entries):
            name = entry.citation.source
            if name is not None and name not in asked:
                asked.add(name)
                source = self.library.source(name, entry.at(name))
                if isinstance(source, Source):
                    found.setdefault(source.path, source.in_language(entry.language))
        return tuple(found[path] for path in sorted(found))

    def lock(self, deck: Deck | DeckFile) -> Lock | None:
        """What was shipped of a deck until now, if anything."""
        file = self.locks.get(self.lock_path(deck))
        return file.lock if file else None

    def lock_path(self, deck: Deck | DeckFile) -> str:
        """Where a deck's lock stands, relative to the workspace."""
        return lock_path(self.path(deck))

    def path(self, deck: Deck | DeckFile) -> str:
        """Where a deck stands."""
        return self._paths[deck.id]

    @cached_property
    def _paths(self) -> dict[str, str]:
        return {file.id: file.path for file in reversed(self.decks)}

    def edition(self, deck: Deck, now: int, touched: Callable[[str], bool] = lambda _: False) -> Edition:
        """What is shipped of a deck at `now`, after what was shipped of it before."""
        from citedeck.notes import notes

        edition = reckon(deck, notes(deck), self.lock(deck), now, self._abroad(deck), touched)
        gone = {name for note in edition.pictureless for name in note.media}
        return replace(edition, kept=self.gallery.kept(gone, self.lock_path(deck)))

    def _abroad(self, deck: Deck) -> Abroad:
        """What other decks have of the notes that a deck has or had."""
        own, lock = self.lock_path(deck), self.lock(deck)
        if len(self.decks) + len(self.others) == 1 and self.locks.keys() <= {own}:
            return Abroad()
        known = {note_guid(item.entry) for item in deck.items} | (lock.notes.keys() if lock else set())
        claims = {guid: file for guid in known for file in self._claims.get(guid, ()) if file != deck.id}
        elsewhere = (one for guid in known for path, one in self._shipped.get(guid, ()) if path != own)
        return Abroad(claims, newest(elsewhere))

    @cached_property
    def _claims(self) -> Mapping[str, list[str]]:
        """The decks that have facts of a guid."""
        claims: defaultdict[str, list[str]] = defaultdict(list)
        for file in (*self.others, *self.decks):
            for entry in file.entries:
                claims[note_guid(entry)].append(file.id)
        return claims

    @cached_property
    def _shipped(self) -> Mapping[str, list[tuple[str, Shipped]]]:
        """The notes of a guid in every lock, with its path."""
        shipped: defaultdict[str, list[tuple[str, Shipped]]] = defaultdict(list)
        for path, file in self.locks.items():
            for guid, one in file.lock.notes.items() if file.lock else ():
                shipped[guid].append((path, one))
        return shipped
