"""Whether the fields a question was not rebuilt from, and the cards of its note, are those that follow from it."""

from __future__ import annotations

from citedeck.asking import card_ordinals, question_fields
from citedeck.audit.notes import CITATION, REMARKS, Note
from citedeck.hypertext import read
from citedeck.matching.folding import folded
from citedeck.model import Problem, Question

_ELSEWHERE = REMARKS | {"Text", "Options", "Evidence", "Source", CITATION}
"""Fields that are judged as a whole where they are read."""


def agreement(note: Note, fact: str, question: Question) -> list[Problem]:
    """What does not fit the question of a note."""
    expected = question_fields(fact, question)
    problems = [
        _differs(note, name, folded(field.text), folded(read(expected.get(name, "")).text))
        for name, field in note.fields.items()
        if name not in _ELSEWHERE
    ]
    return [problem for problem in (*problems, _cards(note, question)) if problem]


def _differs(note: Note, field: str, shown: str, expected: str) -> Problem | None:
    if shown == expected:
        return None
    says = f"says “{shown}”" if shown else "is empty"
    instead = f"but the other fields make it “{expected}”" if expected else "which nothing proves"
    return note.problem(field, "field-differs", f"the field {field} {says}, {instead}")


def _cards(note: Note, question: Question) -> Problem | None:
    made, there = card_ordinals(question), note.packed.cards
    if made == there:
        return None
    message = f"it has {_numbered(there)}, but its question makes {_numbered(made)}"
    return note.problem(note.note_type.fields[0].name, "cards-differ", message)


def _numbered(ordinals: tuple[int, ...]) -> str:
    if not ordinals:
        return "no card"
    return f"card{'s' if len(ordinals) > 1 else ''} {', '.join(str(ordinal + 1) for ordinal in ordinals)}"
