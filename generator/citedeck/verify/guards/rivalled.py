"""Whether the quote holds further values of the answer's type, so that it is open which of them is meant."""

from __future__ import annotations

import re

from citedeck.matching.answer import is_whole_value
from citedeck.matching.dates import Date
from citedeck.matching.quantities import Quantity
from citedeck.matching.values import Standing, Value, said
from citedeck.model import Problem
from citedeck.verify.guards.claim import Claim, content_words
from citedeck.verify.guards.narrowing import ways_out
from citedeck.verify.guards.near import near_objection

_MOST_WORDS = 5  # beside its value, for an answer to be a value rather than a text about one
_MOST_SHOWN = 4  # values in a message
_RESTATED = re.compile(r" [(\[](?:[^\W\d]+\.? )?")


def rivalled(claim: Claim) -> Problem | None:
    own = _own_value(claim)
    if claim.pinned or own is None:
        return None
    rivals = [one for one in claim.standing if _is_rival(claim, own, one)]
    if not rivals or _tied_by_itself(claim):
        return None
    if claim.entry.citation.near:
        same_type = [one for one in claim.standing if _same_type(own.value, one.value)]
        return near_objection(claim, own, rivals, same_type, claim.entry.citation.near)
    held = sorted((own, *rivals), key=lambda one: one.start)
    shown = " and ".join(f"“{one.text}”" for one in held[:_MOST_SHOWN])
    more = f" and {len(held) - _MOST_SHOWN} more" if len(held) > _MOST_SHOWN else ""
    message = f"the quote holds several values that could be meant: {shown}{more}"
    return claim.problem("rival-values", message, "\n".join(ways_out(claim, own, rivals)))


def _own_value(claim: Claim) -> Standing | None:
    """The value that the answer is; None for an answer that is more than a value."""
    if claim.said is None or len(claim.said.words) > _MOST_WORDS or len(claim.touched) != 1:
        return None
    return claim.touched[0]


def _is_rival(claim: Claim, own: Standing, other: Standing) -> bool:
    """Whether a value of the quote could be taken for the answer, and is not one of the answers."""
    if other is own or other.start < claim.passage.start or claim.passage.end < other.end:
        return False
    if not is_whole_value(claim.passage.source, other.start, other.end):
        return False  # nobody could answer with half of 23–16
    if not _same_type(own.value, other.value) or _same(own.value, other.value) or _restates(own, other):
        return False
    further = (said(one, claim.passage.source) for one in claim.others)
    return not any(_same(reading, other.value) for one in further if one for reading in one.readings)


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
    if not isinstance(first.value, Quantity) or not isinstance(second.value, Quantity):
        return False
    text = first.window.text
    in_brackets = _RESTATED.fullmatch(text, first.value.end, second.value.start) is not None
    return in_brackets and text.startswith((")", "]"), second.value.end) and first.value.unit != second.value.unit


def _tied_by_itself(claim: Claim) -> bool:
    """Whether the answer says by its own words which value is meant: 450 women, where the question is about women and
    the quote speaks of women nowhere else.
    """
    assert claim.said is not None
    text, spot, passage = claim.passage.source.text, claim.spot, claim.passage
    elsewhere = content_words(f"{text[passage.start : spot.start]} {text[spot.end : passage.end]}", claim.tag)
    own_words = content_words(" ".join(claim.said.words), claim.tag) & content_words(claim.asked, claim.tag)
    return claim.spot.level != "value" and bool(own_words - elsewhere)
