"""A YAML mapping as the shape it should have, or a problem for each way in which it has not."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from citedeck.codes import CODES
from citedeck.frozen import frozen
from citedeck.kinds.deck import Head
from citedeck.kinds.fact import Fact
from citedeck.kinds.table import KINDS, kind_of
from citedeck.kinds.values import Shape
from citedeck.model import Place, Problem, Text
from citedeck.reading.tree import Node, key_at

_SHAPE = TypeVar("_SHAPE", bound=Shape)
_ALIKE = 0.75  # of a misspelled key and the one that was meant
_MAPPINGS = {"attest": "{by: …, why: …}", "image": "{file: …, alt: …}", "ignore": "{CODE: reason}"}
"""The keys whose values are mappings, as an author writes them."""


@frozen
class Wanted(Generic[_SHAPE]):
    """A shape that mappings of a file should have. Messages call it `name` (“a basic fact”)."""

    shape: type[_SHAPE]
    name: str
    path: str

    def read(self, raw: dict[str, Node], at: Text) -> tuple[_SHAPE | None, list[Problem]]:
        """The mapping that begins at a text in its shape, or everything that is wrong with it."""
        try:
            read: _SHAPE = self.shape.__pydantic_validator__.validate_python(raw)
        except ValidationError as error:
            details = error.errors()
            telling = [detail for detail in details if not self._follows(detail, details, raw)]
            return None, [self._problem(raw, at, detail) for detail in telling]
        return read, []

    def _follows(self, detail: ErrorDetails, details: list[ErrorDetails], raw: dict[str, Node]) -> bool:
        """Whether one error only follows from another: a list with wrong items is called too short, a key that is
        misspelled is also missing.
        """
        loc = detail["loc"]
        if detail["type"] == "too_short":
            return any(other["loc"][:-1] == loc for other in details)
        if detail["type"] == "missing":
            unknown = [str(other["loc"][0]) for other in details if other["type"] == "extra_forbidden"]
            return any(self._meant(key, raw) == loc[0] for key in unknown)
        return False

    def _problem(self, raw: dict[str, Node], at: Text, detail: ErrorDetails) -> Problem:
        loc = detail["loc"]
        at = _locate(raw, loc, at)
        place = Place(self.path, at.line, at.column)
        key = ".".join(str(step) for step in loc if isinstance(step, str) and step != "[key]")
        match detail["type"]:
            case "missing":
                return Problem(place, "missing-key", f"{self.name} needs the key `{key}`", self._description(loc))
            case "extra_forbidden":
                return Problem(place, "unknown-key", f"{self.name} has no key `{key}`", self._did_you_mean(loc, raw))
            case "too_short":
                return Problem(place, "wrong-shape", f"{key} has no items", "Add one, or take the key out.")
            case "too_long":
                return Problem(place, "wrong-shape", f"{key} has too many items", "Make several facts of it.")
            case "wrong-shape" if detail["msg"].endswith("must be a list") and isinstance(raw.get(key), Text):
                return Problem(place, "wrong-shape", f"{key} {detail['msg']}", f"Write `{key}: [{raw[key]}]`.")
            case "wrong-shape":
                return Problem(place, "wrong-shape", f"{key} {detail['msg']}", _in_shape(loc, detail["msg"]))
            case code if code in CODES:
                return Problem(place, code, f"{key} {detail['msg']}", CODES[code].repair)
            case _:
                return Problem(place, "wrong-shape", f"{key} has the wrong shape", self._description(loc))

    def _description(self, loc: tuple[int | str, ...]) -> str:
        field = self.shape.model_fields.get(str(loc[0]))
        return (field.description or "") if field and len(loc) == 1 else ""

    def _did_you_mean(self, loc: tuple[int | str, ...], raw: dict[str, Node]) -> str:
        if len(loc) > 1:
            return "Take it out."
        meant = self._meant(str(loc[0]), raw)
        return f"Did you mean `{meant}`?" if meant else f"It has {', '.join(sorted(self.shape.model_fields))}."

    def _meant(self, key: str, raw: dict[str, Node]) -> str | None:
        """The key that a misspelled one was meant to be."""
        missing = [known for known in self.shape.model_fields if known not in raw]
        swapped = (known for known in missing if sorted(known) == sorted(key))
        return next(iter((*swapped, *get_close_matches(key, missing, n=1, cutoff=_ALIKE))), None)


class Shapes:
    """The shapes of all that a deck file may hold."""

    kinds = KINDS
    kind_of = staticmethod(kind_of)

    def __init__(self, path: str) -> None:
        self._head = Wanted(Head, "a deck", path)
        self._facts = {name: Wanted(kind, f"a {name} fact", path) for name, kind in KINDS.items()}

    def head(self, raw: dict[str, Node], at: Text) -> tuple[Head | None, list[Problem]]:
        return self._head.read(raw, at)

    def fact(self, kind: str, raw: dict[str, Node], at: Text) -> tuple[Fact | None, list[Problem]]:
        return self._facts[kind].read(raw, at)


def _in_shape(loc: tuple[int | str, ...], message: str) -> str:
    """How a value is written in the shape that a message names."""
    key = next(step for step in reversed(loc) if isinstance(step, str))
    if "must be text" in message:
        return f"Write one text: `{key}: …`." if loc[-1] == key else "Write one text for each item."
    if message.endswith("must be a list"):
        return f"Write `{key}: [one, another]`."
    if key in _MAPPINGS:
        return f"Write `{key}: {_MAPPINGS[key]}`."
    return CODES["wrong-shape"].repair


def _locate(raw: Any, loc: tuple[int | str, ...], found: Text) -> Text:
    """The text to point at: the key of the last step that is there, or the item of a list."""
    for step in loc:
        if isinstance(raw, dict):
            if step not in raw:
                return found
            found, raw = key_at(raw, str(step)), raw[step]
        elif isinstance(raw, list) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
            found = raw if isinstance(raw, Text) else found
    return found
