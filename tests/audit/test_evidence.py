"""A note whose cards say something else than what was built, or than what stands in the article, is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from citedeck.notes import notes
from citedeck.seal import seal
from citedeck.workspace import Workspace
from tests.audit.packages import altered, changed, of, replaced, told
from tests.exporters.apkg.every_kind import ARTICLE, FACTS, T0, Facts, first_package, judged


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
    found = changed(workspace, tmp_path, altered(content, replaced(fact, old, new), tmp_path))
    assert code in {problem.code for problem in found.notes.errors}
    assert {finding.place.line for finding in found.notes.findings if not finding.accepted} == {
        list(FACTS).index(fact) + 1
    }
    assert all(problem.fact for problem in found.notes.errors)


def test_nothing_in_a_package_commands_the_terminal(content: bytes, workspace: Path, tmp_path: Path) -> None:
    command = r"\u001b[2J"
    sql = f"""
        {replaced("founder", '"source": "varnholt"', f'"source": "{command}varnholt"')};
        {replaced("seal", '"fact": "', f'"fact": "{command}')};
        update notes set guid = guid || x'1b' {of("seal")};
        update notes set flds = flds || 'x'
    """
    problems = changed(workspace, tmp_path, altered(content, sql, tmp_path)).notes.problems
    assert {problem.code for problem in problems} == {"source-not-found", "field-differs"}
    assert not [one for one in problems if "\x1b" in f"{one.fact} {one.message} {one.hint}"]


def test_what_is_wrong_with_the_references_is_told_too(content: bytes, tmp_path: Path) -> None:
    judged(tmp_path, FACTS)
    (tmp_path / "source" / "references.yaml").write_text("- id: [", encoding="utf-8")
    assert "yaml-syntax" in {problem.code for problem in changed(tmp_path, tmp_path, content).notes.errors}


def test_a_link_that_leads_to_another_passage_is_told(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "references.yaml").write_text("- id: varnholt\n  URL: https://made.up/a#b\n", "utf-8")
    (shipped,) = judged(tmp_path, FACTS).decks
    package = first_package(shipped, T0)
    assert told(changed(tmp_path, tmp_path, package)) == set()
    link = "https://made.up/a#b:~:text=The%20guild%20was%20founded"
    assert link in str(next(iter(notes(shipped))).fields["Source"])
    other = altered(package, replaced("founder", link, link.replace("founded", "lost")), tmp_path)
    assert told(changed(tmp_path, tmp_path, other)) == {("evidence-differs", "founder")}


def test_an_article_that_was_edited_since_is_told(content: bytes, tmp_path: Path) -> None:
    judged(tmp_path, FACTS, ARTICLE.replace("in 1382 by", "in 1383 by"))
    codes = told(changed(tmp_path, tmp_path, content))
    assert codes >= {("quote-not-found", "founder"), ("quote-not-found", "founded"), ("evidence-differs", "motto")}
    assert not {fact for _, fact in codes} & {"loss", "third-key", "clocks", "apprentice"}


def test_an_attested_fact_passes_as_it_was_vouched_for(tmp_path: Path) -> None:
    """With a quote whose typography is the author's, and wrong choices whose order is that of the card."""
    facts: Facts = {
        "motto": {
            "ask": "How fast do the guildsmen think perfection comes?",
            "answer": "unhurriedly",
            "distractors": ["overnight", "at noon"],
            "quote": 'its motto is "slow is exact"',
            "attest": {"by": "M. Oelsen", "on": "2024-05-01", "why": "slow is not in a hurry"},
        }
    }
    judged(tmp_path, facts)
    (deck,) = Workspace(tmp_path).read()
    facts["motto"]["attest"]["hash"] = seal(deck.entries[0])
    (shipped,) = judged(tmp_path, facts).decks
    package = first_package(shipped, T0)
    found = changed(tmp_path, tmp_path, package)
    assert (found.notes.findings[0].level, told(found)) == ("attested", {("attested", "motto")})
    found = changed(tmp_path, tmp_path, altered(package, replaced("motto", "unhurriedly", "leisurely"), tmp_path))
    assert told(found) == {("attest-void", "motto")}
