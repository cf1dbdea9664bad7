"""Text that the real Anki imports: it does with the notes what the package does, and never costs a review."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import example, given

from citedeck.exporters import EXPORTERS
from citedeck.exporters.product import Product
from citedeck.history import Edition, reckon
from citedeck.notes import notes
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import CARDS, FACTS, T0, T1, Facts, judged
from tests.exporters.apkg.test_nasty_text import Words, everything, repeatable
from tests.small_png import of_colour


def edition(root: Path, facts: Facts, before: Edition | None = None, now: int = T0, name: str = "") -> Edition:
    verdict = judged(root, facts, **({"deck": name} if name else {}))
    assert not verdict.errors
    (deck,) = verdict.decks
    return reckon(deck, list(notes(deck)), before.lock if before else None, now)


def product(root: Path, found: Edition, format_: str) -> tuple[Path, Product]:
    made = EXPORTERS[format_].export(found)
    path = root / f"{found.deck.id}.{EXPORTERS[format_].SUFFIX}"
    path.write_bytes(made.content)
    return path, made


def text(root: Path, found: Edition) -> Path:
    return product(root, found, "tsv")[0]


def package(root: Path, found: Edition) -> Path:
    return product(root, found, "apkg")[0]


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[AnkiEngine]:
    with AnkiEngine(tmp_path / "anki") as engine:
        yield engine


@pytest.fixture
def first(tmp_path: Path) -> Edition:
    return edition(tmp_path, FACTS)


@pytest.fixture
def studied(anki: AnkiEngine, first: Edition, tmp_path: Path) -> AnkiEngine:
    """An Anki into which the package was imported, and in which every card has graduated."""
    assert anki.import_package(package(tmp_path, first)) == {"new": len(FACTS)}
    anki.study()
    anki.settle(T0)
    return anki


def test_over_a_studied_package_it_changes_nothing(studied: AnkiEngine, first: Edition, tmp_path: Path) -> None:
    before = studied.notes(), studied.history(), studied.mods(), studied.schema_changed
    assert studied.import_text(text(tmp_path, first)) == {"duplicate": len(FACTS)}
    assert (studied.notes(), studied.history(), studied.mods(), studied.schema_changed) == before
    assert studied.damage() == ""


def test_what_changed_is_updated_and_keeps_every_review(studied: AnkiEngine, first: Edition, tmp_path: Path) -> None:
    moved = next(iter(studied.cards()))
    studied.move(moved, "My own")
    history, schema = studied.history(), studied.schema_changed
    facts = deepcopy(FACTS)
    facts["founder"] = {**FACTS["founder"], "ask": "Which widow founded the guild?", "tags": ["women"]}
    del facts["founder"]["extra"]
    later = edition(tmp_path, facts, first, T1)
    assert studied.import_text(text(tmp_path, later)) == {"updated": 1, "duplicate": len(FACTS) - 1}
    note = studied.notes()[later.notes[0].note.guid]
    assert note.fields["Question"] == "Which widow founded the guild?"
    assert note.fields["Extra"] == ""
    assert note.tags == ["women"]
    assert studied.history() == history
    assert studied.schema_changed == schema
    assert studied.import_text(text(tmp_path, later)) == {"duplicate": len(FACTS)}


def test_a_new_fact_comes_in_and_a_retired_one_stays(studied: AnkiEngine, first: Edition, tmp_path: Path) -> None:
    history = studied.history()
    facts = {fact: keys for fact, keys in FACTS.items() if fact != "motto"}
    facts["widow"] = {**FACTS["founder"], "ask": "Who was the widow?"}
    later = edition(tmp_path, facts, first, T1)
    assert studied.import_text(text(tmp_path, later)) == {"new": 1, "updated": 1, "duplicate": len(FACTS) - 1}
    (retired,) = (note for note in studied.notes().values() if "citedeck::retired" in note.tags)
    assert retired.fields["Question"] == "What is the guild's motto?"
    after = studied.history()
    assert {key: after[key] for key in history} == history


def test_it_makes_the_cards_and_the_deck_that_the_package_makes(
    anki: AnkiEngine, first: Edition, tmp_path: Path
) -> None:
    anki.import_package(package(tmp_path, first))
    before, cards = anki.notes(), list(anki.cards())
    anki.remove(before)
    assert anki.import_text(text(tmp_path, first)) == {"new": len(FACTS)}
    assert anki.notes() == before
    assert list(anki.cards()) == cards
    assert len(cards) == sum(map(len, CARDS.values()))
    decks = {anki.collection.decks.name(card.did) for card in anki.cards().values()}
    assert decks == {"Made up::Varnholt"}
    assert anki.damage() == ""


def test_a_note_of_the_learner_with_the_same_question_is_not_taken_for_ours(
    anki: AnkiEngine, first: Edition, tmp_path: Path
) -> None:
    anki.import_package(package(tmp_path, first))
    anki.remove(anki.notes())
    own = anki.add("citedeck question", {"Question": FACTS["founder"]["ask"], "Answer": "mine"})
    assert anki.import_text(text(tmp_path, first)) == {"new": len(FACTS)}
    assert anki.notes()[own].fields["Answer"] == "mine"


def test_without_the_package_anki_takes_nothing_and_says_so(anki: AnkiEngine, first: Edition, tmp_path: Path) -> None:
    path, made = product(tmp_path, first, "tsv")
    assert anki.import_text(path) == {"missing_notetype": len(FACTS)}
    assert anki.notes() == {}
    assert "varnholt.apkg was imported once" in made.advice


def test_it_updates_also_where_the_dialog_was_last_told_to_keep(
    studied: AnkiEngine, first: Edition, tmp_path: Path
) -> None:
    studied.collection.set_config("csvDuplicateResolution", 1)
    facts = {**FACTS, "founder": {**FACTS["founder"], "extra": "A widow."}}
    imported = studied.import_text(text(tmp_path, edition(tmp_path, facts, first, T1)))
    assert imported == {"updated": 1, "duplicate": len(FACTS) - 1}


def test_what_a_learner_changed_is_taken_back(studied: AnkiEngine, first: Edition, tmp_path: Path) -> None:
    """Text has no times by which Anki could tell that the learner's is the later; the advice says so."""
    before, history = studied.notes(), studied.history()
    guid = first.notes[0].note.guid
    studied.edit(guid, "Extra", "mine")
    studied.tag(guid, "own")
    path, made = product(tmp_path, first, "tsv")
    assert studied.import_text(path) == {"updated": 1, "duplicate": len(FACTS) - 1}
    assert studied.notes() == before
    assert studied.history() == history
    assert "takes back what learners changed" in made.advice


GUIDS = ("#comment", '"q"', "a\"b,c;d|e'f", "P$Y}~!%&*(", "<b>&amp;", " x", "=1+1")


@pytest.mark.parametrize("guid", GUIDS)
def test_an_adopted_note_is_known_again(guid: str, anki: AnkiEngine, tmp_path: Path) -> None:
    found = edition(tmp_path, {"founder": {**FACTS["founder"], "guid": guid}}, name='A "b" & <c>::#d, e')
    anki.import_package(package(tmp_path, found))
    before, decks = anki.notes(), anki.collection.decks.all_names_and_ids()
    assert list(before) == [found.notes[0].note.guid]
    assert anki.import_text(text(tmp_path, found)) == {"duplicate": 1}
    assert anki.notes() == before
    assert anki.collection.decks.all_names_and_ids() == decks


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnkiEngine]:
    """One Anki for all of a property's examples."""
    with AnkiEngine(tmp_path_factory.mktemp("anki")) as engine:
        yield engine


@repeatable
@given(everything)
@example(Words("#separator:comma", '"', '""\t"', "\n#", ("#a", '"g"')))
def test_nasty_text_comes_in_byte_for_byte(kept: AnkiEngine, tmp_path: Path, words: Words) -> None:
    deck = words.deck(0)
    found = reckon(deck, list(notes(deck)), None, T0)
    assert kept.import_package(package(tmp_path, found)) == {"new": 6}
    before, cards = kept.notes(), list(kept.cards())
    path = text(tmp_path, found)
    assert kept.import_text(path) == {"duplicate": 6}
    kept.remove(before)
    assert kept.import_text(path) == {"new": 6}
    assert kept.notes() == before
    assert list(kept.cards()) == cards
    kept.remove(before)


def test_a_picture_is_told_and_shown_where_the_package_brought_it(anki: AnkiEngine, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "red.png").write_bytes(of_colour(200, 0, 0))
    facts = {"founder": {**FACTS["founder"], "image": {"file": "red.png", "alt": "A heron"}}, "seal": FACTS["seal"]}
    found = edition(tmp_path, facts)
    path, made = product(tmp_path, found, "tsv")
    assert [(one.fact, one.why) for one in made.instead] == [("founder", "a picture")]
    anki.import_package(package(tmp_path, found))
    assert anki.import_text(path) == {"duplicate": 2}
    assert '<img src="citedeck-' in anki.notes()[found.notes[0].note.guid].fields["Image"]
