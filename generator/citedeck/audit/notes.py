"""A note of a package as one of citedeck's: its fields by their names, and every word of it with its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from citedeck.exporters.apkg.opening import PackedNote, PackedType
from citedeck.hypertext import Hypertext, read
from citedeck.model import Place, Problem, Text
from citedeck.notes.citation import Claim, read_citation
from citedeck.notetypes import NOTE_TYPES, NoteType, style

RETIRED = "citedeck::retired"
REMARKS = frozenset(("Hint", "Extra", "Image"))
"""Fields for what an author or a learner adds: shown as such, never verified; `pictures` looks at Image."""

CITATION = "Citation"
_OWN = "citedeck "
_BY_ID = {note_type.id: note_type for note_type in NOTE_TYPES.values()}
AGAIN = "Build the deck again, and audit that package."


@dataclass(frozen=True)
class Note:
    """A note of one of citedeck's own types. Its places are: its number as the line, its field's as the column."""

    path: str
    packed: PackedNote
    note_type: NoteType

    @cached_property
    def fields(self) -> dict[str, Hypertext]:
        """What its fields show, by their names; remarks are left out."""
        names = [field.name for field in self.note_type.fields]
        return {
            name: read(page, gaps=name == "Text", math=name != CITATION)
            for name, page in zip(names, self.packed.values, strict=True)
            if name not in REMARKS
        }

    def page(self, field: str) -> str:
        """The HTML of a field."""
        return self.packed.values[self._column(field) - 1]

    @property
    def place(self) -> Place:
        return Place(self.path, self.packed.number, self._column(CITATION))

    def claim(self) -> Claim | Problem:
        """What its citation says, or that it cannot be read."""
        found = read_citation(self.fields[CITATION].text)
        if isinstance(found, Claim):
            return found
        hint = "It names what the note rests on, and nothing else does: build the deck again."
        return self.problem(CITATION, "citation-unreadable", f"the field {CITATION} {found}", hint)

    def text(self, field: str) -> Text:
        """What a field shows, at its place."""
        return self.at(field, self.fields[field].text.strip())

    def at(self, field: str, words: str) -> Text:
        """Words that stand in a field, at its place."""
        return Text(words, self.packed.number, self._column(field))

    def problem(self, field: str, code: str, message: str, hint: str = AGAIN) -> Problem:
        """A problem of a field."""
        return Problem(Place(self.path, self.packed.number, self._column(field)), code, message, hint)

    def unread(self) -> list[Problem]:
        """A problem for every field that could show something else than it says."""
        return [
            self.problem(
                name,
                "markup-unreadable",
                f"the field {name} holds {field.unread[0]}, so it may look like something else than its words",
            )
            for name, field in self.fields.items()
            if field.unread and name != CITATION
        ]

    def _column(self, name: str) -> int:
        return next(column for column, field in enumerate(self.note_type.fields, 1) if field.name == name)


def is_own(note: PackedNote) -> bool:
    """Whether citedeck made it, or Anki of one that citedeck made. One that fits no type is not let off."""
    found = note.type
    if found is None or len(note.values) != len(found.fields):
        return True
    return found.id in _BY_ID or found.name.startswith(_OWN) or CITATION in found.fields


def own(path: str, note: PackedNote) -> Note | Problem:
    """A note by the type it is of, or why it cannot be read as one of citedeck's."""
    wrong = _malformed(note)
    if wrong:
        return Problem(Place(path, note.number, 1), "note-malformed", wrong, AGAIN)
    assert note.type is not None
    return Note(path, note, _BY_ID[note.type.id])


def _malformed(note: PackedNote) -> str:
    """Why a note cannot be read as one of ours; nothing if it can."""
    found = note.type
    if found is None:
        return "its note type is not in the package"
    if len(note.values) != len(found.fields):
        return f"its fields are {len(note.values)}, those of its note type “{found.name}” {len(found.fields)}"
    if found.id not in _BY_ID:
        return f"its note type “{found.name}” is a copy that Anki made, or of another version of citedeck"
    differing = _differing(found, _BY_ID[found.id])
    return f"its note type “{found.name}” {differing}" if differing else ""


def _differing(found: PackedType, note_type: NoteType) -> str:
    """In what a note type cannot be read as ours; nothing if it can."""
    if found.kind != note_type.kind:
        return "is of another kind"
    names = tuple(field.name for field in note_type.fields)
    if len(found.fields) != len(names):
        return f"has {len(found.fields)} fields, not {len(names)}"
    renamed = next(((here, there) for here, there in zip(found.fields, names, strict=True) if here != there), None)
    return f"has the field “{renamed[0]}” where “{renamed[1]}” should be" if renamed else ""


def looks_changed(found: PackedType) -> bool:
    """Whether the cards of a note type of ours are laid out by other templates or another style than this version's."""
    ours = _BY_ID.get(found.id)
    sides = tuple(template.sides for template in ours.templates) if ours else ()
    return ours is not None and (found.sides != sides or found.style != style())
