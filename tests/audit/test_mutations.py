"""Change anything a learner reads of a note, and an audit names it. `pytest -s` prints how many changes were tried."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from citedeck.audit.hearing import Judge
from citedeck.audit.notes import REMARKS
from citedeck.exporters.apkg.opening import PackedNote, open_package
from citedeck.workspace import Workspace, load
from tests.exporters.apkg.every_kind import FACTS, T0, first_package, judged

ROOT = Path(__file__).parents[2]

_MOST = 1_500  # changes of a kind that are tried in a run; of more, every nth
_UNTOUCHED = REMARKS | {"Citation"}
_TAG = r"<[^>]*>|&[^;]*;|\{\{c[0-9]+::|\}\}|::"
_WORDS = re.compile(rf"({_TAG})|([^\W\d_]+)")
_DIGITS = re.compile(rf"({_TAG})|([0-9])")


def digits(page: str) -> Iterator[str]:
    for found in _DIGITS.finditer(page):
        if found[2]:
            yield page[: found.start()] + str((int(found[2]) + 1) % 10) + page[found.end() :]


def other_words(page: str) -> Iterator[str]:
    for found in _WORDS.finditer(page):
        if found[2]:
            yield page[: found.start()] + "otherwise" + page[found.end() :]


def lost_words(page: str) -> Iterator[str]:
    for found in _WORDS.finditer(page):
        if found[2]:
            yield page[: found.start()] + page[found.end() :]


def word_ends(page: str) -> Iterator[str]:
    for found in _WORDS.finditer(page):
        if found[2]:
            yield page[: found.end()] + "s" + page[found.end() :]


def capitals(page: str) -> Iterator[str]:
    for found in _WORDS.finditer(page):
        if found[2] and found[2].swapcase() != found[2]:
            yield page[: found.start()] + found[2].swapcase() + page[found.end() :]


def marks(page: str) -> Iterator[str]:
    """A mark that is gone, or that begins or ends a word later or earlier."""
    if "<mark>" in page:
        yield re.sub("</?mark>", "", page)
    for moved, to in (
        (r"<mark>(\w+\W*)(?=\w)", r"\1<mark>"),
        (r"(\w+\W*)<mark>", r"<mark>\1"),
        (r"(\W*\w+)</mark>", r"</mark>\1"),
        (r"</mark>(\W*\w+)", r"\1</mark>"),
    ):
        for found in re.finditer(moved, page):
            yield page[: found.start()] + found.expand(to) + page[found.end() :]


def right_options(page: str) -> Iterator[str]:
    """Another option that is marked right, or one more, or none."""
    rows = re.findall("<li[^>]*>.*?</li>", page) if "<li class" in page else []
    for chosen in range(-1, len(rows)):
        plain = [row.replace(' class="right"', "") for row in rows]
        for kept in ([], rows):
            shown = [
                row.replace("<li>", '<li class="right">', 1) if place == chosen else (kept or plain)[place]
                for place, row in enumerate(plain)
            ]
            if shown != rows:
                yield f"<ol>{''.join(shown)}</ol>"


def gaps(page: str) -> Iterator[str]:
    """A gap that is gone, has another number or a hint, or loses or gains a word."""
    for gap in re.finditer(r"\{\{c([0-9]+)::(.*?)(::.*?)?\}\}", page):
        before, after = page[: gap.start()], page[gap.end() :]
        yield f"{before}{gap[2]}{after}"
        yield f"{before}{{{{c{int(gap[1]) + 1}::{gap[2]}{gap[3] or ''}}}}}{after}"
        yield f"{before}{{{{c{gap[1]}::{gap[2]}::a hint}}}}{after}"
        if re.match(r" \w+", after):
            word = re.match(r" \w+", after)[0]  # type: ignore[index]  # asked just now
            yield f"{before}{{{{c{gap[1]}::{gap[2]}{word}{gap[3] or ''}}}}}{after[len(word) :]}"
        if " " in gap[2]:
            first, rest = gap[2].split(" ", 1)
            yield f"{before}{first} {{{{c{gap[1]}::{rest}{gap[3] or ''}}}}}{after}"


def emptied(page: str) -> Iterator[str]:
    if page:
        yield ""


def filled(page: str) -> Iterator[str]:
    yield f"{page} not"


MUTATIONS: tuple[Callable[[str], Iterator[str]], ...] = (
    digits,
    other_words,
    lost_words,
    word_ends,
    capitals,
    marks,
    right_options,
    gaps,
    emptied,
    filled,
)


def mutants(note: PackedNote, mutate: Callable[[str], Iterator[str]]) -> Iterator[tuple[str, PackedNote]]:
    """A note with one of its fields changed, and that field's name."""
    assert note.type is not None
    for place, (name, page) in enumerate(zip(note.type.fields, note.values, strict=True)):
        if name not in _UNTOUCHED:
            for changed in mutate(page):
                yield name, replace(note, values=(*note.values[:place], changed, *note.values[place + 1 :]))


@pytest.fixture(scope="module", params=["every kind", "own deck"])
def judge(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Judge, tuple[PackedNote, ...]]:
    """A judge, and the notes of a package that he finds nothing wrong with."""
    folder = tmp_path_factory.mktemp("package")
    own = request.param == "own deck"
    verdict = load(Workspace(ROOT), ["north-korea-russia"]).verdict() if own else judged(folder, FACTS)
    path = folder / "deck.apkg"
    path.write_bytes(first_package(verdict.decks[0], T0))
    package = open_package(path, "deck.apkg")
    judge = Judge(package, "deck.apkg", Workspace(ROOT if own else folder).library()[0])
    assert all(judge.hear(note).finding.accepted for note in package.notes)
    return judge, package.notes


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
def test_every_change_is_named(
    judge: tuple[Judge, tuple[PackedNote, ...]],
    mutate: Callable[[str], Iterator[str]],
) -> None:
    bench, notes = judge
    missed: list[tuple[str, str]] = []
    counts: Counter[str] = Counter()
    changes = [change for note in notes for change in mutants(note, mutate)]
    for name, mutant in changes[:: len(changes) // _MOST + 1]:
        counts[name] += 1
        heard = bench.hear(mutant)
        if heard.finding.accepted or not heard.problems or heard.problems[0].fact is None:
            missed.append((heard.finding.fact, name))
    fields = ", ".join(f"{count} in {name}" for name, count in counts.most_common())
    sys.stdout.write(f"\n{mutate.__name__}: {counts.total()} changes, {len(missed)} missed ({fields})\n")  # pytest -s
    assert missed == []
