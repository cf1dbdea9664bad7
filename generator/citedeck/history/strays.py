"""Notes whose facts are not where they were: gone from their decks, or under their ids stand other facts now."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from citedeck.history.likeness import alike
from citedeck.history.lock import Lock, Shipped
from citedeck.history.lockfile import SUFFIX, LockFile
from citedeck.identity import family, note_guid
from citedeck.model import DeckFile, Entry, Family, Problem
from citedeck.seal import seal


def lock_path(deck_path: str) -> str:
    """The path of a deck's lock: beside it, under its name."""
    return str(PurePosixPath(deck_path).with_suffix(SUFFIX))


def ids(deck: DeckFile) -> set[str]:
    """The ids of all facts that stand in a file, also of those that cannot be read."""
    return {*(str(entry.id) for entry in deck.entries), *(str(misread.id) for misread in deck.misread)}


def names(entry: Entry) -> Iterator[str]:
    """The ids of a fact: that of now, then its former ones, the latest first."""
    yield str(entry.id)
    yield from map(str, reversed(entry.identity.was))


def plain_id(deck: str) -> str:
    """The id of a deck without what does not tell decks apart: capitals, and the composition of letters."""
    return unicodedata.normalize("NFC", deck).casefold()


def same_id(one: str, other: str) -> bool:
    """Whether two ids of decks are one."""
    return plain_id(one) == plain_id(other)


@dataclass(frozen=True, slots=True)
class Stray:
    """A note, and the path of the lock it stands in."""

    path: str
    shipped: Shipped


class _Index:
    """Notes by their facts, and by what they ask."""

    def __init__(self) -> None:
        self._by_fact: defaultdict[tuple[str, Family], list[Stray]] = defaultdict(list)
        self._by_seal: defaultdict[tuple[str, Family], list[Stray]] = defaultdict(list)

    def add(self, stray: Stray) -> None:
        note = stray.shipped.note
        self._by_fact[note.fact, note.family].append(stray)
        self._by_seal[note.seal, note.family].append(stray)

    def of_fact(self, entry: Entry) -> Iterator[Stray]:
        """The notes that an entry had under one of its ids."""
        for name in names(entry):
            yield from self._by_fact.get((name, family(entry.question)), ())

    def asking(self, entry: Entry) -> Sequence[Stray]:
        """The notes that ask, answer and quote the same."""
        return self._by_seal.get((seal(entry), family(entry.question)), ())


class Strays:
    """The notes of the locks that no fact has, and those whose facts ask something else now.

    `owners` are the facts that have notes, by the guids of these.
    """

    def __init__(self, decks: Iterable[DeckFile], locks: Mapping[str, LockFile], owners: Mapping[str, Entry]) -> None:
        self._owners = owners
        self._departed, self._unread, self._replaced = _Index(), _Index(), _Index()
        self._broken = [path for path, file in locks.items() if not file.lock]
        by_lock = {lock_path(deck.path): deck for deck in decks}
        for path, file in locks.items():
            if file.lock:
                self._sort(path, file.lock, by_lock.get(path))

    def _sort(self, path: str, lock: Lock, deck: DeckFile | None) -> None:
        there = ids(deck) if deck else set()
        misread = {str(one.id) for one in deck.misread} if deck else set()
        unread = deck and (not there or not same_id(lock.deck, deck.id))
        for shipped in lock.notes.values():
            note = shipped.note
            owner = self._owners.get(note.guid)
            if owner:
                index = self._replaced if seal(owner) != note.seal else None
            elif unread:
                index = self._unread
            elif note.fact in there:
                index = self._replaced if note.fact not in misread else None
            else:
                index = self._departed
            if index:
                index.add(Stray(path, shipped))

    def find(self, entry: Entry, back: Iterable[Shipped]) -> Shipped | Problem | None:
        """The note of a fact that is new in its deck: one that left it once and may be `back`, or one that left its
        deck, asks the same and has the same id. A problem if it may be the fact of another note.
        """
        broken = next((path for path in self._broken if path != lock_path(entry.path)), None)
        if broken:
            return _may_be_locked(entry, broken)
        every = (*self._unread.of_fact(entry), *self._unread.asking(entry))
        unread = _living(stray for stray in every if stray.path != lock_path(entry.path))
        if unread:
            return _may_be_unread(entry, unread)
        returned = next((shipped for shipped in back if shipped.note.guid not in self._owners), None)
        if returned:
            return returned
        own, asked = note_guid(entry), seal(entry)
        known = list(self._departed.of_fact(entry))
        same = [stray.shipped for stray in known if stray.shipped.note.guid == own or stray.shipped.note.seal == asked]
        if same:
            return max(same, key=lambda shipped: shipped.mod)
        replaced = _living(stray for stray in self._replaced.asking(entry) if not self._is_copied(entry, stray))
        left, renamed = _living(known), _living(self._departed.asking(entry))
        if left:
            return _may_have_moved(entry, left)
        if renamed:
            return _may_be_renamed(entry, renamed)
        return _lost_its_id(entry, replaced) if replaced else None

    def _is_copied(self, entry: Entry, stray: Stray) -> bool:
        """Whether an entry is a copy of a fact of another deck, which was edited there since."""
        owner = self._owners.get(stray.shipped.note.guid)
        return stray.path != lock_path(entry.path) and owner is not None and alike(owner, stray.shipped.note)

    def twin(self, entry: Entry, guid: str) -> Stray | None:
        """Another note than this one that asked, answered and quoted what the entry does."""
        every = (*self._replaced.asking(entry), *self._departed.asking(entry))
        others = (stray for stray in every if stray.shipped.note.guid != guid and stray.shipped.state != "moved")
        return next(others, None)


def _living(strays: Iterable[Stray]) -> Stray | None:
    return next((stray for stray in strays if stray.shipped.state == "living"), None)


def _may_be_locked(entry: Entry, path: str) -> Problem:
    message = f"it is new in its deck, and {path} cannot be read: nobody can say whether it moved"
    return entry.problem(entry.id, "moved-fact", message, "Mend that lock first.")


def _may_be_unread(entry: Entry, stray: Stray) -> Problem:
    message = (
        f"“{stray.shipped.note.fact}” was shipped with the deck of {stray.path}, of which no fact can be read now: "
        "nobody can say whether it is the same"
    )
    return entry.problem(entry.id, "moved-fact", message, "Mend that deck first.")


def _may_have_moved(entry: Entry, stray: Stray) -> Problem:
    message = f"a fact of this id just left the deck of {stray.path}, worded otherwise: is it the same?"
    guid = stray.shipped.note.guid
    hint = f"If it is, it keeps its reviews with: guid: {guid}\nIf it is not, give it another id."
    return entry.problem(entry.id, "moved-fact", message, hint)


def _may_be_renamed(entry: Entry, stray: Stray) -> Problem:
    former = stray.shipped.note.fact
    message = (
        f"it asks, answers and quotes what “{former}” did, which just left the deck of {stray.path}: was it renamed?"
    )
    hint = f"Keep its reviews with: was: [{', '.join((*entry.identity.was, former))}]"
    return entry.problem(entry.id, "moved-fact", message, hint)


def _lost_its_id(entry: Entry, stray: Stray) -> Problem:
    former = stray.shipped.note.fact
    message = f"it asks, answers and quotes what “{former}” ({stray.path}) did, and under that id stands another fact"
    hint = f"An id belongs to its fact for good: give this one the id “{former}” back, and the other one a new id."
    return entry.problem(entry.id, "moved-fact", message, hint)
