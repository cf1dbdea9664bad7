"""Whether the quote holds further values of the answer's type, so that it is open which of them is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from citedeck.languages import language
from citedeck.matching.answer import is_whole_value
from citedeck.matching.clauses import denial
from citedeck.matching.dates import Date
from citedeck.matching.folding import folded
from citedeck.matching.quantity import Quantity
from citedeck.matching.standing import Standing, standing
from citedeck.matching.values import Value, covers, order_of, said, values
from citedeck.model import Problem
from citedeck.seldom import seldom
from citedeck.verify.guards.claim import Claim, content_words, has_word
from citedeck.verify.guards.narrowing import ways_out
from citedeck.verify.guards.near import near_objection

_MOST_WORDS = 5  # beside its value, for an answer to be a value rather than a text about one
_MOST_SHOWN = 4  # values in a message
_RESTATED = seldom(r"(?:-\w+)? ?[(\[](?:(?:[^\W\d]+\.?|[~≈∼=]) ?){0,3}|, or (?:[^\W\d]+ )?")
_CLOSING = (")", "]", ";", ",")
_WORD_AFTER = re.compile(r"[ \n-]([^\W\d_]+)")


def rivalled(claim: Claim) -> Problem | None:
    if claim.told or len(claim.touched) != 1:  # the text around a gap says which value is meant
        return None
    own = claim.touched[0]
    there = claim.standing
    rivals = [one for one in there if one is not own and _is_rival(claim, own, one)]
    rivals += [
        one
        for passage in claim.quoted
        if passage is not claim.passage and passage != claim.passage
        for one in standing(passage)
        if _is_rival(replace(claim, passage=passage), own, one)
    ]
    rivals = list({(one.start, one.end): one for one in rivals}.values())  # quotes may overlap
    if not rivals or not _is_answer(claim, own) or _tied_by_itself(claim, own, rivals):
        return None
    if claim.entry.citation.near:
        same_type = [one for one in there if _same_type(own.value, one.value)]
        beside = [one for one in rivals if one in there]
        return near_objection(claim, own, beside, same_type, claim.entry.citation.near)
    held = sorted((own, *rivals), key=lambda one: one.start)
    shown = " and ".join(f"“{one.text}”" for one in held[:_MOST_SHOWN])
    more = f" and {len(held) - _MOST_SHOWN} more" if len(held) > _MOST_SHOWN else ""
    message = f"the quote holds several values that could be meant: {shown}{more}"
    beside = [one for one in rivals if one in there]
    return claim.problem("rival-values", message, "\n".join(ways_out(claim, own, beside)))


def _is_answer(claim: Claim, own: Standing) -> bool:
    """Whether the answer is the value it touches, and no more than that."""
    if claim.said is None or len(claim.said.words) > _MOST_WORDS:
        return False
    return not (isinstance(own.value, Quantity) and own.value.label and not _asks_how_many(claim))


def _asks_how_many(claim: Claim) -> bool:
    return any(has_word(claim.asked, words) for words in claim.words.asks_how_many)


def _is_rival(claim: Claim, own: Standing, other: Standing) -> bool:
    """Whether a value of the quote could be taken for the answer, and is not one of the answers."""
    if (other.start, other.end) == (own.start, own.end):
        return False
    if other.start < claim.passage.start or claim.passage.end < other.end:
        return False
    source = claim.passage.source
    if not is_whole_value(source, other.start, other.end) or _joined(other):
        return False  # nobody could answer with half of 23–16, nor with three-time
    if not _could_be_meant(claim, own.value, other.value) or _same(own.value, other.value) or _restates(own, other):
        return False
    if denial(source, other.start, other.end) or _in_question(claim, other.value):
        return False
    further = (said(one, source) for one in claim.others)
    return not any(covers(reading, other.value) for one in further if one for reading in one.readings)


def _joined(other: Standing) -> bool:
    """Whether a hyphen joins a value to what it is no count of: three-time champion."""
    after = other.window.text[other.value.end : other.value.end + 2]
    return after[:1] == "-" and after[1:].isalpha()


def _in_question(claim: Claim, value: Value) -> bool:
    """Whether a value stands in the question: it is no answer to “How many of its 30 games …?”"""
    asked = values(folded(claim.asked), claim.tag, order_of(claim.passage.source))
    return any(_same(value, one) for one in asked)


def _could_be_meant(claim: Claim, own: Value, other: Value) -> bool:
    """Whether two values answer questions of the same sort; a name or a year that is to say how many is a count."""
    if _asks_how_many(claim) and isinstance(other, Quantity) and "count" in other.type:
        counts = isinstance(own, Date) or own.ordinal or own.label
        return counts or _same_type(own, other)
    return _same_type(own, other)


def _same_type(one: Value, other: Value) -> bool:
    if isinstance(one, Date) or isinstance(other, Date):
        return isinstance(one, Date) and isinstance(other, Date)
    return bool(one.type & other.type)


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Date) and isinstance(other, Date):
        return one.proves(other) or other.proves(one)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.value == other.value and one.type == other.type
    return False


def _restates(own: Standing, other: Standing) -> bool:
    """Whether one of two values only says the other again, in brackets and in another unit: 340 miles (550 km)."""
    first, second = sorted((own, other), key=lambda one: one.start)
    if not isinstance(first.value, Quantity) or not isinstance(second.value, Quantity) or first.offset != second.offset:
        return False
    text = first.window.text
    restated = _RESTATED.fullmatch(text, first.value.end, second.value.start) is not None
    return (
        restated and text[second.value.end : second.value.end + 1] in _CLOSING and first.value.unit != second.value.unit
    )


def _tied_by_itself(claim: Claim, own: Standing, rivals: Sequence[Standing]) -> bool:
    """Whether the answer says by its own words which value is meant: 450 women, where the question is about women, the
    quote speaks of women nowhere else, and every rival has a noun of its own.
    """
    assert claim.said is not None
    if own.value.range_at if isinstance(own.value, Quantity) else True:
        return False
    asked = content_words(claim.asked, claim.tag)
    nouns = [_noun_after(claim, one) for one in rivals if one in claim.standing]
    if len(nouns) < len(rivals) or not all(noun and noun not in asked for noun in nouns):
        return False
    text, spot, passage = claim.passage.source.text, claim.spot, claim.passage
    elsewhere = content_words(f"{text[passage.start : spot.start]} {text[spot.end : passage.end]}", claim.tag)
    own_words = content_words(" ".join(claim.said.words), claim.tag) & asked
    return bool(own_words - elsewhere)


def _noun_after(claim: Claim, rival: Standing) -> str:
    """The word right after a value, if it can be what is counted; nothing for a verb or a word that names nothing."""
    found = _WORD_AFTER.match(claim.passage.source.text, rival.end, claim.passage.end)
    word = found[1].casefold() if found else ""
    is_verb = any(re.fullmatch(past, word) for past in (*claim.words.pasts, *claim.words.finite))
    return "" if is_verb or word in language(claim.tag).stop_words else word
