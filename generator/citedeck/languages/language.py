"""What citedeck must know of a language: words as plain data. A table left empty switches off what needs it."""

from __future__ import annotations

from dataclasses import dataclass, field

from citedeck.languages.bounds import Bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """How numbers and dates are said (`matching/quantities.py`, `matching/dates.py`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guards:
    """Words that change what a passage says of its answer (`verify/guards/`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lints:
    """Words that make a question a poor one (`verify/lints/`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language by its BCP 47 primary subtag. All words are in small letters, with straight apostrophes."""

    tag: str
    articles: tuple[str, ...] = ()
    """One of them may be left off before an answer; one with an apostrophe at its end is written to its word."""
    bounds: Bounds = field(default_factory=Bounds)
    values: Values = field(default_factory=Values)
    guards: Guards = field(default_factory=Guards)
    lints: Lints = field(default_factory=Lints)
