"""Reviews that would pass to another fact are told: ids exchanged, given away, or used again; sides turned."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.exporters.apkg.every_kind import ARTICLE, FACTS, T0, T1, T2
from tests.history.workshop import Workshop

FOUNDER, SEAL, MOTTO, FOUNDED = (FACTS[name] for name in ("founder", "seal", "motto", "founded"))


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A workspace whose deck `a` was built."""
    workshop = Workshop(tmp_path).write("a", {"founder": FOUNDER, "seal": SEAL})
    workshop.build(T0)
    return workshop


def hint(workshop: Workshop, fact: str) -> str:
    return next(problem.hint for problem in workshop.read()[1].problems if problem.fact == fact)


def adopted(workshop: Workshop, fact: str) -> dict[str, str]:
    """The key that the message on a fact gives."""
    found = re.search("guid: (\\S+)", hint(workshop, fact))
    assert found
    return {"guid": found[1]}


def test_exchanged_ids_are_told_and_settled_by_their_guids(workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.write("a", {"founder": SEAL, "seal": FOUNDER})
    assert workshop.told() == [("exchanged-fact", "founder"), ("exchanged-fact", "seal")]
    own = {fact: adopted(workshop, fact) for fact in ("founder", "seal")}
    workshop.write("a", {"founder": {**SEAL, **own["founder"]}, "seal": {**FOUNDER, **own["seal"]}}).build(T1)
    assert workshop.guids("a") == {"founder": before["seal"], "seal": before["founder"]}
    assert workshop.told() == []


def test_ids_that_are_numbered_anew_are_told(workshop: Workshop) -> None:
    """A fact put first takes the id of the one that was first, and so on."""
    workshop.write("a", {"founder": MOTTO, "seal": FOUNDER, "third": SEAL})
    assert workshop.told() == [
        ("replaced-fact", "founder"),
        ("exchanged-fact", "seal"),
        ("moved-fact", "third"),
    ]
    assert "“seal” back" in hint(workshop, "third")


def test_ids_that_are_exchanged_across_decks_are_told(workshop: Workshop) -> None:
    workshop.write("b", {"founder": MOTTO}).build(T1)
    workshop.write("a", {"founder": MOTTO, "seal": SEAL}).write("b", {"founder": FOUNDER})
    assert workshop.told() == [("moved-fact", None), ("exchanged-fact", "founder")] * 2


def test_a_fact_that_moves_while_its_id_is_given_away_is_told(workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    workshop.write("a", {"founder": MOTTO, "seal": SEAL}).write("b", {"founder": FOUNDER})
    assert workshop.told() == [("moved-fact", None), ("replaced-fact", "founder"), ("moved-fact", "founder")]
    workshop.write("a", {"motto": MOTTO, "seal": SEAL}).build(T1)
    assert workshop.guids("b") == {"founder": guid}


@pytest.mark.parametrize("form", [{"distractors": ["Anna Brekke"]}, {"source": "other"}])
def test_another_form_hides_no_exchange(form: dict[str, Any], workshop: Workshop) -> None:
    (workshop.root / "source" / "other.txt").write_text(ARTICLE, "utf-8")
    one_way = {key: value for key, value in SEAL.items() if key != "reverse"}
    workshop.write("a", {"founder": {**one_way, **form}, "seal": {**FOUNDER, **form}})
    assert [told for told in workshop.told() if told[0] == "exchanged-fact"] == [
        ("exchanged-fact", "founder"),
        ("exchanged-fact", "seal"),
    ]


def test_a_renamed_fact_is_known_by_what_it_asks_and_answers(workshop: Workshop) -> None:
    renamed = {**FOUNDER, "quote": f"{FOUNDER['quote']}, a widow", "distractors": ["Anna Brekke"]}
    workshop.write("a", {"first": renamed, "seal": SEAL})
    assert ("moved-fact", "first") in workshop.told()


def test_while_one_side_of_an_exchange_is_misread_it_is_told(workshop: Workshop) -> None:
    workshop.write("b", {"founder": MOTTO}).build(T1)
    workshop.write("a", {"founder": MOTTO, "seal": SEAL}).write("b", {"founder": {**FOUNDER, "anwser": "x"}})
    assert ("exchanged-fact", "founder") in workshop.told("a")


def test_a_misread_fact_keeps_its_note(workshop: Workshop) -> None:
    """It moved; now a new fact has its id in its old deck."""
    guid = workshop.guids("a")["founder"]
    workshop.write("a", {"seal": SEAL}).write("b", {"founder": FOUNDER}).build(T1)
    workshop.write("a", {"seal": SEAL, "founder": MOTTO}).write("b", {"founder": {**FOUNDER, "anwser": "x"}})
    workshop.build(T2, "a")
    assert workshop.guids("a")["founder"] != guid
    workshop.write("b", {"founder": FOUNDER}).build(T2 + 1)
    assert workshop.guids("b")["founder"] == guid


@pytest.mark.parametrize("first", ["a", "b"])
def test_what_is_told_of_two_decks_does_not_go_away_with_a_build(first: str, workshop: Workshop) -> None:
    """Neither deck is built before its author has said whose the note is."""
    before = workshop.lock_path("a").read_bytes()
    reworded = {**FOUNDER, "ask": "Which widow founded the clockmakers' guild?"}
    workshop.write("a", {"seal": SEAL}).write("b", {"founder": reworded})
    case, verdict = workshop.read(first)
    assert (verdict.decks, len(verdict.errors)) == ((), 1)
    assert workshop.lock_path("a").read_bytes() == before
    assert len(case.decks) == 1


@pytest.mark.parametrize("in_one_build", [True, False])
def test_a_fact_that_moves_may_say_which_it_was(in_one_build: bool, workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    reworded = {**FOUNDER, "ask": "Which widow began it?", "was": ["founder"]}
    workshop.write("a", {"seal": SEAL})
    if not in_one_build:
        workshop.build(T1)
    workshop.write("b", {"first": reworded}).build(T2)
    assert workshop.guids("b") == {"first": guid}


def test_a_retired_fact_that_comes_back_in_another_deck_is_told(workshop: Workshop) -> None:
    workshop.write("a", {"seal": SEAL}).build(T1)
    reworded = {**FOUNDER, "ask": "Which widow founded the clockmakers' guild?"}
    assert ("moved-fact", "founder") in workshop.write("b", {"founder": reworded}).told()
    assert ("moved-fact", "first") in workshop.write("b", {"first": FOUNDER}).told()
    assert workshop.write("b", {"founder": MOTTO}).told() == []


def test_an_id_that_many_decks_have_is_no_fact_that_moved(workshop: Workshop) -> None:
    workshop.write("a", {"seal": SEAL}).write("b", {"founder": MOTTO, "founded": FOUNDED})
    assert workshop.told() == []


def test_a_was_that_would_name_another_fact_is_not_proposed(workshop: Workshop) -> None:
    workshop.write("b", {"founder": MOTTO}).build(T1)
    workshop.write("a", {"seal": SEAL}).write("b", {"founder": MOTTO, "first": FOUNDER})
    assert f"guid: {workshop.guids('a')['founder']}" in hint(workshop, "first")


def test_an_answer_alone_does_not_make_a_fact_the_same(workshop: Workshop) -> None:
    home = {"ask": "Where were they?", "answer": "Varnholt", "quote": "The Clockmakers of Varnholt"}
    clocks = {"ask": "What has so many?", "answer": "Varnholt", "quote": "Varnholt keeps three tower clocks"}
    workshop.write("a", {"home": home}).build(T1)
    assert ("replaced-fact", "home") in workshop.write("a", {"home": clocks}).told()


def test_ids_are_the_same_however_their_letters_are_composed(workshop: Workshop) -> None:
    workshop.write("a", {"caf\u00e9": FOUNDER, "seal": SEAL})
    workshop.lock_path("a").unlink()
    workshop.package("a").unlink()
    workshop.build(T0)
    guid = workshop.guids("a")["caf\u00e9"]
    reworded = {**FOUNDER, "ask": "Which widow began it?"}
    workshop.write("a", {"cafe\u0301": reworded, "seal": SEAL}).build(T1)
    assert workshop.guids("a")["cafe\u0301"] == guid


def test_a_deck_that_is_copied_and_then_edited_is_told_nothing(workshop: Workshop) -> None:
    edited = {**FOUNDER, "answer": "1382 by Marta Oelsen"}
    workshop.write("a", {"founder": edited, "seal": SEAL}).write("b", {"founder": FOUNDER, "seal": SEAL})
    assert workshop.told() == []
    workshop.write("b", {"seal": SEAL}).write("a", {"founder": edited, "seal": SEAL, "first": FOUNDER})
    assert ("moved-fact", "first") in workshop.told()


def test_a_fact_whose_kind_changed_does_not_hide_who_has_its_words(workshop: Workshop) -> None:
    cloze = {"cloze": "The guild was founded in {{1382}} by {{Marta Oelsen}}"}
    workshop.write("a", {"founder": cloze, "seal": FOUNDER})
    assert workshop.told() == [("exchanged-fact", "seal")]


def test_the_words_of_a_retired_fact_are_told_too(workshop: Workshop) -> None:
    workshop.write("a", {"seal": SEAL}).build(T1)
    workshop.write("a", {"seal": FOUNDER})
    assert workshop.told() == [("exchanged-fact", "seal")]


LIST = {
    "ask": "Which tower clocks does Varnholt keep?",
    "answers": ["the Salt Clock", "the Fish Clock"],
    "quote": "the Salt Clock, the Fish Clock and the Widow's Clock",
}
WHOLE_LIST = f"Varnholt keeps three tower clocks: {LIST['quote']}"
SEVEN = {"cloze": "An apprentice served {{seven}} years"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FOUNDER, MOTTO),
        (FOUNDER, FACTS["regulator"]),
        (FOUNDER, {**FOUNDED, "quote": FOUNDER["quote"]}),
        (LIST, {**LIST, "answers": ["the Widow's Clock", "three tower clocks"], "quote": WHOLE_LIST}),
        (LIST, {"cloze": "{{filed}} {{brass}} for the second"}),
        (SEVEN, {"cloze": "Its seal shows a {{heron}}"}),
    ],
)
def test_a_fact_that_is_replaced_as_a_whole_is_told_once(
    old: dict[str, Any], new: dict[str, Any], tmp_path: Path
) -> None:
    workshop = Workshop(tmp_path).write("a", {"one": old})
    workshop.build(T0)
    workshop.write("a", {"one": new})
    assert workshop.told() == [("replaced-fact", "one")]
    before = workshop.guids("a")
    workshop.build(T1)
    assert workshop.guids("a") == before
    assert workshop.told() == []


def test_a_retired_id_that_comes_back_with_another_fact_is_told(workshop: Workshop) -> None:
    workshop.write("a", {"seal": SEAL}).build(T1)
    workshop.write("a", {"seal": SEAL, "founder": MOTTO})
    assert workshop.told() == [("replaced-fact", "founder")]


@pytest.mark.parametrize("said", [{"ignore": {"replaced-fact": "reworded"}}, "guid"])
def test_its_author_may_say_that_it_is_the_same(said: Any, workshop: Workshop) -> None:
    if said == "guid":
        said = {"guid": workshop.guids("a")["founder"]}
    workshop.write("a", {"founder": {**MOTTO, **said}, "seal": SEAL})
    assert workshop.told() == []


@pytest.mark.parametrize(
    "edit",
    [
        {"ask": "Who, in the year 1382, founded it?", "answer": "1382 by Marta Oelsen"},
        {"ask": "Who was she?", "quote": "founded in 1382 by Marta Oelsen, a widow"},
        {"answer": "a widow", "quote": "a widow who had learned the trade"},
    ],
)
def test_a_fact_of_which_something_is_left_is_an_edit(edit: dict[str, Any], workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.write("a", {"founder": {**FOUNDER, **edit}, "seal": SEAL})
    assert ("replaced-fact", "founder") not in workshop.told()
    workshop.build(T1)
    assert workshop.guids("a") == before


SIDES = {"ask": "Where does Varnholt show a heron?", "answer": "seal", "reverse": SEAL["ask"]}
TERM, MEANING = FACTS["regulator"]["term"], FACTS["regulator"]["meaning"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SEAL, {**SEAL, **SIDES}),
        (SEAL, {**SEAL, "ask": "Where is the bird?", "answer": "seal", "reverse": SEAL["ask"]}),
        (SEAL, {**SEAL, "ask": SEAL["reverse"], "answer": "seal", "reverse": None}),
        ({**SEAL, "reverse": None}, {**SEAL, **SIDES}),
        (FACTS["regulator"], {**FACTS["regulator"], "term": MEANING, "meaning": TERM}),
        (FACTS["regulator"], {**FACTS["regulator"], "term": "others are set", "meaning": TERM}),
        (FACTS["regulator"], {"ask": "What sets others?", "answer": TERM, "quote": FACTS["regulator"]["quote"]}),
    ],
)
def test_two_sides_that_are_exchanged_are_told(old: dict[str, Any], new: dict[str, Any], tmp_path: Path) -> None:
    old, new = ({key: value for key, value in keys.items() if value} for keys in (old, new))
    workshop = Workshop(tmp_path).write("a", {"one": old})
    workshop.build(T0)
    assert ("exchanged-sides", "one") in workshop.write("a", {"one": new}).told()
    guid = workshop.guids("a")["one"]
    assert ("exchanged-sides", "one") in workshop.write("a", {"one": {**new, "guid": guid}}).told()


@pytest.mark.parametrize("edit", [{"reverse": "Where is a heron?"}, {"ask": "Which bird is it?"}, {"reverse": None}])
def test_a_side_that_is_reworded_or_taken_out_is_an_edit(edit: dict[str, Any], workshop: Workshop) -> None:
    edited = {key: value for key, value in {**SEAL, **edit}.items() if value}
    assert ("exchanged-sides", "seal") not in workshop.write("a", {"founder": FOUNDER, "seal": edited}).told()


@pytest.mark.parametrize(
    ("said", "told"), [({"guid": "mistyped"}, "guid-unknown"), ({"was": ["foundr"]}, "was-unknown")]
)
def test_what_is_mistyped_in_a_new_deck_is_told(said: dict[str, Any], told: str, workshop: Workshop) -> None:
    moved = {**FOUNDER, "ask": "Which widow began it?", **said}
    assert (told, "first") in workshop.write("a", {"seal": SEAL}).write("b", {"first": moved}).told("b")


def test_a_guid_cannot_be_taken_by_a_fact_of_the_other_note_type(workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    cloze = {"cloze": "The guild was founded in {{1382}} by {{Marta Oelsen}}", "guid": guid}
    workshop.write("a", {"founder": cloze, "seal": SEAL})
    assert workshop.told() == [("guid-of-another-type", "founder")]
    del cloze["guid"]
    workshop.write("a", {"founder": cloze, "seal": SEAL}).build(T1)
    assert workshop.states("a")[guid] == "retired"


# --- what cannot be read


def test_facts_that_cannot_be_read_have_not_moved(workshop: Workshop) -> None:
    workshop.write("a", {"founder": {"ask": "?"}, "seal": SEAL}).write("b", {"founder": FOUNDER})
    assert [code for code, _ in workshop.told()] == ["missing-key", "missing-key", "moved-fact"]


@pytest.mark.parametrize("content", ["deck: [", "", "deck: A\nfacts: {}\n", "deck: A\nfacts: {}\nid: z\n"])
def test_a_fact_that_may_have_left_a_deck_that_cannot_be_read_is_told(content: str, workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    workshop.path("a").write_text(content, "utf-8")
    workshop.write("b", {"founder": FOUNDER, "motto": MOTTO})
    assert workshop.told("b") == [("moved-fact", "founder")]
    workshop.write("b", {"first": FOUNDER, "motto": MOTTO})
    assert workshop.told("b") == [("moved-fact", "first")]
    workshop.write("b", {"motto": MOTTO}).build(T1, "b")
    workshop.write("a", {"seal": SEAL}).write("b", {"founder": FOUNDER, "motto": MOTTO}).build(T2)
    assert workshop.guids("b")["founder"] == guid


def test_while_a_lock_cannot_be_read_new_facts_of_other_decks_are_told(workshop: Workshop) -> None:
    workshop.write("b", {"motto": MOTTO}).build(T1)
    workshop.lock_path("a").write_text("{", "utf-8")
    workshop.write("b", {"motto": MOTTO, "founded": FOUNDED})
    assert workshop.told("b") == [("moved-fact", "founded")]
    workshop.write("b", {"motto": {**MOTTO, "ask": "What is its motto?"}}).build(T2, "b")
