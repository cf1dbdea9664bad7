"""What citedeck must know of a language: words as plain data. A table left empty switches off what needs it."""

from __future__ import annotations

from dataclasses import field

from citedeck.frozen import frozen
from citedeck.languages.bounds import Bounds
from citedeck.languages.guards import Guards
from citedeck.languages.lints import Lints
from citedeck.languages.values import Values


@frozen(kw_only=True)
class Language:
    """A language by its BCP 47 primary subtag. All words are in small letters, with straight apostrophes."""

    tag: str
    articles: tuple[str, ...] = ()
    """One of them may be left off before an answer; one with an apostrophe at its end is written to its word."""
    stop_words: frozenset[str] = frozenset()
    """Words that name nothing: articles, prepositions, conjunctions, pronouns, auxiliary verbs."""
    bounds: Bounds = field(default_factory=Bounds)
    values: Values = field(default_factory=Values)
    guards: Guards = field(default_factory=Guards)
    lints: Lints = field(default_factory=Lints)
