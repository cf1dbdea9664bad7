"""The lines of a lock: values as JSON and back; what no build can have written is broken."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, get_args

from citedeck.history.lock import LAST_ID, Layout, Shipped, State
from citedeck.model import LAST_GAP, LAST_SECOND, Family, Note
from citedeck.notetypes import NOTE_TYPES

_DIGITS = 8  # hexadecimal
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")

_AFTER_SUM = "tags", "version"  # the keys that stand behind it
_text_of = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode

Gaps = tuple[tuple[int, str], ...]


_OFTEN_ABSENT = "tags", "gaps", "former", "media"


class Broken(Exception):  # noqa: N818  # it ends a sentence: this line …
    """What is wrong with a line."""


def signed(said: Mapping[str, Any]) -> str:
    """A line as text, with a sum by which damage is seen, as one of its keys, which stand in their order.

    In a text, a quotation mark would have a backslash: so the last key found is one of the line's own.
    """
    text = _text_of(said)
    after = next((key for key in _AFTER_SUM if key in said), None)
    place = text.rindex(f', "{after}": ') if after else len(text) - 1
    return f'{text[:place]}, "sum": "{_hashed(text)}"{text[place:]}'


def checked(said: Mapping[str, Any]) -> None:
    """Refuse a line that is not as it was signed."""
    if said.get("sum") != _sum({key: value for key, value in said.items() if key != "sum"}):
        raise Broken("is damaged, or was changed by hand: its sum is another")


def _sum(said: Mapping[str, Any]) -> str:
    return _hashed(_text_of(said))


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_DIGITS]


def line(shipped: Shipped) -> dict[str, Any]:
    """A note as a line. What it does not have is left out."""
    note = shipped.note
    said: dict[str, Any] = {
        "guid": note.guid,
        "fact": note.fact,
        "family": note.family,
        "seal": note.seal,
        "id": shipped.id,
        "mod": shipped.mod,
        "hash": shipped.hash,
        "state": shipped.state,
        "fields": note.fields,
        "tags": note.tags,
        "cards": note.cards,
        "gaps": note.gaps,
        "former": shipped.former,
        "media": note.media,
    }
    for key in _OFTEN_ABSENT:
        if not said[key]:
            del said[key]
    if shipped.state == "living":
        del said["state"]
    return said


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
    if state not in get_args(State):
        raise Broken(f"has the state {state!r}, which there is not")
    hash_ = said.get("hash")
    if not isinstance(hash_, str):
        raise Broken("has no “hash” that can be read")
    mod, id_ = _number(said, "mod", LAST_SECOND), _number(said, "id", LAST_ID)
    return Shipped(found, id_, mod, hash_, state, _gaps(said, "former"))


def _text(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    if not isinstance(value, str) or not value or _CONTROL.search(value):
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
    names = [field.name for field in NOTE_TYPES[family].fields]
    if not isinstance(value, dict) or not all(isinstance(text, str) and "\x1f" not in text for text in value.values()):
        raise Broken("has no “fields” that can be read")
    unknown = next((name for name in value if name not in names), None)
    if unknown is not None or not value.get(names[0]):
        raise Broken(f"has a field “{unknown}”, which there is not" if unknown else f"has no field “{names[0]}”")
    return value


def _texts(said: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = said.get(key, [])
    if not isinstance(value, list) or not all(isinstance(text, str) and text and " " not in text for text in value):
        raise Broken(f"has no “{key}” that can be read")
    return tuple(value)


def _ordinals(said: Mapping[str, Any]) -> tuple[int, ...]:
    value = said.get("cards")
    if (
        not isinstance(value, list)
        or not value
        or not all(type(one) is int and 0 <= one < LAST_GAP for one in value)
        or sorted(set(value)) != value
    ):
        raise Broken("has no “cards” that can be read")
    return tuple(value)


def _gaps(said: Mapping[str, Any], key: str) -> Gaps:
    value = said.get(key, [])
    if not isinstance(value, list) or not all(map(_is_gap, value)):
        raise Broken(f"has no “{key}” that can be read")
    if len({number for number, _ in value}) < len(value):
        raise Broken(f"has a number twice in its “{key}”")
    return tuple((number, text) for number, text in value)


def _is_gap(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and type(value[0]) is int
        and 1 <= value[0] <= LAST_GAP
        and isinstance(value[1], str)
    )
