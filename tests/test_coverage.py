"""What facts rest on of an article; in each text `[` and `]` mark a passage that a fact rests on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from citedeck.cli import main
from citedeck.coverage import Coverage, coverage, percent
from citedeck.model import (
    Citation,
    Entry,
    Finding,
    Identity,
    Item,
    Passage,
    Proof,
    Recall,
    Reference,
    Source,
    Text,
    Verdict,
)
from citedeck.workspace import Workspace, load
from tests.judging import judged


def _finding(passages: tuple[Passage, ...]) -> Finding:
    entry = Entry("d", "d.yaml", Text("f"), "basic", Recall(Text("?"), Text("!")), Citation(None, ()), Identity("f"))
    proof = Proof("verbatim", passages[0])
    return Finding("d", "d.yaml", Text("f"), "basic", (), proof, Item(entry, proof, passages))


def covered(text: str, *more: tuple[int, int]) -> Coverage:
    plain = re.sub(r"[\[\]]", "", text)
    source = Source("a", "source/a.txt", plain, Reference("a"))
    opened = [found.start() - 2 * number for number, found in enumerate(re.finditer(r"\[", text))]
    closed = [found.start() - 2 * number - 1 for number, found in enumerate(re.finditer("]", text))]
    stretches = [*zip(opened, closed, strict=True), *more]
    findings = tuple(_finding((Passage(source, start, end),)) for start, end in stretches)
    (one,) = coverage([source], Verdict((), findings, ()))
    return one


def shown(one: Coverage) -> list[str]:
    """Each sentence, with a plus before it if a fact rests on it."""
    return ["+-"[not each.covered] + one.source.text[each.start : each.end] for each in one.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It [rained]. It stopped.", ["+It rained.", "-It stopped."]),
        ("It [rained. It] stopped. So.", ["+It rained.", "+It stopped.", "-So."]),
        ("It rained.[ ]It stopped.", ["-It rained.", "-It stopped."]),
        ("It rained[.] It stopped.", ["+It rained.", "-It stopped."]),
        ("It rained. [I]t stopped.", ["-It rained.", "+It stopped."]),
        ("One [two.\n\nThree] four.\n\nFive.", ["+One two.", "+Three four.", "-Five."]),
        ("[Title]\n\nOne. Two.", ["-One.", "-Two."]),
        ("Title\n\n[Section]\n\nOne.\n\nPart\n\nTwo.", ["-One.", "-Two."]),
        ("# Title\n\nOne.\n\n## Section\n\n[Two].", ["-One.", "+Two."]),
        ("雨が降った。[彼]は帰った。", ["-雨が降った。", "+彼は帰った。"]),
        ("Dr. [Brill] came. He left.", ["+Dr. Brill came.", "-He left."]),
        ("One\nline. [Two]\nlines.\n \t\nThree. \n", ["-One\nline.", "+Two\nlines.", "-Three."]),
        ("Nothing but a title", []),
    ],
)
def test_sentences_that_facts_rest_on(text: str, expected: list[str]) -> None:
    assert shown(covered(text)) == expected


def test_passages_that_overlap_touch_or_hold_each_other_count_once() -> None:
    one = covered("It rained. It stopped. It froze. So.", (0, 5), (3, 9), (5, 6), (11, 22), (12, 14))
    assert (one.covered, len(one.sentences)) == (2, 4)


def test_every_quote_of_a_fact_counts() -> None:
    source = Source("a", "source/a.txt", "One. Two. Three.", Reference("a"))
    finding = _finding((Passage(source, 0, 3), Passage(source, 10, 15)))
    (one,) = coverage([source], Verdict((), (finding,), ()))
    assert shown(one) == ["+One.", "-Two.", "+Three."]


def test_sections_and_paragraphs() -> None:
    one = covered(
        "Title\n\nBefore [any].\n\nFirst\n\nPart\n\nOne. [Two].\n\nThree.\n\nOther part\n\n[Four].\n\nSecond\n\nFive."
    )
    figures = [(section.headings, len(section.sentences), section.covered) for section in one.sections]
    assert figures == [
        ((), 1, 1),
        (("First", "Part"), 3, 1),
        (("First", "Other part"), 1, 1),
        (("First", "Second"), 1, 0),
    ]
    assert (one.covered_paragraphs, len(one.paragraphs)) == (3, 5)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 40, 0), (1, 300, 1), (34, 40, 85), (299, 300, 99), (300, 300, 100), (0, 0, 0)],
)
def test_a_share_is_0_only_for_nothing_and_100_only_for_all(part: int, whole: int, expected: int) -> None:
    assert percent(part, whole) == expected


# --- of a workspace

DECK = """\
deck: Saltmere
source: harbour
facts:
  sfc:
    ask: What is the SFC?
    answer: The Saltmere Fishing Cooperative
    quote: The Saltmere Fishing Cooperative (SFC)
  length:
    ask: How long is the mole?
    answer: 640 metres
    quote: It is 640 metres long
"""


def test_a_fact_counts_also_where_its_deck_is_refused(tmp_path: Path) -> None:
    verdict = judged(tmp_path, {"a": DECK.replace("answer: 640", "answer: 641"), "b": DECK.replace("sfc", "co-op")})
    assert [deck.id for deck in verdict.decks] == ["b"]
    only_a = load(Workspace(tmp_path), ["a"])
    (one,) = coverage(only_a.sources(), only_a.verdict())
    assert (one.covered, len(one.sentences)) == (1, 9)


def test_each_article_is_told_once_however_it_is_named_and_those_without_a_proof_too(tmp_path: Path) -> None:
    other = DECK.replace("harbour", "harbour.txt").replace("sfc", "co-op").replace("length", "metres")
    judged(
        tmp_path,
        {"a": DECK, "b": other, "c": DECK.replace("harbour", "fog"), "d": DECK.replace("harbour", "nowhere")},
        {"fog.txt": "Fog\n\nIt was foggy. Nobody saw it.\n", "unread.txt": "Unread.\n"},
    )
    output = CliRunner().invoke(main, ["-C", str(tmp_path), "check"]).output
    told = [line for line in output.splitlines() if line.startswith("source/") and " rest on " in line]
    assert told == [
        "source/fog.txt: facts rest on 0 of 2 sentences (0 %), in 0 of 1 paragraph",
        "source/harbour.txt: facts rest on 2 of 9 sentences (22 %), in 2 of 3 paragraphs",
    ]


def test_an_article_of_nothing_but_a_title(tmp_path: Path) -> None:
    judged(tmp_path, {"a": DECK.replace("harbour", "bare")}, {"bare.txt": "Nothing but a title\n"})
    output = CliRunner().invoke(main, ["-C", str(tmp_path), "check"]).output
    assert "source/bare.txt: nothing but headings, which are not counted\n" in output


def test_json_has_it(tmp_path: Path) -> None:
    judged(tmp_path, {"a": DECK})
    said = json.loads(CliRunner().invoke(main, ["-C", str(tmp_path), "check", "--json"]).output)
    assert said["version"] == 1
    assert said["coverage"] == [
        {
            "source": "harbour",
            "path": "source/harbour.txt",
            "sentences": 9,
            "covered_sentences": 2,
            "paragraphs": 3,
            "covered_paragraphs": 2,
            "sections": [
                {"headings": [], "sentences": 2, "covered": 0},
                {"headings": ["The stone mole"], "sentences": 4, "covered": 1},
                {"headings": ["Ferries and fish"], "sentences": 3, "covered": 1},
            ],
        }
    ]


def test_many_facts_on_one_long_article() -> None:
    text = "\n\n".join(f"Sentence {number} of many. And one that nobody cites." for number in range(20_000))
    starts = [found.start() for found in re.finditer("Sentence", text)]
    one = covered(text, *((start, start + 12) for start in starts for _ in range(2)))
    assert (one.covered, len(one.sentences)) == (20_000, 40_000)
