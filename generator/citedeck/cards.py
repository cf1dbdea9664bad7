"""The cards of a note as HTML: what Anki makes of its fields and the templates of its note type.

Two things differ, since our pages run no JavaScript and nobody types into them: a hint is folded up by `<details>`, and
in the place of a typing box stands an empty one, or the right answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from citedeck.frozen import frozen
from citedeck.model import Note
from citedeck.notetypes import NOTE_TYPES, NoteType


@frozen
class Face:
    """A card of a note: its ordinal, what Anki's browser calls it, and its two sides as HTML."""

    ordinal: int
    name: str
    front: str
    back: str


def faces(note: Note) -> tuple[Face, ...]:
    """The cards of a note, in the order of its ordinals."""
    tags = sorted((unicodedata.normalize("NFC", tag) for tag in note.tags), key=str.casefold)  # as Anki has them
    values = {**note.fields, "Tags": " ".join(tags)}
    note_type, compiled = NOTE_TYPES[note.family], _COMPILED[note.family]
    return tuple(_face(note_type, compiled, values, ordinal) for ordinal in note.cards)


def _face(note_type: NoteType, compiled: tuple[_Sides, ...], values: dict[str, str], ordinal: int) -> Face:
    of_gap = note_type.kind == 1
    number = 0 if of_gap else ordinal
    name = note_type.templates[number].name
    front, back = (
        "".join(_rendered(parts, values, _Turn(ordinal, answered)))
        for parts, answered in zip(compiled[number], (False, True), strict=True)
    )
    return Face(ordinal, f"{name} {ordinal + 1}" if of_gap else name, front, back)


# --- what fields are shown as


@frozen
class _Turn:
    """Which card is being shown, and whether it is answered: its back."""

    ordinal: int
    answered: bool


_Filter = Callable[[str, str, _Turn], str]
"""What the value of a field, given with the field's name, becomes on a card."""

_GAP = re.compile(r"\{\{c(?P<number>[0-9]+)::(?P<answer>.*?)(?:::(?P<hint>.*?))?\}\}", re.DOTALL)
_FORMULA = re.compile(r"(?<=\\[(\[]).*?(?=\\[)\]])", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LATIN = re.compile(r"[\x00-\xff]")


def _plain(_: str, value: str, __: _Turn) -> str:
    return value


def _hint(field: str, value: str, _: _Turn) -> str:
    if not value.strip():
        return value
    return f'<details class="hint"><summary class="hint">{field}</summary><div class="hint">{value}</div></details>'


def _typed(_: str, value: str, turn: _Turn) -> str:
    return f'<code class="typeans">{value}</code>' if turn.answered else '<div class="typeans"></div>'


def _cloze(_: str, value: str, turn: _Turn) -> str:
    """The gaps of this card open or filled. MathJax takes no tags, so there are none left within formulas."""
    shown = _GAP.sub(lambda gap: _gap(gap, turn), value)
    return _FORMULA.sub(lambda formula: _TAG.sub("", formula[0]), shown)


def _gap(gap: re.Match[str], turn: _Turn) -> str:
    number, answer = int(gap["number"]), gap["answer"]
    if number != turn.ordinal + 1:
        return f'<span class="cloze-inactive" data-ordinal="{number}">{answer}</span>'
    if turn.answered:
        return f'<span class="cloze" data-ordinal="{number}">{answer}</span>'
    hint = "..." if gap["hint"] is None else gap["hint"]
    return f'<span class="cloze" data-cloze="{_attribute(answer)}" data-ordinal="{number}">[{hint}]</span>'


def _attribute(text: str) -> str:
    """A text for an attribute as Anki's own escaping has it, which leaves only letters and digits as they are."""
    return _LATIN.sub(lambda character: _ESCAPED[ord(character[0])], text)


_ESCAPED = tuple(
    {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}.get(
        chr(code), chr(code) if chr(code).isascii() and chr(code).isalnum() else f"&#x{code:02X};"
    )
    for code in range(256)
)

_FILTERS: dict[str, _Filter] = {"": _plain, "cloze": _cloze, "hint": _hint, "type": _typed}


# --- templates


@frozen
class _Value:
    """`{{Field}}` or `{{filter:Field}}`."""

    field: str
    shown: _Filter


@frozen
class _Section:
    """`{{#Field}}…{{/Field}}`, or with `^` what stands there if the field is empty."""

    field: str
    filled: bool
    parts: tuple[_Part, ...]


_Part = str | _Value | _Section
_Sides = tuple[tuple[_Part, ...], tuple[_Part, ...]]

_TOKEN = re.compile(r"\{\{(?P<mark>[#^/])?(?:(?P<filter>[^:{}]*):)?(?P<field>[^:{}]+)\}\}")
_EMPTY = re.compile(r"(?:[ \t-\r]|</?(?:br|div) ?/?>)*", re.IGNORECASE)


def _compiled(template: str, fields: frozenset[str]) -> tuple[_Part, ...]:
    """A template cut into its parts. ValueError if there is anything in it that only Anki knows."""
    open_: list[tuple[str, str, list[_Part]]] = [("", "", [])]
    end = 0
    for token in _TOKEN.finditer(template):
        open_[-1][2].append(template[end : token.start()])
        end = token.end()
        mark, shown, field = token["mark"], token["filter"] or "", token["field"]
        if field not in fields or shown not in _FILTERS or (mark and shown):
            raise ValueError(f"a card cannot show {token[0]}")
        if mark == "/":
            began, of, parts = open_.pop()
            if field != of:
                raise ValueError(f"{token[0]} ends nothing")
            open_[-1][2].append(_Section(field, began == "#", tuple(parts)))
        elif mark:
            open_.append((mark, field, []))
        else:
            open_[-1][2].append(_Value(field, _FILTERS[shown]))
    if len(open_) > 1 or "{{" in template[end:]:
        raise ValueError(f"a template has no end: {template}")
    return (*open_[0][2], template[end:])


def _sides(note_type: NoteType) -> tuple[_Sides, ...]:
    fields = frozenset(field.name for field in note_type.fields) | {"Tags"}
    return tuple(
        (_compiled(front, fields), _compiled(back, fields))
        for front, back in (one.sides for one in note_type.templates)
    )


def _rendered(parts: tuple[_Part, ...], values: dict[str, str], turn: _Turn) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, _Value):
            yield part.shown(part.field, values.get(part.field, ""), turn)
        elif part.filled != bool(_EMPTY.fullmatch(values.get(part.field, ""))):
            yield from _rendered(part.parts, values, turn)


_COMPILED = {family: _sides(note_type) for family, note_type in NOTE_TYPES.items()}
