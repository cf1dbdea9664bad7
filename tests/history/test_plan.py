"""A plan says before the import what the import will do: tried against the real Anki."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest

from citedeck.exporters.apkg.opening import open_package
from citedeck.exporters.apkg.recalling import held
from citedeck.history import Plan, plan
from tests.audit.test_in_anki import exported
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import FACTS, T0, T1, T2, Facts
from tests.history.workshop import Workshop

NEW: Facts = {"first": {**FACTS["founded"], "ask": "In which year did the guild begin?"}}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A workspace whose deck `a` was built."""
    workshop = Workshop(tmp_path).write("a", FACTS)
    workshop.build(T0)
    return workshop


@pytest.fixture
def anki(workshop: Workshop, tmp_path: Path) -> Iterator[AnkiEngine]:
    """An Anki that imported it."""
    with AnkiEngine(tmp_path / "anki") as engine:
        engine.import_package(workshop.package("a"))
        yield engine


def without(*facts: str) -> Facts:
    return {fact: deepcopy(keys) for fact, keys in FACTS.items() if fact not in facts}


def planned(workshop: Workshop, now: int = T1, against: Path | None = None) -> Plan:
    """The plan of the deck `a`, compared with its lock, or with a package."""
    case, verdict = workshop.read("a")
    (deck,) = verdict.decks
    there = held(open_package(against, against.name)) if against else None
    return plan(case.edition(deck, now), there)


def facts(steps: tuple[object, ...]) -> list[str]:
    return [step.fact for step in steps]  # type: ignore[attr-defined]  # they are steps


def test_a_first_build_is_new(tmp_path: Path) -> None:
    found = planned(Workshop(tmp_path).write("a", FACTS))
    assert facts(found.new) == list(FACTS)
    assert (found.unchanged, found.advice) == (0, ())


def test_nothing_changed(workshop: Workshop) -> None:
    found = planned(workshop)
    assert not found.changes
    assert (found.unchanged, found.advice) == (len(FACTS), ())


def test_what_changes_is_told_field_by_field_and_nothing_is_written(workshop: Workshop) -> None:
    before = workshop.lock_path("a").read_bytes(), workshop.package("a").read_bytes()
    changed = without("motto")
    changed["founder"] |= {"answer": "1382 by Marta Oelsen", "tags": ["women"]}
    workshop.write("a", {**changed, **NEW})
    found = planned(workshop)
    assert (facts(found.new), facts(found.retired), found.unchanged) == (["first"], ["motto"], len(FACTS) - 2)
    (step,) = found.updated
    assert [(change.part, change.old, change.new) for change in step.changes if change.part != "Citation"] == [
        ("Answer", "Marta Oelsen", "1382 by Marta Oelsen"),
        ("tags", "guild people", "women"),
    ]
    assert (workshop.lock_path("a").read_bytes(), workshop.package("a").read_bytes()) == before
    assert "tag:citedeck::retired" in found.advice[0]


def test_the_import_does_what_the_plan_said(workshop: Workshop, anki: AnkiEngine) -> None:
    changed = without("motto", "seal")
    changed["founder"]["ask"] = "Which widow founded the guild?"
    workshop.write("a", {**changed, **NEW})
    found = planned(workshop)
    workshop.build(T1)
    log = anki.import_package(workshop.package("a"))
    assert log == {
        "new": len(found.new),
        "updated": len(found.updated) + len(found.retired),
        "duplicate": found.unchanged,
    }
    assert sorted(facts(found.retired)) == ["motto", "seal"]
    assert planned(workshop, T2).retired_before == 2


def test_a_renamed_deck_must_be_renamed_in_anki(workshop: Workshop) -> None:
    workshop.write("a", FACTS, deck="Clocks")
    (advice,) = planned(workshop).advice
    assert "Rename the deck “A” to “Clocks” in Anki before the import" in advice


def test_a_fact_that_becomes_a_cloze_begins_anew_and_says_so(workshop: Workshop) -> None:
    turned = {**without("founder"), "founder": {"cloze": "The guild was founded in {{1382}} by {{Marta Oelsen}}"}}
    found = planned(workshop.write("a", turned))
    assert (facts(found.new), facts(found.retired)) == (["founder"], ["founder"])
    assert any("its type: founder." in advice and "retired" in advice for advice in found.advice)


def test_cards_that_ask_for_nothing_are_told(workshop: Workshop) -> None:
    fewer = without("seal") | {"seal": {key: value for key, value in FACTS["seal"].items() if key != "reverse"}}
    found = planned(workshop.write("a", fewer))
    assert any("Empty Cards" in advice and "seal" in advice for advice in found.advice)


def test_cards_that_are_added_ask_for_something(workshop: Workshop, anki: AnkiEngine, tmp_path: Path) -> None:
    """Also where a note lost the card it had."""
    assert anki.collection.db is not None
    anki.collection.db.execute("delete from cards where nid in (select id from notes where flds like '%Oelsen%')")
    changed = without() | {"founder": {**FACTS["founder"], "reverse": "What did Marta Oelsen found?"}}
    found = planned(workshop.write("a", changed), against=exported(anki, tmp_path / "held.apkg"))
    assert ("cards", "", "1, 2") in [(one.part, one.old, one.new) for step in found.updated for one in step.changes]
    assert not any("Empty Cards" in advice for advice in found.advice)


def test_a_fact_that_is_given_another_guid_begins_anew_and_says_so(workshop: Workshop) -> None:
    found = planned(workshop.write("a", without() | {"founder": {**FACTS["founder"], "guid": "other"}}))
    assert (facts(found.new), facts(found.retired)) == (["founder"], ["founder"])
    assert any("under another guid: founder." in advice for advice in found.advice)


def test_a_fact_that_moved_in_keeps_its_cards_where_they_are(workshop: Workshop) -> None:
    workshop.write("b", {"motto": FACTS["motto"]}).build(T1, "b")
    workshop.path("b").unlink()
    more = workshop.write("a", {**without("motto"), "motto": FACTS["motto"]})
    assert planned(more).changes is False
    workshop.write("c", {"founder": FACTS["founder"]}).write("a", without("founder"))
    case, verdict = workshop.read("c")
    found = plan(case.edition(verdict.decks[0], T2))
    assert any("they are in: founder." in advice for advice in found.advice)


def test_touched_notes_are_told(workshop: Workshop) -> None:
    case, verdict = workshop.read("a")
    found = plan(case.edition(verdict.decks[0], T1, lambda fact: fact == "motto"))
    assert (facts(found.stamped), found.unchanged) == (["motto"], len(FACTS) - 1)


# --- compared with what an Anki holds


def edit(anki: AnkiEngine, field: str, old: str, new: str, mod: int) -> None:
    """What a learner does to the one note that has a text in a field, at a time."""
    notes = [anki.collection.get_note(note_id) for note_id in anki.collection.find_notes("")]
    (note,) = (note for note in notes if old in dict(note.items()).get(field, ""))
    note[field] = note[field].replace(old, new)
    anki.collection.update_note(note)
    assert anki.collection.db is not None
    anki.collection.db.execute("update notes set mod = ? where id = ?", mod, note.id)


def test_an_untouched_anki_holds_what_was_shipped(workshop: Workshop, anki: AnkiEngine, tmp_path: Path) -> None:
    found = planned(workshop, against=exported(anki, tmp_path / "held.apkg"))
    assert (found.unchanged, found.changes) == (len(FACTS), False)


def test_a_learners_later_edit_is_a_conflict_and_stays(workshop: Workshop, anki: AnkiEngine, tmp_path: Path) -> None:
    edit(anki, "Answer", "heron", "grey heron", T2)
    changed = without() | {"seal": {**FACTS["seal"], "hint": "It wades"}}
    workshop.write("a", changed).build(T1)
    found = planned(workshop, T1, exported(anki, tmp_path / "held.apkg"))
    (conflict,) = found.conflicts
    assert (conflict.fact, found.updated) == ("seal", ())
    assert {change.part for change in conflict.changes} == {"Answer", "Hint"}
    assert any("--touch" in advice for advice in found.advice)
    anki.import_package(workshop.package("a"))
    assert "grey heron" in {note.fields.get("Answer") for note in anki.notes().values()}


def test_an_earlier_edit_of_the_learners_is_replaced_and_told(
    workshop: Workshop, anki: AnkiEngine, tmp_path: Path
) -> None:
    edit(anki, "Answer", "heron", "grey heron", T0 + 5)
    workshop.write("a", without() | {"seal": {**FACTS["seal"], "hint": "It wades"}}).build(T1)
    found = planned(workshop, T1, exported(anki, tmp_path / "held.apkg"))
    (step,) = found.updated
    assert ("Answer", "grey heron", "heron") in [(one.part, one.old, one.new) for one in step.changes]


def test_a_learners_tags_are_no_conflict(workshop: Workshop, anki: AnkiEngine, tmp_path: Path) -> None:
    anki.collection.tags.bulk_add(anki.collection.find_notes("heron"), "mine")
    found = planned(workshop, against=exported(anki, tmp_path / "held.apkg"))
    assert (found.unchanged, found.conflicts) == (len(FACTS), ())


def test_a_note_of_another_type_under_our_guid_is_a_conflict(
    workshop: Workshop, anki: AnkiEngine, tmp_path: Path
) -> None:
    assert anki.collection.db is not None
    note = anki.collection.new_note(anki.note_type("Basic"))
    note.fields = ["front", "back"]
    anki.collection.add_note(note, anki.collection.decks.id("Own"))  # type: ignore[arg-type]  # it is made
    anki.collection.db.execute("update notes set guid = ? where id = ?", "ours", note.id)
    workshop.write("a", without("motto") | {"motto": {**FACTS["motto"], "guid": "ours"}})
    found = planned(workshop, against=exported(anki, tmp_path / "held.apkg"))
    assert facts(found.conflicts) == ["motto"]
