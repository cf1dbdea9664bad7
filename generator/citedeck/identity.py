"""Who a note is: the guid by which Anki knows it again.

Anki matches notes by guid alone, so a guid can never change once it is shipped: what it is made of is fixed for ever.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache
from itertools import product
from typing import Any

from citedeck.model import Choice, Cloze, Entry, Family, Identity, Listing, Pair, Question, Recall, Typed
from citedeck.typings import assert_never

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"  # that of base 32, in small letters
_PAIRS = ["".join(pair) for pair in product(_ALPHABET, repeat=2)]


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
    fact = identity.was[0] if identity.was else identity.fact
    known = _digest_of_deck(deck).copy()
    known.update(_encoded("", fact, family, str(again)) if again else _encoded("", fact, family))
    return _letters(known.digest())


def note_guid(entry: Entry, again: int = 0) -> str:
    """The guid of the note an entry is shipped as."""
    known = entry.identity.guid
    return str(known) if known else guid(entry.deck, entry.identity, family(entry.question), again)


def stable_id(*names: str) -> int:
    """A number for Anki from names that never change: positive, above 2⁴⁰, and exact in JavaScript."""
    return (1 << 40) + int.from_bytes(_digest(*names)[:6], "big")


@lru_cache(maxsize=16)
def _digest_of_deck(deck: str) -> Any:
    """The digest of what the guids of a deck have in common."""
    return hashlib.sha256(_encoded("citedeck", deck.casefold()))


def _digest(*names: str) -> bytes:
    return hashlib.sha256(_encoded("citedeck", *names)).digest()


def _encoded(*names: str) -> bytes:
    """The same for a name however its letters are composed: file systems differ in that."""
    return unicodedata.normalize("NFC", "\x1f".join(names)).encode()


def _letters(digest: bytes) -> str:
    """The first 100 bits of a digest in base 32, as `base64.b32encode` writes them, but two letters at a time."""
    number = int.from_bytes(digest[:13], "big") >> 4
    one, two, pairs = number >> 50, number & (1 << 50) - 1, _PAIRS
    return (
        f"{pairs[one >> 40]}{pairs[one >> 30 & 1023]}{pairs[one >> 20 & 1023]}{pairs[one >> 10 & 1023]}"
        f"{pairs[one & 1023]}{pairs[two >> 40]}{pairs[two >> 30 & 1023]}{pairs[two >> 20 & 1023]}"
        f"{pairs[two >> 10 & 1023]}{pairs[two & 1023]}"
    )
