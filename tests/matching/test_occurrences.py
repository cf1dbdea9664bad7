"""Searching by words finds what searching by code points finds."""

from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.matching.occurrences import Searched, occurrences

TEXT = "the sea and the sea wall, the seas; " * 3_000 + "one harbour. 三十五 harbours_x"


def test_occurrences_may_overlap() -> None:
    assert list(occurrences("aaaa", "aa")) == [0, 1, 2]
    assert list(occurrences("abc", "")) == []


def _indexed() -> Searched:
    searched = Searched(TEXT)
    for _ in range(60):
        list(searched.occurrences("no such words here"))
    assert searched._places == {} or "sea" in searched._places
    list(searched.occurrences("and the sea"))
    assert "sea" in searched._places
    return searched


INDEXED = _indexed()


@given(st.integers(len(TEXT) - 200, len(TEXT)), st.integers(0, 60))
@example(len(TEXT), 40)
def test_what_stands_there_is_found_by_its_words(end: int, length: int) -> None:
    needle = TEXT[max(0, end - length) : end]
    assert list(INDEXED.occurrences(needle)) == list(occurrences(TEXT, needle))


ONCE = "".join(f"the sea, the wall of {number}\nand the sea. " for number in range(200))


def _counted() -> Searched:
    searched = Searched(ONCE)
    for _ in range(60):
        list(searched.occurrences("no such words here"))
    assert searched._counts["sea,"] == 200
    assert not searched._places
    return searched


COUNTED = _counted()


@given(st.integers(0, len(ONCE)), st.integers(0, 60))
def test_what_holds_a_word_that_stands_once_is_found_once(start: int, length: int) -> None:
    for needle in (ONCE[start : start + length], f"{ONCE[start : start + length]} x"):
        assert list(COUNTED.occurrences(needle)) == list(occurrences(ONCE, needle))


@given(st.text("the sawl ,;", max_size=20))
def test_what_does_not_stand_there_is_not_found(needle: str) -> None:
    assert list(INDEXED.occurrences(needle)) == list(occurrences(TEXT, needle))
