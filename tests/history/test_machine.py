"""Years of edits, builds, imports and studying at random, in the real Anki: no review is ever lost.

A step is an edit of a deck, something a learner does in Anki, or a build with its import. What must hold is checked
after every import, against what Anki held before and against what the machine itself knows of each fact.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from citedeck import notetypes
from citedeck.exporters.apkg.opening import open_package
from citedeck.exporters.apkg.recalling import held
from citedeck.history import RETIRED, Edition, Plan, Shipped, plan
from citedeck.model import Problem
from citedeck.pages import template
from tests.exporters.apkg.anki_engine import AnkiEngine, Rating
from tests.exporters.apkg.every_kind import FACTS, T0, Facts
from tests.history.workshop import Workshop
from tests.small_png import of_colour

STEPS = int(os.environ.get("CITEDECK_STEPS", "400"))
"""How many steps at least; more by hand: CITEDECK_STEPS=5000."""

EXAMPLE = 40

EDITS: dict[str, list[dict[str, Any]]] = {
    "founder": [
        {"answer": "1382 by Marta Oelsen", "quote": "The guild was founded in 1382 by Marta Oelsen, a widow"},
        {"answer": "Marta Oelsen", "quote": "The guild was founded in 1382 by Marta Oelsen"},
        {"typed": True},
        {"distractors": ["Anna Brekke", "Ilse Thorn"]},
        {"reverse": "What did Marta Oelsen do?"},
        {"cloze": "The guild was founded in {{1382}} by {{Marta Oelsen}}, a widow"},
    ],
    "seal": [{"answer": "heron"}, {"answer": "a heron"}, {"reverse": "Where is a heron?"}, {"typed": True}],
    "founded": [{"typed": True}, {"distractors": ["1391", "1410"]}, {"answer": "in 1382"}],
    "regulator": [{"meaning": "a clock by which others are set"}, {"hint": "In the north tower"}],
    "motto": [{"distractors": ["time is a river"]}, {"distractors": ["the hand knows", "slow is best"]}],
}
"""What may become of a fact; each is an edit of what it was at first."""

PASTED = {
    "gap-moved": '(cloze): (".*")',
    "moved-fact": r"(guid|was): (\S+|\[.*\])",
    "exchanged-fact": r"(guid): (\S+)",
}
"""What an author pastes of the messages with these codes."""

SUSPENDED = -1
GAPS = ["Salt Clock", "1391", "Fish Clock", "1410"]
SENTENCE = "The Salt Clock struck first in 1391; the Fish Clock followed in 1410"
CLOCKS = FACTS["clocks"]["answers"]

counted: Counter[str] = Counter()


class Years(RuleBasedStateMachine):
    """Two decks of an author, and the Anki of a learner."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = T0
        self.workshop = Workshop(self.folder / "work")
        self.anki = AnkiEngine(self.folder / "anki")
        self.names = {"a": "A", "b": "B"}
        self.decks: dict[str, Facts] = {"a": {}, "b": {}}
        self.gone: dict[str, tuple[str, dict[str, Any]]] = {}
        self.logical: dict[str, str] = {}
        self.guids: dict[tuple[str, str], str] = {}
        self.ordinals: dict[tuple[str, str, str], int] = {}
        self.style = 0
        self.patch = pytest.MonkeyPatch()
        self.pending: dict[str, Edition] = {}
        self.schema: object = None
        self.number = 0
        self.moving = False

    def teardown(self) -> None:
        counted.update(self.workshop.counted)
        self.anki.collection.close()
        self.patch.undo()
        shutil.rmtree(self.folder)

    # --- the author

    @initialize()
    def begin(self) -> None:
        half = list(FACTS)[::2]
        self.decks["a"] = {fact: deepcopy(keys) for fact, keys in FACTS.items() if fact in half}
        self.decks["b"] = {fact: deepcopy(keys) for fact, keys in FACTS.items() if fact not in half}
        self.logical = {fact: fact for fact in FACTS}
        self.ship(second=True, lost=False, follow=True)
        self.anki.study()
        self._acted()

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        deck, fact = self._any_fact(data)
        keys = self.decks[deck][fact]
        origin = self.logical[fact]
        kept = {key: keys[key] for key in ("was", "guid", "tags", "image", "extra") if key in keys}
        edits = [*EDITS.get(origin, []), {}]
        change = data.draw(st.sampled_from(edits))
        new = {**deepcopy(FACTS[origin]), **kept, **change}
        if "cloze" in change:
            new = {**kept, **change}
        self._try(deck, fact, new)

    @rule(data=st.data(), key=st.sampled_from(["extra", "hint", "tags", "ask"]))
    def reword(self, data: st.DataObject, key: str) -> None:
        deck, fact = self._any_fact(data)
        keys = deepcopy(self.decks[deck][fact])
        self.number += 1
        if key == "tags":
            keys["tags"] = [f"tag-{self.number}"]
        elif key != "ask" or "ask" in keys:
            keys[key] = f"{keys[key].split(' (')[0] if key == 'ask' else 'Remark'} ({self.number})"
        self._try(deck, fact, keys)

    @rule(data=st.data(), key=st.sampled_from(["ask", "answer", "term", "meaning", "cloze", "answers", "extra"]))
    def mark_up(self, data: st.DataObject, key: str) -> None:
        """Put markup on a text, or take it off."""
        deck, fact = self._any_fact(data)
        keys = deepcopy(self.decks[deck][fact])
        if key in keys:
            texts = keys[key] if isinstance(keys[key], list) else [keys[key]]
            marked = [text.strip("*") if text.startswith("**") else f"**{text}**" for text in texts]
            keys[key] = marked if isinstance(keys[key], list) else marked[0]
            self._try(deck, fact, keys)

    @rule(gaps=st.sets(st.sampled_from(GAPS), min_size=1))
    def cloze_gaps(self, gaps: set[str]) -> None:
        found = self._where("salt-clock")
        if found:
            text = SENTENCE
            for gap in gaps:
                text = text.replace(gap, f"{{{{{gap}}}}}")
            deck, fact = found
            self._try(deck, fact, {**self.decks[deck][fact], "cloze": text})

    @rule(answers=st.permutations(CLOCKS), many=st.integers(1, 3))
    def list_answers(self, answers: list[str], many: int) -> None:
        found = self._where("clocks")
        if found:
            deck, fact = found
            self._try(deck, fact, {**self.decks[deck][fact], "answers": answers[:many]})

    @rule(data=st.data())
    def rename(self, data: st.DataObject) -> None:
        deck, fact = self._any_fact(data)
        self.number += 1
        name = f"{self.logical[fact]}-{self.number}"
        keys = self.decks[deck][fact]
        was = [*keys.get("was", []), fact]
        self.logical[name] = self.logical[fact]
        renamed = {one: each for one, each in self.decks[deck].items() if one != fact}
        self._try_deck(deck, {**renamed, name: {**keys, "was": was}})

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        deck, fact = self._any_fact(data)
        if len(self.decks[deck]) > 2:
            self.gone[fact] = deck, self.decks[deck].pop(fact)

    @precondition(lambda self: self.gone)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        fact = data.draw(st.sampled_from(sorted(self.gone)))
        deck, keys = self.gone.pop(fact)
        self._try_deck(deck, {**self.decks[deck], fact: keys})

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        deck, fact = self._any_fact(data)
        other = "b" if deck == "a" else "a"
        if len(self.decks[deck]) > 2 and fact not in self.decks[other]:
            left = {one: keys for one, keys in self.decks[deck].items() if one != fact}
            arrived = {**self.decks[other], fact: self.decks[deck][fact]}
            self.moving |= self._try_decks({deck: left, other: arrived})

    @rule(data=st.data())
    def exchange(self, data: st.DataObject) -> None:
        """Two facts exchange their ids, in a deck or across decks. If they are edited in the same breath, nobody can
        know them again: then their author is warned of that alone.
        """
        self.build_alone()
        (deck, fact), (other, twin) = self._any_fact(data), self._any_fact(data)
        decks = {name: dict(facts) for name, facts in self.decks.items()}
        decks[deck][fact], decks[other][twin] = self.decks[other][twin], self.decks[deck][fact]
        if fact != twin and self._try_decks(decks):
            self.logical[fact], self.logical[twin] = self.logical[twin], self.logical[fact]

    @rule(deck=st.sampled_from("ab"), data=st.data())
    def reorder(self, deck: str, data: st.DataObject) -> None:
        order = data.draw(st.permutations(list(self.decks[deck])))
        self.decks[deck] = {fact: self.decks[deck][fact] for fact in order}

    @rule(deck=st.sampled_from("ab"), name=st.sampled_from(["A", "Clocks::A", "B", "Towers"]))
    def rename_deck(self, deck: str, name: str) -> None:
        self.names[deck] = f"{deck} {name}"

    @rule(data=st.data(), colour=st.sampled_from([(200, 0, 0), (0, 200, 0), (0, 0, 200)]))
    def picture(self, data: st.DataObject, colour: tuple[int, int, int]) -> None:
        """New bytes under the same name; every fact that shows it changes."""
        (self.workshop.root / "decks" / "clock.png").write_bytes(of_colour(*colour))
        deck, fact = self._any_fact(data)
        image = {"file": "clock.png", "alt": "A clock"}
        self._try(deck, fact, {**self.decks[deck][fact], "image": image})

    @rule()
    def restyle(self) -> None:
        self.style += 1
        self.workshop.forget()
        css = f"\n/* {self.style} */\n"

        def styled(name: str) -> str:
            return template(name) + (css if name.endswith(".css") else "")

        self.patch.setattr("citedeck.notetypes.template", styled)

    # --- the learner

    @rule(data=st.data(), rating=st.sampled_from(["again", "hard", "good", "easy"]))
    def study(self, data: st.DataObject, rating: Rating) -> None:
        every = self.anki.cards()
        cards = data.draw(st.sets(st.sampled_from(sorted(every)), min_size=1, max_size=4))
        for card in sorted(cards):
            if every[card].queue != SUSPENDED:
                self.anki.answer(card, rating)
        self._acted()

    @rule(data=st.data())
    def annotate(self, data: st.DataObject) -> None:
        notes = self.anki.notes()
        guid = data.draw(st.sampled_from(sorted(notes)))
        field = next(iter(notes[guid].fields))
        self.number += 1
        self.anki.edit(guid, field, f"{notes[guid].fields[field]} (mine {self.number})")
        self._acted()

    @rule(data=st.data(), act=st.sampled_from(["suspend", "flag", "move", "tag"]))
    def arrange(self, data: st.DataObject, act: str) -> None:
        card = self._any_card(data)
        if act == "suspend":
            self.anki.suspend(card)
        elif act == "flag":
            self.anki.flag(card, data.draw(st.integers(1, 7)))
        elif act == "move":
            self.anki.move(card, "Mine")
        else:
            self.anki.tag(card[0], "mine")
        self._acted()

    # --- a build and its import

    @rule(second=st.booleans(), lost=st.integers(0, 9).map(lambda one: one == 0), follow=st.booleans())
    def ship(self, second: bool, lost: bool, follow: bool) -> None:
        """Build both decks, or the first alone, and import what was built.

        A lock is not lost while a fact is between two decks: what left one and is not yet in the other is only there.
        With a lock the numbers of gaps that are gone are forgotten: packages hold none.
        """
        names = ["a", "b"] if second else ["a"]
        self._write()
        if lost and not self.moving and self.workshop.lock_path("a").exists():
            self.workshop.lock_path("a").unlink()
            self.ordinals.clear()
        self.clock += 10
        self.pending |= self.workshop.build(self.clock, *names)
        self.moving &= not second
        self._check_identities(names)
        self.clock += 10
        for name in names:
            self._import(name, follow)

    @rule()
    def build_alone(self) -> None:
        """Build, and import nothing: learners skip versions."""
        self._write()
        self.clock += 10
        self.pending |= self.workshop.build(self.clock)
        self._check_identities(["a", "b"])

    def _import(self, name: str, follow: bool) -> None:
        edition, package = self.pending[name], self.workshop.package(name)
        self.anki.export(self.folder / "held.apkg")
        before = plan(edition, held(open_package(self.folder / "held.apkg", "held.apkg")))
        if follow:
            self._rename_as_told(before)
        history = self.anki.history()
        log = self.anki.import_package(package)
        self.anki.settle(self.clock)
        assert not log.keys() & {"conflicting", "missing_notetype", "missing_deck", "empty_first_field"}, log
        self._check(edition, before, history)
        again = self.anki.history(), self.anki.notes(), self.anki.mods(), self.anki.schema_changed
        assert set(self.anki.import_package(package)) <= {"duplicate"}
        assert (self.anki.history(), self.anki.notes(), self.anki.mods(), self.anki.schema_changed) == again
        counted["imports"] += 1
        counted["notes updated"] += log.get("updated", 0)

    def _rename_as_told(self, told: Plan) -> None:
        """What a learner does who follows the advice on a renamed deck."""
        found = [re.search("Rename the deck “(.*)” to “(.*)” in Anki", advice) for advice in told.advice]
        for old, new in (each.groups() for each in found if each):
            deck = self.anki.collection.decks.by_name(old)
            if deck and not self.anki.collection.decks.by_name(new):
                self.anki.collection.decks.rename(deck["id"], new)

    # --- what must hold

    def _check(self, edition: Edition, before: Plan, history: dict[Any, Any]) -> None:
        after, notes = self.anki.history(), self.anki.notes()
        assert {key: after[key] for key in history} == history, "a card or a review was lost or changed"
        counted["reviews kept"] += sum(len(reviews) for _, reviews in history.values())
        conflicts = {step.guid for step in before.conflicts}
        for shipped in edition.notes:
            self._check_note(shipped, notes[shipped.note.guid], conflicts)
            assert {(shipped.note.guid, ordinal) for ordinal in shipped.note.cards} <= after.keys()
        expected = {(one.note.guid, ordinal) for one in edition.notes for ordinal in one.note.cards}
        own = {one.note.guid for one in edition.notes}
        added = {key for key in after.keys() - history.keys() if key[0] in own}
        assert added <= expected, "a card that nobody asked for"
        assert self.anki.note_type_names() == {"citedeck question", "citedeck cloze"}
        self.schema = self.schema or self.anki.schema_changed
        assert self.anki.schema_changed == self.schema, "a full sync is forced"
        for family, one in notetypes.NOTE_TYPES.items():
            if any(shipped.note.family == family for shipped in edition.notes):
                assert self.anki.note_type(one.name)["css"].strip() == notetypes.style().strip()
        self._check_empty(edition)
        assert self.anki.damage() == ""

    def _check_note(self, shipped: Shipped, note: Any, conflicts: set[str]) -> None:
        """A note is as it was shipped, or the learner's later edit stands and the plan said so."""
        fields = {name: value for name, value in note.fields.items() if value}
        current = fields == shipped.note.fields and set(shipped.note.tags) <= set(note.tags)
        assert current or shipped.note.guid in conflicts, f"{shipped.note.fact} is not current, and nobody was told"
        if shipped.state == "retired" and shipped.note.guid not in conflicts:
            assert RETIRED in note.tags
        if current:
            for name in shipped.note.media:
                there = Path(self.anki.collection.media.dir(), name).exists()
                assert there or shipped.state == "retired"

    def _check_empty(self, edition: Edition) -> None:
        """Only cards of gaps and directions that the author took out are empty."""
        asked = {(one.note.guid, ordinal) for one in edition.notes for ordinal in one.note.cards}
        mine = {one.note.guid for one in edition.notes}
        left = {key for key in self.anki.cards() if key[0] in mine} - asked
        assert not self.anki.empty_cards() or left or self.anki.cards().keys() - asked

    def _check_identities(self, names: list[str]) -> None:
        """Each fact has the note, and each gap the card, that it had when it was first shipped."""
        every = [one for name in names for one in self.pending[name].notes if one.state == "living"]
        assert len({one.note.guid for one in every}) == len(every)
        for one in every:
            origin = self.logical[one.note.fact]
            guid = self.guids.setdefault((origin, one.note.family), one.note.guid)
            assert guid == one.note.guid, f"{one.note.fact}, once {origin}, is another note than before"
            for number, text in one.note.gaps:
                known = self.ordinals.setdefault((origin, one.note.family, text), number)
                assert known == number, f"the gap “{text}” of {one.note.fact} had the number {known}"

    # --- helpers

    def check_invariants(self, *_: object, **__: object) -> None:
        """Called by Hypothesis after each step: a place to count them."""
        counted["steps"] += 1

    def _acted(self) -> None:
        self.clock += 10
        self.anki.settle(self.clock)

    def _any_fact(self, data: st.DataObject) -> tuple[str, str]:
        places = [(deck, fact) for deck, facts in self.decks.items() for fact in facts]
        return data.draw(st.sampled_from(places))

    def _any_card(self, data: st.DataObject) -> Any:
        return data.draw(st.sampled_from(sorted(self.anki.cards())))

    def _where(self, origin: str) -> tuple[str, str] | None:
        places = ((deck, fact) for deck, facts in self.decks.items() for fact in facts)
        return next(((deck, fact) for deck, fact in places if self.logical[fact] == origin), None)

    def _write(self) -> None:
        for name, facts in self.decks.items():
            self.workshop.write(name, facts, deck=self.names[name])

    def _try(self, deck: str, fact: str, keys: dict[str, Any]) -> None:
        self._try_deck(deck, {**self.decks[deck], fact: keys})

    def _try_deck(self, deck: str, facts: Facts) -> None:
        """Change a deck; what citedeck refuses is done as it says, or left as it was."""
        self._try_decks({**self.decks, deck: facts})

    def _try_decks(self, decks: dict[str, Facts]) -> bool:
        before = self.decks
        self.decks = {name: dict(facts) for name, facts in decks.items()}
        mended = self._mend()
        if not mended:
            self.decks = before
        counted["edits" if mended else "edits refused"] += 1
        return mended

    def _mend(self) -> bool:
        """Paste what the messages give, one after the other; whether the decks are right then."""
        for _ in range(4):
            self._write()
            errors = self.workshop.verdict().errors
            if not sum(self._paste(problem) for problem in errors):
                break
        return not errors

    def _paste(self, problem: Problem) -> bool:
        """Whether a message gives something to paste."""
        found = re.search(PASTED.get(problem.code, "$^"), problem.hint)
        if found and problem.deck and problem.fact:
            (key, value), keys = found.groups(), self.decks[problem.deck][problem.fact]
            pasted = value[1:-1].split(", ") if key == "was" else value.strip('"')
            self.decks[problem.deck][problem.fact] = {**keys, key: pasted}
        return bool(found)


def test_years_cost_no_review(record_property: Callable[[str, object], None]) -> None:
    counted.clear()
    Years.TestCase.settings = settings(
        max_examples=max(1, STEPS // EXAMPLE),
        stateful_step_count=EXAMPLE,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=[Phase.generate],  # shrinking years takes hours
        derandomize="CITEDECK_STEPS" not in os.environ,
    )
    with AnkiEngine(Path(tempfile.mkdtemp())) as engine:
        version = engine.version
    run_state_machine_as_test(Years, settings=Years.TestCase.settings)
    told = ", ".join(f"{number} {what}" for what, number in counted.items())
    record_property("counted", f"anki {version}: {told}")
    assert counted["imports"] > 0
