"""The lines of a lock: values as JSON and back; what no build can have written is broken."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import Any, get_args

from citedeck.history.lock import LAST_ID, Layout, Shipped, State, as_array, fields_of, ordinals
from citedeck.model import LAST_GAP, LAST_SECOND, Family, Note
from citedeck.notetypes import NOTE_TYPES

_DIGITS = 8  # hexadecimal
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")

_text_of = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode

_STATES: tuple[State, ...] = get_args(State)
_FIELDS = {family: [field.name for field in one.fields] for family, one in NOTE_TYPES.items()}

Gaps = tuple[tuple[int, str], ...]


class Broken(Exception):  # noqa: N818  # it ends a sentence: this line …
    """What is wrong with a line."""


def signed(said: Mapping[str, Any]) -> str:
    """A line as text, with a sum by which damage is seen."""
    return _text_of({**said, "sum": _hashed(_text_of(said))})


def checked(said: Mapping[str, Any]) -> None:
    """Refuse a line that is not as it was signed."""
    if said.get("sum") != _hashed(_text_of({key: value for key, value in said.items() if key != "sum"})):
        raise Broken("is damaged, or was changed by hand: its sum is another")


def _hashed(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()[:_DIGITS]


def line(shipped: Shipped) -> str:
    """A note as a line, signed; written by hand, since there are so many. What it does not have is left out.

    A number that is none, as a package may have it, makes no JSON.
    """
    note = shipped.note
    former = f'"former": {_gaps_text(shipped.former)}, ' if shipped.former else ""
    gaps = f'"gaps": {_gaps_text(note.gaps)}, ' if note.gaps else ""
    media = f'"media": {as_array(note.media, quoted)}, ' if note.media else ""
    state = f', "state": "{shipped.state}"' if shipped.state != "living" else ""
    before_sum = (
        f'{{"cards": {ordinals(note.cards)}, "fact": {quoted(note.fact)}, "family": "{note.family}", '
        f'"fields": {fields_of(note)}, {former}{gaps}"guid": {quoted(note.guid)}, '
        f'"hash": {quoted(shipped.hash)}, "id": {shipped.id!r}, {media}"mod": {shipped.mod!r}, '
        f'"seal": {quoted(note.seal)}{state}'
    )
    after_sum = f', "tags": {as_array(note.tags, quoted)}}}' if note.tags else "}"
    return f'{before_sum}, "sum": "{_hashed(before_sum + after_sum)}"{after_sum}'


def _gaps_text(gaps: Gaps) -> str:
    return f"[{', '.join([f'[{number}, {quoted(text)}]' for number, text in gaps])}]"


def header(said: Mapping[str, Any]) -> tuple[str, str]:
    """The id and the name of a lock's deck."""
    return _text(said, "deck"), _text(said, "name")


def layout(said: Mapping[str, Any]) -> tuple[Family, Layout]:
    """What a note type looked like."""
    return _family(said, "layout"), Layout(_text(said, "hash"), _number(said, "mod", LAST_SECOND))


def note(said: Mapping[str, Any]) -> Shipped:
    """A note as it was shipped."""
    family = _family(said, "family")
    found = Note(
        _text(said, "guid"),
        _text(said, "fact"),
        family,
        _fields(said, family),
        _texts(said, "tags"),
        _ordinals(said),
        _gaps(said, "gaps"),
        _texts(said, "media"),
        _text(said, "seal"),
    )
    state = said.get("state", "living")
    if state not in _STATES:
        raise Broken(f"has the state {state!r}, which there is not")
    hash_ = said.get("hash")
    if not isinstance(hash_, str):
        raise Broken("has no “hash” that can be read")
    mod, id_ = _number(said, "mod", LAST_SECOND), _number(said, "id", LAST_ID)
    return Shipped(found, id_, mod, hash_, state, _gaps(said, "former"))


def _text(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    if not isinstance(value, str) or not value or (not value.isprintable() and _CONTROL.search(value)):
        raise Broken(f"has no “{key}” that can be read")
    return value


def _number(said: Mapping[str, Any], key: str, last: int) -> int:
    value = said.get(key)
    if type(value) is not int or not 0 <= value <= last:
        raise Broken(f"has no “{key}” that can be read")
    return value


def _family(said: Mapping[str, Any], key: str) -> Family:
    value = said.get(key)
    for family in NOTE_TYPES:
        if value == family:
            return family
    raise Broken(f"has no “{key}” that can be read")


def _fields(said: Mapping[str, Any], family: Family) -> dict[str, str]:
    value = said.get("fields")
    names = _FIELDS[family]
    if not isinstance(value, dict):
        raise Broken("has no “fields” that can be read")
    for text in value.values():
        if not isinstance(text, str) or "\x1f" in text:
            raise Broken("has no “fields” that can be read")
    unknown = next((name for name in value if name not in names), None)
    if unknown is not None or not value.get(names[0]):
        raise Broken(f"has a field “{unknown}”, which there is not" if unknown else f"has no field “{names[0]}”")
    return value


def _texts(said: Mapping[str, Any], key: str) -> tuple[str, ...]:
    if key not in said:
        return ()
    value = said[key]
    if not isinstance(value, list) or not all(isinstance(text, str) and text and " " not in text for text in value):
        raise Broken(f"has no “{key}” that can be read")
    return tuple(value)


def _ordinals(said: Mapping[str, Any]) -> tuple[int, ...]:
    value = said.get("cards")
    ordinals: list[int] = value if isinstance(value, list) else []
    last = -1
    for one in ordinals:
        if type(one) is not int or not last < one < LAST_GAP:
            raise Broken("has no “cards” that can be read")
        last = one
    if last < 0:
        raise Broken("has no “cards” that can be read")
    return tuple(ordinals)


def _gaps(said: Mapping[str, Any], key: str) -> Gaps:
    if key not in said:
        return ()
    value = said[key]
    if not isinstance(value, list) or not all(map(_is_gap, value)):
        raise Broken(f"has no “{key}” that can be read")
    if len({number for number, _ in value}) < len(value):
        raise Broken(f"has a number twice in its “{key}”")
    return tuple([(number, text) for number, text in value])


def _is_gap(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and type(value[0]) is int
        and 1 <= value[0] <= LAST_GAP
        and isinstance(value[1], str)
    )
