"""A quantity: what it counts or measures, and where each part of it stands."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from citedeck.matching.measures import Meanings, dimension

Stretch = tuple[int, int]


class Quantity(NamedTuple):
    """A number with all that belongs to it. Stretches are half-open, in the folded text.

    `number` counts without the scale word; `unit` holds what the unit may mean, and nothing where there is none.
    `range_at` is the whole range of which it is one end, `hyphened` whether a hyphen joins the two. Number words that
    no number is read of, as twenty twelve, are one that is `unread`: it proves nothing, and nobody may answer with a
    part of it.
    """

    start: int
    end: int
    number: Fraction | int
    figures: Stretch
    zeros: int = 0
    scale: int = 1
    scale_at: Stretch | None = None
    unit: Meanings = frozenset()
    unit_at: tuple[Stretch, ...] = ()
    ordinal: bool = False
    label: bool = False
    range_at: Stretch | None = None
    hyphened: bool = False
    unread: bool = False

    @property
    def value(self) -> Fraction | int:
        return self.number if self.scale == 1 else self.number * self.scale

    @property
    def type(self) -> frozenset[str]:
        """What it measures: two quantities with something in common here can be taken for one another."""
        if self.unread:
            return frozenset()
        if self.ordinal or self.label:
            return frozenset({"ordinal" if self.ordinal else "label"})
        if self.unit:
            return dimension(self.unit)
        return frozenset({"count" if self.value.denominator == 1 or self.value > 1 else "part"})
