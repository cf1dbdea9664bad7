"""Which note each fact is, by what was shipped before: its guid, and the numbers of its gaps.

A fact is looked for in the lock of its own deck, by its id and its former ids; then, if it is new there, in the locks
of decks that have it no more: it may have moved. Else it is a new note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from citedeck.history.clashes import clashes
from citedeck.history.gaps import renumbered
from citedeck.history.handovers import handed_over
from citedeck.history.lock import Lock, Shipped, State, newest
from citedeck.history.lockfile import LockFile
from citedeck.history.strays import Strays, ids, lock_path, names, plain_fact, plain_id, same_id
from citedeck.identity import family, note_guid
from citedeck.model import DeckFile, Entry, Family, Identity, Place, Problem, Text, text_at

_STATES: tuple[State, ...] = ("living", "retired")
"""Those of a note that its deck still ships, in the order in which a fact looks for its own."""


def settle(decks: Sequence[DeckFile], locks: Mapping[str, LockFile]) -> list[DeckFile]:
    """The decks of a workspace, each fact with the guid of its note, and the problems that their past makes.

    `locks` are the workspace's by their paths, also those whose decks are gone.
    """
    homes = [_Home(deck, locks.get(lock_path(deck.path))) for deck in decks]
    strays = Strays(decks, locks, {guid: entry for home in homes for guid, entry in home.owners()})
    shipped = _by_guid(locks)
    settled = [home.settled(strays, shipped) for home in homes]
    clashing: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in clashes(settled):
        clashing[problem.place.path].append(problem)
    return [replace(deck, problems=(*deck.problems, *strays.contested(deck), *clashing[deck.path])) for deck in settled]


def unused_locks(decks: Iterable[DeckFile], locks: Mapping[str, LockFile]) -> Iterator[Problem]:
    """What is wrong with the locks whose decks are gone, and that they are there at all. The decks are settled."""
    used = {lock_path(deck.path): deck for deck in decks}
    if locks.keys() <= used.keys():
        return
    held = {guid for path, file in locks.items() if path in used and file.lock for guid in file.lock.notes}
    held |= {note_guid(entry) for deck in used.values() for entry in deck.entries}
    known = {plain_id(deck.id) for deck in used.values()}
    unread = next((deck.path for deck in used.values() if not ids(deck)), "")
    for path, file in locks.items():
        if path not in used:
            yield from file.problems
        if path not in used and file.lock and plain_id(file.lock.deck) not in known:
            left = sum(shipped.state == "living" and guid not in held for guid, shipped in file.lock.notes.items())
            yield _unused(path, file.lock, left, unread)


class _Home:
    """A deck with its own lock: the facts that are known there."""

    def __init__(self, deck: DeckFile, file: LockFile | None) -> None:
        self.deck = deck
        self._problems = list(file.problems) if file else []
        self._lock = file.lock if file else None
        if file and self._lock and not same_id(self._lock.deck, deck.id):
            self._problems.append(_of_another_deck(file.path, self._lock, deck))
            self._lock = None
        self._known = [known for state in _STATES if (known := _by_fact(self._lock, state))]
        self._moved = _by_fact(self._lock, "moved")
        # Where no note is known, a fact has the one that it names or a new one.
        naming = deck.entries if self._known else [entry for entry in deck.entries if entry.identity.guid]
        found = ((str(entry.id), self._claim(_bereft(entry, self.facts))) for entry in naming)
        self._claims = {fact: guid for fact, guid in found if guid}

    @cached_property
    def facts(self) -> set[str]:
        """The ids of its facts."""
        return ids(self.deck)

    def owners(self) -> Iterator[tuple[str, Entry]]:
        """The guids of the notes that its facts have, and these."""
        for entry in self.deck.entries if self._claims else ():
            guid = self._claims.get(str(entry.id))
            if guid:
                yield guid, entry

    def settled(self, strays: Strays, shipped: Mapping[str, Shipped]) -> DeckFile:
        """The deck, its facts tied to their notes."""
        if strays.know_nothing:
            entries = tuple([self._first(entry) for entry in self.deck.entries])
        else:
            entries = tuple([self._settled(entry, strays, shipped) for entry in self.deck.entries])
        problems = (replace(problem, deck=self.deck.id) for problem in self._problems)
        return replace(self.deck, entries=entries, problems=(*self.deck.problems, *problems))

    def _first(self, entry: Entry) -> Entry:
        """A fact of a workspace that never shipped one: what `_settled` says then, in the fewest steps."""
        if entry.identity.was:
            self._problems += _living_ids(entry, self.facts)
            entry = _bereft(entry, self.facts)
        return _known_by(entry, note_guid(entry))

    def _settled(self, entry: Entry, strays: Strays, shipped: Mapping[str, Shipped]) -> Entry:
        if entry.identity.was:
            self._problems += _living_ids(entry, self.facts)
            entry = _bereft(entry, self.facts)
        guid = self._claims.get(str(entry.id)) or self._from_elsewhere(entry, strays, shipped)
        if guid in shipped:
            entry = self._tied(entry, shipped[guid], strays)
        elif entry.identity.guid and shipped:
            self._problems.append(_unknown_guid(entry, entry.identity.guid, bool(self._known_as(entry))))
        return _known_by(entry, guid)

    def _tied(self, entry: Entry, before: Shipped, strays: Strays) -> Entry:
        """A fact that was shipped, its gaps numbered as they were."""
        doubt = handed_over(entry, before.note, strays)
        if doubt:
            self._problems.append(doubt)
        if doubt and doubt.severity == "error":
            return entry
        numbered = renumbered(entry, before)
        if isinstance(numbered, Problem):
            self._problems.append(numbered)
            return entry
        return numbered

    def _claim(self, entry: Entry) -> str | None:
        """The guid of the note an entry has by its own word, or by the lock of its deck."""
        if entry.identity.guid:
            return str(entry.identity.guid)
        return self._known_as(entry)

    def _known_as(self, entry: Entry) -> str | None:
        """The guid of the note that an entry has by the lock of its deck."""
        for known in self._known:
            for name in names(entry):
                found = known.get((name, family(entry.question)))
                if found:
                    return found.note.guid
        return None

    def _from_elsewhere(self, entry: Entry, strays: Strays, shipped: Mapping[str, Shipped]) -> str:
        """The guid of a fact that is new here: of a note that left this deck and came back, or another deck; or a new
        one.
        """
        back = [self._moved.get((name, family(entry.question))) for name in names(entry)] if self._moved else []
        found = strays.find(entry, [one for one in back if one])
        if isinstance(found, Shipped):
            return found.note.guid
        if isinstance(found, Problem):
            self._problems.append(found)
        elif entry.identity.was and shipped:
            self._problems.append(_unknown_was(entry))
        guid, again = note_guid(entry), 0
        while guid in shipped:
            again += 1
            guid = note_guid(entry, again)
        return guid


def _known_by(entry: Entry, guid: str) -> Entry:
    """A fact with the guid of its note."""
    identity, id = entry.identity, entry.id
    return entry.known_as(Identity(identity.fact, identity.was, text_at(guid, id.line, id.column)))


def _by_guid(locks: Mapping[str, LockFile]) -> dict[str, Shipped]:
    return newest(shipped for file in locks.values() if file.lock for shipped in file.lock.notes.values())


def _by_fact(lock: Lock | None, state: State) -> dict[tuple[str, Family], Shipped]:
    """The notes of a deck in a state by their facts; of several that had one fact, one after the other, the last."""
    notes = sorted(lock.notes.values() if lock else (), key=lambda shipped: shipped.mod)
    return {
        (plain_fact(shipped.note.fact), shipped.note.family): shipped for shipped in notes if shipped.state == state
    }


def _bereft(entry: Entry, facts: set[str]) -> Entry:
    """A fact without those of its former ids that are facts."""
    if not entry.identity.was:
        return entry
    was = tuple(former for former in entry.identity.was if plain_fact(str(former)) not in facts)
    return replace(entry, identity=replace(entry.identity, was=was))


def _living_ids(entry: Entry, facts: set[str]) -> Iterator[Problem]:
    """A problem for every former id of a fact that is the id of one."""
    for former in entry.identity.was:
        if plain_fact(str(former)) in facts:
            message = f"`was` names “{former}”, which is a fact of this deck"
            hint = "`was` is for ids that this fact had before. Take it out, or the fact that has it now."
            if former == entry.id:
                message, hint = f"`was` names “{former}”, the id the fact has now", "Take it out of `was`."
            yield entry.problem(former, "was-living", message, hint)


def _unknown_guid(entry: Entry, guid: Text, known: bool) -> Problem:
    otherwise = "the fact was shipped under another one, and would begin anew"
    message = f"no lock knows the guid {guid}; {otherwise if known else 'nothing was shipped under it from here'}"
    return entry.problem(guid, "guid-unknown", message, "Paste the guid again, or take it out.")


def _unknown_was(entry: Entry) -> Problem:
    former = entry.identity.was[0]
    message = f"no lock knows “{former}”, which this fact is said to have been: it begins anew"
    return entry.problem(former, "was-unknown", message, "Look whether it is misspelled; else take `was` out.")


def _unused(path: str, lock: Lock, left: int, unread: str) -> Problem:
    gone = f"{left} of its facts went with it" if left else "other decks have all of its facts"
    message = f"the deck “{lock.deck}” of this lock is gone, and {gone}"
    hint = "Delete the lock."
    if left:
        hint = (
            f"If the deck was renamed, rename its lock too, and say in the deck `id: {lock.deck}`. If it is gone for "
            "good, delete the lock."
        )
    if unread:
        hint = f"It may be that of {unread}, which cannot be read now: mend that first."
    return Problem(Place(path, 1, 1), "lock-unused", message, hint)


def _of_another_deck(path: str, lock: Lock, deck: DeckFile) -> Problem:
    message = f"this is the lock of the deck “{lock.deck}”, not of “{deck.id}” ({deck.path})"
    hint = (
        f"If it is the same deck, say in it `id: {lock.deck}`: its notes are known by that. If the deck is a copy, "
        "delete the copied lock; if the lock is that of another file, give it that file's name."
    )
    return Problem(Place(path, 1, 1), "lock-of-another-deck", message, hint)
