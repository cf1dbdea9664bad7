"""Values, that is quantities and dates: those of an answer, those of a passage, and which proves which."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, TypeAlias, cast

from citedeck.languages import language
from citedeck.matching.dates import Date, Order, dates
from citedeck.matching.folding import fold, lowered
from citedeck.matching.measures import agrees
from citedeck.matching.numerals import alternation
from citedeck.matching.quantities import quantities, with_unread
from citedeck.matching.quantity import Quantity, Stretch
from citedeck.matching.words_in import first_words, listed_words
from citedeck.matching.years import bare_year
from citedeck.model import Source
from citedeck.seldom import seldom

Value: TypeAlias = "Quantity | Date"

_CONTEXT = 48  # code points on either side of a passage that are read with it: a value may go on there
_LONGEST = 4_000  # code points; no value is so long, and Python reads no number of many more figures
_OUTER = " \"',;:!?¡¿()[]{}"
_FIGURE = re.compile(r"[\d¼-¾⅐-⅞]")
_SPACE = re.compile(r"\s")
_START = itemgetter(0)
_JOINT = re.compile(r"[ -]?")


class Said(NamedTuple):
    """What an answer says: one value, in every way it can be read, and the words around it."""

    readings: tuple[Value, ...]
    before: str
    after: str

    @property
    def words(self) -> list[str]:
        """The words of an answer beside its value."""
        return [*self.before.split(), *self.after.split()]


def values(text: str, tag: str, order: Order | None = None) -> list[Value]:
    """The values of a folded text from left to right, none overlapping another. A date is no quantity."""
    return _apart(dates(text, tag, order), quantities(text, tag))


def values_and_unread(text: str, tag: str, order: Order | None, spelled: bool) -> list[Value]:
    """The same with quantities that are `unread`. No word that may be a part of a value stands in a text that is not
    `spelled`.
    """
    return _apart(dates(text, tag, order, spelled), with_unread(text, tag, spelled))


def _apart(dated: list[Date], counted: list[Quantity]) -> list[Value]:
    """Dates and quantities from left to right, but for quantities that overlap a date."""
    ends = [date.end for date in dated]
    found: list[Value] = [*dated]
    for one in counted:
        after = bisect_right(ends, one.start)
        if after == len(dated) or one.end <= dated[after].start:
            found.append(one)
    found.sort(key=_START)
    return found


def said(answer: str, source: Source) -> Said | None:
    """An answer as one value with words around it; None if it holds no value, or several."""
    return said_in(answer, source.language, order_of(source))


@lru_cache(maxsize=1 << 10)
def said_in(answer: str, tag: str, order: Order | None = None) -> Said | None:
    """The same of an answer that no source is cited for, in the language of a BCP 47 tag."""
    if len(answer) > _LONGEST:
        return None
    text = fold(answer).text.strip(_OUTER)
    text = text[:-1] if text.endswith(".") and not re.search(r"\b\w\.\Z", text) else text
    found = values(text, tag, order)
    if len(found) != 1:
        return None
    value = found[0]
    before, after = _without_article(text[: value.start].strip(), tag), text[value.end :].strip(" ")
    readings: tuple[Value, ...] = (value,)
    if isinstance(value, Date) and bare_year(text[value.start : value.end]) is not None:
        readings += tuple(one for one in quantities(text, tag) if one.start == value.start)
    return Said(readings, lowered(before), lowered(after))


def may_hold_value(text: str, tag: str) -> bool:
    """Whether a text can hold a value at all: a quick look before a close one."""
    hints = _hints(tag)
    if hints is None or _FIGURE.search(text):
        return hints is not None
    return not hints.words.isdisjoint(listed_words(text)) and hints.pattern.search(text) is not None


class _Hints(NamedTuple):
    """What number words look like, and the first word of each."""

    pattern: re.Pattern[str]
    words: frozenset[str]


@lru_cache(maxsize=64)
def _hints(tag: str) -> _Hints | None:
    values = language(tag).values
    if not values.numerals:
        return None
    words = [*values.numerals, *values.hundred, *values.scales, *values.fractions, *values.ordinals]
    return _Hints(seldom(rf"\b(?:{alternation(words)})(?![^\W_])", re.IGNORECASE), first_words(words))


def order_of(source: Source) -> Order | None:
    """How a source writes dates in figures, if its reference says so."""
    order = source.reference.date_order
    return cast(Order, order) if order in ("dmy", "mdy", "ymd") else None


def _without_article(words: str, tag: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.casefold() in language(tag).articles else words


def covers(answer: Value, there: Value) -> Stretch | None:
    """What of a value an answer states, in the folded text; None if it does not state this value.

    A date may be cut short. Of a quantity the scale word and the unit may be left out here: `verify.guards` asks for
    them elsewhere.
    """
    if isinstance(answer, Date) or isinstance(there, Date):
        both = isinstance(answer, Date) and isinstance(there, Date)
        return (there.start, there.end) if both and there.proves(answer) else None  # type: ignore[union-attr, arg-type]
    if there.unread or answer.zeros != there.zeros or answer.ordinal != there.ordinal:
        return None
    if answer.unit and not agrees(answer.unit, there.unit):
        return None
    if answer.value == there.value:
        return (there.start, there.end) if answer.unit or not there.unit else _without_unit(there)
    if answer.scale == 1 and answer.number == there.number and not answer.unit:
        return there.figures
    return None


def _without_unit(quantity: Quantity) -> Stretch:
    return quantity.figures[0], quantity.scale_at[1] if quantity.scale_at else quantity.figures[1]


def same_value(one: str, other: str, tag: str) -> bool:
    """Whether two texts are one and the same value, written differently or not, with the same words beside it."""
    if not (may_hold_value(one, tag) and may_hold_value(other, tag)):
        return False
    first, second = said_in(one, tag), said_in(other, tag)
    if first is None or second is None or (first.before, first.after) != (second.before, second.after):
        return False
    return any(_equal(reading, another) for reading in first.readings for another in second.readings)


def another_value(one: str, other: str, tag: str) -> bool:
    """Whether two texts state a value each, and not the same; the words beside it do not count."""
    first, second = said_in(one, tag), said_in(other, tag)
    if first is None or second is None:
        return False
    return not any(_equal(reading, another) for reading in first.readings for another in second.readings)


def _equal(one: Value, other: Value) -> bool:
    """Whether two values are the same, with all that belongs to them."""
    if isinstance(one, Date) and isinstance(other, Date):
        return one.proves(other) and other.proves(one)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        units = agrees(one.unit, other.unit) or agrees(other.unit, one.unit) or one.unit == other.unit
        return one.value == other.value and units and (one.zeros, one.ordinal) == (other.zeros, other.ordinal)
    return False
