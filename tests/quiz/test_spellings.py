"""What is right when it is typed."""

from __future__ import annotations

import pytest

from citedeck.model import Text
from citedeck.quiz import is_right, keys, marks
from citedeck.quiz.spellings import typed_answer

RIGHT = (
    ("Sergei Shoigu", "sergei shoigu"),
    ("South Korea’s NIS", "South Korea's NIS"),
    ("the Kursk region", "Kursk region"),
    ("Kursk region", "the kursk  region."),
    ("long-term", "long–term"),
    ("5,000", "5000"),
    ("5000", "5,000"),
    ("5,000", "five thousand"),
    ("2.5 million dollars", "$2,500,000"),
    ("4 July 1998", "July 4, 1998"),
    ("Straße", "STRASSE"),
    ("café", "cafe\u0301"),
    ("5 mW", "5 mW"),
)
WRONG = (
    ("Sergei Shoigu", "Sergei"),
    ("Sergei Shoigu", ""),
    ("Sergei Shoigu", " "),
    ("Sergei Shoigu", "."),
    ("5,000", "50,000"),
    ("5,000", "5.000"),
    ("5,000", "5"),
    ("15,000", "5,000"),
    ("1990", "1,991"),
    ("5 mW", "5 MW"),
    ("5 mg", "5 mcg"),
    ("10²³", "1023"),
    ("4 July 1998", "1998"),
    ("café", "cafe"),
    ("the US", "the"),
    ("a third", "third"),
    ("third", "a third"),
    ("x²", "x2"),
)


@pytest.mark.parametrize(("answer", "typed"), RIGHT)
def test_case_typography_and_ways_to_write_a_value_are_forgiven(answer: str, typed: str) -> None:
    assert is_right(typed, typed_answer(Text(answer), (), "en"), "en")


@pytest.mark.parametrize(("answer", "typed"), WRONG)
def test_nothing_else_is(answer: str, typed: str) -> None:
    assert not is_right(typed, typed_answer(Text(answer), (), "en"), "en")


@pytest.mark.parametrize(
    ("answer", "accept", "spellings"),
    [
        ("Kursk", (), ("Kursk",)),
        ("Kursk", ("Kursk oblast",), ("Kursk", "Kursk oblast")),
        ("5,000", (), ("5,000", "5000")),
        ("12400 people", (), ("12400 people", "12,400 people")),
        ("1987", (), ("1987",)),
        ("“Korea’s”", (), ("“Korea’s”", '"Korea\'s"')),
        ("two\nlines", (), ("two lines", "2 lines")),
        ("8 legs", (), ("8 legs", "eight legs")),
        ("2.5 million crowns", (), ("2.5 million crowns", "2500000 crowns", "2,500,000 crowns")),
        ("May 1990", (), ("May 1990",)),
        ("0.5", (), ("0.5",)),
        ("the 15th", (), ("the 15th",)),
        ("CO₂", (), ("CO₂", "CO2")),
        ("10²³ atoms", (), ("10²³ atoms", "10^23 atoms")),
        ("10⁻⁹ m", (), ("10⁻⁹ m", "10^-9 m")),
        ("log₂8", (), ("log₂8",)),
    ],
)
def test_the_spellings_that_formats_are_given(answer: str, accept: tuple[str, ...], spellings: tuple[str, ...]) -> None:
    assert typed_answer(Text(answer), accept, "en").spellings == spellings


def test_a_date_is_right_in_other_forms() -> None:
    spellings = typed_answer(Text("3 March 1912"), (), "en").spellings
    assert {"3 March 1912", "March 3, 1912", "1912-03-03", "3 Mar 1912"} <= set(spellings)
    assert all(is_right(one, typed_answer(Text("3 March 1912"), (), "en"), "en") for one in spellings)
    assert not is_right("March 1912", typed_answer(Text("3 March 1912"), (), "en"), "en")


def test_in_another_language_figures_are_parted_otherwise() -> None:
    assert typed_answer(Text("5.000"), (), "de").spellings == ("5.000", "5000")
    assert typed_answer(Text("5,000"), (), "de").spellings == ("5,000",)


def test_keys_are_what_a_page_compares() -> None:
    assert keys(typed_answer(Text("The “Kursk” region"), ("KURSK",), "en"), "en") == ('kursk" region', "kursk")
    assert keys(typed_answer(Text("5 mW"), (), "en"), "en") == ("5 mW",)


@pytest.mark.parametrize(
    ("typed", "ordered", "right"),
    [
        (["cod", "herring"], False, [True, True]),
        (["cod", "cod"], False, [True, False]),
        (["cod", "herring"], True, [False, False]),
        (["herring", "eel"], True, [True, False]),
        (["", "herring"], False, [False, True]),
    ],
)
def test_each_answer_of_a_list_counts_once(typed: list[str], ordered: bool, right: list[bool]) -> None:
    answers = tuple(typed_answer(Text(one), (), "en") for one in ("herring", "cod"))
    assert marks(typed, answers, ordered, "en") == right
