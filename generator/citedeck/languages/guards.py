"""Words that change what a passage says of its answer."""

from __future__ import annotations

from citedeck.frozen import frozen


@frozen(kw_only=True)
class Qualifier:
    """Ways to say that a value is not exactly so much, all of which mean the same. All but `asked` are patterns.

    A question or an answer carries the qualifier if it says one of them, or one of the words `asked`.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    of_dates: bool = False
    """Whether it qualifies dates alone."""
    of_all: bool = False
    """Whether it qualifies whatever stands beside it, not values alone."""


@frozen(kw_only=True)
class Guards:
    """What `matching/clauses.py` and `verify/guards/` look for. All but `common` are patterns of casefolded text."""

    negations: tuple[str, ...] = ()
    """What denies the rest of its clause; a question that carries any of them asks for what is denied."""
    exclusions: tuple[str, ...] = ()
    """The same, each of which a question also carries by itself: failed to, except."""
    contrasts: tuple[str, ...] = ()
    """The same, but a question carries it by itself alone: unlike."""
    carriers: tuple[str, ...] = ()
    """What carries a negation in a question, if no clause about something else does: unable to."""
    absolute: tuple[str, ...] = ()
    comparing: tuple[str, ...] = ()
    """Negations that deny nothing behind a comparison: no planet is larger than Jupiter."""
    affirmations: tuple[str, ...] = ()
    """What looks like one of these and is none: not only."""
    verbal_negations: tuple[str, ...] = ()
    """Negations that also deny what stands before them: Paris was not chosen."""
    conjunctions: tuple[str, ...] = ()
    """What begins a new clause, which no negation before it reaches: but."""
    relatives: tuple[str, ...] = ()
    """What begins a clause about the word before it: who. No negation reaches into it, and none out of it."""
    complementizers: tuple[str, ...] = ()
    """What begins a clause that is an object, or is about the word before it: that."""
    subjects: tuple[str, ...] = ()
    """What begins a new clause after a comma or an “and”: he."""
    connectives: tuple[str, ...] = ()
    """What begins a new clause after a comma: and, however."""
    finite: tuple[str, ...] = ()
    """Verbs that begin a predicate of their own: is, has, went."""
    pasts: tuple[str, ...] = ()
    """Verbs that begin a new predicate after an “and”, unless the negation goes with a participle: paid."""
    with_participles: tuple[str, ...] = ()
    """Negations that go with a participle, and so also with one after an “and”: was not, never."""
    fronted: tuple[str, ...] = ()
    """What begins a clause or phrase at the head of a sentence which ends at its comma: when, without."""
    prepositions: tuple[str, ...] = ()
    """What stands before something that is no subject, so that no verb after it denies it: in 1998."""
    ands: tuple[str, ...] = ()
    ors: tuple[str, ...] = ()
    """What stands before the last item of a list; after a negation, every item is denied."""
    titles: tuple[str, ...] = ()
    """Abbreviations that do not end a sentence: Dr., No., Sept."""
    qualifiers: tuple[Qualifier, ...] = ()
    between: tuple[str, ...] = ()
    """What may stand between a qualifier and its value: at least another 300."""
    common: tuple[str, ...] = ()
    """Qualifiers that are also something else; they count only before a question word, a number or a gap, or at the end
    of a question: about how many.
    """
    asking: tuple[str, ...] = ()
    """Question words."""
    asks_how_many: tuple[str, ...] = ()
    """What asks for a number, so that no name and no year can be the answer."""
