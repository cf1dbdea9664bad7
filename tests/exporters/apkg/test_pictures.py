"""Pictures in a package: as files of a zip archive, and in the real Anki."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from citedeck.errors import CitedeckError
from citedeck.exporters import EXPORTERS
from citedeck.exporters.apkg.opening import open_package
from citedeck.exporters.apkg.recalling import recall
from citedeck.history import Edition, Lock, digest, lock_text, plan, read_lock, reckon
from citedeck.notes import notes
from citedeck.workspace import Workspace, load
from tests.audit.packages import audited
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import FACTS, T0, T1, Facts, exported, first_package, judged, package
from tests.exporters.apkg.reading_back import read
from tests.small_png import of_colour

RED, BLUE = of_colour(200, 0, 0), of_colour(0, 0, 200)
NASTY = 'A “heron” <b> " \' src="x.png" [sound:x.mp3] {{c1::x}} \\(x\\)'


def named(content: bytes) -> str:
    return f"citedeck-{hashlib.sha256(content).hexdigest()[:20]}.png"


def showing(**pictures: str) -> Facts:
    """Facts, each with the file of a picture."""
    return {fact: {**FACTS[fact], "image": {"file": file, "alt": "A heron"}} for fact, file in pictures.items()}


def painted(root: Path, **pictures: bytes) -> None:
    """Pictures beside the deck: `red=…` is red.png."""
    (root / "decks").mkdir(parents=True, exist_ok=True)
    for name, content in pictures.items():
        (root / "decks" / f"{name}.png").write_bytes(content)


def edition(root: Path, facts: Facts, before: Edition | None = None, now: int = T0) -> Edition:
    verdict = judged(root, facts)
    assert not verdict.errors
    return reckon(verdict.decks[0], notes(verdict.decks[0]), before.lock if before else None, now)


def locked(root: Path, found: Edition) -> Lock:
    """The lock of an edition, written and read again."""
    path = root / "decks" / "varnholt.lock"
    path.write_text(lock_text(found.lock), "utf-8")
    file = read_lock(path, path.name)
    assert file is not None
    assert file.lock is not None
    return file.lock


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[AnkiEngine]:
    with AnkiEngine(tmp_path / "anki") as engine:
        yield engine


def media(anki: AnkiEngine) -> dict[str, bytes]:
    """The files of an Anki's media folder."""
    return {path.name: path.read_bytes() for path in Path(anki.collection.media.dir()).iterdir()}


# --- the archive


def test_the_archive_holds_each_picture_once_in_the_order_of_names(tmp_path: Path) -> None:
    painted(tmp_path, red=RED, blue=BLUE, again=RED)
    facts = showing(founder="red.png", seal="blue.png", founded="again.png", clocks="red.png")
    with zipfile.ZipFile(io.BytesIO(exported(judged(tmp_path, facts), T0))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["collection.anki2", "media", "0", "1"]
        names = json.loads(archive.read("media"))
        first, second = sorted((named(RED), named(BLUE)))
        assert names == {"0": first, "1": second}
        assert {names[number]: archive.read(number) for number in names} == {named(RED): RED, named(BLUE): BLUE}
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            stored = entry.filename in names
            assert entry.compress_type == (zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)


def test_where_a_picture_lies_changes_no_byte(tmp_path: Path) -> None:
    painted(tmp_path / "one", red=RED)
    painted(tmp_path / "two", elsewhere=RED)
    one = exported(judged(tmp_path / "one", showing(founder="red.png")), T0)
    assert one == exported(judged(tmp_path / "two", showing(founder="elsewhere.png")), T0)
    assert str(tmp_path).encode() not in one


def test_a_note_names_its_picture_and_its_lock_too(tmp_path: Path) -> None:
    painted(tmp_path, red=RED)
    found = edition(tmp_path, showing(founder="red.png", clocks="red.png"))
    for shipped in found.notes:
        assert shipped.note.media == (named(RED),)
        assert shipped.note.fields["Image"] == f'<img src="{named(RED)}" alt="A heron">'
    assert [one.note.media for one in locked(tmp_path, found).notes.values()] == [(named(RED),)] * 2
    assert str(tmp_path) not in lock_text(found.lock)


def test_a_package_stands_in_for_the_lock_of_its_pictures(tmp_path: Path) -> None:
    painted(tmp_path, red=RED)
    facts = {"founder": {**FACTS["founder"], "image": {"file": "red.png", "alt": NASTY}}}
    found = edition(tmp_path, facts)
    path = tmp_path / "varnholt.apkg"
    path.write_bytes(EXPORTERS["apkg"].export(found).content)
    lock = recall(open_package(path, path.name), "varnholt")
    assert lock is not None
    assert {guid: digest(one.note) for guid, one in lock.notes.items()} == {
        one.note.guid: one.hash for one in found.notes
    }


def test_a_package_with_pictures_passes_its_audit(tmp_path: Path) -> None:
    painted(tmp_path, red=RED)
    facts = {fact: {**keys, "image": {"file": "red.png", "alt": NASTY}} for fact, keys in FACTS.items()}
    found = audited(tmp_path, package(tmp_path, facts))
    assert found.notes.problems == ()
    assert len(found.notes.findings) == len(FACTS)


def test_a_picture_that_changes_between_verdict_and_package_stops_the_build(tmp_path: Path) -> None:
    painted(tmp_path, red=RED)
    verdict = judged(tmp_path, showing(founder="red.png"))
    painted(tmp_path, red=BLUE)
    with pytest.raises(CitedeckError, match="changed in the meantime"):
        first_package(verdict.decks[0], T0)


def test_a_retired_fact_keeps_its_picture_in_the_note_though_its_bytes_are_gone(tmp_path: Path) -> None:
    painted(tmp_path, red=RED, blue=BLUE)
    before = edition(tmp_path, showing(founder="red.png", seal="blue.png"))
    (tmp_path / "decks" / "red.png").unlink()
    after = edition(tmp_path, showing(seal="blue.png"), before, T1)
    assert [shipped.note.media for shipped in after.notes] == [(named(BLUE),), (named(RED),)]
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["apkg"].export(after).content)) as archive:
        assert json.loads(archive.read("media")) == {"0": named(BLUE)}


def gone_on(root: Path, before: Edition, facts: Facts) -> Edition:
    """The edition after another, as the workspace makes it: with pictures of retired facts that still lie there."""
    locked(root, before)
    judged(root, facts)
    case = load(Workspace(root))
    return case.edition(case.verdict().decks[0], T1)


@pytest.mark.parametrize("now", ["red.png", "sea/heron.jpeg"])
def test_the_picture_of_a_retired_fact_is_shipped_while_it_lies_with_the_decks(
    anki: AnkiEngine, tmp_path: Path, now: str
) -> None:
    painted(tmp_path, red=RED, blue=BLUE)
    before = edition(tmp_path, showing(founder="red.png", seal="blue.png"))
    (tmp_path / "decks" / "sea").mkdir()
    (tmp_path / "decks" / "red.png").rename(tmp_path / "decks" / now)
    after = gone_on(tmp_path, before, showing(seal="blue.png"))
    assert lock_text(after.lock) == lock_text(edition(tmp_path, showing(seal="blue.png"), before, T1).lock)
    assert ship(anki, after, tmp_path) == {"new": 2}
    assert media(anki) == {named(RED): RED, named(BLUE): BLUE}
    assert not any("pictures" in advice for advice in plan(after).advice)
    assert not audited(tmp_path, tmp_path / "varnholt.apkg").retired.problems


def test_a_picture_of_a_retired_fact_that_is_gone_is_told(tmp_path: Path) -> None:
    painted(tmp_path, red=RED, blue=BLUE)
    before = edition(tmp_path, showing(founder="red.png", seal="blue.png", clocks="red.png"))
    painted(tmp_path, red=BLUE)
    after = gone_on(tmp_path, before, showing(seal="blue.png"))
    assert list(after.pictures) == [named(BLUE)]
    (told,) = (advice for advice in plan(after).advice if "pictures" in advice)
    assert told.startswith("Retired cards show pictures whose files are gone: founder, clocks.")
    path = tmp_path / "varnholt.apkg"
    path.write_bytes(EXPORTERS["apkg"].export(after).content)
    found = audited(tmp_path, path)
    assert not found.notes.problems
    assert [problem.code for problem in found.retired.problems] == ["image-left-out"] * 2
    assert all(finding.accepted for finding in found.retired.findings)


def test_a_picture_that_a_living_fact_shows_too_is_not_looked_for(tmp_path: Path) -> None:
    painted(tmp_path, red=RED, blue=BLUE)
    before = edition(tmp_path, showing(founder="red.png", seal="blue.png"))
    after = gone_on(tmp_path, before, showing(seal="red.png"))
    assert {name: one.alt for name, one in after.pictures.items()} == {named(RED): "A heron"}
    assert not after.kept


# --- in Anki


def test_a_picture_arrives_and_its_cards_show_it(anki: AnkiEngine, tmp_path: Path) -> None:
    painted(tmp_path, red=RED)
    facts = {fact: {**keys, "image": {"file": "red.png", "alt": NASTY}} for fact, keys in FACTS.items()}
    anki.import_package(package(tmp_path, facts))
    assert media(anki) == {named(RED): RED}
    for (_, ordinal), card in anki.cards().items():
        rendered = anki.render(card)
        (image,) = read(rendered.back).find("img")
        assert image.attributes == {"src": named(RED), "alt": NASTY}
        reverse = ordinal == 1 and "Reverse question" in rendered.fields
        assert len(read(rendered.front).find("img")) == (0 if reverse else 1)
        assert rendered.sounds == 0
    checked = anki.collection.media.check()
    assert (list(checked.missing), list(checked.unused)) == ([], [])
    assert anki.damage() == ""
    assert anki.empty_cards() == ""


def test_a_changed_picture_arrives_under_another_name(anki: AnkiEngine, tmp_path: Path) -> None:
    painted(tmp_path, red=RED)
    before = edition(tmp_path, showing(founder="red.png"))
    assert ship(anki, before, tmp_path) == {"new": 1}
    anki.study()
    history = anki.history()
    painted(tmp_path, red=BLUE)
    after = edition(tmp_path, showing(founder="red.png"), before, T1)
    assert ship(anki, after, tmp_path) == {"updated": 1}
    assert media(anki) == {named(RED): RED, named(BLUE): BLUE}
    (note,) = anki.notes().values()
    assert note.fields["Image"] == f'<img src="{named(BLUE)}" alt="A heron">'
    assert anki.history() == history


def test_one_picture_of_two_facts_is_one_file(anki: AnkiEngine, tmp_path: Path) -> None:
    painted(tmp_path, red=RED, again=RED)
    anki.import_package(package(tmp_path, showing(founder="red.png", seal="again.png", clocks="red.png")))
    assert media(anki) == {named(RED): RED}
    assert {note.fields["Image"] for note in anki.notes().values()} == {f'<img src="{named(RED)}" alt="A heron">'}


def test_anki_keeps_the_picture_of_a_retired_fact(anki: AnkiEngine, tmp_path: Path) -> None:
    painted(tmp_path, red=RED)
    before = edition(tmp_path, {**showing(founder="red.png"), "seal": FACTS["seal"]})
    ship(anki, before, tmp_path)
    (tmp_path / "decks" / "red.png").unlink()
    after = edition(tmp_path, {"seal": FACTS["seal"]}, before, T1)
    assert ship(anki, after, tmp_path) == {"updated": 1, "duplicate": 1}
    assert media(anki) == {named(RED): RED}
    (retired,) = (note for note in anki.notes().values() if "citedeck::retired" in note.tags)
    assert named(RED) in retired.fields["Image"]


def ship(anki: AnkiEngine, shipped: Edition, folder: Path) -> dict[str, int]:
    path = folder / "varnholt.apkg"
    path.write_bytes(EXPORTERS["apkg"].export(shipped).content)
    return anki.import_package(path)
