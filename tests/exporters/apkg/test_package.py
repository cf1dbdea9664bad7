"""A package as a file: read back with zipfile and sqlite3 alone."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.exporters.apkg.every_kind import ARTICLE, CARDS, FACTS, T0, T1, exported, judged
from tests.test_notetypes import CLOZE_FIELDS, CLOZE_TEMPLATES, QUESTION_FIELDS, QUESTION_TEMPLATES

QUESTION, CLOZE = 1763881200001, 1763881200002

HEAD: dict[str, Any] = {"description": "Clocks & their makers", "tags": ["varnholt", "Clocks"]}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return exported(judged(tmp_path_factory.mktemp("workspace"), FACTS, **HEAD), T0)


@pytest.fixture(scope="module")
def database(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("package") / "collection.anki2"
    path.write_bytes(zipfile.ZipFile(io.BytesIO(content)).read("collection.anki2"))
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def _notes(database: sqlite3.Connection) -> list[list[str]]:
    """The fields of every note, in the order of the deck."""
    rows = database.execute("select flds from notes order by (select min(due) from cards where nid = notes.id)")
    return [fields.split("\x1f") for (fields,) in rows]


def _json(database: sqlite3.Connection, column: str) -> dict[str, Any]:
    (text,) = database.execute(f"select {column} from col").fetchone()
    return dict(json.loads(text))


def test_the_archive_holds_a_collection_and_no_media(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["collection.anki2", "media"]
        assert archive.read("media") == b"{}"


def test_the_archive_carries_no_clock_and_is_deflated(content: bytes) -> None:
    for entry in zipfile.ZipFile(io.BytesIO(content)).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.compress_type == zipfile.ZIP_DEFLATED


def test_the_same_moment_gives_the_same_bytes(content: bytes, tmp_path: Path) -> None:
    again = exported(judged(tmp_path / "elsewhere", FACTS, **HEAD), T0)
    assert again == content
    assert exported(judged(tmp_path / "elsewhere", FACTS, **HEAD), T1) != content


def test_the_database_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]


def test_every_fact_is_one_note(database: sqlite3.Connection) -> None:
    facts = [json.loads(_unescaped(fields[-5]))["fact"] for fields in _notes(database)]
    assert facts == list(FACTS)


def test_a_note_is_of_the_type_of_its_kind(database: sqlite3.Connection) -> None:
    rows = database.execute("select mid, flds from notes").fetchall()
    kinds = {json.loads(_unescaped(fields.split("\x1f")[-5]))["fact"]: note_type for note_type, fields in rows}
    clozes = {"salt-clock", "loss", "third-key", "clocks", "apprentice"}
    assert kinds == {fact: CLOZE if fact in clozes else QUESTION for fact in FACTS}


def test_guids_are_ascii_and_each_stands_once(database: sqlite3.Connection) -> None:
    guids = [guid for (guid,) in database.execute("select guid from notes")]
    assert len(set(guids)) == len(FACTS)
    assert all(guid.isascii() and guid.isalnum() and len(guid) == 20 for guid in guids)


def test_everything_says_it_was_changed_at_the_time_of_the_build(database: sqlite3.Connection) -> None:
    assert database.execute("select distinct mod from notes").fetchall() == [(T0,)]
    assert database.execute("select distinct mod from cards").fetchall() == [(T0,)]
    assert {model["mod"] for model in _json(database, "models").values()} == {T0}


def test_no_id_lies_in_the_future(database: sqlite3.Connection) -> None:
    ids = [number for (number,) in database.execute("select id from notes union all select id from cards")]
    assert len(set(ids)) == len(ids) == len(FACTS) + sum(map(len, CARDS.values()))
    assert max(ids) <= T0 * 1000


def test_the_cards_are_those_of_the_kinds(database: sqlite3.Connection) -> None:
    query = "select due, ord from cards order by due, ord"
    expected = [(place, ordinal) for place, ordinals in enumerate(CARDS.values()) for ordinal in ordinals]
    assert database.execute(query).fetchall() == expected


def test_cards_are_new_and_in_the_deck(database: sqlite3.Connection) -> None:
    (deck,) = _decks(database)
    rows = database.execute("select distinct did, type, queue, ivl, reps, lapses, odid, flags from cards").fetchall()
    assert rows == [(deck["id"], 0, 0, 0, 0, 0, 0, 0)]


def test_no_card_is_without_its_note(database: sqlite3.Connection) -> None:
    assert database.execute("select count() from cards where nid not in (select id from notes)").fetchone() == (0,)
    assert database.execute("select count() from notes where id not in (select nid from cards)").fetchone() == (0,)


def test_the_deck_has_its_name_and_its_description(database: sqlite3.Connection) -> None:
    (deck,) = _decks(database)
    assert deck["name"] == "Made up::Varnholt"
    assert deck["desc"] == "Clocks &amp; their makers"
    assert deck["id"] > 1  # 1 is Anki's “Default”


def _decks(database: sqlite3.Connection) -> list[dict[str, Any]]:
    return [deck for name, deck in _json(database, "decks").items() if name != "1"]


def test_tags_are_the_decks_and_the_facts_sorted(database: sqlite3.Connection) -> None:
    rows = database.execute("select tags, flds from notes").fetchall()
    tags = {json.loads(_unescaped(fields.split("\x1f")[-5]))["fact"]: tags for tags, fields in rows}
    assert tags["founder"].split() == ["Clocks", "guild", "people", "varnholt"]
    assert {tags[fact] for fact in FACTS if fact != "founder"} == {" Clocks varnholt "}


def test_note_types_carry_stable_ids(database: sqlite3.Connection) -> None:
    models = _json(database, "models")
    assert set(models) == {str(QUESTION), str(CLOZE)}
    for note_type, fields, templates in (
        (QUESTION, QUESTION_FIELDS, QUESTION_TEMPLATES),
        (CLOZE, CLOZE_FIELDS, CLOZE_TEMPLATES),
    ):
        model = models[str(note_type)]
        assert [(field["id"], field["name"]) for field in model["flds"]] == fields
        assert [(template["id"], template["name"]) for template in model["tmpls"]] == templates
        assert [field["ord"] for field in model["flds"]] == list(range(len(fields)))


def test_every_note_has_the_fields_of_its_type_and_the_first_is_full(database: sqlite3.Connection) -> None:
    lengths = {QUESTION: len(QUESTION_FIELDS), CLOZE: len(CLOZE_FIELDS)}
    for note_type, fields in database.execute("select mid, flds from notes").fetchall():
        assert fields.count("\x1f") == lengths[note_type] - 1
        assert fields.split("\x1f")[0].strip()


def test_the_browser_sorts_by_plain_text(database: sqlite3.Connection) -> None:
    fronts = [front for (front,) in database.execute("select sfld from notes")]
    assert "The Salt Clock struck first in 1391; the Fish Clock followed in 1410" in fronts
    assert not [front for front in fronts if "{{" in front or "<" in front]


def test_a_unit_separator_in_the_article_does_not_part_fields(tmp_path: Path) -> None:
    """U+001F parts the fields of a note; one too many, and Anki refuses the whole import."""
    article = ARTICLE.replace("a widow who", "a widow\x1fwho")
    verdict = judged(tmp_path, {"founder": FACTS["founder"]}, article)
    if verdict.decks:  # else it was told as a problem, which is as good
        path = tmp_path / "collection.anki2"
        path.write_bytes(zipfile.ZipFile(io.BytesIO(exported(verdict, T0))).read("collection.anki2"))
        with closing(sqlite3.connect(path)) as database:
            assert len(_notes(database)[0]) == len(QUESTION_FIELDS)


def _unescaped(text: str) -> str:
    """A text as it was before it was made HTML; not html.unescape, which knows far more than citedeck may write."""
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&#91;", "["), ("&#123;", "{"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text
