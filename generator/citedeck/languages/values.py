"""How numbers and dates are said in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from citedeck.frozen import frozen


@frozen(kw_only=True)
class Values:
    """How numbers and dates are said (`matching/numerals.py`, `matching/quantities.py`, `matching/dates.py`)."""

    decimal: str = "."
    """The decimal mark."""
    groups: str = ", "
    """What may part groups of three digits; a space stands for every kind of space."""
    minus: tuple[str, ...] = ()
    numerals: Mapping[str, int] = field(default_factory=dict)
    """Number words up to 99; two of them joined by a hyphen or a space are added: twenty-five."""
    hundred: tuple[str, ...] = ()
    scales: Mapping[str, int] = field(default_factory=dict)
    """Words that multiply the number before them: thousand, million, bn."""
    money_scales: Mapping[str, int] = field(default_factory=dict)
    """The same where a currency sign stands before the number: $5m is five million, 5m is five metres."""
    one: tuple[str, ...] = ()
    """Articles that stand for one before a scale word: a million."""
    joiners: tuple[str, ...] = ()
    """Words between the parts of a number: two hundred and five, two and a half."""
    point: tuple[str, ...] = ()
    """How the decimal mark is said: two point five."""
    fractions: Mapping[str, int] = field(default_factory=dict)
    """Words for the parts of a whole, by how many of them it has: half, thirds, quarter."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_endings: tuple[str, ...] = ()
    """What makes a figure an ordinal: 5th."""
    pronouns: tuple[str, ...] = ()
    """Patterns of number words that count nothing: one of them."""
    labels: tuple[str, ...] = ()
    """Words before a figure that make it a name: chapter 5, No. 7."""
    capitals_name: bool = False
    """Whether a capital within a sentence marks a name, so that a figure after it belongs to the name: Apollo 11."""
    at: tuple[str, ...] = ()
    """Words before a place, after which a figure is none of its name: in Paris 300 people …"""
    multiples: tuple[str, ...] = ()
    """Words that say how many without a number: twice, pair, dozens."""
    vague: tuple[str, ...] = ()
    """Patterns of what counts scale words without a number: several hundred, tens of thousands."""
    no_nouns: tuple[str, ...] = ()
    """What a hyphen joins to a number that is nothing it counts: forty-odd, 7-nil."""
    ranges: tuple[str, ...] = ()
    """Words between two numbers of one range: from 5 to 10."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Names of units and currencies, with the symbols that `matching/measures.py` knows them by."""
    squares: Mapping[str, str] = field(default_factory=dict)
    """Words before a unit that raise it: square, cubic."""
    implied: Mapping[str, str] = field(default_factory=dict)
    """Phrases of a question that ask for a number of some unit without naming it: how old."""
    per: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    of: tuple[str, ...] = ()
    """Words between a day and its month: the 4th of July."""
    eras: Mapping[str, int] = field(default_factory=dict)
    """-1 for years before our era, 1 for those of it."""
    centuries: tuple[str, ...] = ()
    decade_endings: tuple[str, ...] = ()
    """What makes a year a decade: 1990s."""
    year_cues: tuple[str, ...] = ()
    """Words before a bare figure of four digits that make it a year: in 1998."""
    counted: tuple[str, ...] = ()
    """What is counted or measured often, so that a figure of four digits before it is no year: 1500 people."""
