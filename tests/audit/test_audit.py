"""What an audit says of packages that were tampered with, and of those that were not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.packages import altered, audited
from tests.exporters.apkg.every_kind import FACTS, T0, exported, judged

ROOT = Path(__file__).parents[2]

_OF = 'where flds like \'%"fact": "{}"%\''


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workspace")


@pytest.fixture(scope="module")
def content(workspace: Path) -> bytes:
    return exported(judged(workspace, FACTS), T0)


def replaced(fact: str, old: str, new: str) -> str:
    """SQL that replaces a text in the fields of one note, wherever it stands."""
    return f"update notes set flds = replace(flds, '{old}', '{new}') {_OF.format(fact)}"


@pytest.mark.parametrize(
    ("fact", "old", "new", "code"),
    [
        ("founder", "\x1fMarta Oelsen", "\x1fMarta Oelzen", "answer-not-in-quote"),
        ("founder", "Marta Oelsen", "Berta Oelsen", "quote-not-found"),
        ("founder", "Who founded", "Who dissolved", "question-edited"),
        ("founder", "<mark>The guild was founded", "The guild <mark>was founded", "evidence-differs"),
        ("founder", "by Marta Oelsen</mark>", "by Marta</mark> Oelsen", "evidence-differs"),
        ("founder", "a widow", "a widower", "evidence-differs"),
        ("founder", ">The Clockmakers", ">Clockmakers", "evidence-differs"),
        ("founder", " and &lt;b&gt;.", "", "evidence-differs"),
        ("founder", "</blockquote>", "</blockquote>It was not she.", "evidence-differs"),
        ("founder", "The Clockmakers of", "The Bakers of", "evidence-differs"),
        ("founder", "Beginnings", "Ends", "evidence-differs"),
        ("founder", "<blockquote", "<blockquote hidden", "markup-unreadable"),
        ("founder", "Its seal", "<!-- -->Its seal", "markup-unreadable"),
        ("founder", '"version": 1', '"version": 2', "citation-unreadable"),
        ("founder", '"version": 1', '"version": true', "citation-unreadable"),
        ("founder", '{"version"', '["version"', "citation-unreadable"),
        ("founder", '"quotes": [', '"quotes": [], "others": [', "citation-unreadable"),
        ("founder", '"exact"', '"approximate"', "citation-unreadable"),
        ("founder", '"language": "en", ', "", "citation-unreadable"),
        ("founder", '"source": "varnholt"', '"source": "warnholt"', "source-not-found"),
        ("founder", '"source": "varnholt"', '"source": "../varnholt"', "source-outside"),
        ("founder", '"source": "varnholt"', '"source": "\\ud800"', "citation-unreadable"),
        ("seal", "Where does Varnholt", "Why does Varnholt", "question-edited"),
        ("seal", "</p>heron", "</p>stork", "field-differs"),
        ("founded", "<mark>The guild was founded in 1382</mark> by", "<mark>The guild was founded</mark> in 1382 by",
         "evidence-differs"),
        ("regulator", "\x1fa clock by which", "\x1fa bell by which", "answer-not-in-quote"),
        ("motto", '<li class="right">', "<li>", "field-differs"),
        ("motto", "<li>", '<li class="right">', "field-differs"),
        ("motto", "time is a river", "motto", "distractor-supported"),
        ("motto", "the hand knows", "time is a river", "duplicate-option"),
        ("motto", "</ol>", "</ol>or so", "field-differs"),
        ("salt-clock", "{{c1::Salt Clock}}", "{{c1::Salt}} Clock", "question-edited"),
        ("salt-clock", "{{c1::Salt Clock}}", "Salt Clock", "cards-differ"),
        ("salt-clock", "{{c2::1391}}", "{{c2::1491}}", "cloze-not-quote"),
        ("salt-clock", "{{c2::1391}}", "{{c2::13}}91", "gap-splits-token"),
        ("salt-clock", "{{c2::1391}}", "{{c2::1391::a year}}", "question-edited"),
        ("salt-clock", "{{c2::1391}}", "{{c2::1391", "markup-unreadable"),
        ("salt-clock", "{{c2::1391}}", "{{c2::{{c3::1391}}}}", "markup-unreadable"),
        ("loss", "how much?", "two seconds?", "question-edited"),
        ("clocks", "<li>{{c3::", "<li>or {{c3::", "field-differs"),
        ("clocks", "<ul>", "<ol>", "markup-unreadable"),
        ("clocks", "{{c1::the Salt Clock}}", "{{c1::the Fish Clock}}", "list-duplicate"),
        ("clocks", "{{c1::the Salt Clock}}", "{{c1::the Bell Clock}}", "list-item-not-in-quote"),
        ("clocks", "{{c1::", "{{c2::", "field-differs"),
        ("apprentice", "{{c1::swept the stairs}}</li><li>{{c2::filed brass}}",
         "{{c1::filed brass}}</li><li>{{c2::swept the stairs}}", "list-order"),
    ],
)  # fmt: skip
def test_a_note_that_says_something_else_is_named(
    content: bytes, workspace: Path, tmp_path: Path, fact: str, old: str, new: str, code: str
) -> None:
    package = tmp_path / "varnholt.apkg"
    package.write_bytes(altered(content, replaced(fact, old, new), tmp_path))
    found = audited(workspace, package)
    assert code in {problem.code for problem in found.notes.errors}
    assert {finding.place.line for finding in found.notes.findings if not finding.accepted} == {
        list(FACTS).index(fact) + 1
    }
    assert all(problem.fact for problem in found.notes.errors)
