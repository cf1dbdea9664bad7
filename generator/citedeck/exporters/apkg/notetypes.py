"""The two note types of citedeck in Anki. Frozen: what stands here was shipped and can never change.

Anki knows a note type again by its id, and its fields and templates pairwise by theirs. Add, remove or reorder one and
Anki makes a second note type whose notes are never updated again. A spare field may be given a name and a use (Anki
23.10.1 and newer understand that), and the HTML and CSS of the templates may change; nothing else. The spare template
makes a card where its first spare field is filled, as none is yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import genanki

from citedeck.identity import Family
from citedeck.pages import template


@dataclass(frozen=True, slots=True)
class Field:
    """A field by what Anki knows it by. Those for programs are folded up in Anki's editor, which may change."""

    id: int
    name: str
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type by what Anki knows it by: ids, and the order of its fields and templates."""

    id: int
    name: str
    kind: int
    fields: tuple[Field, ...]
    templates: tuple[Template, ...]

    def row(self, values: dict[str, str]) -> list[str]:
        """The fields of a note in their order; those not given are empty."""
        unknown = values.keys() - {field.name for field in self.fields}
        if unknown:
            raise KeyError(f"{self.name} has no field {unknown}")
        return [values.get(field.name, "") for field in self.fields]


QUESTION = NoteType(
    1763881200001,
    "citedeck question",
    genanki.Model.FRONT_BACK,
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
    genanki.Model.CLOZE,
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


class Model(genanki.Model):  # type: ignore[misc]  # genanki has no types
    """A note type as genanki writes it."""

    def __init__(self, note_type: NoteType) -> None:
        self._note_type = note_type
        super().__init__(
            note_type.id,
            note_type.name,
            fields=[{"id": one.id, "name": one.name, "collapsed": one.collapsed} for one in note_type.fields],
            templates=[
                {
                    "id": one.id,
                    "name": one.name,
                    "qfmt": one.sides[0],
                    "afmt": one.sides[1],
                }
                for one in note_type.templates
            ],
            css=style(),
            model_type=note_type.kind,
        )

    @property
    def _req(self) -> list[Any]:
        """Which field makes a card: genanki's own reckoning cannot read `{{cloze:}}`, `{{type:}}` and `{{hint:}}`."""
        names = [field.name for field in self._note_type.fields]
        return [[number, "all", [names.index(one.needs)]] for number, one in enumerate(self._note_type.templates)]
