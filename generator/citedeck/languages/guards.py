"""Words that change what a passage says of its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
