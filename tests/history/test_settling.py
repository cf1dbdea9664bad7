"""Who a note is from build to build: renamed, restored, moved, split and merged facts keep theirs."""

from __future__ import annotations

import shutil
from copy import deepcopy
from pathlib import Path

import pytest

from tests.exporters.apkg.every_kind import FACTS, T0, T1, T2, Facts
from tests.history.workshop import Workshop

FOUNDER, SEAL, MOTTO = ({name: FACTS[name]} for name in ("founder", "seal", "motto"))
REWORDED: Facts = {"founder": {**FACTS["founder"], "ask": "Which widow founded the guild?"}}
A_CLOZE: Facts = {"founder": {"cloze": "The guild was founded in {{1382}} by {{Marta Oelsen}}"}}


CLOCKS = FACTS["clocks"]["answers"]


def clocks(*answers: str) -> Facts:
    return {"clocks": {**FACTS["clocks"], "answers": list(answers)}}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A workspace whose deck `a` was built."""
    workshop = Workshop(tmp_path).write("a", {**FOUNDER, **SEAL})
    workshop.build(T0)
    return workshop


def renamed(fact: str, *was: str) -> Facts:
    return {fact: {**FACTS["founder"], "was": list(was)}}


def test_a_fact_keeps_its_note_whatever_else_changes(workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.write("a", {**SEAL, **REWORDED}, deck="Elsewhere", language="en-GB", tags=["x"]).build(T1)
    assert workshop.guids("a") == before


def test_a_renamed_fact_keeps_its_note_also_when_its_former_id_is_forgotten(workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    workshop.write("a", {**renamed("first", "founder"), **SEAL}).build(T1)
    assert workshop.guids("a")["first"] == guid
    workshop.write("a", {"first": FACTS["founder"], **SEAL}).build(T2)
    assert workshop.guids("a")["first"] == guid
    workshop.write("a", {**renamed("second", "founder", "first"), **SEAL}).build(T2 + 1)
    assert workshop.guids("a")["second"] == guid
    assert set(workshop.states("a").values()) == {"living"}


def test_an_id_that_is_given_to_another_fact_is_another_note(workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    workshop.write("a", renamed("first", "founder")).build(T1)
    workshop.write("a", {"first": FACTS["founder"], "founder": FACTS["motto"]}).build(T2)
    after = workshop.guids("a")
    assert after["first"] == guid != after["founder"]
    workshop.write("a", {"founder": FACTS["motto"]}).build(T2 + 1)
    assert workshop.guids("a") == {"founder": after["founder"]}


def test_a_fact_that_comes_back_has_its_note(workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.write("a", SEAL).build(T1)
    assert workshop.states("a") == {before["founder"]: "retired", before["seal"]: "living"}
    workshop.write("a", {**REWORDED, **SEAL}).build(T2)
    assert workshop.guids("a") == before


def test_a_kind_that_changes_its_note_type_and_back(workshop: Workshop) -> None:
    question = workshop.guids("a")["founder"]
    workshop.write("a", {**A_CLOZE, **SEAL}).build(T1)
    cloze = workshop.guids("a")["founder"]
    assert workshop.states("a")[question] == "retired"
    workshop.write("a", {**FOUNDER, **SEAL}).build(T2)
    assert workshop.guids("a")["founder"] == question
    assert workshop.states("a")[cloze] == "retired"


def test_a_fact_that_moves_takes_its_note_along(workshop: Workshop) -> None:
    guid, mod = workshop.guids("a")["founder"], workshop.mods("a")
    workshop.write("a", SEAL).write("b", {**FOUNDER, **MOTTO})
    editions = workshop.build(T1)
    assert workshop.guids("b")["founder"] == guid
    assert workshop.mods("b")[guid] == T1 > mod[guid]
    assert [one.note.fact for one in editions["a"].notes] == ["seal"]
    workshop.write("b", MOTTO).write("a", {**FOUNDER, **SEAL}).build(T2)
    assert workshop.guids("a")["founder"] == guid
    assert workshop.mods("a")[guid] == T2


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_decks_between_which_a_fact_moves_may_be_built_one_by_one(order: str, workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    workshop.write("a", SEAL).write("b", FOUNDER)
    for name in order:
        workshop.build(T1, name)
    assert workshop.guids("b") == {"founder": guid}
    editions = workshop.build(T2)
    assert {one.note.guid for one in editions["a"].notes}.isdisjoint({guid})
    assert workshop.guids("b") == {"founder": guid}


def test_a_fact_that_moves_and_comes_back_before_it_was_built_there(workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.write("a", SEAL).write("b", {**FOUNDER, **MOTTO}).build(T1, "a")
    workshop.write("a", {**FOUNDER, **SEAL}).write("b", MOTTO).build(T2)
    assert workshop.guids("a") == before


def test_a_fact_that_may_have_moved_is_told_and_named_by_its_guid(workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    workshop.write("a", SEAL).write("b", REWORDED)
    assert workshop.told() == [("moved-fact", None), ("moved-fact", "founder")]
    assert f"guid: {guid}" in workshop.read()[1].problems[1].hint
    adopted = deepcopy(REWORDED)
    adopted["founder"]["guid"] = guid
    workshop.write("b", adopted).build(T1)
    assert workshop.guids("b") == {"founder": guid}
    assert guid not in workshop.states("a") or workshop.states("a")[guid] == "moved"


def test_a_fact_that_was_renamed_without_a_word_is_told(workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    workshop.write("a", {"first": FACTS["founder"], **SEAL})
    assert workshop.told() == [("moved-fact", "first")]
    (problem,) = workshop.read()[1].problems
    assert "was: [founder]" in problem.hint
    workshop.write("a", {**renamed("first", "founder"), **SEAL}).build(T1)
    assert workshop.guids("a")["first"] == guid


def test_the_same_id_in_two_decks_is_nothing_to_tell(workshop: Workshop) -> None:
    workshop.write("b", REWORDED).build(T1)
    assert workshop.guids("b")["founder"] != workshop.guids("a")["founder"]


def test_a_deck_that_is_split_keeps_every_note(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path).write("a", FACTS)
    workshop.build(T0)
    before = workshop.guids("a")
    half = list(FACTS)[: len(FACTS) // 2]
    workshop.write("a", {fact: FACTS[fact] for fact in half})
    workshop.write("b", {fact: keys for fact, keys in FACTS.items() if fact not in half}).build(T1)
    assert {**workshop.guids("a"), **workshop.guids("b")} == before


def test_decks_that_are_merged_keep_every_note(workshop: Workshop) -> None:
    workshop.write("b", MOTTO).build(T1)
    before = {**workshop.guids("a"), **workshop.guids("b")}
    workshop.path("b").unlink()
    workshop.write("a", {**FOUNDER, **SEAL, **MOTTO})
    (unused,) = workshop.read()[1].problems
    assert (unused.code, unused.hint) == ("lock-unused", "Delete the lock.")
    workshop.build(T2)
    assert workshop.guids("a") == before
    assert workshop.told() == [("lock-unused", None)]
    workshop.lock_path("b").unlink()
    assert workshop.told() == []
    assert workshop.build(T2 + 1)["a"].notes == workshop.build(T2 + 2)["a"].notes


def test_a_deck_file_that_is_renamed_keeps_every_note(workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.path("a").rename(workshop.path("b"))
    assert workshop.told() == [("lock-unused", None)]
    workshop.build(T1)
    assert workshop.guids("b") == before


def test_a_deck_file_that_is_renamed_with_its_lock_needs_its_id(workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.path("a").unlink()
    workshop.lock_path("a").rename(workshop.lock_path("b"))
    workshop.write("b", {**FOUNDER, **SEAL})
    assert workshop.told() == [("lock-of-another-deck", None)]
    workshop.write("b", {**REWORDED, **SEAL}, id="a").build(T1)
    assert workshop.guids("b") == before


def test_a_renamed_file_with_an_id_keeps_its_notes_though_they_change(workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.path("a").unlink()
    workshop.write("b", {**REWORDED, **SEAL}, id="a").build(T1)
    assert workshop.guids("b") == before


def test_a_renamed_file_takes_its_lock_with_it(workshop: Workshop) -> None:
    """Also what is retired, and the numbers of gaps that are gone; until then the old lock is not lost."""
    workshop.write("a", SEAL).build(T1)
    before = workshop.states("a")
    workshop.path("a").unlink()
    workshop.write("b", SEAL, id="a")
    assert workshop.told() == [("lock-unused", None)]
    workshop.build(T2)
    assert workshop.states("b") == before
    assert set(workshop.mods("b").values()) == {T0, T1}
    (old,) = workshop.read()[1].problems
    assert (old.code, old.hint) == ("lock-unused", "Build, then delete it.")
    workshop.build(T2 + 1)
    assert workshop.states("b") == before
    workshop.lock_path("a").unlink()
    assert workshop.told() == []


def test_of_two_locks_of_a_deck_nothing_is_lost(tmp_path: Path) -> None:
    """On one branch its file was renamed and built, on the other one it was edited and built."""
    salt, fish, widow = CLOCKS
    workshop = Workshop(tmp_path).write("a", clocks(salt, fish))
    workshop.build(T0)
    before = workshop.lock_path("a").read_bytes()
    workshop.write("a", clocks(salt, widow)).build(T1)
    edited = workshop.lock_path("a").read_bytes()
    workshop.path("a").unlink()
    workshop.lock_path("a").write_bytes(before)
    workshop.write("c", clocks(salt, fish), id="a").build(T1)
    workshop.lock_path("a").write_bytes(edited)
    workshop.build(T2)
    (one,) = workshop.lock("c").notes.values()
    assert (one.note.gaps, one.former, one.mod) == (((1, salt), (2, fish)), ((3, widow),), T2)


def test_a_lock_in_the_place_of_another_one_is_told(workshop: Workshop) -> None:
    workshop.write("c", MOTTO).build(T1)
    workshop.path("a").unlink()
    workshop.write("c", {**FOUNDER, **SEAL}, id="a")
    hints = {problem.code: problem.hint for problem in workshop.read()[1].problems}
    assert hints.keys() == {"lock-unused", "lock-of-another-deck"}
    assert hints["lock-unused"].endswith("git mv decks/a.lock decks/c.lock")


def test_an_empty_lock_whose_deck_is_gone_is_broken(workshop: Workshop) -> None:
    workshop.path("a").rename(workshop.path("c"))
    workshop.lock_path("a").write_text("", "utf-8")
    assert ("lock-broken", None) in workshop.told()


def test_a_renamed_deck_that_cannot_be_read_keeps_its_notes(workshop: Workshop) -> None:
    workshop.path("a").unlink()
    workshop.path("c").write_text("deck: [", "utf-8")
    workshop.write("d", {**FOUNDER, **MOTTO})
    assert ("moved-fact", "founder") in workshop.told("d")
    (unused,) = (problem for problem in workshop.read("d")[1].problems if problem.code == "lock-unused")
    assert "decks/c.yaml" in unused.hint


def test_a_lost_lock_of_another_deck_costs_no_note_that_moves(workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.lock_path("a").unlink()
    workshop.write("a", SEAL).write("b", FOUNDER).build(T1, "b")
    assert workshop.guids("b") == {"founder": before["founder"]}


def test_gaps_that_another_lock_knows_keep_their_numbers(tmp_path: Path) -> None:
    """A list that moves away, changes there, and comes back."""
    salt, fish, widow = CLOCKS
    workshop = Workshop(tmp_path).write("a", {**clocks(salt, fish), **SEAL})
    workshop.build(T0)
    workshop.write("a", SEAL).write("b", {**clocks(salt, fish), **MOTTO}).build(T1, "b")
    workshop.write("b", {**clocks(salt, widow), **MOTTO}).build(T1 + 1, "b")
    workshop.write("b", MOTTO).write("a", {**clocks(salt), **SEAL}).build(T2)
    workshop.write("a", {**clocks(salt, fish), **SEAL}).build(T2 + 1)
    (one,) = (one for one in workshop.lock("a").notes.values() if one.note.fact == "clocks")
    assert (one.note.gaps, one.former) == (((1, salt), (2, fish)), ((3, widow),))


def test_a_deck_that_is_copied_with_its_lock_is_told(workshop: Workshop) -> None:
    shutil.copyfile(workshop.lock_path("a"), workshop.lock_path("b"))
    workshop.write("b", {**FOUNDER, **SEAL})
    assert ("lock-of-another-deck", None) in workshop.told()


@pytest.mark.parametrize("was", [["seal"], ["founder"], ["long-ago", "seal"]])
def test_a_former_id_that_is_a_fact_is_told(was: list[str], workshop: Workshop) -> None:
    workshop.write("a", {"founder": {**FACTS["founder"], "was": was}, **SEAL})
    assert workshop.told() == [("was-living", "founder")]


def test_two_decks_that_claim_one_guid_are_told(workshop: Workshop) -> None:
    workshop.write("b", {"motto": {**FACTS["motto"], "guid": workshop.guids("a")["founder"]}})
    assert workshop.told() == [("duplicate-guid", "founder"), ("duplicate-guid", "motto")]


def test_a_lost_lock_costs_no_note(workshop: Workshop) -> None:
    """The package that was built last stands in for it, also for facts that are gone."""
    workshop.write("a", SEAL).build(T1)
    before = workshop.states("a")
    workshop.lock_path("a").unlink()
    assert workshop.told() == [("lock-lost", None)]
    workshop.build(T2)
    assert workshop.states("a") == before
    assert set(workshop.mods("a").values()) == {T2}


def test_without_lock_and_package_guids_are_the_same(workshop: Workshop) -> None:
    before = workshop.guids("a")
    workshop.lock_path("a").unlink()
    workshop.package("a").unlink()
    assert workshop.told() == []
    workshop.build(T1)
    assert workshop.guids("a") == before
