"""Words for the lints of English questions, and those that name nothing."""

from itertools import product

from citedeck.languages.lints import Lints
from citedeck.languages.words import listed

_DEMONSTRATIVES = listed("this, these, those")
_PRONOUNS = _DEMONSTRATIVES | listed("it, its, he, him, his, she, her, hers, they, them, their, theirs")
_AUXILIARIES = listed(
    """
    is, are, was, were, isn't, aren't, wasn't, weren't, do, does, did, don't, doesn't, didn't, has, have, had, hasn't,
    haven't, hadn't, can, could, can't, cannot, couldn't, will, would, won't, wouldn't, shall, should, shouldn't, may,
    might, must
    """
)
_QUESTION_WORDS = listed("who, whom, whose, what, which, when, where, why, how")
_SPANS = ("week", "month", "year", "decade", "century")

STOP_WORDS = (
    _PRONOUNS
    | _AUXILIARIES
    | _QUESTION_WORDS
    | listed(
        """
        a, an, the, and, or, but, nor, so, as, than, that, there, then, such, be, been, being, of, in, on, at, to, for,
        from, by, with, about, into, onto, over, under, between, among, through, during, before, after, against, within,
        without, upon, via, toward, towards, i, me, my, we, us, our, you, your, who, whom,
        also, if, off, other, out, own, per, some, until, up, very, while
        """
    )
)

LINTS = Lints(
    question_words=_QUESTION_WORDS,
    determiners=listed("what, which, whose"),
    measures=listed("many, much, long, old, far, often, big, large, high, tall, deep, kind, kinds, type, types, sort"),
    openers=_AUXILIARIES,
    addressees=listed("you"),
    pronouns=_PRONOUNS,
    demonstratives=_DEMONSTRATIVES,
    expletives=listed("it"),
    clause_words=listed("to, that, for, if, when, whether, who, which, how"),
    relative_times=frozenset(f"{which} {span}" for which, span in product(("last", "next", "this"), _SPANS))
    | listed(
        """
        today, yesterday, tomorrow, tonight, now, nowadays, currently, presently, recently, lately, ago, at present,
        at the moment, these days, so far, to date, up to now, until now, to this day, in recent years
        """
    ),
    fixed_times=frozenset(f"{which} {span} of" for which, span in product(("last", "next"), _SPANS))
    | frozenset(f"the {which} {span}" for which, span in product(("last", "next"), _SPANS))
    | listed("now known, now called, what is now, what are now, long ago, years ago"),
    vague_openers=listed(
        """
        what about, how about, and what about, what is true of, what is true about, what is said of,
        what is said about, what can be said of, what can be said about, what is known of, what is known about,
        what do you know about, what can you say about, tell me about, what else
        """
    ),
    ands=listed("and"),
    ors=listed("or"),
    betweens=listed("between"),
    negations=listed("not, except, isn't, aren't, wasn't, weren't, don't, doesn't, didn't, hasn't, haven't, cannot"),
    catch_alls=listed(
        """
        all, none, both, neither, all of the above, none of the above, any of the above, both of the above,
        all the above, all of these, none of these, any of these, both of these, neither of these, all of them,
        none of them, both of them, all of the others, none of the others
        """
    ),
    counts=("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    thousands=",",
)
