"""Notes whose facts are not where they were: gone from their decks, or under their ids stand other facts now."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from citedeck.frozen import frozen
from citedeck.history.likeness import Content, alike, content
from citedeck.history.lock import Lock, Shipped
from citedeck.history.lockfile import SUFFIX, LockFile
from citedeck.identity import family, note_guid
from citedeck.model import DeckFile, Entry, Family, Place, Problem
from citedeck.seal import seal


def lock_path(deck_path: str) -> str:
    """The path of a deck's lock: beside it, under its name."""
    return str(PurePosixPath(deck_path).with_suffix(SUFFIX))


def plain_fact(fact: str) -> str:
    """The id of a fact, however its letters are composed."""
    return unicodedata.normalize("NFC", fact)


def ids(deck: DeckFile) -> set[str]:
    """The ids of all facts that stand in a file, also of those that cannot be read."""
    return {plain_fact(str(id)) for id in (*(one.id for one in deck.entries), *(one.id for one in deck.misread))}


def names(entry: Entry) -> Iterator[str]:
    """The ids of a fact: that of now, then its former ones, the latest first."""
    yield plain_fact(str(entry.id))
    yield from (plain_fact(str(former)) for former in reversed(entry.identity.was))


def plain_id(deck: str) -> str:
    """The id of a deck without what does not tell decks apart: capitals, and the composition of letters."""
    return unicodedata.normalize("NFC", deck).casefold()


def same_id(one: str, other: str) -> bool:
    """Whether two ids of decks are one."""
    return plain_id(one) == plain_id(other)


@frozen
class Stray:
    """A note, and the path of the lock it stands in."""

    path: str
    shipped: Shipped


class _Index:
    """Notes by their facts, and by what they ask."""

    def __init__(self) -> None:
        self._by_fact: defaultdict[tuple[str, Family], list[Stray]] = defaultdict(list)
        self._by_content: defaultdict[Content, list[Stray]] = defaultdict(list)

    @property
    def is_empty(self) -> bool:
        return not self._by_content

    def add(self, stray: Stray) -> None:
        note = stray.shipped.note
        self._by_fact[plain_fact(note.fact), note.family].append(stray)
        self._by_content[content(note)].append(stray)

    def of_fact(self, entry: Entry) -> Iterator[Stray]:
        """The notes that an entry had under one of its ids."""
        for name in names(entry):
            yield from self._by_fact.get((name, family(entry.question)), ())

    def asking(self, entry: Entry) -> Sequence[Stray]:
        """The notes that ask and answer the same."""
        return self._by_content.get(content(entry), ()) if self._by_content else ()


class Strays:
    """The notes of the locks that no fact has, and those whose facts ask something else now.

    `owners` are the facts that have notes, by the guids of these. What is told of a note is told to its own deck too:
    building that would take the note away before anybody has said whose it is.
    """

    def __init__(self, decks: Iterable[DeckFile], locks: Mapping[str, LockFile], owners: Mapping[str, Entry]) -> None:
        self._owners = owners
        self._seals: dict[str, str] = {}
        self._departed, self._replaced = _Index(), _Index()
        self._unread, self._misread = _Index(), _Index()
        self._reserved: set[str] = set()
        self._broken = [path for path, file in locks.items() if not file.lock]
        self._by_lock = {lock_path(deck.path): deck for deck in decks}
        self._may_be_renamed = any(not (deck.entries or deck.misread) for deck in self._by_lock.values())
        self._contested: defaultdict[str, list[Problem]] = defaultdict(list)
        for path, file in locks.items():
            if file.lock:
                self._sort(path, file.lock, self._by_lock.get(path))
        self.know_nothing = not (self._broken or any(file.lock for file in locks.values()))
        self._some = not all(one.is_empty for one in (self._departed, self._replaced, self._unread, self._misread))

    def contested(self, deck: DeckFile) -> list[Problem]:
        """What was told of the notes of a deck to facts of other decks."""
        return self._contested[lock_path(deck.path)]

    def _sort(self, path: str, lock: Lock, deck: DeckFile | None) -> None:
        there = ids(deck) if deck else set()
        misread = {plain_fact(str(one.id)) for one in deck.misread} if deck else set()
        unread = (not there or not same_id(lock.deck, deck.id)) if deck else self._may_be_renamed
        for shipped in lock.notes.values():
            index = self._index(shipped, unread, there, misread)
            if index:
                index.add(Stray(path, shipped))

    def _index(self, shipped: Shipped, unread: bool, there: set[str], misread: set[str]) -> _Index | None:
        """Where a note belongs; nowhere, if its fact has it and asks what it did."""
        note, fact = shipped.note, plain_fact(shipped.note.fact)
        owner = self._owners.get(note.guid)
        if owner:
            self._seals[note.guid] = sealed = seal(owner)
            same = sealed == note.seal or content(owner) == content(note)
            return None if same else self._replaced
        if unread:
            return self._unread
        if fact in misread:
            self._reserved.add(note.guid)
            return self._misread
        return self._replaced if fact in there else self._departed

    def seal_of(self, entry: Entry, guid: str) -> str:
        """The seal of a fact. It follows from question and citation: that of the note's owner is known already."""
        owner, known = self._owners.get(guid), self._seals.get(guid)
        same = owner and owner.question is entry.question and owner.citation is entry.citation
        return known if known and same else seal(entry)

    def find(self, entry: Entry, back: Iterable[Shipped]) -> Shipped | Problem | None:
        """The note of a fact that is new in its deck: one that left it once and may be `back`; or one that left its
        deck, and has the same id and content, or is named by `was`. A problem if it may be the fact of another note.
        """
        broken = next((path for path in self._broken if path != lock_path(entry.path)), None) if self._broken else None
        if broken:
            return _may_be_locked(entry, broken)
        if not self._some:
            return next((shipped for shipped in back if self._is_free(shipped.note.guid)), None)
        elsewhere = (*self._unread.of_fact(entry), *self._unread.asking(entry))
        unread = [stray for stray in elsewhere if stray.path != lock_path(entry.path)]
        hidden = _living([*unread, *self._misread.asking(entry)])
        if hidden:
            return _may_be_unread(entry, hidden)
        returned = next((shipped for shipped in back if self._is_free(shipped.note.guid)), None)
        return returned or self._departed_as(entry) or self._doubt(entry)

    def _is_free(self, guid: str) -> bool:
        """Whether no fact has this note, nor one that cannot be read."""
        return guid not in self._owners and guid not in self._reserved

    def _departed_as(self, entry: Entry) -> Shipped | None:
        """The note that a new fact was in another deck, beyond doubt."""
        known = [stray.shipped for stray in self._departed.of_fact(entry)]
        if not known:
            return None
        own, asked, name = note_guid(entry), content(entry), plain_fact(str(entry.id))
        same = [
            shipped
            for shipped in known
            if shipped.note.guid == own or content(shipped.note) == asked or plain_fact(shipped.note.fact) != name
        ]
        return max(same, key=lambda shipped: (shipped.state == "living", shipped.mod), default=None)

    def _doubt(self, entry: Entry) -> Problem | None:
        """What is told of a new fact that may be one that was shipped."""
        like = (stray for stray in self._departed.of_fact(entry) if alike(entry, stray.shipped.note))
        left, renamed = _shipped(like), _shipped(self._departed.asking(entry))
        replaced = _living(stray for stray in self._replaced.asking(entry) if not self._is_copied(entry, stray))
        if left:
            return self._tell(entry, left, _may_have_moved(entry, left))
        if renamed:
            deck = self._by_lock.get(renamed.path)
            own = deck is not None and deck.path == entry.path and renamed.shipped.note.fact not in ids(deck)
            return self._tell(entry, renamed, _may_be_renamed(entry, renamed, own))
        return self._tell(entry, replaced, _lost_its_id(entry, replaced)) if replaced else None

    def _is_copied(self, entry: Entry, stray: Stray) -> bool:
        """Whether an entry is a copy of a fact of another deck, which was edited there since."""
        owner = self._owners.get(stray.shipped.note.guid)
        return stray.path != lock_path(entry.path) and owner is not None and alike(owner, stray.shipped.note)

    def twin(self, entry: Entry, guid: str) -> Stray | None:
        """Another note than this one that asked and answered what the entry does."""
        indexes = (self._replaced, self._departed, self._misread, self._unread)
        every = (stray for index in indexes for stray in index.asking(entry))
        found = _shipped(stray for stray in every if stray.shipped.note.guid != guid)
        if found:
            self._tell(entry, found, None)
        return found

    def _tell(self, entry: Entry, stray: Stray, problem: Problem | None) -> Problem | None:
        """Tell the deck of a note too what is told of it to a fact of another one."""
        deck = self._by_lock.get(stray.path)
        if deck and deck.path != entry.path:
            fact = stray.shipped.note.fact
            message = f"“{entry.id}” ({entry.at(entry.id)}) may be “{fact}”, which was shipped with this deck"
            hint = "Settle that first: a build of this deck would give its note away."
            at = Place(deck.path, 1, 1)
            self._contested[stray.path].append(Problem(at, "moved-fact", message, hint, deck=deck.id))
        return problem


def _living(strays: Iterable[Stray]) -> Stray | None:
    return next((stray for stray in strays if stray.shipped.state == "living"), None)


def _shipped(strays: Iterable[Stray]) -> Stray | None:
    """The first of them that its deck still ships, rather one of a fact that is there."""
    kept = [stray for stray in strays if stray.shipped.state != "moved"]
    return _living(kept) or next(iter(kept), None)


def _may_be_locked(entry: Entry, path: str) -> Problem:
    message = f"it is new in its deck, and {path} cannot be read: nobody can say whether it moved"
    return entry.problem(entry.id, "moved-fact", message, "Mend that lock first.")


def _may_be_unread(entry: Entry, stray: Stray) -> Problem:
    message = (
        f"it may be “{stray.shipped.note.fact}”, which was shipped with the deck of {stray.path} and cannot be read "
        "there now"
    )
    return entry.problem(
        entry.id, "moved-fact", message, "Mend that deck first; if all of its facts left it, delete its file."
    )


def _may_have_moved(entry: Entry, stray: Stray) -> Problem:
    message = f"a fact of this id left the deck of {stray.path}, worded otherwise: is it the same?"
    guid = stray.shipped.note.guid
    hint = f"If it is, it keeps its reviews with: guid: {guid}\nIf it is not, give it another id."
    return entry.problem(entry.id, "moved-fact", message, hint)


def _may_be_renamed(entry: Entry, stray: Stray, own: bool) -> Problem:
    """`own`: the note is of its own deck, and `was` can name it there."""
    note = stray.shipped.note
    message = f"it asks and answers what “{note.fact}” did, which left the deck of {stray.path}: is it the same?"
    keep = f"was: [{', '.join((*entry.identity.was, note.fact))}]" if own else f"guid: {note.guid}"
    return entry.problem(entry.id, "moved-fact", message, f"If it is, it keeps its reviews with: {keep}")


def _lost_its_id(entry: Entry, stray: Stray) -> Problem:
    former = stray.shipped.note.fact
    message = f"it asks and answers what “{former}” ({stray.path}) did, and under that id stands another fact there now"
    back = f", and give this one the id “{former}” back" if former != str(entry.id) else ""
    hint = f"An id belongs to its fact for good: give that other fact a new id{back}."
    return entry.problem(entry.id, "moved-fact", message, hint)
