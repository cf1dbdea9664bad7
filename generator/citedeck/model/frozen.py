"""Frozen values of which there are a dozen for every fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from typing_extensions import dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: type[_Class]) -> type[_Class]:
    """A dataclass with slots that is frozen to the type checker, which every change has to pass.

    `dataclass(frozen=True)` also forbids assignment while the program runs; a value then takes three times as long to
    make, since each of its fields is set by a call.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)
