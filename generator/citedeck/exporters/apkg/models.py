"""citedeck's notes and note types as genanki writes them, each with its own time and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import genanki

from citedeck.history import Layout, Shipped
from citedeck.hypertext import read
from citedeck.notetypes import NOTE_TYPES, NoteType, style


class Model(genanki.Model):  # type: ignore[misc]  # genanki has no types
    """A note type that says it looks as it does since `layout.mod`."""

    def __init__(self, note_type: NoteType, layout: Layout) -> None:
        self._note_type = note_type
        self._layout = layout
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

    def to_json(self, _: float, deck_id: int) -> dict[str, Any]:
        """The note type as it lies in a package."""
        return dict(super().to_json(self._layout.mod, deck_id))


class Note(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note with exactly the cards, the time and the numbers it was shipped with; its fields are escaped already."""

    def __init__(self, shipped: Shipped, model: Model, cards: Iterable[int], due: int) -> None:
        note = shipped.note
        values = NOTE_TYPES[note.family].row(note.fields)
        super().__init__(
            model,
            values,
            sort_field=read(values[0], gaps=note.family == "cloze").text,
            tags=note.tags,
            guid=note.guid,
            due=due,
        )
        self.cards = [genanki.Card(ordinal) for ordinal in note.cards]
        self._mod = shipped.mod
        self._ids = iter((shipped.id, *cards))

    def write_to_db(self, cursor: Any, _: float, deck_id: int, __: Any) -> None:
        """Write its row and those of its cards."""
        super().write_to_db(cursor, self._mod, deck_id, self._ids)

    def _check_invalid_html_tags_in_fields(self) -> None:
        """Nothing to check."""
