"""A package that went through the real Anki: the same verdict, until a note is edited there."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.collection import ExportAnkiPackageOptions

from citedeck.errors import CitedeckError
from citedeck.workspace import Workspace, load
from tests.audit.packages import audited, told
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import FACTS, T0, first_package, package

ROOT = Path(__file__).parents[2]


def exported(anki: AnkiEngine, path: Path, legacy: bool = True) -> Path:
    """What Anki's own export writes; `legacy` is its “Support older Anki versions”."""
    options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy)
    anki.collection.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


def edit(anki: AnkiEngine, field: str, old: str, new: str) -> None:
    """Replace a text in the one note that has it in that field, as the editor of Anki does."""
    notes = [anki.collection.get_note(note_id) for note_id in anki.collection.find_notes("")]
    (note,) = (note for note in notes if old in dict(note.items()).get(field, ""))
    note[field] = note[field].replace(old, new)
    anki.collection.update_note(note)


@pytest.fixture
def anki(tmp_path: Path) -> AnkiEngine:
    """An Anki that holds every kind of fact, studied; closed by each test's export."""
    engine = AnkiEngine(tmp_path / "anki")
    engine.import_package(package(tmp_path, FACTS))
    return engine


def test_what_anki_exports_passes(anki: AnkiEngine, tmp_path: Path) -> None:
    with anki:
        anki.study()
        found = audited(tmp_path, exported(anki, tmp_path / "again.apkg"))
    assert found.notes.problems == ()
    assert [finding.fact for finding in found.notes.findings] == list(FACTS)


def test_the_repositorys_deck_passes_as_it_did(tmp_path: Path) -> None:
    (deck,) = load(Workspace(ROOT), ["north-korea-russia"]).verdict().decks
    path = tmp_path / "deck.apkg"
    path.write_bytes(first_package(deck, T0))
    with AnkiEngine(tmp_path / "anki") as anki:
        anki.import_package(path)
        again = audited(ROOT, exported(anki, tmp_path / "again.apkg"))
    assert again.notes.problems == ()
    before = audited(ROOT, path.rename(tmp_path / "again.apkg"))
    assert again.notes.findings == before.notes.findings


def test_ankis_newer_format_is_told_with_the_way_out(anki: AnkiEngine, tmp_path: Path) -> None:
    with anki, pytest.raises(CitedeckError, match="newer format") as refused:
        audited(tmp_path, exported(anki, tmp_path / "again.apkg", legacy=False))
    assert "Support older Anki versions" in refused.value.hint


@pytest.mark.parametrize(
    ("field", "old", "new", "expected"),
    [
        ("Answer", "1382", "1383", {("answer-not-in-quote", "founded"), ("field-differs", "founded")}),
        ("Answer", "1382", "<b>1382</b>", set()),
        ("Answer", "heron", "heron&nbsp;", set()),
        ("Answer", "Marta Oelsen", "Marta<br>Oelsen", set()),
        ("Extra", "Ölsen", 'Ölsen<img src="seal.png">', set()),
        ("Hint", "A widow", "Not a man", set()),
        ("Question", "Which bird", "What bird", {("question-edited", "seal"), ("field-differs", "seal")}),
        (
            "Text",
            "{{c1::Salt Clock}}",
            "Salt Clock",
            {("cards-differ", "salt-clock"), ("question-edited", "salt-clock")},
        ),
    ],
)
def test_a_note_that_was_edited_in_anki_is_named(
    anki: AnkiEngine, tmp_path: Path, field: str, old: str, new: str, expected: set[tuple[str, str]]
) -> None:
    with anki:
        edit(anki, field, old, new)
        found = audited(tmp_path, exported(anki, tmp_path / "again.apkg"))
    assert told(found) == expected
    assert {finding.fact for finding in found.notes.findings if not finding.accepted} == {fact for _, fact in expected}


def test_notes_of_the_learners_own_are_left_alone_and_told(anki: AnkiEngine, tmp_path: Path) -> None:
    with anki:
        for front in ("one", "two"):
            note = anki.collection.new_note(anki.note_type("Basic"))
            note.fields = [front, "back"]
            anki.collection.add_note(note, anki.collection.decks.id("Own"))  # type: ignore[arg-type]  # it is made
        found = audited(tmp_path, exported(anki, tmp_path / "again.apkg"))
    assert found.foreign == 2
    assert [(problem.code, problem.severity, problem.place.line) for problem in found.notes.problems] == [
        ("foreign-notes", "warning", len(FACTS) + 1)
    ]
    assert all(finding.accepted for finding in found.notes.findings)
