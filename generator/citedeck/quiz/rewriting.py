"""The same value as others write it: candidates, of which those are kept that really are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from citedeck.languages import Values, language
from citedeck.matching.dates import Date
from citedeck.matching.folding import folded
from citedeck.matching.quantity import Quantity
from citedeck.matching.units import measures
from citedeck.matching.values import said_in, same_value, values
from citedeck.matching.years import bare_year
from citedeck.model import lowered

_FIGURES = re.compile(r"(?<![\w.,])[1-9]\d{3,}(?![\w.,])")
_LOW = re.compile(r"(?<=[^\W\d_])[₀-₉]+(?!\d)")
_HIGH = re.compile(r"(?<=\w)[⁺⁻]?[⁰¹²³⁴-⁹]+(?!\d)")
_SPELLED = range(1, 21)  # numbers that people write as words


def rewritten(text: str, tag: str) -> Iterator[str]:
    """A text, on one line, as a keyboard has it, and the value it states in other figures or words; nothing that could
    be another value. Some come twice.
    """
    sign = language(tag).lints.thousands
    for one in dict.fromkeys((text, folded(text), _on_the_line(text))):
        yield one
        others = (_ungrouped(one, sign), _grouped(one, sign)) if sign else ()
        yield from (other for other in (*others, *_of_value(one, tag)) if same_value(one, other, tag))


def _of_value(text: str, tag: str) -> Iterator[str]:
    """The single value of a text in other figures or words."""
    even = folded(text)
    statement = said_in(even, tag)
    found = values(even, tag) if statement else []
    if len(found) != 1:
        return
    value, known = found[0], language(tag)
    before, after = even[: value.start], even[value.end :]
    if isinstance(value, Date):
        yield from (f"{before}{written}{after}" for written in _dates(value, known.values))
    elif value.value.denominator == 1:
        start, end = value.figures[0], max(value.figures[1], value.scale_at[1] if value.scale_at else 0)
        spoken = even[end : end + 1] in ("", " ") and not measures(even)
        for number in _numbers(value, known.values, known.lints.thousands, spoken):
            yield f"{even[:start]}{number}{even[end:]}"


def _numbers(value: Quantity, known: Values, sign: str, spoken: bool) -> Iterator[str]:
    """A whole number in figures; a small one that is `spoken`, for no symbol follows it, in words too."""
    number = int(value.value)
    if value.zeros or value.ordinal or number < 1:
        return
    yield str(number)
    if sign and number >= 1000:
        yield f"{number:,}".replace(",", sign)
    if spoken and number in _SPELLED:
        yield from (word for word, size in known.numerals.items() if size == number)


def _dates(date: Date, known: Values) -> Iterator[str]:
    """A date with its month as a word, or in figures as ISO 8601 has it."""
    if date.year is None or date.month is None or date.year < 1000 or date.weekday is not None or date.era_at:
        return
    day, year = date.day, f"{date.year:04}"
    if day is not None:
        yield f"{year}-{date.month:02}-{day:02}"
    for word in (month.capitalize() for month, number in known.months.items() if number == date.month):
        if day is None:
            yield f"{word} {year}"
            continue
        yield from (f"{day} {word} {year}", f"{word} {day}, {year}", f"{word} {day} {year}", f"{day}. {word} {year}")


def _on_the_line(text: str) -> str:
    """What is set above or below the line as a keyboard has it: CO2, 10^23. Never a figure that another one follows."""
    low = _LOW.sub(lambda found: lowered(found[0]), unicodedata.normalize("NFC", text))
    return _HIGH.sub(lambda found: f"^{lowered(found[0])}", low)


def _ungrouped(text: str, sign: str) -> str:
    return re.sub(rf"(?<=\d){re.escape(sign)}(?=\d{{3}}(?!\d))", "", text)


def _grouped(text: str, sign: str) -> str:
    """Figures in groups of three, but for what is a year."""
    return _FIGURES.sub(
        lambda found: found[0] if bare_year(found[0]) else f"{int(found[0]):,}".replace(",", sign), text
    )
