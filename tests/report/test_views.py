"""What the page of a report is made of: the segments of articles, the anchors and the problems of facts."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.coverage import coverage
from citedeck.markdown import phrase
from citedeck.markup import to_html
from citedeck.model import (
    Citation,
    Entry,
    Finding,
    Identity,
    Item,
    Passage,
    Place,
    Problem,
    Proof,
    Recall,
    Reference,
    Source,
    Text,
    Verdict,
)
from citedeck.notetypes import style
from citedeck.pages import template
from citedeck.report import view
from citedeck.report.articles import Articles
from citedeck.report.facts import Anchors, Told
from citedeck.report.views import BlockView, FactView, ReportView, SegmentView, SourceView
from citedeck.standalone import formulas
from citedeck.workspace import load
from tests.report.workspaces import mixed, report

# --- segments

ARTICLE = (
    "A title\n\nIt rained. It stopped; so they say.\nA line.\n\nA part\n\n雨が降った。彼は帰った。\n\n- one\n\nEnd."
)


def _item(passages: tuple[Passage, ...]) -> Item:
    entry = Entry("d", "d.yaml", Text("f"), "basic", Recall(Text("?"), Text("!")), Citation(None, ()), Identity("f"))
    return Item(entry, Proof("verbatim", passages[0]), passages)


def _articles(text: str, facts: list[list[tuple[int, int]]]) -> tuple[SourceView, Articles, dict[str, Item]]:
    source = Source("a", "source/a.txt", text, Reference("a"))
    items = {
        f"fact-{number}": _item(tuple(Passage(source, *stretch) for stretch in stretches))
        for number, stretches in enumerate(facts)
    }
    findings = tuple(Finding("d", "d.yaml", Text("f"), "basic", (), item.proof, item) for item in items.values())
    articles = Articles(coverage([source], Verdict((), findings, ())), items)
    return articles.views[0], articles, items


def _segments(block: BlockView) -> list[SegmentView]:
    return [segment for sentence in block.sentences for segment in sentence.segments]


def _marks(article: SourceView) -> list[SegmentView]:
    segments = [segment for block in article.blocks for segment in _segments(block)]
    return [segment for segment in segments if segment.number is not None]


def test_passages_that_overlap_are_cut_where_one_begins_or_ends() -> None:
    text = "One two three four five."
    article, articles, items = _articles(text, [[(0, 13)], [(4, 18)], [(4, 7)]])
    told = [(one.text, one.facts, one.href) for one in _marks(article)]
    assert told == [
        ("One ", 1, "#fact-0"),
        ("two", 3, "#fact-0"),
        (" three", 2, "#fact-0"),
        (" four", 1, "#fact-1"),
    ]
    spans = [articles.passage(passage) for item in items.values() for passage in item.evidence]
    assert [(one.first, one.last, one.href) for one in spans] == [
        (0, 2, "#passage-0"), (1, 3, "#passage-1"), (1, 1, "#passage-1"),
    ]  # fmt: skip


def test_what_has_no_letter_is_no_link() -> None:
    article, *_ = _articles("One, two.", [[(0, 4)], [(3, 8)]])
    assert [(one.text, bool(one.href)) for one in _marks(article)] == [("One", True), (",", False), (" two", True)]


@st.composite
def _facts(draw: st.DrawFn) -> list[list[tuple[int, int]]]:
    letters = [at for at, letter in enumerate(ARTICLE) if not letter.isspace()]
    ends = st.tuples(st.sampled_from(letters), st.sampled_from(letters))
    stretch = ends.map(lambda pair: (min(pair), max(pair) + 1))
    return draw(st.lists(st.lists(stretch, min_size=1, max_size=3), max_size=8))


@given(_facts())
def test_segments_make_up_the_article_and_know_all_their_facts(facts: list[list[tuple[int, int]]]) -> None:
    article, articles, items = _articles(ARTICLE, facts)
    words = [
        "".join("".join(one.text for one in sentence.segments) + sentence.space for sentence in block.sentences)
        for block in article.blocks
    ]
    assert words == [" ".join(block.split(" ")) for block in ARTICLE.split("\n\n")]
    marks = _marks(article)
    assert [mark.number for mark in marks] == list(range(len(marks)))
    resting: Counter[int] = Counter()
    for item in items.values():
        for passage in item.evidence:
            span = articles.passage(passage)
            resting.update(range(span.first, span.last + 1))
            shown = "".join(mark.text for mark in marks[span.first : span.last + 1])
            assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", passage.text)
    assert [mark.facts for mark in marks] == [resting[number] for number in range(len(marks))]


def test_sections_figures_and_bare_sentences() -> None:
    text = "Title\n\nBefore. It.\n\nFirst\n\nPart\n\nOne. Two.\n\nThree.\n\nLast\n\nFour."
    article, *_ = _articles(text, [[(text.index("Two"), text.index("Two") + 3)]])
    assert [(block.level, block.anchor) for block in article.blocks] == [
        (1, "section-1-0"), (0, ""), (2, ""), (3, "section-1-1"), (0, ""), (0, ""), (3, "section-1-2"), (0, ""),
    ]  # fmt: skip
    figures = [(one.headings, one.figure.covered, one.figure.sentences, one.figure.percent) for one in article.sections]
    assert figures == [((), 0, 2, 0), (("First", "Part"), 1, 3, 33), (("First", "Last"), 0, 1, 0)]
    bare = [sentence.bare for block in article.blocks for sentence in block.sentences if sentence.bare]
    assert len(set(bare)) == len(bare) == 5
    assert article.bare == bare[0]


def test_several_articles_are_numbered_on() -> None:
    sources = [Source(name, f"source/{name}.txt", "One two.", Reference(name)) for name in "ab"]
    items = {f"fact-{one.name}": _item((Passage(one, 0, 3),)) for one in sources}
    articles = Articles(coverage(sources, Verdict((), (), ())), items)
    assert [mark.number for article in articles.views for mark in _marks(article)] == [0, 1]
    assert articles.passage(items["fact-b"].evidence[0]).first == 1


# --- facts


def _finding(path: str, deck: str, fact: str, line: int) -> Finding:
    return Finding(deck, path, Text(fact, line, 3), "basic", (), None)


def test_facts_of_one_name_have_anchors_of_their_own() -> None:
    findings = [_finding("a.yaml", "a", "x", 4), _finding("b.yaml", "a", "x", 4), _finding("a.yaml", "a", "x", 9)]
    anchors = Anchors(findings)
    assert [anchors.of(finding) for finding in findings] == ["fact-a/x", "fact-a/x~2", "fact-a/x~3"]
    assert Anchors([_finding("a.yaml", "a b", 'x "<', 1)]).of(_finding("a.yaml", "a b", 'x "<', 1)) == "fact-a-b/x-"


def test_each_problem_is_told_once_with_its_fact_or_above_all() -> None:
    mine, twin, other = (_finding(f"{name}.yaml", deck, "x", 2) for name, deck in (("a", "a"), ("b", "a"), ("c", "c")))

    def problem(path: str, deck: str | None, fact: str | None, code: str) -> Problem:
        return Problem(Place(path, 1, 1), code, "…", "", deck, fact)

    problems = [
        problem("a.yaml", "a", "x", "negated"),
        problem("b.yaml", "a", "x", "not-utf8"),
        problem("source/s.txt", "c", "x", "empty-file"),
        problem("c.yaml", "c", None, "yaml-syntax"),
        problem("gone.lock", None, "x", "lock-lost"),
    ]
    told = Told(problems, [mine, twin, other])
    codes = [[one.code for one in told.of(finding)] for finding in (mine, twin, other, None)]
    assert codes == [["negated"], ["not-utf8"], ["empty-file"], ["yaml-syntax", "lock-lost"]]


@pytest.fixture(scope="module")
def mixed_view(tmp_path_factory: pytest.TempPathFactory) -> ReportView:
    case = load(mixed(tmp_path_factory.mktemp("views") / "workspace"))
    return view(case, case.verdict())


def _fact(shown: ReportView, anchor: str) -> FactView:
    return next(fact for fact in shown.facts if fact.anchor == anchor)


def test_facts_are_in_the_order_of_their_decks(mixed_view: ReportView) -> None:
    assert [deck.id for deck in mixed_view.decks] == ["broken", "clock", "hostile", "library", "varnholt"]
    assert [fact.id for fact in mixed_view.decks[2].facts] == ["says", "written", "lost"]
    assert mixed_view.decks[2].facts[0].place == "decks/hostile.yaml:8"


def test_what_is_searched_is_what_is_asked_answered_and_cited(mixed_view: ReportView) -> None:
    text = _fact(mixed_view, "fact-varnholt/motto").text
    assert text.split(" \n ") == [
        "motto",
        "What is the guild's motto?",
        "slow is exact",
        "its motto is “slow is exact”",
    ]
    assert "time is a river" not in text


def test_only_what_is_proved_has_cards_and_passages(mixed_view: ReportView) -> None:
    for fact in mixed_view.facts:
        proved = fact.level != "not proved"
        assert bool(fact.cards) == bool(fact.passages) == proved
        assert (fact.draft is not None) == (not proved and fact.id != "broken")


def test_the_sum_says_what_is_not_proved(mixed_view: ReportView) -> None:
    assert mixed_view.proof == "15 proved, 3 not proved"
    assert mixed_view.names == ("5 decks",)


# --- the file


class _Page(HTMLParser):
    """The elements of a page, their attributes and its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, dict(attrs)))

    def values(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.elements if name in attributes]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> _Page:
    return _Page(report(mixed(tmp_path_factory.mktemp("file") / "workspace")))


def test_nothing_in_it_runs_or_asks(file: _Page) -> None:
    names = {name for _, attributes in file.elements for name in attributes}
    assert not [name for name in names if name == "style" or name.startswith("on")]
    assert all(url.startswith("data:") for url in file.values("src"))
    assert all(url.startswith(("#", "data:", "https://", "http://")) for url in file.values("href"))
    assert [tag for tag, _ in file.elements if tag in ("script", "style", "base", "iframe", "object", "embed")] == [
        "style",
        "script",
    ]


def test_its_policy_allows_its_own_style_and_script_alone(file: _Page) -> None:
    (policy,) = (one["content"] for tag, one in file.elements if tag == "meta" and "http-equiv" in one)
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]{44}'; script-src 'sha256-[\w+/=]{44}'; "
        r"img-src data:; base-uri 'none'; form-action 'none'",
        policy or "",
    )


def test_anchors_are_there_once_and_links_lead_somewhere(file: _Page) -> None:
    anchors = file.values("id")
    assert [anchor for anchor, number in Counter(anchors).items() if number > 1] == []
    assert {url[1:] for url in file.values("href") if url.startswith("#")} <= set(anchors)
    assert set(file.values("aria-labelledby")) <= set(anchors)
    assert set(file.values("for")) <= set(anchors)


def test_the_same_workspace_is_the_same_bytes(tmp_path: Path) -> None:
    workspace = mixed(tmp_path / "workspace")
    assert report(workspace) == report(workspace)


def test_the_page_and_the_cards_speak_to_classes_of_their_own() -> None:
    def classes(css: str) -> set[str]:
        return set(re.findall(r"\.([a-zA-Z][\w-]*)", re.sub(r"/\*.*?\*/|\{[^{}]*\}", "{}", css, flags=re.DOTALL)))

    ours = classes(template("report/report.css"))
    assert classes(style()) & ours == {"card", "nightMode"}


def test_formulas_are_shown_without_mathjax() -> None:
    page = formulas(to_html(phrase(Text("half is $\\frac{1}{2}$, water $\\ce{H2O}$, and \\(x\\) is text"))))
    assert page.count("<mfrac>") == 1
    assert "<code>\\ce{H2O}</code>" in page
    assert page.endswith("and <span>\\</span>(x<span>\\</span>) is text")
