"""source/references.yaml in the shapes that Zotero and Pandoc write."""

from pathlib import Path

import pytest

from citedeck.model import Problem, Reference
from citedeck.reading import read_references


def _read(tmp_path: Path, content: str) -> tuple[dict[str, Reference], list[Problem]]:
    path = tmp_path / "references.yaml"
    path.write_text(content, "utf-8")
    return read_references(path, "source/references.yaml")


def _one(tmp_path: Path, keys: str) -> Reference:
    references, problems = _read(tmp_path, f"- id: x\n  {keys}\n")
    assert problems == []
    return references["x"]


FULL = Reference(
    "mole",
    "The Mole",
    ("Ada Lindqvist", "Harbour Board"),
    "1994-06-14",
    "Ostrel Press",
    "https://x.org/m",
    "en",
    "m.md",
)
PANDOC = """\
---
references:
- author:
  - family: Lindqvist
    given: Ada
  - literal: Harbour Board
  file: m.md
  id: mole
  issued: 1994-06-14
  language: en
  publisher: Ostrel Press
  title: The Mole
  type: book
  url: https://not.this
  URL: https://x.org/m
...
"""
ZOTERO = """\
- id: mole
  type: book
  title: The Mole
  author:
    - family: Lindqvist
      given: Ada
    - literal: Harbour Board
  issued:
    - year: 1994
      month: 6
      day: 14
  accessed:
    date-parts:
      - - 2024
        - 2
        - 1
  publisher: Ostrel Press
  URL: https://x.org/m
  language: en
  file: m.md
"""


@pytest.mark.parametrize("content", [PANDOC, ZOTERO], ids=["pandoc", "zotero"])
def test_read(tmp_path: Path, content: str) -> None:
    assert _read(tmp_path, content) == ({"mole": FULL}, [])


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("issued: 2024", "2024"),
        ("issued: 2024-06-17", "2024-06-17"),
        ("issued: {date-parts: [[2024]]}", "2024"),
        ("issued: {date-parts: [[2024, 6]]}", "2024-06"),
        ("issued: {date-parts: [[2024, 6, 7]]}", "2024-06-07"),
        ('issued: {date-parts: [["2024", "06", "07"]]}', "2024-06-07"),
        ("issued: {date-parts: [[2024, 6], [2025]]}", "2024-06/2025"),
        ("issued: {year: 2024, month: 6}", "2024-06"),
        ("issued: [{year: 2024}]", "2024"),
        ("issued: [{year: 2024}, {year: 2025, month: 1}]", "2024/2025-01"),
        ("issued: {literal: Spring 2024}", "Spring 2024"),
        ("issued: {raw: 17 June 2024}", "17 June 2024"),
        ("title: no date", ""),
        ("issued: {}", ""),
        ("issued: []", ""),
    ],
)
def test_dates(tmp_path: Path, issued: str, date: str) -> None:
    assert _one(tmp_path, issued).issued == date


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("author: Ada Lindqvist", ("Ada Lindqvist",)),
        ("author: [Ada, Tomas]", ("Ada", "Tomas")),
        ("author: {family: Lindqvist, given: Ada}", ("Ada Lindqvist",)),
        ("author: [{family: Lindqvist}]", ("Lindqvist",)),
        ("author: [{given: Ada}]", ("Ada",)),
        ("author: [{literal: The Board}]", ("The Board",)),
        ("author: [{family: Beek, given: Jan, non-dropping-particle: van der}]", ("Jan van der Beek",)),
        ("author: [{}]", ()),
        ("author: []", ()),
    ],
)
def test_names(tmp_path: Path, author: str, names: tuple[str, ...]) -> None:
    assert _one(tmp_path, author).author == names


def test_text_is_one_line_as_it_is_written(tmp_path: Path) -> None:
    reference = _one(tmp_path, "title: >\n    No\n    more\n  language: no\n  container-title: 012")
    assert (reference.title, reference.language, reference.publisher) == ("No more", "no", "012")


@pytest.mark.parametrize("order", ["dmy", "mdy", "ymd", "DMY"])
def test_the_order_of_dates(tmp_path: Path, order: str) -> None:
    assert _one(tmp_path, f"date_order: {order}").date_order == order.lower()


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    assert read_references(tmp_path / "references.yaml", "source/references.yaml") == ({}, [])


@pytest.mark.parametrize("content", ["", "# none yet\n", "[]", "references: []", "references:\n"])
def test_no_references_are_no_problem(tmp_path: Path, content: str) -> None:
    assert _read(tmp_path, content) == ({}, [])


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        pytest.param("id: x\ntitle: y\n", "wrong-shape", 1, 1, id="a mapping"),
        pytest.param("x\n", "wrong-shape", 1, 1, id="text"),
        pytest.param("- id: x\n- title: y\n", "missing-key", 2, 3, id="no id"),
        pytest.param("- id: x\n- y\n", "wrong-shape", 2, 3, id="an item of text"),
        pytest.param("- id: x\n- title: y\n  id: x\n", "duplicate-id", 2, 3, id="twice"),
        pytest.param("- id: x\n  id: y\n", "duplicate-key", 2, 3, id="key twice"),
        pytest.param("- id: x\n  title: a: b\n", "yaml-syntax", 2, 11, id="colon"),
        pytest.param("- id: &x x\n  title: *x\n", "yaml-alias", 2, 10, id="alias"),
        pytest.param("- [x]\n", "wrong-shape", 1, 4, id="a list in the list"),
        pytest.param("- id: x\n  date_order: xyz\n", "wrong-shape", 2, 3, id="no order of dates"),
        pytest.param("- id: x\n  date_order:\n", "wrong-shape", 2, 3, id="an empty order of dates"),
        pytest.param("- id: x\n  date_order: [dmy]\n", "wrong-shape", 2, 3, id="a list for the order of dates"),
        pytest.param("- id: x\n  language: English\n", "bad-language", 2, 3, id="the name of a language"),
        pytest.param("- id: x\n  language:\n", "bad-language", 2, 3, id="no language"),
    ],
)
def test_problems(tmp_path: Path, content: str, code: str, line: int, column: int) -> None:
    _, problems = _read(tmp_path, content)
    assert [problem.code for problem in problems] == [code]
    assert str(problems[0].place) == f"source/references.yaml:{line}:{column}"


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "references.yaml"
    path.write_bytes(b"- id: caf\xe9")
    _, problems = read_references(path, "source/references.yaml")
    assert [problem.code for problem in problems] == ["not-utf8"]
