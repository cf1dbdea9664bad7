"""The two note types of citedeck in Anki. Frozen: what stands here was shipped and can never change.

Anki knows a note type again by its id, and its fields and templates pairwise by theirs. Add, remove or reorder one and
Anki makes a second note type whose notes are never updated again. A spare field may be given a name and a use (Anki
23.10.1 and newer understand that), and the HTML and CSS of the templates may change; nothing else. The spare template
makes a card where its first spare field is filled, as none is yet.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from typing import Literal

from citedeck.frozen import frozen
from citedeck.model import Family
from citedeck.pages import template


@frozen
class Field:
    """A field by what Anki knows it by. Those for programs are folded up in Anki's editor, which may change."""

    id: int
    name: str
    collapsed: bool = False


@frozen
class Template:
    """A template by what Anki knows it by; its HTML stands in `pages/anki/<page>.front.html` and `.back.html`."""

    id: int
    name: str
    page: str
    needs: str
    """The field without which it makes no card."""

    @property
    def sides(self) -> tuple[str, str]:
        """The HTML of its front and its back."""
        return template(f"anki/{self.page}.front.html"), template(f"anki/{self.page}.back.html")


@frozen
class NoteType:
    """A note type by what Anki knows it by: ids, and the order of its fields and templates."""

    id: int
    name: str
    kind: Literal[0, 1]
    """Anki's number for it: 0 if each template makes a card, 1 if each gap does."""
    fields: tuple[Field, ...]
    templates: tuple[Template, ...]
    _blank: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_blank", {field.name: "" for field in self.fields})

    def row(self, values: dict[str, str]) -> list[str]:
        """The fields of a note in their order; those not given are empty."""
        row = self._blank | values
        if len(row) > len(self.fields):
            raise KeyError(f"{self.name} has no field {values.keys() - self._blank.keys()}")
        return list(row.values())


QUESTION = NoteType(
    1763881200001,
    "citedeck question",
    0,
    (
        Field(1763881201001, "Question"),
        Field(1763881201002, "Answer"),
        Field(1763881201003, "Typed answer"),
        Field(1763881201004, "Options"),
        Field(1763881201005, "Reverse question"),
        Field(1763881201006, "Reverse answer"),
        Field(1763881201007, "Evidence"),
        Field(1763881201008, "Source"),
        Field(1763881201009, "Hint"),
        Field(1763881201010, "Extra"),
        Field(1763881201011, "Image"),
        Field(1763881201012, "Citation", collapsed=True),
        Field(1763881201013, "Spare 1", collapsed=True),
        Field(1763881201014, "Spare 2", collapsed=True),
        Field(1763881201015, "Spare 3", collapsed=True),
        Field(1763881201016, "Spare 4", collapsed=True),
    ),
    (
        Template(1763881202001, "Question", "question", needs="Question"),
        Template(1763881202002, "Reverse", "reverse", needs="Reverse question"),
        Template(1763881202003, "Spare", "spare", needs="Spare 1"),
    ),
)
"""Every question with an answer. The typing box, the options and the reversed card appear where their fields are
filled, so that a fact may change between these kinds and keep its note and its history."""

CLOZE = NoteType(
    1763881200002,
    "citedeck cloze",
    1,
    (
        Field(1763881203001, "Text"),
        Field(1763881203002, "Evidence"),
        Field(1763881203003, "Source"),
        Field(1763881203004, "Hint"),
        Field(1763881203005, "Extra"),
        Field(1763881203006, "Image"),
        Field(1763881203007, "Citation", collapsed=True),
        Field(1763881203008, "Spare 1", collapsed=True),
        Field(1763881203009, "Spare 2", collapsed=True),
        Field(1763881203010, "Spare 3", collapsed=True),
        Field(1763881203011, "Spare 4", collapsed=True),
    ),
    (Template(1763881204001, "Cloze", "cloze", needs="Text"),),
)
"""Texts with gaps, and lists: a card for each gap."""

NOTE_TYPES: dict[Family, NoteType] = {"question": QUESTION, "cloze": CLOZE}


def style() -> str:
    """The CSS of both note types."""
    return template("anki/card.css")


def layouts() -> dict[Family, str]:
    """What each note type looks like, as `look` has it."""
    return {
        family: _known_look(
            tuple([field.name for field in one.fields]), tuple([template.sides for template in one.templates]), style()
        )
        for family, one in NOTE_TYPES.items()
    }


def look(fields: Sequence[str], sides: Sequence[tuple[str, str]], style: str) -> str:
    """What a note type looks like, as 16 hexadecimal digits: the names of its fields, its templates and its style."""
    return hashlib.sha256(json.dumps([list(fields), list(sides), style]).encode("ascii")).hexdigest()[:16]


_known_look = lru_cache(maxsize=8)(look)  # every deck asks for those of our own
