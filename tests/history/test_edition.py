"""When a note says it was changed: then, and only then, when it was."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from citedeck import notetypes
from citedeck.history import RETIRED
from tests.exporters.apkg.every_kind import FACTS, T0, T1, T2, Facts
from tests.history.workshop import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A workspace whose deck `a` was built."""
    workshop = Workshop(tmp_path).write("a", FACTS)
    workshop.build(T0)
    return workshop


def edited(fact: str, **changes: Any) -> Facts:
    facts = deepcopy(FACTS)
    facts[fact] = {**facts[fact], **changes}
    return facts


def changed(workshop: Workshop, before: dict[str, int]) -> set[str]:
    """The facts whose notes have another time than before."""
    notes = workshop.lock("a").notes
    return {one.note.fact for guid, one in notes.items() if one.mod != before.get(guid)}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (edited("founder", ask="Which widow founded the guild?"), {"founder"}),
        (edited("founder", tags=["women"]), {"founder"}),
        (edited("founder", extra="x"), {"founder"}),
        (edited("seal", tags=[]), set()),
        (dict(reversed(FACTS.items())), set()),
        ({**FACTS, "first": {**FACTS["founder"], "ask": "Which widow?"}}, {"first"}),
        ({fact: keys for fact, keys in FACTS.items() if fact != "seal"}, {"seal"}),
        (edited("founder", typed=True), {"founder"}),
        (edited("salt-clock", cloze="The {{Salt Clock}} struck first in {{1391}}"), {"salt-clock"}),
    ],
)
def test_what_has_changed_is_stamped_and_nothing_else(facts: Facts, expected: set[str], workshop: Workshop) -> None:
    before = workshop.mods("a")
    workshop.write("a", facts).build(T1)
    assert changed(workshop, before) == expected
    assert {workshop.lock("a").notes[guid].mod for guid in before} <= {T0, T1}


@pytest.mark.parametrize("now", [T0, T0 - 1000, 0])
def test_a_clock_that_stands_still_or_goes_back_hides_no_edit(now: int, workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    workshop.write("a", edited("founder", extra="x")).build(now)
    assert workshop.mods("a")[guid] == T0 + 1
    workshop.write("a", edited("founder", extra="y")).build(now)
    assert workshop.mods("a")[guid] == T0 + 2


def test_touched_facts_are_stamped(workshop: Workshop) -> None:
    before = workshop.mods("a")
    workshop.build(T1, touched=lambda fact: fact in ("founder", "motto"))
    assert changed(workshop, before) == {"founder", "motto"}


def test_what_a_fact_was_as_another_kind_is_not_touched_with_it(workshop: Workshop) -> None:
    turned = edited("founder")
    turned["founder"] = {"cloze": "The guild was founded in {{1382}} by {{Marta Oelsen}}"}
    workshop.write("a", turned).build(T1)
    before = workshop.mods("a")
    workshop.build(T2, touched=lambda fact: fact == "founder")
    after = workshop.mods("a")
    assert {guid for guid in after if after[guid] != before[guid]} == {workshop.guids("a")["founder"]}
    workshop.write("a", {fact: keys for fact, keys in turned.items() if fact != "founder"}).build(T2 + 1)
    workshop.build(T2 + 5, touched=lambda fact: fact == "founder")
    assert sorted(workshop.mods("a").values()).count(T2 + 5) == 2


def test_a_fact_that_is_gone_is_shipped_as_it_was_with_a_tag(workshop: Workshop) -> None:
    guid = workshop.guids("a")["founder"]
    was = workshop.lock("a").notes[guid]
    fewer = {fact: keys for fact, keys in FACTS.items() if fact != "founder"}
    last = workshop.write("a", fewer).build(T1)["a"].notes[-1]
    assert last.note.fields == was.note.fields
    assert set(last.note.tags) == {*was.note.tags, RETIRED}
    assert (last.mod, last.id, last.state) == (T1, was.id, "retired")
    assert workshop.build(T2)["a"].notes[-1] == last
    again = workshop.write("a", FACTS).build(T2)["a"].lock.notes[guid]
    assert (again.note, again.mod, again.state) == (was.note, T2, "living")


def test_it_is_retired_also_where_no_package_is(workshop: Workshop, tmp_path: Path) -> None:
    """A fresh clone holds the lock and not the package: the bytes are the same."""
    other = Workshop(tmp_path / "clone")
    other.lock_path("a").write_bytes(workshop.lock_path("a").read_bytes())
    fewer = {fact: keys for fact, keys in FACTS.items() if fact != "founder"}
    for one in (workshop, other):
        one.write("a", fewer).build(T1)
    assert other.package("a").read_bytes() == workshop.package("a").read_bytes()
    assert other.lock_path("a").read_bytes() == workshop.lock_path("a").read_bytes()


def test_the_same_facts_and_the_same_lock_are_the_same_bytes(workshop: Workshop) -> None:
    package, lock = workshop.package("a").read_bytes(), workshop.lock_path("a").read_bytes()
    for now in (T0, T1, 0):
        workshop.build(now)
        assert workshop.package("a").read_bytes() == package
        assert workshop.lock_path("a").read_bytes() == lock
    assert zipfile.ZipFile(io.BytesIO(package)).testzip() is None


def test_a_note_type_is_stamped_when_its_look_changes(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    before = workshop.lock("a").layouts
    assert {one.mod for one in before.values()} == {T0}
    assert workshop.build(T1)["a"].lock.layouts == before
    notes = workshop.mods("a")
    monkeypatch.setattr(notetypes, "style", lambda: "body { color: teal }")
    workshop.forget()
    after = workshop.build(T2)["a"].lock.layouts
    assert {one.mod for one in after.values()} == {T2}
    assert workshop.mods("a") == notes


def test_numbers_never_change_and_never_meet(workshop: Workshop) -> None:
    before = {guid: one.id for guid, one in workshop.lock("a").notes.items()}
    more = {f"more-{number}": {**FACTS["founder"], "ask": f"Who, {number}?"} for number in range(5)}
    workshop.write("a", {**more, **edited("founder", reverse="What did Marta Oelsen do?")}).build(T0)
    after = {guid: one.id for guid, one in workshop.lock("a").notes.items()}
    assert {guid: after[guid] for guid in before} == before
    assert len(set(after.values())) == len(after)
