"""Numbers in figures and in words: what they are worth, where they end, and what is no number."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.matching.numerals import Numeral, numeral


@pytest.mark.parametrize(
    ("text", "value", "scale", "read"),
    [
        ("15", "15", 1, "15"),
        ("1,200,000 men", "1200000", 1, "1,200,000"),
        ("12 500 men", "12500", 1, "12 500"),
        ("2.5 million", "5/2", 10**6, "2.5 million"),
        ("15bn", "15", 10**9, "15bn"),
        ("3 thousand million", "3", 10**9, "3 thousand million"),
        (".5", "1/2", 1, ".5"),
        ("½ mile", "1/2", 1, "½"),
        ("3½", "7/2", 1, "3½"),
        ("3 1/2 cups", "7/2", 1, "3 1/2"),
        ("3/4", "3/4", 1, "3/4"),
        ("eight legs", "8", 1, "eight"),
        ("twenty-five", "25", 1, "twenty-five"),
        ("two hundred and five men", "205", 1, "two hundred and five"),
        ("fifteen hundred", "1500", 1, "fifteen hundred"),
        ("three thousand and five", "3005", 1, "three thousand and five"),
        ("one million two hundred thousand", "1200000", 1, "one million two hundred thousand"),
        ("five hundred thousand", "500", 1000, "five hundred thousand"),
        ("a hundred years", "100", 1, "a hundred"),
        ("a million", "1", 10**6, "a million"),
        ("two dozen", "2", 12, "two dozen"),
        ("half of it", "1/2", 1, "half"),
        ("half a million", "1/2", 10**6, "half a million"),
        ("a quarter of a million", "1/4", 10**6, "a quarter of a million"),
        ("two thirds", "2/3", 1, "two thirds"),
        ("three-quarters", "3/4", 1, "three-quarters"),
        ("two and a half million", "5/2", 10**6, "two and a half million"),
        ("two point five", "5/2", 1, "two point five"),
        ("two and three", "2", 1, "two"),
        ("zero", "0", 1, "zero"),
    ],
)
def test_a_number(text: str, value: str, scale: int, read: str) -> None:
    found = numeral(text, 0, "en")
    assert found is not None
    assert (found.value, found.scale, text[: found.whole_end]) == (Fraction(value), scale, read)


@pytest.mark.parametrize("text", ["012", "hundreds", "hundred", "millions", "a third time", "a", "and five", "men", ""])
def test_no_number(text: str) -> None:
    assert numeral(text, 0, "en") is None


@pytest.mark.parametrize(
    ("text", "zeros"), [("1.10", 1), ("1.1", 0), ("5.00", 2), ("500", 0), ("two point one zero", 1)]
)
def test_zeros_at_the_end_of_the_decimals_are_kept(text: str, zeros: int) -> None:
    found = numeral(text, 0, "en")
    assert found is not None
    assert found.zeros == zeros


def _read(text: str) -> Numeral:
    found = numeral(text, 0, "en")
    assert found is not None
    assert found.whole_end == len(text)
    return found


@given(st.integers(0, 10**15))
def test_figures_are_worth_what_they_say(number: int) -> None:
    for written in (f"{number}", f"{number:,}", f"{number:,}".replace(",", " ")):
        assert _read(written).value == number


@given(st.decimals(0, 10**6, places=3))
def test_decimals_are_worth_what_they_say(number: object) -> None:
    assert _read(f"{number:,}").value == Fraction(str(number))


_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(number: int, joiner: str = " and ") -> str:
    """A number in words, as another hand would write it."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            joint = joiner if rest < 100 else " "
            return f"{spelled(many, joiner)} {name}" + (f"{joint}{spelled(rest, joiner)}" if rest else "")
    raise AssertionError


@given(st.integers(0, 10**12 - 1), st.sampled_from([" and ", " "]))
def test_words_are_worth_what_they_say(number: int, joiner: str) -> None:
    found = _read(spelled(number, joiner))
    assert found.value * found.scale == number


@given(st.text("0123456789,. ½/-abceghilmnostuvwy", max_size=30), st.integers(0, 30))
def test_any_text_can_be_read(text: str, position: int) -> None:
    found = numeral(text, position, "en")
    assert found is None or position < found.whole_end <= len(text)
