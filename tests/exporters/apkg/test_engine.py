"""In the real Anki: a package imports, is updated, and never costs a review."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from citedeck.workspace import Workspace, load
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import (
    ARTICLE,
    CARDS,
    FACTS,
    T0,
    T1,
    T2,
    Facts,
    exported,
    first_package,
    judged,
    package,
)
from tests.exporters.apkg.reading_back import plain

ROOT = Path(__file__).parents[3]


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[AnkiEngine]:
    with AnkiEngine(tmp_path / "anki") as engine:
        yield engine


@pytest.fixture
def studied(anki: AnkiEngine, tmp_path: Path) -> AnkiEngine:
    """An Anki in which every card of FACTS has graduated."""
    assert anki.import_package(package(tmp_path, FACTS)) == {"new": len(FACTS)}
    anki.study()
    assert all(card.type == 2 and card.ivl > 0 for card in anki.cards().values())
    assert all(reviews for _, reviews in anki.history().values())
    return anki


def edited(fact: str, **changes: Any) -> Facts:
    """FACTS with one fact changed; a key that becomes None is taken out."""
    facts = deepcopy(FACTS)
    facts[fact] = {key: value for key, value in {**facts[fact], **changes}.items() if value is not None}
    return facts


# --- what comes in


def repository_deck(folder: Path) -> Path:
    (deck,) = load(Workspace(ROOT), ["north-korea-russia"]).verdict().decks
    path = folder / "north-korea-russia.apkg"
    path.write_bytes(first_package(deck, T0))
    return path


def every_kind(folder: Path) -> Path:
    return package(folder, FACTS)


@pytest.mark.parametrize("build", [repository_deck, every_kind])
def test_a_package_comes_in_whole_and_changes_nothing_when_it_comes_again(
    build: Any, anki: AnkiEngine, tmp_path: Path
) -> None:
    path = build(tmp_path)
    first = anki.import_package(path)
    assert set(first) == {"new"}
    notes, cards, schema = anki.notes(), anki.history(), anki.schema_changed
    assert len(notes) == first["new"]
    assert anki.import_package(path) == {"duplicate": first["new"]}
    assert (anki.notes(), anki.history(), anki.schema_changed) == (notes, cards, schema)


@pytest.mark.parametrize("build", [repository_deck, every_kind])
def test_the_cards_are_those_anki_would_make_itself(build: Any, anki: AnkiEngine, tmp_path: Path) -> None:
    anki.import_package(build(tmp_path))
    ordinals: dict[str, list[int]] = {}
    for guid, ordinal in sorted(anki.cards()):
        ordinals.setdefault(guid, []).append(ordinal)
    assert ordinals == {guid: anki.generated_ordinals(guid) for guid in anki.notes()}


@pytest.mark.parametrize("build", [repository_deck, every_kind])
def test_anki_finds_nothing_to_mend_and_no_empty_card(build: Any, anki: AnkiEngine, tmp_path: Path) -> None:
    anki.import_package(build(tmp_path))
    assert anki.empty_cards() == ""
    assert anki.damage() == ""
    assert anki.note_type_names() == {"citedeck question", "citedeck cloze"}


def test_braces_in_the_article_make_no_cards(anki: AnkiEngine, tmp_path: Path) -> None:
    """The paragraph round this cloze has `{{c7::forged}}` in it, and its evidence shows that."""
    facts: Facts = {"hourglass": {"cloze": "Its seal shows a {{heron}} & an hourglass"}}
    article = ARTICLE.replace(" & an hourglass", " & an hourglass, {{c7::forged}} or not")
    anki.import_package(package(tmp_path, facts, article=article))
    ((guid, ordinal),) = anki.cards()
    assert "{{c7::forged}}" in plain(anki.notes()[guid].fields["Evidence"])
    assert [ordinal] == anki.generated_ordinals(guid) == [0]


def test_new_cards_are_shown_in_the_order_of_the_deck(anki: AnkiEngine, tmp_path: Path) -> None:
    anki.import_package(package(tmp_path, FACTS))
    guids = list(dict.fromkeys(guid for guid, _ in anki.cards()))
    asked = [plain(next(iter(anki.notes()[guid].fields.values()))) for guid in guids]
    assert asked[0] == "Who founded the clockmakers' guild of Varnholt?"
    assert asked[-1].startswith("What did an apprentice do")
    assert len(asked) == len(FACTS)


def test_two_decks_built_in_the_same_second_both_come_in(anki: AnkiEngine, tmp_path: Path) -> None:
    """Their notes and cards have the same ids."""
    anki.import_package(package(tmp_path / "one", FACTS))
    again = anki.import_package(package(tmp_path / "two", FACTS, id="second", deck="Second"))
    assert again == {"new": len(FACTS)}
    assert len(anki.cards()) == 2 * sum(map(len, CARDS.values()))
    assert anki.damage() == ""


def test_tags_and_deck_arrive(anki: AnkiEngine, tmp_path: Path) -> None:
    anki.import_package(package(tmp_path, {"founder": FACTS["founder"]}, tags=["varnholt"], description="Clocks"))
    (note,) = anki.notes().values()
    assert note.tags == ["guild", "people", "varnholt"]
    (card,) = anki.cards().values()
    deck = anki.collection.decks.get(card.did)
    assert deck is not None
    assert (deck["name"], deck["desc"]) == ("Made up::Varnholt", "Clocks")


# --- what comes again


def test_a_new_wording_changes_that_note_and_no_other(studied: AnkiEngine, tmp_path: Path) -> None:
    notes, history, schema = studied.notes(), studied.history(), studied.schema_changed
    facts = edited("founder", ask="Which widow founded the guild?", answer="1382 by Marta Oelsen")
    imported = studied.import_package(package(tmp_path, facts, T1))
    assert "new" not in imported
    assert "conflicting" not in imported
    after = studied.notes()
    (changed,) = (guid for guid, note in after.items() if note != notes[guid])
    assert after[changed].fields["Question"] == "Which widow founded the guild?"
    assert after[changed].fields["Answer"] == "1382 by Marta Oelsen"
    assert after.keys() == notes.keys()
    assert studied.history() == history
    assert studied.schema_changed == schema
    assert studied.note_type_names() == {"citedeck question", "citedeck cloze"}


RENAMED: Facts = {("first-master" if fact == "founder" else fact): keys for fact, keys in FACTS.items()}
RENAMED["first-master"] = {**FACTS["founder"], "was": ["founder"]}

KEEPING_EVERY_CARD: dict[str, Facts] = {
    "reordered": dict(reversed(FACTS.items())),
    "a fact added": {"first-strike": {**FACTS["founded"], "ask": "When did it begin?"}, **FACTS},
    "a fact removed": {fact: keys for fact, keys in FACTS.items() if fact != "motto"},
    "a fact renamed": RENAMED,
    "basic made typed": edited("founder", typed=True),
    "basic made a choice": edited("founder", distractors=["Anna Brekke"]),
    "typed made basic": edited("founded", typed=None),
    "a choice made basic": edited("motto", distractors=None),
    "reverse added": edited("founder", reverse="What did Marta Oelsen do?"),
    "reverse removed": edited("seal", reverse=None),
    "tags changed": edited("founder", tags=["women"]),
    "a cloze reworded": edited("salt-clock", cloze="{{Salt Clock}} struck first in {{1391}}"),
    "a list in order": edited("clocks", ordered=True),
    "a list item added": edited("clocks", answers=[*FACTS["clocks"]["answers"], "three"]),
    "a list item removed": edited("clocks", answers=FACTS["clocks"]["answers"][:2]),
}


@pytest.mark.parametrize("change", KEEPING_EVERY_CARD)
def test_no_change_costs_a_review(change: str, studied: AnkiEngine, tmp_path: Path) -> None:
    before, schema = studied.history(), studied.schema_changed
    imported = studied.import_package(package(tmp_path, KEEPING_EVERY_CARD[change], T1))
    assert imported.get("new", 0) == (1 if change == "a fact added" else 0)
    assert "conflicting" not in imported
    after = studied.history()
    assert {key: after[key] for key in before} == before
    assert studied.schema_changed == schema
    assert studied.note_type_names() == {"citedeck question", "citedeck cloze"}
    assert studied.damage() == ""


def test_a_kind_that_changes_there_and_back_keeps_its_card(studied: AnkiEngine, tmp_path: Path) -> None:
    before, notes = studied.history(), studied.notes()
    studied.import_package(package(tmp_path, edited("founder", typed=True), T1))
    guid = next(guid for guid, note in studied.notes().items() if note != notes[guid])
    assert studied.notes()[guid].fields["Typed answer"] == "Marta Oelsen"
    studied.settle(T1)
    studied.import_package(package(tmp_path, edited("founder", distractors=["Anna Brekke"]), T2))
    fields = studied.notes()[guid].fields
    assert fields["Typed answer"] == ""
    assert fields["Options"]
    studied.settle(T2)
    studied.import_package(package(tmp_path, FACTS, T2 + 1))
    assert studied.notes() == notes
    assert studied.history() == before


def test_a_reverse_that_is_added_is_a_new_card(studied: AnkiEngine, tmp_path: Path) -> None:
    before = studied.cards().keys()
    studied.import_package(package(tmp_path, edited("founder", reverse="What did Marta Oelsen do?"), T1))
    ((_, ordinal),) = studied.cards().keys() - before
    assert ordinal == 1
    assert studied.empty_cards() == ""


def test_a_reverse_that_is_removed_leaves_an_empty_card_and_comes_back_with_its_reviews(
    studied: AnkiEngine, tmp_path: Path
) -> None:
    before = studied.history()
    studied.import_package(package(tmp_path, edited("seal", reverse=None), T1))
    assert studied.empty_cards() != ""
    studied.settle(T1)
    studied.import_package(package(tmp_path, FACTS, T2))
    assert studied.empty_cards() == ""
    assert studied.history() == before


def test_a_fact_adopts_a_note_by_its_guid(studied: AnkiEngine, tmp_path: Path) -> None:
    """The note of another deck's fact, as one of an older deck of the author's would be."""
    before, notes = studied.history(), studied.notes()
    guid = next(guid for guid, note in notes.items() if note.fields.get("Answer") == "Marta Oelsen")
    adopting = {"widow": {**FACTS["founder"], "ask": "Who was the widow?", "guid": guid}}
    imported = studied.import_package(package(tmp_path, adopting, T1, id="other", deck="Other"))
    assert imported == {"updated": 1}
    assert studied.notes()[guid].fields["Question"] == "Who was the widow?"
    assert studied.history() == before


def test_tags_are_replaced(studied: AnkiEngine, tmp_path: Path) -> None:
    notes = studied.notes()
    studied.import_package(package(tmp_path, edited("founder", tags=["women"]), T1))
    changed = [note for guid, note in studied.notes().items() if note != notes[guid]]
    assert [note.tags for note in changed] == [["women"]]


def test_a_control_character_of_the_article_does_not_stop_the_import(anki: AnkiEngine, tmp_path: Path) -> None:
    verdict = judged(tmp_path, {"founder": FACTS["founder"]}, ARTICLE.replace("a widow who", "a widow\x1fwho"))
    if verdict.decks:  # else it was told as a problem, which is as good
        path = tmp_path / "varnholt.apkg"
        path.write_bytes(exported(verdict, T0))
        assert anki.import_package(path) == {"new": 1}


# --- what is shown


@pytest.mark.parametrize("build", [repository_deck, every_kind])
def test_no_side_of_a_card_is_empty(build: Any, anki: AnkiEngine, tmp_path: Path) -> None:
    anki.import_package(build(tmp_path))
    for (guid, ordinal), card in anki.cards().items():
        rendered = anki.render(card)
        assert plain(rendered.front), (guid, ordinal)
        assert len(plain(rendered.back)) > len(plain(rendered.front)), (guid, ordinal)
        assert rendered.sounds == 0


SHOWN: dict[tuple[str, int], tuple[str, str]] = {
    ("founder", 0): ("Who founded the clockmakers' guild of Varnholt?", "Marta Oelsen"),
    ("seal", 0): ("Which bird stands on the guild's seal?", "heron"),
    ("seal", 1): ("Where does Varnholt show a heron?", "heron"),
    ("founded", 0): ("In which year was the guild founded? [[type:Typed answer]]", "1382"),
    ("regulator", 0): ("Regulator", "a clock by which others are set"),
    ("regulator", 1): ("a clock by which others are set", "Regulator"),
    ("salt-clock", 0): ("The [...] struck first in 1391; the Fish Clock followed in 1410", "Salt Clock"),
    ("salt-clock", 1): ("The Salt Clock struck first in [...]; the Fish Clock followed in 1410", "1391"),
    ("loss", 1): ("It loses under [how much?] a year", "two seconds"),
    ("loss", 3): ("It loses under two seconds a [...]", "year"),
    ("third-key", 0): ("Nobody has seen [...], which, the wardens say, lies [...]", "where the river bends"),
    ("apprentice", 1): ("What did an apprentice do in the first two years, in order? swept the stairs [...]", "filed"),
}


def test_the_cards_show_what_the_facts_say(anki: AnkiEngine, tmp_path: Path) -> None:
    anki.import_package(package(tmp_path, FACTS))
    cards = iter(anki.cards().values())
    places = [(fact, ordinal) for fact, ordinals in CARDS.items() for ordinal in ordinals]
    rendered = {place: anki.render(card) for place, card in zip(places, cards, strict=True)}
    for place, (front, answer) in SHOWN.items():
        assert plain(rendered[place].front) == front
        assert answer in plain(rendered[place].back)


def test_a_hint_is_hidden_until_it_is_asked_for(anki: AnkiEngine, tmp_path: Path) -> None:
    anki.import_package(package(tmp_path, {"founder": FACTS["founder"]}))
    (card,) = anki.cards().values()
    assert "A widow" in anki.render(card).front
    assert "A widow" not in plain(anki.render(card).front)
    assert plain(anki.render(card).back).endswith("The name is also written Ölsen. guild people")
