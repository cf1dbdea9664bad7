"""Dates: as precise as they are written, and which proves which."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.matching.dates import Date, Order, dates


def _date(text: str, order: Order | None = None) -> Date:
    (found,) = dates(text, "en", order)
    assert (found.start, found.end) == (0, len(text))
    return found


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("4 July 1998", 1998, 7, 4),
        ("4th July, 1998", 1998, 7, 4),
        ("July 4, 1998", 1998, 7, 4),
        ("July 4th 1998", 1998, 7, 4),
        ("the 4th of July 1998", 1998, 7, 4),
        ("Jul. 4, 1998", 1998, 7, 4),
        ("Saturday, 4 July 1998", 1998, 7, 4),
        ("1998-07-04", 1998, 7, 4),
        ("13/7/1998", 1998, 7, 13),
        ("4.4.1998", 1998, 4, 4),
        ("July 1998", 1998, 7, None),
        ("July 4", None, 7, 4),
        ("4 July", None, 7, 4),
        ("44 BC", -44, None, None),
        ("AD 79", 79, None, None),
        ("12,000 BCE", -12000, None, None),
        ("1998", 1998, None, None),
    ],
)
def test_a_date(text: str, year: int | None, month: int | None, day: int | None) -> None:
    found = _date(text)
    assert (found.year, found.month, found.day) == (year, month, day)
    assert not found.ambiguous


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 1998 it rained", ["1998"]),
        ("from 1998 to 2001", ["1998", "2001"]),
        ("of 1500 people", []),
        ("In 1500 miles", []),
        ("1500 villages", []),
        ("the 1986 fire", ["1986"]),
        ("the 1990s and the 1990's", ["1990s", "1990's"]),
        ("a 19th-century house", ["19th-century"]),
        ("he may 5 times", []),
        ("version 1998.2", []),
        ("1,998 men", []),
        ("$1998", []),
        ("31 June 1998", ["June 1998"]),
    ],
)
def test_dates_within_a_text(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in dates(text, "en")] == found


@pytest.mark.parametrize("text", ["4/7/1998", "04/07/98", "4-7-1998"])
def test_an_order_that_cannot_be_known(text: str) -> None:
    assert _date(text).ambiguous


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2199, 12, 31)))
def test_every_way_to_write_a_date_says_the_same(date: datetime.date) -> None:
    month = date.strftime("%B")
    ways = [
        f"{date.day} {month} {date.year}",
        f"{month} {date.day}, {date.year}",
        f"the {date.day}th of {month} {date.year}",
        date.isoformat(),
    ]
    for way in ways:
        assert (_date(way).year, _date(way).month, _date(way).day) == (date.year, date.month, date.day)
    first, second = _date(f"{date:%d/%m/%Y}", "dmy"), _date(f"{date:%m/%d/%Y}", "mdy")
    assert first.proves(second)
    assert second.proves(first)


@given(st.dates(), st.dates())
def test_a_date_proves_itself_cut_short_and_no_other(one: datetime.date, other: datetime.date) -> None:
    full = Date(0, 1, one.year, one.month, one.day)
    assert full.proves(Date(0, 1, one.year, one.month))
    assert full.proves(Date(0, 1, one.year))
    assert not Date(0, 1, one.year).proves(full)
    assert not full.proves(Date(0, 1, -one.year))
    assert full.proves(Date(0, 1, other.year, other.month, other.day)) == (one == other)


@given(st.text("0123456789/-. JulyMaBC,th", max_size=30))
def test_any_text_can_be_read(text: str) -> None:
    for found in dates(text, "en"):
        assert 0 <= found.start < found.end <= len(text)
