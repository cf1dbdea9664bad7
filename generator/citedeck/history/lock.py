"""What was shipped of a deck, note by note: the memory that keeps a learner's reviews from build to build."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field, replace
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring, encode_basestring_ascii
from operator import itemgetter
from typing import Literal

from citedeck.frozen import frozen
from citedeck.model import Family, Note

RETIRED = "citedeck::retired"
"""The tag by which a learner finds the notes of facts that were taken out of their deck."""

LAST_ID = 1 << 53
"""The highest number of a note that every reader of JSON holds exactly."""

State = Literal["living", "retired", "moved"]
"""A note is living while its deck has its fact; retired when the fact is gone, but still shipped; moved when another
deck has it now, and no longer shipped with this one."""

_DIGITS = 16  # hexadecimal: one edit in 2⁶⁴ would go unnoticed


@frozen
class Shipped:
    """A note as it was shipped last.

    `mod` is the time, in seconds since 1970, from which on it is what it is: Anki takes a note over only if that is
    later than what it holds. `hash` is the note's `digest`, empty where nobody knows what learners have. `former` are
    gaps that it had once: their numbers still belong to them.
    """

    note: Note
    id: int
    mod: int
    hash: str
    state: State = "living"
    former: tuple[tuple[int, str], ...] = ()


@frozen
class Layout:
    """What a note type looked like when it was shipped last, and since when."""

    hash: str
    mod: int


@frozen
class Lock:
    """Everything that was shipped of a deck. `name` is the deck's in Anki; the notes go by their guids."""

    deck: str
    name: str
    notes: dict[str, Shipped] = field(default_factory=dict)
    layouts: dict[Family, Layout] = field(default_factory=dict)


def digest(note: Note) -> str:
    """What a learner has of a note, as 16 hexadecimal digits."""
    fields = fields_of(note)
    if not fields.isascii() or "\x7f" in fields:  # all else is the same in ASCII
        fields = _quoted(note.fields, encode_basestring_ascii)
    tags = as_array(note.tags, encode_basestring_ascii) if note.tags else "[]"
    media = as_array(note.media, encode_basestring_ascii) if note.media else "[]"
    had = f'["{note.family}", {fields}, {tags}, {ordinals(note.cards)}, {media}]'
    return sha256(had.encode("ascii")).hexdigest()[:_DIGITS]


def fields_of(note: Note) -> str:
    """The fields of a note as JSON."""
    return note.as_json or _quoted(note.fields, encode_basestring)


def _quoted(fields: dict[str, str], quoted: Callable[[str], str]) -> str:
    return as_object({name: quoted(text) for name, text in fields.items()})


def as_object(fields: dict[str, str]) -> str:
    """Fields, each of them JSON already, as JSON in the order of their names; by hand, since there are so many."""
    in_order, written = _shape(tuple(fields))
    return written % tuple(in_order(fields))


@lru_cache(maxsize=256)
def _shape(names: tuple[str, ...]) -> tuple[Callable[[dict[str, str]], Iterable[str]], str]:
    """How fields of these names are put in order, and the JSON they stand in; a name is letters and spaces."""
    ordered = sorted(names)
    written = ", ".join([f'"{name}": %s' for name in ordered])
    return itemgetter(*ordered) if len(ordered) > 1 else dict.values, f"{{{written}}}"


def ordinals(cards: tuple[int, ...]) -> str:
    """The ordinals of cards as JSON; mostly it is one."""
    return f"[{cards[0]!r}]" if len(cards) == 1 else f"{[*cards]}"


def as_array(texts: Iterable[str], quoted: Callable[[str], str]) -> str:
    """Texts as JSON."""
    return f"[{', '.join(map(quoted, texts))}]"


def shipped(note: Note, id: int, mod: int, state: State = "living") -> Shipped:
    """A note as it is shipped now."""
    return Shipped(note, id, mod, digest(note), state)


def united(lock: Lock, other: Lock) -> Lock:
    """A lock that knows what another one of its deck does, too."""
    return replace(lock, notes=newest([*lock.notes.values(), *other.notes.values()]))


def newest(notes: Iterable[Shipped]) -> dict[str, Shipped]:
    """Of each guid what was shipped last, with the gaps of all that was shipped of it."""
    found: dict[str, Shipped] = {}
    for one in notes:
        known = found.get(one.note.guid)
        found[one.note.guid] = joined(one, known) if known else one
    return found


def joined(one: Shipped, other: Shipped) -> Shipped:
    """Of two that have one guid that which was shipped later; it also remembers the gaps of the other."""
    later, earlier = (one, other) if one.mod > other.mod else (other, one)
    known = {number for number, _ in (*later.note.gaps, *later.former)}
    lost = {number: asked for number, asked in (*earlier.note.gaps, *earlier.former) if number not in known}
    return replace(later, former=(*later.former, *sorted(lost.items()))) if lost else later
