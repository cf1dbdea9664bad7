"""Articles by their names: which file is meant, what it says, and what is told when there is none."""

from pathlib import Path

import pytest

from citedeck.model import Place, Problem, Reference, Source
from citedeck.sources import Library, title

ASKED = Place("decks/d.yaml", 2, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = tmp_path / "source"
    source.mkdir()
    (tmp_path / "outside.txt").write_text("Outside.")
    (source / "mole.txt").write_bytes(b"# The mole #\r\n\r\nIt is long.\r\n")
    (source / "v1.2.md").write_text("Version\n")
    (source / "bare").write_text("Bare\n")
    (source / "bom.txt").write_text("\ufeffMarked\n")
    (source / "blank.txt").write_text(" \n\n")
    (source / "latin.txt").write_bytes(b"caf\xe9")
    (source / "two.txt").write_text("2")
    (source / "two.md").write_text("2")
    (source / ".hidden.txt").write_text("h")
    (source / "references.yaml").write_text("[]")
    (source / "folder.txt").mkdir()
    (source / "deep").mkdir()
    (source / "deep" / "mole.txt").write_text("Deep\n")
    (source / "link.txt").symlink_to("mole.txt")
    (source / "out.txt").symlink_to("../outside.txt")
    (source / "gone.txt").symlink_to("nowhere.txt")
    return source


@pytest.mark.parametrize(
    ("name", "file", "path", "text"),
    [
        ("mole", "", "source/mole.txt", "# The mole #\n\nIt is long.\n"),
        ("mole.txt", "", "source/mole.txt", "# The mole #\n\nIt is long.\n"),
        ("v1.2", "", "source/v1.2.md", "Version\n"),
        ("bare", "", "source/bare", "Bare\n"),
        ("bom", "", "source/bom.txt", "Marked\n"),
        ("link", "", "source/link.txt", "# The mole #\n\nIt is long.\n"),
        ("x", "mole.txt", "source/mole.txt", "# The mole #\n\nIt is long.\n"),
        ("two", "two.md", "source/two.md", "2"),
        ("mole", "deep/mole.txt", "source/deep/mole.txt", "Deep\n"),
    ],
)
def test_found(folder: Path, name: str, file: str, path: str, text: str) -> None:
    reference = Reference(name, file=file)
    assert Library(folder, {name: reference}).source(name, ASKED) == Source(name, path, text, reference)


@pytest.mark.parametrize(
    ("name", "file", "code", "place"),
    [
        ("nowhere", "", "source-not-found", "decks/d.yaml:2:1"),
        ("v1", "", "source-not-found", "decks/d.yaml:2:1"),
        ("references", "", "source-not-found", "decks/d.yaml:2:1"),
        (".hidden", "", "source-not-found", "decks/d.yaml:2:1"),
        ("gone", "", "source-not-found", "decks/d.yaml:2:1"),
        ("x", "nowhere.txt", "source-not-found", "decks/d.yaml:2:1"),
        ("x", "y" * 300, "source-not-found", "decks/d.yaml:2:1"),
        ("x" * 300, "", "source-not-found", "decks/d.yaml:2:1"),
        ("..", "", "source-outside", "decks/d.yaml:2:1"),
        ("deep/mole", "", "source-outside", "decks/d.yaml:2:1"),
        ("*", "", "source-outside", "decks/d.yaml:2:1"),
        ("out", "", "source-outside", "decks/d.yaml:2:1"),
        ("x", "../outside.txt", "source-outside", "decks/d.yaml:2:1"),
        ("two", "", "source-ambiguous", "decks/d.yaml:2:1"),
        ("latin", "", "not-utf8", "source/latin.txt:1:4"),
        ("blank", "", "empty-file", "source/blank.txt:1:1"),
        ("folder", "", "not-a-file", "source/folder.txt:1:1"),
        ("x", "deep", "not-a-file", "source/deep:1:1"),
    ],
)
def test_not_found(folder: Path, name: str, file: str, code: str, place: str) -> None:
    problem = Library(folder, {name: Reference(name, file=file)}).source(name, ASKED)
    assert isinstance(problem, Problem)
    assert (problem.code, str(problem.place)) == (code, place)
    assert problem.hint


def test_what_is_missing_is_told_where_it_is_asked_for(folder: Path) -> None:
    library = Library(folder, {})
    for place in (ASKED, Place("decks/e.yaml", 7, 3)):
        problem = library.source("nowhere", place)
        assert isinstance(problem, Problem)
        assert problem.place == place


def test_read_once(folder: Path) -> None:
    library = Library(folder, {})
    first = library.source("mole", ASKED)
    (folder / "mole.txt").unlink()
    assert library.source("mole", ASKED) is first


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        ("The mole\n\nIt.", "", "The mole"),
        ("\n\n  ## The mole \n\nIt.", "", "The mole"),
        ("The mole", "A title", "A title"),
    ],
)
def test_title(text: str, named: str, expected: str) -> None:
    assert title(Source("a", "source/a.txt", text, Reference("a", named))) == expected
