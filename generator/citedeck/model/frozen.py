"""Frozen values that are made in a third of the time: of those that every fact needs there are a dozen for each."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

_CLASS = TypeVar("_CLASS")


def quickly_made(frozen: type[_CLASS]) -> type[_CLASS]:
    """A frozen dataclass with slots, and a quicker `__init__`.

    That of `dataclass` sets each field by a call, as the class forbids to assign. This one assigns while the object is
    of a class that has the same slots and forbids nothing.
    """
    names = [field.name for field in fields(frozen)]  # type: ignore[arg-type]  # it is a dataclass
    assert all(field.default_factory is MISSING and field.init for field in fields(frozen))  # type: ignore[arg-type]
    scope: dict[str, Any] = {
        "become": object.__dict__["__class__"].__set__,
        "open": type(frozen.__name__, (), {"__slots__": tuple(names)}),
        "frozen": frozen,
    }
    lines = ["become(self, open)", *(f"self.{name} = {name}" for name in names), "self.__class__ = frozen"]
    body = "\n".join(f"    {line}" for line in lines)
    exec(f"def __init__(self, {', '.join(names)}):\n{body}", scope)  # as `dataclass` itself does
    made, usual = scope["__init__"], frozen.__init__
    made.__defaults__, made.__annotations__ = usual.__defaults__, usual.__annotations__
    made.__qualname__ = usual.__qualname__
    frozen.__init__ = made  # type: ignore[method-assign]
    return frozen
