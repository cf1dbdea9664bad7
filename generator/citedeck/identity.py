"""Who a note is: the guid by which Anki knows it again.

Anki matches notes by guid alone, so a guid can never change once it is shipped: what it is made of is fixed for ever.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata

from typing_extensions import assert_never

from citedeck.model import Choice, Cloze, Entry, Family, Identity, Listing, Pair, Question, Recall, Typed


def family(question: Question) -> Family:
    """The note type a form is shipped in."""
    match question:
        case Recall() | Pair() | Typed() | Choice():
            return "question"
        case Cloze() | Listing():
            return "cloze"
        case _:
            assert_never(question)


def guid(deck: str, identity: Identity, family: Family, again: int = 0) -> str:
    """The guid of a fact's note: 20 letters and digits from the ids of its deck and its fact, and its family.

    Capitals do not tell decks apart, as they do not tell their files apart everywhere. A fact that was renamed keeps
    the guid of its first id; one that adopts a note has that note's. With `again`, from 1, it is another guid, for a
    fact that was given an id which another one had before.
    """
    if identity.guid:
        return str(identity.guid)
    fact = str(identity.was[0]) if identity.was else identity.fact
    digest = _digest(deck.casefold(), fact, family, *([str(again)] if again else []))
    return base64.b32encode(digest[:15])[:20].decode("ascii").lower()


def note_guid(entry: Entry, again: int = 0) -> str:
    """The guid of the note an entry is shipped as."""
    known = entry.identity.guid
    return str(known) if known else guid(entry.deck, entry.identity, family(entry.question), again)


def stable_id(*names: str) -> int:
    """A number for Anki from names that never change: positive, above 2⁴⁰, and exact in JavaScript."""
    return (1 << 40) + int.from_bytes(_digest(*names)[:6], "big")


def _digest(*names: str) -> bytes:
    """The same for a name however its letters are composed: file systems differ in that."""
    return hashlib.sha256(unicodedata.normalize("NFC", "\x1f".join(("citedeck", *names))).encode()).digest()
