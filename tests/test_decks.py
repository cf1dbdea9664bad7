"""This repository's own deck: what it must hold."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from citedeck.case import Case
from citedeck.kinds.table import json_schema
from citedeck.model import Cloze, Entry, Gap, Verdict, answers
from citedeck.outline import Outline
from citedeck.workspace import Workspace, load

REPOSITORY = Path(__file__).parent.parent
ARTICLE = (REPOSITORY / "source" / "north-korea-russia.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def case() -> Case:
    return load(Workspace(REPOSITORY))


@pytest.fixture(scope="module")
def verdict(case: Case) -> Verdict:
    return case.verdict()


def entries(case: Case) -> Iterator[Entry]:
    for deck in case.decks:
        yield from deck.entries


def test_every_fact_is_proved_and_nothing_is_remarked(verdict: Verdict) -> None:
    assert not verdict.problems
    assert len(verdict.findings) >= 70
    assert all(finding.accepted for finding in verdict.findings)


def test_every_kind_is_used(verdict: Verdict) -> None:
    kinds = Counter(finding.kind for finding in verdict.findings)
    assert kinds.keys() >= {"basic", "typed", "term", "choice", "cloze", "list"}


def test_every_paragraph_has_facts(verdict: Verdict) -> None:
    outline = Outline(ARTICLE)
    starts = [match.start() for match in re.finditer(r"^ {4}\S.{200,}$", ARTICLE, re.MULTILINE)]
    assert len(starts) == 9
    cited = {outline.paragraph(one.passage.start, one.passage.end)[0] for one in verdict.findings if one.passage}
    assert {start + 4 for start in starts} <= cited


@pytest.mark.parametrize(
    "detail",
    [
        *("5,000", "1,000", "15,000", "thousands of combat troops"),
        *(
            "Sergei Shoigu",
            "Russian Security Council",
            "National Intelligence Service",
            "UN Security Council resolutions",
        ),
        *("Kursk", "Pyongyang", "Ukraine", "western Russia", "Northeast Asia", "Washington", "Seoul", "United States"),
        *("nuclear weapons program", "economic lifeline", "conventional weapons", "international arms embargoes"),
        *("further sanctions", "regional tensions", "foreign currency", "landmines", "financial exploitation"),
        *(
            "increased trade",
            "technological cooperation",
            "diplomatic coordination",
            "uncertain",
            "international norms",
        ),
    ],
)
def test_a_detail_of_the_article_is_an_answer(case: Case, detail: str) -> None:
    assert detail in ARTICLE
    assert any(detail in answer for entry in entries(case) for answer in answers(entry.question))


def test_the_schema_beside_the_decks_is_up_to_date() -> None:
    """If not: citedeck schema > decks/deck.schema.json."""
    shipped = json.loads((REPOSITORY / "decks" / "deck.schema.json").read_text(encoding="utf-8"))
    assert shipped == json_schema()


def test_the_questions_can_be_understood_alone(case: Case) -> None:
    opening = re.compile(r"^(it|its|they|their|these|this|those|he|his)\b", re.IGNORECASE)
    for entry in entries(case):
        prompt = getattr(entry.question, "prompt", None)
        if prompt is not None:
            assert prompt.endswith("?"), entry.id
            assert not opening.search(prompt), entry.id
            assert "article" not in prompt, entry.id


def test_a_gap_is_not_given_away_elsewhere_in_its_cloze(case: Case) -> None:
    for entry in entries(case):
        if isinstance(entry.question, Cloze):
            rest = "".join(piece for piece in entry.question.text if not isinstance(piece, Gap))
            assert all(not re.search(rf"\b{re.escape(gap.answer)}\b", rest) for gap in entry.question.gaps), entry.id
