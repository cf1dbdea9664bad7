"""Dates in a folded text: as precise as they are written, with their era, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from citedeck.languages import Values, language
from citedeck.languages.words import as_listed
from citedeck.matching.numerals import alternation
from citedeck.matching.value_words import value_words, value_words_in
from citedeck.matching.words_in import figures_in
from citedeck.matching.years import Years
from citedeck.seldom import seldom

Order = Literal["dmy", "mdy", "ymd"]
Unit = Literal["year", "decade", "century"]
Stretch = tuple[int, int]

_CENTURY = 100
_MONTHS = 12
_FEWEST_DIGITS = 3  # of a year after a day and a month, if no era follows
_YEAR_DIGITS = 4
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST_FIRST = 24  # code points before a date in which the first of a range may stand


class Date(NamedTuple):
    """A date as far as it is written; `year` is the first year of a decade or century, and negative before our era.

    A month or a day without a year is a date too. `ambiguous` is a date in figures whose order cannot be known:
    4/7/1998. Stretches are half-open, in the folded text; `era_at` is where the era is written.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit = "year"
    era_at: Stretch | None = None
    ambiguous: bool = False

    def proves(self, said: Date) -> bool:
        """Whether another date is this one, or this one cut short: 4 July 1998 proves July 1998 and 1998."""
        if self.ambiguous or said.ambiguous or said.unit != self.unit or said.year != self.year:
            return False
        if said.weekday is not None and said.weekday != self.weekday:
            return False
        if said.day is not None or said.year is None:
            return (said.month, said.day) == (self.month, self.day)
        return said.month in (None, self.month)


def dates(text: str, tag: str, order: Order | None = None, spelled: bool = True) -> list[Date]:
    """Every date of a folded text in the language of a BCP 47 tag. `order` is that of dates in figures; no word that
    may be a part of a value stands in a text that is not `spelled`.
    """
    reader = _reader(tag)
    return list(reader.read(text, order, spelled)) if reader else []


@lru_cache(maxsize=64)
def _reader(tag: str) -> _Reader | None:
    values = language(tag).values
    return _Reader(tag, values) if values.months else None


_Make = Callable[["re.Match[str]", "Order | None"], "Date | None"]
_Shapes = tuple[tuple["re.Pattern[str]", _Make], ...]
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = ("", " ", ",", ";", ")")
"""What may stand after figures that are no date in figures, and no decade."""
_TOKEN = re.compile(r"(?P<figure>[0-9]+)|[^\W\d_]+")


def _shapes(*shapes: tuple[str, _Make]) -> _Shapes:
    """Patterns of dates, each with what makes a date of it; none begins within something longer."""
    return tuple((seldom(rf"(?<![\w.,:/'-])(?:{shape})", re.IGNORECASE), make) for shape, make in shapes)


class _Reader:
    """Reads dates, with the patterns that follow from a language's tables."""

    def __init__(self, tag: str, values: Values) -> None:
        self._values = values
        month, weekday = rf"(?P<month>{alternation(values.months)})\.?(?![^\W_])", alternation(values.weekdays)
        era = rf"(?: ?(?P<era>{alternation(values.eras)})(?![^\W_]))?"
        era_first = rf"(?P<era>{alternation(values.eras)}) ?"
        endings = alternation(values.ordinal_endings)
        day = rf"(?P<day>0?[1-9]|[12][0-9]|3[01])(?![0-9])(?:{endings}|\.)?"
        year = rf"(?:(?P<before>{alternation(values.eras)}) ?)?(?P<year>[0-9]{{1,4}})(?![\w]|[.,:/'-][0-9])"
        named = rf"(?:(?P<weekday>{weekday})\.?,? )?"
        of = rf"(?:{alternation(values.of)})"
        centuries, decades = alternation(values.centuries), alternation(values.decade_endings)
        ordinal = rf"(?P<number>[0-9]{{1,2}}(?:{endings}|\.)|{alternation(values.ordinals)})"
        figures = r"(?P<a>[0-9]{1,4})(?P<by>[./-])(?P<b>[0-9]{1,2})(?P=by)(?P<c>[0-9]{4}|[0-9]{2})(?![\w]|[./-][0-9])"
        counted = rf"(?P<year>[0-9]{{1,4}}|[0-9]{{1,3}},[0-9]{{3}}) ?(?P<era>{alternation(values.eras)})(?![^\W_])"
        day_first = rf"{day},?(?: {of})?[ -]{month}"
        day_last = rf"{month} (?:the )?{day}"
        century = rf"{ordinal}[ -](?:{centuries}){era}"
        self._after_figure = _shapes(
            (rf"{day_first},?(?: {of})?[ -]{year}{era}", self._named),
            (r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![\w-])", self._iso),
            (figures, self._figures),
            (day_first, self._named),
            (century, self._century),
            (rf"(?P<year>[0-9]{{3}}0)(?:{decades})(?!\w)", self._decade),
            (counted, self._named),
        )
        self._figures_alone = tuple(
            shape for shape in self._after_figure if shape[1] in (self._iso, self._figures, self._decade)
        )
        self._after_word = _shapes(
            (rf"{named}{day_first},?(?: {of})?[ -]{year}{era}", self._named),
            (rf"{named}{day_last},? {year}{era}", self._named),
            (rf"{month},?(?: {of})? {year}{era}", self._named),
            (rf"{named}{day_first}", self._named),
            (rf"{named}{day_last}(?![\w]|[.,][0-9])", self._named),
            (century, self._century),
            (rf"{era_first}(?P<year>[0-9]{{1,4}})(?!\w|[.,:][0-9])", self._named),
        )
        eras = (era.partition(".")[0] for era in values.eras)
        ordinals = (word.partition("-")[0] for word in values.ordinals)
        self._starters = frozenset((*values.months, *values.weekdays, *eras, *ordinals))
        self._tag = tag
        self._words = value_words(tag).dates
        self._centuries = values.centuries  # compounds may begin with them
        joint = rf" ?(?:-|{alternation(values.ranges)}) ?(?:the )?\Z"
        self._day_before = seldom(rf"(?<![\w.,:/-])([0-9]{{1,2}})(?:{endings}|\.)?{joint}", re.IGNORECASE)
        self._month_before = seldom(rf"(?<!\w)({alternation(values.months)})\.?{joint}", re.IGNORECASE)
        numbers = rf"[0-9]{{1,2}}(?:{endings}|\.)|{alternation(values.ordinals)}"
        self._century_before = seldom(rf"(?<!\w)({numbers})(?:[ -](?:{centuries}))?{joint}", re.IGNORECASE)
        self._years = Years(values)

    def read(self, text: str, order: Order | None, spelled: bool) -> Iterator[Date]:
        spelled = spelled and not self._words.isdisjoint(value_words_in(text, self._tag))
        if not spelled and not any(map(as_listed(text).__contains__, self._centuries)):
            yield from self._in_figures(text, order)
            return
        end = 0
        for token in _TOKEN.finditer(text):
            if token.start() < end or not (token["figure"] or as_listed(token[0]) in self._starters):
                continue
            date = self._at(text, token, order)
            if date:
                yield from self._first_of_range(text, end, date)
                yield date
                end = date.end

    def _in_figures(self, text: str, order: Order | None) -> Iterator[Date]:
        """The same of a text in which no word can be a part of a date."""
        end = 0
        for start, stop in figures_in(text):
            if start < end or not text[start].isascii():
                continue
            plain = text[stop : stop + 1] in _ENDS
            date = None if plain else self._shaped(text, start, self._figures_alone, order)
            if date:
                yield from self._first_of_range(text, end, date)
            else:
                date = self._bare_year(text, start, stop)
            if date:
                yield date
                end = date.end

    def _first_of_range(self, text: str, end: int, last: Date) -> Iterator[Date]:
        """What a date shares its month, year or century with: 12 to 14 March 1947, March to May, the 4th or 5th."""
        if last.unit != "century" and not (last.day or last.month):
            return
        shape = self._day_before if last.day else self._month_before if last.month else self._century_before
        found = shape.search(text, max(end, last.start - _LONGEST_FIRST), last.start)
        if found is None:
            return
        first = last._replace(start=found.start(1), end=found.end(1), weekday=None, era_at=None)
        if last.day:
            yield first._replace(day=int(found[1]))
        elif last.month:
            yield first._replace(month=self._values.months[as_listed(found[1])])
        else:
            sign = -1 if (last.year or 0) < 0 else 1
            yield first._replace(year=sign * self._count(found[1]) * _CENTURY)

    def _at(self, text: str, token: re.Match[str], order: Order | None) -> Date | None:
        if token["figure"]:
            return self._shaped(text, token.start(), self._after_figure, order) or self._bare_year(text, *token.span())
        return self._shaped(text, token.start(), self._after_word, order)

    def _shaped(self, text: str, start: int, shapes: _Shapes, order: Order | None) -> Date | None:
        for shape, make in shapes:
            found = shape.match(text, start)
            date = make(found, order) if found else None
            if date:
                return date
        return None

    def _bare_year(self, text: str, start: int, end: int) -> Date | None:
        if end - start != _YEAR_DIGITS:
            return None
        year = self._years.at(text, start)
        return Date(start, end, year) if year else None

    def _named(self, found: re.Match[str], _: Order | None) -> Date | None:
        part = found.groupdict().get
        name, day_of_week = part("month"), part("weekday")
        month = self._values.months[as_listed(name)] if name else None
        day = int(figures) if (figures := part("day")) else None
        if month and day and day > _DAYS[month - 1]:
            return None
        era, year = part("era") or part("before"), part("year")
        if month and year and len(year) < _FEWEST_DIGITS and not era:
            return None
        sign = self._values.eras[as_listed(era)] if era else 1
        weekday = self._values.weekdays[as_listed(day_of_week)] if day_of_week else None
        if name and not year and name[0].islower():  # he may 5 times
            return None
        return Date(
            found.start(),
            found.end(),
            sign * int(year.replace(",", "")) if year else None,
            month,
            day,
            weekday,
            era_at=found.span("era" if part("era") else "before") if era else None,
        )

    def _iso(self, found: re.Match[str], _: Order | None) -> Date | None:
        return _dated(found, int(found["year"]), int(found["month"]), int(found["day"]))

    def _figures(self, found: re.Match[str], order: Order | None) -> Date | None:
        first, second, third = int(found["a"]), int(found["b"]), int(found["c"])
        if len(found["c"]) < 4 and len(found["a"]) < 4:
            return (
                Date(found.start(), found.end(), ambiguous=True)
                if max(first, second) <= 31 and found["by"] == "/"
                else None
            )
        if len(found["a"]) == 4:
            return _dated(found, first, second, third)
        readings = {
            "dmy": _dated(found, third, second, first),
            "mdy": _dated(found, third, first, second),
        }
        if order in readings:
            return readings[order]
        possible = {(date.month, date.day): date for date in readings.values() if date}
        if len(possible) > 1:
            return Date(found.start(), found.end(), ambiguous=True)
        return next(iter(possible.values()), None)

    def _century(self, found: re.Match[str], _: Order | None) -> Date | None:
        count = self._count(found["number"])
        sign = self._values.eras[as_listed(found["era"])] if found["era"] else 1
        era_at = found.span("era") if found["era"] else None
        return Date(found.start(), found.end(), sign * count * _CENTURY, unit="century", era_at=era_at)

    def _count(self, ordinal: str) -> int:
        figures = re.match("[0-9]+", ordinal)
        return int(figures[0]) if figures else self._values.ordinals[as_listed(ordinal)]

    def _decade(self, found: re.Match[str], _: Order | None) -> Date | None:
        return Date(found.start(), found.end(), int(found["year"]), unit="decade")


def _dated(found: re.Match[str], year: int, month: int, day: int) -> Date | None:
    if not (1 <= month <= _MONTHS and 1 <= day <= _DAYS[month - 1]):
        return None
    return Date(found.start(), found.end(), year, month, day)
