"""Frozen values: how a class of them is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, overload

from citedeck.typings import dataclass_transform

_Class = TypeVar("_Class")


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: type[_Class]) -> type[_Class]: ...


@overload
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(*, kw_only: bool) -> Callable[[type[_Class]], type[_Class]]: ...


def frozen(made: type[Any] | None = None, *, kw_only: bool = False) -> Any:
    """A dataclass with slots that is frozen to the type checker, which every change has to pass.

    `dataclass(frozen=True)` also forbids assignment while the program runs; a value then takes three times as long to
    make, since each of its fields is set by a call. And it compiles six functions for each class: for the hundred
    classes of a run that took longer than to read a deck. Here it compiles the constructor alone.
    """

    def decorated(made: type[Any]) -> Any:
        slotted: Any = dataclass(slots=True, eq=False, repr=False, kw_only=kw_only)(made)
        own = fields(slotted)
        values = _values([one.name for one in own if one.compare])
        shown = [one.name for one in own if one.repr]

        def equal(self: object, other: object) -> bool:
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self: object) -> int:
            return hash(values(self))

        def written(self: object) -> str:
            pairs = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
            return f"{self.__class__.__qualname__}({pairs})"

        for name, method in (("__eq__", equal), ("__hash__", hashed), ("__repr__", written)):
            if name not in made.__dict__:
                setattr(slotted, name, method)
        return slotted

    return decorated if made is None else decorated(made)


def _values(names: list[str]) -> Callable[[object], Any]:
    """What the fields of these names hold, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])
