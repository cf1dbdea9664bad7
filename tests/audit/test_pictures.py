"""Pictures that are not those a deck was built with, told by an audit of the package."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from citedeck.audit.notes import RETIRED
from citedeck.exporters.apkg.opening import open_package
from citedeck.images import shipped_name
from tests.audit.packages import altered, changed, of, repacked, told, unzipped
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import FACTS, T0, exported, judged
from tests.small_png import of_colour

RED, BLUE = of_colour(200, 0, 0), of_colour(0, 0, 200)
NAME = shipped_name(RED)
SHOWING = ("founder", "clocks")
FIELD = f'<img src="{NAME}" alt="A &lt;heron&gt; &#61; “bird”">'


@pytest.fixture(scope="module")
def illustrated(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A package of which two notes show one picture."""
    root = tmp_path_factory.mktemp("illustrated")
    (root / "decks").mkdir()
    (root / "decks" / "red.png").write_bytes(RED)
    image = {"image": {"file": "red.png", "alt": "A <heron> = “bird”"}}
    return exported(
        judged(root, {fact: {**keys, **image} if fact in SHOWING else keys for fact, keys in FACTS.items()}), T0
    )


def test_pictures_that_are_as_they_were_built_pass(illustrated: bytes, workspace: Path, tmp_path: Path) -> None:
    assert json.loads(unzipped(illustrated)["media"]) == {"0": NAME}
    assert not told(changed(workspace, tmp_path, illustrated))


def test_so_do_those_that_went_through_anki(illustrated: bytes, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "deck.apkg").write_bytes(illustrated)
    with AnkiEngine(tmp_path / "anki") as anki:
        anki.import_package(tmp_path / "deck.apkg")
        anki.export(tmp_path / "again.apkg")
    found = changed(workspace, tmp_path, (tmp_path / "again.apkg").read_bytes())
    assert not found.notes.errors
    assert open_package(tmp_path / "again.apkg", "again.apkg").pictures == {NAME: True}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"0": None}, "image-missing"),
        ({"media": None}, "image-missing"),
        ({"media": b"{}"}, "image-missing"),
        ({"media": b"[" * 100_000}, "image-missing"),
        ({"media": b'["0"]'}, "image-missing"),
        ({"media": b"\xff"}, "image-missing"),
        ({"media": json.dumps({"0": ["x"]}).encode()}, "image-missing"),
        ({"media": json.dumps({"0": f"../{NAME}"}).encode()}, "image-missing"),
        ({"media": json.dumps({"0": NAME.upper()}).encode()}, "image-missing"),
        ({"media": json.dumps({"7": NAME}).encode()}, "image-missing"),
        ({"0": BLUE}, "image-differs"),
        ({"0": b""}, "image-differs"),
        ({"0": RED + b"\0"}, "image-differs"),
        ({"0": RED + bytes(50_000_000)}, "image-differs"),
        ({"0": b"<svg onload='alert(1)'/>"}, "image-differs"),
        ({"media": json.dumps({"0": NAME, "1": NAME}).encode(), "1": BLUE}, "image-differs"),
        ({"media": json.dumps({"1": NAME, "0": NAME}).encode(), "1": BLUE}, "image-differs"),
    ],
)
def test_a_file_that_is_not_what_was_built_is_told_of_each_note_that_shows_it(
    illustrated: bytes, workspace: Path, tmp_path: Path, files: dict[str, bytes | None], code: str
) -> None:
    found = changed(workspace, tmp_path, repacked(illustrated, files))
    assert told(found) == {(code, fact) for fact in SHOWING}
    assert {finding.fact for finding in found.notes.findings if not finding.accepted} == set(SHOWING)


def test_a_picture_whose_bytes_are_damaged_differs(illustrated: bytes, workspace: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x", "w") as archive:  # stored, so that its bytes can be found
        for name, data in unzipped(illustrated).items():
            archive.writestr(name, data)
    damaged = (tmp_path / "x").read_bytes().replace(RED, RED[:-1] + b"\0")
    assert told(changed(workspace, tmp_path, damaged)) == {("image-differs", fact) for fact in SHOWING}


@pytest.mark.parametrize(
    "field",
    [
        "A heron",
        FIELD + "x",
        FIELD + FIELD,
        f"<div>{FIELD}</div>",
        FIELD.replace(NAME, "heron.png"),
        FIELD.replace(NAME, f"https://example.org/{NAME}"),
        FIELD.replace(NAME, f"../{NAME}"),
        FIELD.replace(NAME, NAME.replace(".png", ".svg")),
        FIELD.replace("alt=", "onload=x alt="),
        FIELD.replace("alt=", "alt='' title="),
        FIELD.replace(" alt", " style=display:none alt"),
        FIELD.replace("“bird”", "[sound:x.mp3]"),
        FIELD.replace("“bird”", '" onerror="alert(1)'),
        FIELD.replace("“bird”", "{{c5::bird}}"),
        FIELD.replace("&#61;", "src=x.png"),
        f'<img src="{NAME}">',
        f"<script>{FIELD}</script>",
    ],
)
def test_a_field_that_shows_something_else_is_told(
    illustrated: bytes, workspace: Path, tmp_path: Path, field: str
) -> None:
    new = field.replace("'", "''")
    sql = f"update notes set flds = replace(flds, '{FIELD}', '{new}') {of('founder')}"
    found = changed(workspace, tmp_path, altered(illustrated, sql, tmp_path))
    assert told(found) == {("markup-unreadable", "founder")}
    assert found.notes.errors[0].hint.endswith("field Image.")


def test_the_picture_of_a_retired_fact_may_be_gone_but_not_another(
    illustrated: bytes, workspace: Path, tmp_path: Path
) -> None:
    retired = altered(illustrated, f"update notes set tags = ' {RETIRED} ' {of('founder')}", tmp_path)
    found = changed(workspace, tmp_path, repacked(retired, {"0": None}))
    assert [problem.code for problem in found.notes.problems] == ["image-missing"]
    assert [(problem.code, problem.severity) for problem in found.retired.problems] == [("image-left-out", "warning")]
    found = changed(workspace, tmp_path, repacked(retired, {"0": BLUE}))
    assert [problem.code for problem in found.retired.errors] == ["image-differs"]
