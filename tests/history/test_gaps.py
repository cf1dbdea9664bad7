"""A gap keeps its number, and with it its reviews; where nobody can say which gap is which, nobody guesses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citedeck.history import Shipped
from citedeck.history.gaps import renumbered
from citedeck.kinds.cloze import parse
from citedeck.model import Citation, Cloze, Entry, Identity, Listing, Note, Problem, Text, gaps
from tests.exporters.apkg.every_kind import FACTS, T0, T1, T2
from tests.history.workshop import Workshop


def entry(question: Cloze | Listing) -> Entry:
    return Entry("d", "decks/d.yaml", Text("f"), "cloze", question, Citation(None, ()), Identity("f"))


def cloze(text: str) -> Cloze:
    return parse(Text(text))


def shipped(question: Cloze | Listing, former: tuple[tuple[int, str], ...] = ()) -> Shipped:
    return Shipped(Note("g", "f", "cloze", {"Text": "x"}, gaps=gaps(question)), 1, 1, "", former=former)


def pasted(problem: Problem) -> str:
    (text,) = re.findall('cloze: "(.*)"', problem.hint)
    return str(text)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("{{a}} or {{b}}", "{{a}} or {{b}}"),
        ("{{a}} or {{b}}", "{{a}} and {{b}}"),
        ("{{a}} or {{b}}", "{{a}} or {{b}} or {{c}}"),
        ("{{a}} or {{b}}", "{{a}} or b"),
        ("{{a}} or {{b}}", "{{an a}} or {{b}}"),
        ("{{a}} or {{b}}", "{{an a}} or {{the b}}"),
        ("{{a}} or {{a}}", "{{a}} or {{a}}"),
        ("{{c2::a}} or {{c4::b}}", "{{c4::b}} or {{c2::a}}"),
        ("{{c2::a}} or {{c4::b}}", "{{c2::a}} or {{c4::b}} or {{c1::c}}"),
        ("{{a}} or {{b}}", "{{c1::x}} or {{c2::y}} or {{c3::b2}}"),
        ("{{c1::a}} or {{c1::b}}", "{{c1::b}} or {{c1::a}}"),
    ],
)
def test_a_cloze_that_costs_no_review_stays_as_it_is(before: str, now: str) -> None:
    fact = entry(cloze(now))
    assert renumbered(fact, shipped(cloze(before))) == fact


def test_the_number_of_a_gap_that_is_gone_is_not_given_away() -> None:
    told = renumbered(entry(cloze("{{c1::met}} {{c2::Bo}}")), shipped(cloze("{{c2::Bo}}"), former=((1, "Ada"),)))
    assert isinstance(told, Problem)
    assert pasted(told) == "{{c3::met}} {{c2::Bo}}"
    back = entry(cloze("{{c1::Ada O.}} met {{c2::Bo}}"))
    assert renumbered(back, shipped(cloze("{{c2::Bo}}"), former=((1, "Ada"),))) == back


@pytest.mark.parametrize(
    ("before", "now", "instead"),
    [
        ("{{a}} or {{b}}", "{{c}} or {{a}} or {{b}}", "{{c3::c}} or {{c1::a}} or {{c2::b}}"),
        ("{{a}} or {{b}}", "{{b}} or {{a}}", "{{c2::b}} or {{c1::a}}"),
        ("{{a}} or {{b}}", "a or {{b}}", "a or {{c2::b}}"),
        ("{{a}} or {{b}}", "{{c1::b}} or {{c2::a}}", "{{c2::b}} or {{c1::a}}"),
        ("{{c2::a}} or {{c4::b}}", "{{a}} or {{b}}", "{{c2::a}} or {{c4::b}}"),
        ("{{c2::a::hint}} or {{c4::b}}", "{{an a}} or {{the b}}", "{{c2::an a}} or {{c4::the b}}"),
        ("{{Ada}} or {{Bo}} or Cy", "{{Ada}} or Bo or {{Cy}}", "{{c1::Ada}} or Bo or {{c3::Cy}}"),
        ("{{Ada}} met Bo", "Ada met {{c1::Bo}}", "Ada met {{c2::Bo}}"),
        ("{{c1::Ada}} met {{c2::Bo}}", "Ada {{c1::met}} {{c2::Bo}}", "Ada {{c3::met}} {{c2::Bo}}"),
        ("{{a}}", "{{x}} or {{a2}}", "{{c2::x}} or {{c3::a2}}"),
        ("{{a}} or {{b}} or {{c}}", "{{a}} or {{b2}}", "{{c1::a}} or {{c4::b2}}"),
    ],
)
def test_a_cloze_that_would_cost_reviews_is_told_with_its_numbers(before: str, now: str, instead: str) -> None:
    told = renumbered(entry(cloze(now)), shipped(cloze(before)))
    assert isinstance(told, Problem)
    assert told.code == "gap-moved"
    assert pasted(told) == instead
    assert renumbered(entry(cloze(instead)), shipped(cloze(before))) == entry(cloze(instead))


def test_an_answer_that_is_exchanged_for_another_one_is_another_one(tmp_path: Path) -> None:
    salt, fish, widow = FACTS["clocks"]["answers"]
    workshop = Workshop(tmp_path).write("d", {"clocks": {**FACTS["clocks"], "answers": [salt, fish]}})
    workshop.build(T0)
    workshop.write("d", {"clocks": {**FACTS["clocks"], "answers": [salt, widow]}})
    assert workshop.build(T1)["d"].notes[0].note.gaps == ((1, salt), (3, widow))
    workshop.write("d", {"clocks": {**FACTS["clocks"], "answers": [salt, "Widow's Clock"]}})
    assert workshop.build(T2)["d"].notes[0].note.gaps == ((1, salt), (3, "Widow's Clock"))


def test_the_number_of_a_gap_that_is_gone_stays_its_own() -> None:
    before = shipped(cloze("{{a}}"), former=((2, "b"),))
    told = renumbered(entry(cloze("{{a}} or {{c}}")), before)
    assert isinstance(told, Problem)
    assert pasted(told) == "{{c1::a}} or {{c3::c}}"
    again = entry(cloze("{{a}} or {{b}}"))
    assert renumbered(again, before) == again


@pytest.mark.parametrize(
    ("before", "now", "numbers"),
    [
        ("a b", "a b", (1, 2)),
        ("a b", "b a", (2, 1)),
        ("a b", "x a b", (3, 1, 2)),
        ("a b", "a x b", (1, 3, 2)),
        ("a b", "b", (2,)),
        ("a b", "a2 b", (1, 2)),
        ("a b", "a2 b2", (1, 2)),
    ],
)
def test_a_list_is_numbered_by_what_was_shipped(before: str, now: str, numbers: tuple[int, ...]) -> None:
    lists = [Listing(Text("?"), tuple(map(Text, answers.split()))) for answers in (before, now)]
    found = renumbered(entry(lists[1]), shipped(lists[0]))
    assert isinstance(found, Entry)
    assert isinstance(found.question, Listing)
    assert found.question.numbers == numbers


@pytest.mark.parametrize("now", ["a2 x b", "b a2", "x"])
def test_a_list_in_which_nobody_can_say_which_is_which(now: str) -> None:
    lists = [Listing(Text("?"), tuple(map(Text, answers.split()))) for answers in ("a b", now)]
    told = renumbered(entry(lists[1]), shipped(lists[0]))
    assert isinstance(told, Problem)
    assert told.code == "gap-moved"


def test_answers_come_go_and_come_back_with_their_numbers(tmp_path: Path) -> None:
    """Built four times; what was left out for two builds has the card it had."""
    workshop = Workshop(tmp_path)
    salt, fish, widow = FACTS["clocks"]["answers"]
    for now, answers in enumerate([[salt, fish], [fish], [fish, widow], [salt, fish, widow]]):
        edition = workshop.write("d", {"clocks": {**FACTS["clocks"], "answers": answers}}).build(T0 + now)["d"]
    assert edition.notes[0].note.gaps == ((1, salt), (2, fish), (3, widow))


def test_a_list_may_become_a_cloze_and_its_gaps_keep_their_numbers(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.write("d", {"clocks": {**FACTS["clocks"], "answers": ["the Fish Clock", "the Salt Clock"]}}).build(T0)
    workshop.write("d", {"clocks": {"cloze": "tower clocks: {{the Salt Clock}}, {{the Fish Clock}} and"}})
    assert workshop.told() == [("gap-moved", "clocks")]
    workshop.write("d", {"clocks": {"cloze": "tower clocks: {{c2::the Salt Clock}}, {{c1::the Fish Clock}} and"}})
    (note,) = workshop.build(T1)["d"].notes
    assert note.mod == T1
    assert workshop.build(T2)["d"].notes == (note,)
