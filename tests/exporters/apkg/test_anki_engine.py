"""The judge does what a learner would do, on every Anki we ask."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from anki.import_export_pb2 import ImportAnkiPackageOptions

from tests.exporters.apkg.anki_engine import AnkiEngine, CardKey, Rating
from tests.exporters.apkg.every_kind import CARDS, FACTS, T0, T1, T2, package


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[AnkiEngine]:
    """An Anki into which FACTS were imported."""
    with AnkiEngine(tmp_path / "anki") as engine:
        engine.import_package(package(tmp_path, FACTS))
        yield engine


@pytest.fixture
def card(anki: AnkiEngine) -> CardKey:
    """The card of the first fact."""
    return next(iter(anki.cards()))


def test_a_package_is_imported_as_the_dialog_does_when_nothing_in_it_is_touched(anki: AnkiEngine) -> None:
    shown = anki.collection._backend.get_import_anki_package_presets()
    if_newer = 0
    assert shown == ImportAnkiPackageOptions()
    assert (shown.update_notes, shown.update_notetypes) == (if_newer, if_newer)
    assert not any((shown.merge_notetypes, shown.with_scheduling, getattr(shown, "with_deck_configs", False)))


@pytest.mark.parametrize(
    ("rating", "ease", "graduated"), [("again", 1, False), ("hard", 2, False), ("good", 3, False), ("easy", 4, True)]
)
def test_a_card_is_answered_and_no_other(
    rating: Rating, ease: int, graduated: bool, anki: AnkiEngine, card: CardKey
) -> None:
    before, schema = anki.history(), anki.schema_changed
    anki.answer(card, rating)
    after = anki.history()
    (review,) = after[card][1]
    assert review[3] == ease
    assert (anki.cards()[card].type == 2) == graduated
    assert {key for key in after if after[key] != before[key]} == {card}
    assert anki.damage() == ""
    assert anki.schema_changed == schema


def test_answers_quicker_than_the_clock_leave_nothing_to_mend(
    anki: AnkiEngine, card: CardKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_of_a_second = int(time.time()) * 1000 + 999
    monkeypatch.setattr("anki.scheduler.v3.int_time", lambda _scale: last_of_a_second)
    for _ in range(3):
        anki.answer(card, "hard")
    assert [review[0] for review in anki.history()[card][1]] == [last_of_a_second + i for i in range(3)]
    assert anki.damage() == ""


def test_the_learner_edits_tags_suspends_flags_and_moves(anki: AnkiEngine, card: CardKey) -> None:
    guid, _ = card
    schema = anki.schema_changed
    anki.edit(guid, "Extra", "mine")
    anki.tag(guid, "hard-for-me")
    anki.suspend(card)
    anki.flag(card, 3)
    anki.move(card, "Mine::Varnholt")
    note, moved = anki.notes()[guid], anki.cards()[card]
    assert note.fields["Extra"] == "mine"
    assert note.tags == ["guild", "hard-for-me", "people"]
    assert (moved.queue, moved.user_flag()) == (-1, 3)
    assert anki.collection.decks.name(moved.did) == "Mine::Varnholt"
    assert {one for one, mod in anki.mods().items() if mod != T0} == {guid}
    assert anki.schema_changed == schema
    assert anki.damage() == ""


def test_a_card_moves_to_a_deck_that_is_there(anki: AnkiEngine, card: CardKey) -> None:
    *_, last = anki.cards()
    for one in (card, last):
        anki.move(one, "Mine")
    assert anki.cards()[card].did == anki.cards()[last].did


def test_what_anki_did_now_is_settled_as_done_then(anki: AnkiEngine, card: CardKey, tmp_path: Path) -> None:
    guid, _ = card
    schema = anki.schema_changed
    anki.edit(guid, "Answer", "Marta")
    note_type = anki.note_type("citedeck question")
    note_type["css"] += "/* mine */"
    anki.collection.models.update_dict(note_type)
    anki.settle(T1)
    assert anki.mods() == {one: T1 if one == guid else T0 for one in anki.mods()}
    assert anki.note_type("citedeck question")["mod"] == T1
    assert anki.note_type("citedeck cloze")["mod"] == T0
    assert anki.schema_changed == schema
    assert anki.damage() == ""
    anki.import_package(package(tmp_path, FACTS, T1))
    assert anki.notes()[guid].fields["Answer"] == "Marta"
    assert anki.note_type("citedeck question")["css"].endswith("/* mine */")
    anki.import_package(package(tmp_path, FACTS, T2))
    assert anki.notes()[guid].fields["Answer"] == "Marta Oelsen"
    assert not anki.note_type("citedeck question")["css"].endswith("/* mine */")
    assert anki.schema_changed == schema


def test_what_is_settled_is_still_so_when_anki_starts_again(tmp_path: Path) -> None:
    with AnkiEngine(tmp_path / "anki") as engine:
        engine.import_package(package(tmp_path, FACTS))
        guid, _ = next(iter(engine.cards()))
        engine.edit(guid, "Extra", "mine")
        engine.settle(T1)
        mods, schema = engine.mods(), engine.schema_changed
    with AnkiEngine(tmp_path / "anki") as engine:
        assert (engine.mods(), engine.schema_changed) == (mods, schema)


def test_an_export_has_every_note_no_progress_and_the_settled_times(
    anki: AnkiEngine, card: CardKey, tmp_path: Path
) -> None:
    guid, _ = card
    anki.answer(card, "easy")
    anki.edit(guid, "Extra", "mine")
    note_type = anki.note_type("citedeck question")
    note_type["css"] += "/* mine */"
    anki.collection.models.update_dict(note_type)
    anki.settle(T1)
    anki.export(tmp_path / "exported.apkg")
    with ZipFile(tmp_path / "exported.apkg") as package_file:
        (tmp_path / "exported.anki2").write_bytes(package_file.read("collection.anki21"))
    database = sqlite3.connect(tmp_path / "exported.anki2")
    assert dict(database.execute("select guid, mod from notes")) == anki.mods()
    assert database.execute("select count(), max(reps), max(ivl) from cards").fetchall() == [
        (sum(map(len, CARDS.values())), 0, 0)
    ]
    assert database.execute("select count() from revlog").fetchall() == [(0,)]
    ((models,),) = database.execute("select models from col")
    stamps = {model["name"]: model["mod"] for model in json.loads(models).values()}
    assert (stamps["citedeck question"], stamps["citedeck cloze"]) == (T1, T0)
