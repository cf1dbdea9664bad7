"""What ties a deck to the others of its workspace. Where nothing does, its past can be settled without theirs.

Decks share notes only through moved facts and claimed guids. So each deck can be settled alone, if afterwards no note
is seen to belong to two of them, and no new fact looks for a note that another deck has lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citedeck.history.likeness import content
from citedeck.history.lock import Lock
from citedeck.history.lockfile import LockFile
from citedeck.history.strays import names, plain_fact, plain_id
from citedeck.identity import family
from citedeck.model import DeckFile, Entry, Note
from citedeck.seal import seal

Mark = tuple[str, ...]
"""By what one note is taken for another: its fact and family, or what it asks and answers."""


@dataclass(frozen=True, slots=True)
class Ties:
    """A deck as others see it: its plain id; the guids of the notes that its facts have and that its lock remembers;
    the marks of those that none of its facts is, as it was shipped; and the marks by which its facts look for notes
    that others have lost. `sure` if all that could be told of it without the others.
    """

    deck: str
    guids: frozenset[str]
    lost: frozenset[Mark] = frozenset()
    sought: frozenset[Mark] = frozenset()
    sure: bool = True


def are_apart(decks: Sequence[Ties]) -> bool:
    """Whether each of these decks, settled alone, is settled as it would be together with the others."""
    guids = {guid for deck in decks for guid in deck.guids}
    if len(guids) < sum(len(deck.guids) for deck in decks) or len({deck.deck for deck in decks}) < len(decks):
        return False
    losers = Counter(mark for deck in decks for mark in deck.lost)
    found = any(losers[mark] > (mark in deck.lost) for deck in decks for mark in deck.sought)
    return not found and all(deck.sure for deck in decks)


def ties_where_nothing_is_lost(settled: DeckFile) -> Ties:
    """What ties a deck to others where none of them has a lock: then there is nothing to look for."""
    return Ties(plain_id(settled.id), frozenset(str(entry.identity.guid) for entry in settled.entries))


def ties_at_rest(settled: DeckFile, lock: Lock) -> Ties:
    """What ties a deck to others that was shipped just now, with this lock: nothing in it is new, or reworded."""
    gone = (one.note for one in lock.notes.values() if one.state != "living")
    lost = frozenset(mark for note in gone for mark in _marks_of_note(note))
    return Ties(plain_id(settled.id), frozenset(lock.notes), lost)


def ties(read: DeckFile, settled: DeckFile, file: LockFile | None, sure: bool = True) -> Ties:
    """What ties a deck to others, as it was read and as it was settled alone, by its lock. Of what is not `sure` the
    others must be asked: a lock that cannot be read, or something in its place.
    """
    known = file.lock.notes if file and file.lock else {}
    sure = sure and (file is None or file.lock is not None)
    lost: set[Mark] = set()
    sought: set[Mark] = set()
    owned: set[str] = set()
    for raw, entry in zip(read.entries, settled.entries, strict=True):
        guid = str(entry.identity.guid)
        shipped = known.get(guid)
        owned.add(guid)
        if shipped is None or shipped.state == "moved":
            sure = sure and not (raw.identity.guid or raw.identity.was)
            sought.update(_marks_of_fact(entry))
        elif shipped.note.seal != seal(entry):
            lost.update(_marks_of_note(shipped.note))
            sought.add(_asks(entry))
    lost.update(mark for guid, one in known.items() if guid not in owned for mark in _marks_of_note(one.note))
    return Ties(plain_id(settled.id), frozenset(owned | known.keys()), frozenset(lost), frozenset(sought), sure)


def _marks_of_fact(entry: Entry) -> Iterable[Mark]:
    yield from ((name, family(entry.question)) for name in names(entry))
    yield _asks(entry)


def _marks_of_note(note: Note) -> Iterable[Mark]:
    yield plain_fact(note.fact), note.family
    yield _asks(note)


def _asks(fact: Entry | Note) -> Mark:
    return ("asks", *content(fact))
