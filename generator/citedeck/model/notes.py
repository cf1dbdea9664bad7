"""A fact as Anki holds it."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from citedeck.frozen import frozen

Family = Literal["question", "cloze"]
"""The two note types. A note cannot change its type, so a fact keeps its note as long as its family stays."""

LAST_SECOND = 0xFFFF_FFFF
"""The last time Anki can give a note, in seconds since 1970: in the year 2106."""


@frozen
class Note:
    """All that a learner has of a fact: if any of it changes, the note has changed.

    `fields` are HTML by the names of the fields, empty ones left out; `tags` are sorted; `cards` are the ordinals of
    its cards; `gaps` say what the gap of each number asks for, in the order of the text; `media` are the names of the
    files its fields show. `seal` is that of the fact. `as_json` are its fields as JSON, where these are known as that.
    """

    guid: str
    fact: str
    family: Family
    fields: dict[str, str]
    tags: tuple[str, ...] = ()
    cards: tuple[int, ...] = (0,)
    gaps: tuple[tuple[int, str], ...] = ()
    media: tuple[str, ...] = ()
    seal: str = ""
    as_json: str = field(default="", repr=False, compare=False)
