"""What ties a deck to the others of its workspace. Where nothing does, its past can be settled without theirs.

Decks share notes only through moved facts and claimed guids. So each deck can be settled alone, if afterwards no note
is seen to belong to two of them, and no new fact looks for a note that another deck has lost.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from citedeck.frozen import frozen
from citedeck.history.likeness import content
from citedeck.history.lock import Lock
from citedeck.history.lockfile import LockFile
from citedeck.history.strays import names, plain_fact, plain_id
from citedeck.identity import family
from citedeck.model import DeckFile, Entry, Note
from citedeck.seal import seal

_BYTES = 8

Mark = tuple[str, ...]
"""By what one note is taken for another: its fact and family, or what it asks and answers."""


@frozen
class Ties:
    """A deck as others see it: its plain id; its `notes`, those of its facts and of its lock, 8 bytes of a hash of
    the guid for each; the marks of notes that none of its facts is, as they were shipped; and the marks by which its
    facts look for notes that others have lost. `sure` if all could be told of it without the others.
    """

    deck: str
    notes: bytes
    lost: frozenset[Mark] = frozenset()
    sought: frozenset[Mark] = frozenset()
    sure: bool = True


def are_apart(decks: Sequence[Ties]) -> bool:
    """Whether each of these decks, settled alone, is settled as it would be together with the others."""
    notes = array("Q", b"".join(deck.notes for deck in decks))
    if len(set(notes)) < len(notes) or len({deck.deck for deck in decks}) < len(decks):
        return False
    losers = Counter(mark for deck in decks for mark in deck.lost)
    found = any(losers[mark] > (mark in deck.lost) for deck in decks for mark in deck.sought)
    return not found and all(deck.sure for deck in decks)


def ties_where_nothing_is_lost(settled: DeckFile) -> Ties:
    """What ties a deck to others where none of them has a lock: then there is nothing to look for."""
    return Ties(plain_id(settled.id), _hashed(dict.fromkeys(str(entry.identity.guid) for entry in settled.entries)))


def ties_at_rest(settled: DeckFile, lock: Lock, first: Ties | None = None) -> Ties:
    """What ties a deck to others that was shipped just now, with this lock: nothing in it is new, or reworded. `first`
    is what tied it before, if it was shipped for the first time: its notes are the same.
    """
    gone = (one.note for one in lock.notes.values() if one.state != "living")
    lost = frozenset(mark for note in gone for mark in _marks_of_note(note))
    return Ties(plain_id(settled.id), first.notes if first else _hashed(lock.notes), lost)


def _hashed(guids: Iterable[str]) -> bytes:
    """Notes by hashes of their guids: should two have one by chance, their decks are drafted together, no more."""
    return b"".join([hashlib.blake2b(guid.encode(), digest_size=_BYTES).digest() for guid in guids])


def ties(read: DeckFile, settled: DeckFile, file: LockFile | None, sure: bool = True) -> Ties:
    """What ties a deck to others, as it was read and as it was settled alone, by its lock. Of what is not `sure` the
    others must be asked: a lock that cannot be read, or something in its place.
    """
    known = file.lock.notes if file and file.lock else {}
    sure = sure and (file is None or file.lock is not None)
    lost: set[Mark] = set()
    sought: set[Mark] = set()
    owned: dict[str, None] = {}  # in the order of the deck
    for raw, entry in zip(read.entries, settled.entries, strict=True):
        guid = str(entry.identity.guid)
        shipped = known.get(guid)
        owned[guid] = None
        if shipped is None or shipped.state == "moved":
            sure = sure and not (raw.identity.guid or raw.identity.was)
            sought.update(_marks_of_fact(entry))
        elif shipped.note.seal != seal(entry):
            lost.update(_marks_of_note(shipped.note))
            sought.add(_asks(entry))
    lost.update(mark for guid, one in known.items() if guid not in owned for mark in _marks_of_note(one.note))
    return Ties(plain_id(settled.id), _hashed(owned | dict.fromkeys(known)), frozenset(lost), frozenset(sought), sure)


def _marks_of_fact(entry: Entry) -> Iterable[Mark]:
    yield from ((name, family(entry.question)) for name in names(entry))
    yield _asks(entry)


def _marks_of_note(note: Note) -> Iterable[Mark]:
    yield plain_fact(note.fact), note.family
    yield _asks(note)


def _asks(fact: Entry | Note) -> Mark:
    return ("asks", *content(fact))
