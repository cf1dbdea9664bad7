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
    owners = ("Abe Zorn", "Bea Yak", "Cia Xu", "Dan Wolf", "Eve Veit", "Flo Ulm", "Gus Till", "Hal Stone", "Ida Reh")
    many = tuple(
        (f"f{number}", f"Who owned the hold of {name[:3]}?", name, f"{name} owned the hold of {name[:3]}.")
        for number, name in enumerate(owners)
    )
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    before = quiz_of(tmp_path / "before", deck(*many), article(*many))
    after = quiz_of(tmp_path / "after", deck(*PEOPLE[:1], *many), article(*PEOPLE[:1], *many))
    again = [options(before, id) for id, *_ in many]
    new = [set(options(after, id)) - set(was) for (id, *_), was in zip(many, again, strict=True)]
    assert all(again)
    assert set().union(*new) == {"Ann Abel"}
    assert new.count(set()) >= len(many) // 3


def test_what_is_asked_with_a_not_has_many_right_answers(tmp_path: Path) -> None:
    shy = ("shy", "Who did not paint the hall?", "Flo Funk", "Flo Funk did not paint the hall.")
    facts = (*PEOPLE, shy)
    assert options(quiz_of(tmp_path, deck(*facts), article(*facts)), "shy") == ()


ALIKE = (
    ("Pat Kennedy", "Jo F. Kennedy"),
    ("Müller", "Mueller"),
    ("the USA", "the United States"),
    ("the U.S.", "the USA"),
    ("Saint Peter", "St. Peter"),
)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_may_be_another_name_of_the_answer_is_not_drawn(tmp_path: Path, one: str, other: str) -> None:
    first = ("first", "Who swept the yard?", one, f"{one} swept the yard.")
    second = ("second", "Who mended the fence?", other, f"{other} mended the fence.")
    facts = (first, second, *PEOPLE[:3])
    found = quiz_of(tmp_path, deck(*facts), article(*facts))
    assert options(found, "first")[0] == one
    assert other not in options(found, "first")
    assert one not in options(found, "second")
    assert not {one, other} <= set(options(found, "wall"))


def test_an_answer_that_is_another_spelling_elsewhere_is_not_drawn(tmp_path: Path) -> None:
    first = fact("first", "Who swept the yard?", "Elsa Ost", "Elsa Ost swept the yard.")
    second = fact("second", "Who fed the hens?", "Lise West", "Lise West fed the hens.", ", accept: [Elsa Ost]")
    text = article(*PEOPLE[:3]) + "\nElsa Ost swept the yard.\n\nLise West fed the hens.\n"
    found = quiz_of(tmp_path, first + second + deck(*PEOPLE[:3]), text)
    assert "Lise West" not in options(found, "first")
    assert "Elsa Ost" not in options(found, "second")


def test_a_term_in_the_meaning_of_another_is_of_it(tmp_path: Path) -> None:
    pairs = (("mammal", "an animal that suckles"), ("whale", "a mammal of seas"), ("corvid", "a bird that caws"),
             ("teleost", "a fish with bones"), ("conifer", "a tree with cones"))  # fmt: skip
    facts = "".join(f"  {one}: {{term: {one}, meaning: {what}, quote: '{one} is {what}'}}\n" for one, what in pairs)
    text = "Things\n\n" + "\n\n".join(f"So {one} is {what}." for one, what in pairs) + "\n"
    found = quiz_of(tmp_path, facts, text)
    assert "an animal that suckles" not in options(found, "whale~meaning")
    assert len(options(found, "whale~meaning")) == 4


@pytest.mark.parametrize("words", ["more than {}", "at least {}", "{} or more", "about {}"])
def test_bounds_may_be_true_side_by_side(tmp_path: Path, words: str) -> None:
    facts = tuple(
        (name, f"How many {name} came?", words.format(count), f"Then {words.format(count)} {name} came.")
        for name, count in (("men", "1,000"), ("cows", "2,000"), ("hens", "3,000"), ("bees", "4,000"))
    )
    found = quiz_of(tmp_path, deck(*facts), article(*facts))
    assert {item.kind for item in found.items} == {"recall"}


def test_a_value_that_stands_near_the_quote_is_not_drawn(tmp_path: Path) -> None:
    text = article(*YEARS).replace("built in 1701.", "built in 1701. It was built again in 1714.")
    assert options(quiz_of(tmp_path, deck(*YEARS), text), "year-wall") == ()


def test_a_gap_is_not_drawn(tmp_path: Path) -> None:
    again = "  gap: {cloze: 'The wall was raised again in {{1733}}'}\n"
    text = f"{article(*YEARS)}\nThe wall was raised again in 1733\n"
    assert "1733" not in options(quiz_of(tmp_path, deck(*YEARS) + again, text), "year-wall")


def test_answers_of_one_list_are_not_drawn_beside_each_other(tmp_path: Path) -> None:
    both = (
        "  both: {ask: Which two founded it?, answers: [Ann Abel, Bo Berg], quote: Ann Abel and Bo Berg founded it}\n"
    )
    text = f"{article(*PEOPLE[:4])}\nLong ago\n\nAnn Abel and Bo Berg founded it.\n"
    found = quiz_of(tmp_path, deck(*PEOPLE[:4]) + both, text)
    assert "Bo Berg" not in options(found, "wall")
    assert "Ann Abel" not in options(found, "gate")


def test_what_stands_in_the_paragraph_in_another_form_is_not_drawn(tmp_path: Path) -> None:
    text = article(*PEOPLE[:4]).replace("Ann Abel built the wall.", "Ann Abel built the wall. The Di Dorns looked on.")
    assert "Di Dorn" not in options(quiz_of(tmp_path, deck(*PEOPLE[:4]), text), "wall")
