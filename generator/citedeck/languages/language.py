"""What citedeck must know of a language: words as plain data. A table left empty switches off what needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def words(text: str) -> tuple[str, ...]:
    """The words of a table written as text, which white space parts."""
    return tuple(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Where words of the language end that no space parts (`matching/tokens.py`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    ranges: tuple[str, ...] = ()
    """Words between two numbers of one range: from 5 to 10."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Names of units and currencies, with the symbols that `matching/measures.py` knows them by."""
    squares: Mapping[str, str] = field(default_factory=dict)
    """Words before a unit that raise it: square, cubic."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Guards:
    """Words that change what a passage says of its answer (`matching/clauses.py`, `verify/guards.py`)."""

    negations: tuple[str, ...] = ()
    """Patterns of words that deny what follows them in their clause."""
    affirmations: tuple[str, ...] = ()
    """Patterns that look like a negation and are none: not only."""
    auxiliaries: tuple[str, ...] = ()
    """Verbs that end a relative clause and its negation: a number that is not prime is called composite."""
    verbal_negations: tuple[str, ...] = ()
    """Patterns of negations that also deny what stands before them: Paris was not chosen."""
    openers: tuple[str, ...] = ()
    """Patterns of words that begin a new clause within a sentence, which no negation before them reaches."""
    subjects: tuple[str, ...] = ()
    """Patterns of words that begin a new clause after a comma: …, he …"""
    relatives: tuple[str, ...] = ()
    """Patterns of words after a place that begin a clause about something else: Paris, that …"""
    subordinators: tuple[str, ...] = ()
    """Words that begin a clause or phrase which ends at the next comma, and its negation with it."""
    alternatives: tuple[str, ...] = ()
    """Words before the last item of what a negation lists: no schools, hospitals or shops."""
    about: tuple[str, ...] = ()
    """Qualifiers of a value: approximately so much."""
    below: tuple[str, ...] = ()
    """Qualifiers of a value: so much at most, or not quite."""
    above: tuple[str, ...] = ()
    """Qualifiers of a value: so much at least, or more."""
    asks_about: tuple[str, ...] = ()
    """Words of a question that carry a qualifier of `about`: the approximate number."""
    most: tuple[str, ...] = ()
    """Words of a question that ask for a limit from above, and so carry a qualifier of `below`."""
    least: tuple[str, ...] = ()
    """Words of a question that ask for a limit from below, and so carry a qualifier of `above`."""
    common: tuple[str, ...] = ()
    """Qualifiers that are also something else; they count only before a question word or a number: about how many."""
    asking: tuple[str, ...] = ()
    """Question words."""
    beside_dates: tuple[str, ...] = ()
    """Words before a date that make it another: before 1998."""
    trailing: Mapping[str, str] = field(default_factory=dict)
    """Qualifiers after a value, with the name of the table they belong to: or more."""
    almost: tuple[str, ...] = ()
    """Qualifiers of anything: almost destroyed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lints:
    """Words that make a question a poor one (`verify/lints/`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language by its BCP 47 primary subtag. All words are in small letters, with straight apostrophes."""

    tag: str
    articles: tuple[str, ...] = ()
    """One of them may be left off before an answer."""
    stop_words: tuple[str, ...] = ()
    """Words that say nothing of what a text is about."""
    bounds: Bounds = field(default_factory=Bounds)
    values: Values = field(default_factory=Values)
    guards: Guards = field(default_factory=Guards)
    lints: Lints = field(default_factory=Lints)
