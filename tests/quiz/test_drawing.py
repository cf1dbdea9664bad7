"""Wrong options that are drawn from a deck."""

from __future__ import annotations

from pathlib import Path

import pytest

from citedeck.quiz import ChoiceTask, Quiz, RecallTask
from tests.quiz.making import item_of, quiz_of

PEOPLE = (
    ("wall", "Who built the wall?", "Ann Abel", "Ann Abel built the wall."),
    ("gate", "Who forged the gate?", "Bo Berg", "Bo Berg forged the gate."),
    ("roof", "Who laid the roof?", "Cy Cole", "Cy Cole laid the roof."),
    ("well", "Who dug the well?", "Di Dorn", "Di Dorn dug the well."),
    ("door", "Who carved the door?", "Ed Eck", "Ed Eck carved the door."),
)
YEARS = (
    ("year-wall", "In which year was the wall built?", "1701", "The wall was built in 1701."),
    ("year-gate", "In which year was the gate forged?", "1714", "The gate was forged in 1714."),
    ("year-roof", "In which year was the roof laid?", "1722", "The roof was laid in 1722."),
)


def fact(id: str, ask: str, answer: str, quote: str, more: str = "") -> str:
    return f"  {id}: {{ask: {ask!r}, answer: {answer!r}, quote: {quote!r}{more}}}\n"


def deck(*facts: tuple[str, str, str, str]) -> str:
    return "".join(fact(*one) for one in facts)


def article(*facts: tuple[str, str, str, str]) -> str:
    return "\n\n".join(("The house of stone", *(quote for *_, quote in facts))) + "\n"


def options(found: Quiz, id: str) -> tuple[str, ...]:
    """The options of a choice, the right one first; nothing if it is recalled."""
    task = item_of(found, id).task
    if isinstance(task, RecallTask):
        return ()
    assert isinstance(task, ChoiceTask)
    assert task.drawn
    return (str(task.answer), *sorted(map(str, set(task.options) - {task.answer})))


def test_options_are_answers_of_the_same_sort(tmp_path: Path) -> None:
    found = quiz_of(tmp_path, deck(*PEOPLE, *YEARS), article(*PEOPLE, *YEARS))
    people, years = {answer for _, _, answer, _ in PEOPLE}, {answer for _, _, answer, _ in YEARS}
    for id, _, answer, _ in PEOPLE:
        right, *wrong = options(found, id)
        assert right == answer
        assert set(wrong) < people - {answer}
        assert len(wrong) == 3
    for id, _, answer, _ in YEARS:
        assert set(options(found, id)) == years
        assert options(found, id)[0] == answer


def test_too_few_are_none(tmp_path: Path) -> None:
    found = quiz_of(tmp_path, deck(*PEOPLE[:2], YEARS[0]), article(*PEOPLE[:2], YEARS[0]))
    assert {item.kind for item in found.items} == {"recall"}


@pytest.mark.parametrize(
    ("change", "never"),
    [
        (("wall", "Who built the wall?", "Ann Abel", "Ann Abel, and not Bo Berg, built the wall."), "Bo Berg"),
        (("wall", "Who built the wall for Cy Cole?", "Ann Abel", "Ann Abel built the wall for Cy Cole."), "Cy Cole"),
        (("wall", "Who forged wall and gate?", "Ann Abel", "Ann Abel forged wall and gate."), "Bo Berg"),
    ],
    ids=["stands in the quote", "stands in the question", "answers nearly the same question"],
)
def test_what_could_be_right_is_not_drawn(tmp_path: Path, change: tuple[str, str, str, str], never: str) -> None:
    facts = (change, *PEOPLE[1:4])
    found = quiz_of(tmp_path, deck(*facts), article(*facts))
    right, *wrong = options(found, "wall")
    assert right == "Ann Abel"
    assert never not in wrong
    assert len(wrong) == 2


def test_what_also_answers_nearly_the_same_question_is_not_drawn(tmp_path: Path) -> None:
    again = ("again", "Which mason built the wall?", "Bo Berg", "Bo Berg, the mason, built the wall.")
    facts = (*PEOPLE[:4], again)
    assert "Bo Berg" not in options(quiz_of(tmp_path, deck(*facts), article(*facts)), "wall")


def test_what_stands_around_the_quote_is_not_drawn(tmp_path: Path) -> None:
    text = article(*PEOPLE[:4]).replace("Ann Abel built the wall.", "Di Dorn helped. Ann Abel built the wall.")
    assert "Di Dorn" not in options(quiz_of(tmp_path, deck(*PEOPLE[:4]), text), "wall")


def test_what_stands_beside_the_answer_elsewhere_is_not_drawn(tmp_path: Path) -> None:
    text = article(*PEOPLE[:4]) + "\nLater on Di Dorn, whom they called Ann Abel, fell ill.\n"
    assert "Di Dorn" not in options(quiz_of(tmp_path, deck(*PEOPLE[:4]), text), "wall")


def test_an_abbreviation_of_the_answer_is_not_drawn(tmp_path: Path) -> None:
    board = ("paint", "Who painted the wall?", "AA", "AA painted the wall.")
    facts = (PEOPLE[0], board, *PEOPLE[1:3])
    found = quiz_of(tmp_path, deck(*facts), article(*facts))
    assert "AA" not in options(found, "wall")
    assert "Ann Abel" not in options(found, "paint")


def test_another_name_of_the_answer_is_not_drawn(tmp_path: Path) -> None:
    mason = ("lead", "Who led the works?", "The Mason", "The Mason led the works.")
    facts = (*PEOPLE[:4], mason)
    terms = "  name: {term: Ann Abel, meaning: The Mason, quote: 'Ann Abel (The Mason)'}\n"
    text = f"{article(*facts)}\nSo it was said of Ann Abel (The Mason).\n"
    assert "The Mason" not in options(quiz_of(tmp_path, deck(*facts) + terms, text), "wall")


def test_a_spelling_that_is_accepted_is_not_drawn(tmp_path: Path) -> None:
    facts = deck(*PEOPLE[1:4]) + fact(*PEOPLE[0], more=", accept: [Cy Cole]")
    assert "Cy Cole" not in options(quiz_of(tmp_path, facts, article(*PEOPLE[:4])), "wall")


def test_what_anything_may_answer_is_recalled(tmp_path: Path) -> None:
    brought = (("Trade", "new wealth"), ("War", "long hunger"), ("Peace", "great calm"), ("Rain", "good corn"))
    things = tuple((what, f"What did {what} bring?", thing, f"{what} brought {thing}.") for what, thing in brought)
    found = quiz_of(tmp_path, deck(*things), article(*things))
    assert {item.kind for item in found.items} == {"recall"}


def test_units_are_not_mixed(tmp_path: Path) -> None:
    sizes = (
        ("wall", "5 metres"),
        ("gate", "7 metres"),
        ("roof", "9 metres"),
        ("well", "8 years"),
        ("door", "6 kilos"),
    )
    facts = tuple((id, f"What is true of the {id}?", answer, f"Of the {id} it is {answer}.") for id, answer in sizes)
    found = quiz_of(tmp_path, deck(*facts), article(*facts))
    assert set(options(found, "wall")) == {"5 metres", "7 metres", "9 metres"}
    assert options(found, "well") == ()


def test_terms_are_beside_terms_and_meanings_beside_meanings(tmp_path: Path) -> None:
    pairs = (("UNO", "the United Nations"), ("WHO", "the World Health Body"), ("ILO", "the Labour Office"))
    facts = "".join(
        f"  {term}: {{term: {term}, meaning: {meaning}, quote: '{meaning} ({term})'}}\n" for term, meaning in pairs
    )
    text = "\n\n".join(("Bodies", *(f"Everybody knows {meaning} ({term})." for term, meaning in pairs)))
    found = quiz_of(tmp_path, facts, text)
    assert set(options(found, "UNO~term")) == {"UNO", "WHO", "ILO"}
    assert set(options(found, "UNO~meaning")) == {meaning for _, meaning in pairs}


def test_another_fact_moves_few_options(tmp_path: Path) -> None:
    owners = ("Abe", "Bea", "Cia", "Dan", "Eve", "Flo", "Gus", "Hal", "Ida", "Joe")
    many = tuple(
        (f"f-{name}", f"Who owned the {name}hold?", f"{name} Owner", f"{name} Owner owned the {name}hold.")
        for name in owners
    )
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    before = quiz_of(tmp_path / "before", deck(*many), article(*many))
    after = quiz_of(tmp_path / "after", deck(*PEOPLE[:1], *many), article(*PEOPLE[:1], *many))
    again = [options(before, id) for id, *_ in many]
    moved = [id for (id, *_), was in zip(many, again, strict=True) if options(after, id) != was]
    assert all(again)
    assert len(moved) <= 3


def test_what_is_asked_with_a_not_has_many_right_answers(tmp_path: Path) -> None:
    shy = ("shy", "Who did not paint the hall?", "Flo Funk", "Flo Funk did not paint the hall.")
    facts = (*PEOPLE, shy)
    assert options(quiz_of(tmp_path, deck(*facts), article(*facts)), "shy") == ()
