"""Words that make a question a poor one."""

from __future__ import annotations

from citedeck.frozen import frozen


@frozen(kw_only=True)
class Lints:
    """Words that make a question a poor one (`verify/lints/`). A phrase is words with one space between them."""

    question_words: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    """Those of the question words that go with a noun: *which* city."""
    measures: frozenset[str] = frozenset()
    """Words that belong to a question word: how *many*, what *kind* of."""
    openers: frozenset[str] = frozenset()
    """Verbs that begin a question which can be answered yes or no."""
    addressees: frozenset[str] = frozenset()
    """Whom a question asks to do something: “Can you name …?” is no question for yes or no."""
    pronouns: frozenset[str] = frozenset()
    """Words that mean something named before."""
    demonstratives: frozenset[str] = frozenset()
    """Those of the pronouns that point at something."""
    expletives: frozenset[str] = frozenset()
    """Those of the pronouns that can stand for a clause to come, as in “How long did it take to …?”"""
    clause_words: frozenset[str] = frozenset()
    """Words with which such a clause begins."""
    relative_times: frozenset[str] = frozenset()
    """Phrases for a time that moves with whoever reads them."""
    fixed_times: frozenset[str] = frozenset()
    """Phrases that hold one of those, but no such time."""
    vague_openers: frozenset[str] = frozenset()
    """Phrases that begin a question which asks for nothing in particular."""
    ands: frozenset[str] = frozenset()
    ors: frozenset[str] = frozenset()
    betweens: frozenset[str] = frozenset()
    """Words after which an “and” joins what is to choose from: *between* A and B."""
    negations: frozenset[str] = frozenset()
    """Words that turn a question into one for what is not so."""
    catch_alls: frozenset[str] = frozenset()
    """Options that speak of the other options."""
    counts: tuple[str, ...] = ()
    """The words for two, three, four and so on."""
    thousands: str = ""
    """The sign between groups of three digits."""
