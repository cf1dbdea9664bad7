"""What is said of an edit: what it broke, what it mended, which facts came and went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from citedeck.cli.differences import Differences, differences
from citedeck.model import Verdict
from citedeck.workspace import Workspace, load

GOOD = """\
deck: Harbour
source: harbour
facts:
  planner:
    ask: Who drew the plans for the mole?
    answer: Ada Lindqvist
    quote: Ada Lindqvist drew the plans for a mole of stone
  length:
    ask: How long is the mole?
    answer: 640 metres
    quote: It is 640 metres long
"""
ARTICLE = "Saltmere\n\nAda Lindqvist drew the plans for a mole of stone. It is 640 metres long.\n"


@pytest.fixture
def judged(tmp_path: Path) -> Callable[[str], Verdict]:
    for folder in ("decks", "source"):
        (tmp_path / folder).mkdir()
    (tmp_path / "source" / "harbour.txt").write_text(ARTICLE, encoding="utf-8")

    def judge(deck: str) -> Verdict:
        (tmp_path / "decks" / "harbour.yaml").write_text(deck, encoding="utf-8")
        return load(Workspace(tmp_path)).verdict()

    return judge


@pytest.mark.parametrize(
    ("before", "after", "told", "mended", "added", "gone", "proved"),
    [
        (GOOD, GOOD, [], [], [], [], []),
        (GOOD, f"# a remark\n\n{GOOD}", [], [], [], [], []),
        (GOOD, GOOD.replace("answer: Ada", "answer: Eda"), ["answer-not-in-quote"], [], [], [], []),
        (GOOD.replace("answer: Ada", "answer: Eda"), GOOD, [], ["answer-not-in-quote"], [], [], ["planner"]),
        (GOOD, GOOD[: GOOD.index("  length")], [], [], [], ["length"], []),
        (GOOD[: GOOD.index("  length")], GOOD, [], [], ["length"], [], []),
        (GOOD, GOOD.replace("  length:", "  size:"), [], [], ["size"], ["length"], []),
        (GOOD, GOOD.replace("facts:", "facts: ["), ["yaml-syntax"], [], [], [], []),
        (GOOD.replace("facts:", "facts: ["), GOOD, [], ["yaml-syntax"], [], [], []),
        (
            GOOD.replace("answer: Ada", "answer: Eda"),
            f"# moved down\n{GOOD.replace('answer: Ada', 'answer: Ida')}",
            ["answer-not-in-quote"],
            ["answer-not-in-quote"],
            [],
            [],
            [],
        ),
        (
            GOOD.replace("answer: Ada", "answer: Eda"),
            f"# moved down\n{GOOD.replace('answer: Ada', 'answer: Eda')}",
            *([], [], [], [], []),
        ),
    ],
)
def test_differences(
    judged: Callable[[str], Verdict],
    before: str,
    after: str,
    told: list[str],
    mended: list[str],
    added: list[str],
    gone: list[str],
    proved: list[str],
) -> None:
    found = differences(judged(before), judged(after))
    assert [problem.code for problem in found.told] == told
    assert [problem.code for problem in found.mended] == mended
    assert (list(found.added), list(found.gone), list(found.proved)) == (added, gone, proved)
    assert bool(found) == bool(told or mended or added or gone or proved)


def test_nothing_is_no_difference() -> None:
    assert not Differences((), (), (), (), ())
