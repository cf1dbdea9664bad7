"""The verdict: what is proved and at which level, what is not and why, and what may be shipped."""

from pathlib import Path

import pytest

from citedeck.history import settle
from citedeck.images import Gallery
from citedeck.model import Finding, Verdict
from citedeck.reading import read_deck
from citedeck.sources import Library
from citedeck.verify import verify
from citedeck.verify.haystacks import Haystacks
from tests.judging import HARBOUR, codes, judged

HEAD = "deck: Saltmere\nsource: harbour\nfacts:\n"


def _finding(root: Path, keys: str) -> Finding:
    """What is said of a deck's only fact."""
    (finding,) = judged(root, {"d": f"{HEAD}  a: {{{keys}}}\n"}).findings
    return finding


@pytest.mark.parametrize(
    ("keys", "level"),
    [
        pytest.param("ask: q, answer: Ada Lindqvist, quote: Ada Lindqvist drew the plans", "verbatim", id="basic"),
        pytest.param("ask: q, answer: The Plans, quote: Ada Lindqvist drew the plans", "folded", id="basic folded"),
        pytest.param("ask: q, answer: 640 metres, typed: true, quote: It is 640 metres long", "verbatim", id="typed"),
        pytest.param(
            "ask: q, answer: Norrin, distractors: [Ostrel, Kelso], quote: 'to Kelso Bay, Norrin and Port Amity'",
            None,
            id="choice with a true distractor",
        ),
        pytest.param(
            "ask: q, answer: Norrin, distractors: [Ostrel], quote: Norrin and Port Amity", "verbatim", id="choice"
        ),
        pytest.param(
            "term: SFC, meaning: Saltmere Fishing Cooperative, quote: Saltmere Fishing Cooperative (SFC)",
            "verbatim",
            id="term",
        ),
        pytest.param(
            "term: sfc, meaning: Saltmere Fishing Cooperative, quote: Saltmere Fishing Cooperative (SFC)",
            "folded",
            id="term folded",
        ),
        pytest.param(
            "term: SFC, meaning: the fishers, quote: Saltmere Fishing Cooperative (SFC)", None, id="term half proved"
        ),
        pytest.param("ask: q, answers: [cod, herring], quote: lands herring and cod", "list", id="list"),
        pytest.param(
            "ask: q, answers: [cod, herring], ordered: true, quote: lands herring and cod", None, id="wrong order"
        ),
        pytest.param(
            "ask: q, answers: [herring, cod], ordered: true, quote: lands herring and cod", "list", id="order"
        ),
        pytest.param(
            "ask: q, answers: [Norrin, cod], quote: [Norrin and Port Amity, herring and cod]", "list", id="quotes"
        ),
        pytest.param("cloze: '{{300}} boats carry a {{light}}'", "cloze", id="cloze"),
        pytest.param("cloze: '{{An}} Ada Lindqvist drew', quote: Ada Lindqvist drew the plans", None, id="forged gap"),
        pytest.param("cloze: 'Ada {{Lindqvist}} drew', quote: Ada Lindqvist drew the plans", "cloze", id="within"),
        pytest.param("cloze: 'a mole of stone{{!}}', quote: the plans for a mole of stone.", None, id="forged sign"),
        pytest.param("cloze: 'a mole of stone{{.}}', quote: the plans for a mole of stone.", None, id="only a sign"),
        pytest.param("cloze: 'Herring and {{cod}}', quote: lands herring and cod", "cloze", id="cloze in a quote"),
        pytest.param("cloze: 'Herring and {{cod}}'", None, id="cloze that is not verbatim"),
        pytest.param("cloze: '{{30}}0 boats'", None, id="cloze through a number"),
        pytest.param(
            "ask: q, answer: cod, quote: [300 boats carry, lands herring and cod]", "verbatim", id="second quote"
        ),
        pytest.param("ask: q, answer: boats herring, quote: [300 boats, herring and cod]", None, id="across quotes"),
        pytest.param(
            "ask: q, answer: cod, quote: [no such words, lands herring and cod]", None, id="one quote is wrong"
        ),
        pytest.param("ask: q, answer: the mole, quote: the mole, prefix: opened", "verbatim", id="prefix"),
        pytest.param("ask: q, answer: 400 people, quote: 'About 12,400 people'", None, id="part of a number"),
    ],
)
def test_levels(tmp_path: Path, keys: str, level: str | None) -> None:
    finding = _finding(tmp_path, keys)
    assert finding.level == level
    assert finding.accepted == (level is not None)
    assert (finding.codes == ()) == finding.accepted
    assert (finding.passage is not None) == finding.accepted


def test_a_proved_fact_shows_its_passage(tmp_path: Path) -> None:
    finding = _finding(tmp_path, "ask: q, answer: cod, quote: [300 boats carry a, lands  herring and cod]")
    assert finding.passage is not None
    assert finding.passage.text == "lands herring and cod"
    assert HARBOUR[finding.passage.start : finding.passage.end] == "lands herring and cod"


def test_a_fact_tells_all_that_is_wrong_with_it(tmp_path: Path) -> None:
    facts = """\
  a: {ask: q, answer: cod, quote: [no such, nor this]}
  b: {term: x, meaning: y, quote: lands herring and cod}
  c: {ask: q, answers: [x, cod, Cod], quote: lands herring and cod}
  d: {ask: q, answer: x, distractors: [cod, herring], quote: lands herring and cod}
"""
    verdict = judged(tmp_path, {"d": HEAD + facts})
    assert [finding.codes for finding in verdict.findings] == [
        ("quote-not-found",),
        ("answer-not-in-quote",),
        ("list-duplicate", "list-item-not-in-quote"),
        ("answer-not-in-quote", "distractor-supported"),
    ]
    assert codes(verdict) == [
        *["quote-not-found"] * 2,
        *["answer-not-in-quote"] * 2,
        *["list-item-not-in-quote", "list-duplicate"],
        *["answer-not-in-quote", *["distractor-supported"] * 2],
    ]


def test_problems_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    facts = "  b: {ask: q, answer: x, quote: lands herring}\n  a: {ask: q}\n  c: {ask: q, answer: y, quote: Norrin}\n"
    verdict = judged(tmp_path, {"d": HEAD + facts})
    assert [problem.place for problem in verdict.problems] == sorted(problem.place for problem in verdict.problems)
    assert [finding.fact for finding in verdict.findings] == ["b", "a", "c"]


GOOD = "{ask: q, answer: cod, quote: lands herring and cod}"
BAD = "{ask: q, answer: eels, quote: lands herring and cod}"
THIN = "{ask: q, answer: cod, quote: and cod}"


@pytest.mark.parametrize(
    ("facts", "shipped"),
    [
        pytest.param(f"  a: {GOOD}\n", ["a"], id="good"),
        pytest.param(f"  a: {GOOD}\n  b: {BAD}\n", None, id="one fact is not proved"),
        pytest.param(f"  a: {GOOD}\n  b: {{ask: q}}\n", None, id="one fact is not read"),
        pytest.param(f"  a: {GOOD}\n  a: {GOOD}\n", None, id="one fact twice"),
        pytest.param(f"  a: {GOOD}\n  b: {THIN}\n", ["a", "b"], id="a warning"),
    ],
)
def test_only_a_deck_without_errors_is_shipped(tmp_path: Path, facts: str, shipped: list[str] | None) -> None:
    decks = judged(tmp_path, {"d": HEAD + facts}).decks
    assert [[str(item.entry.id) for item in deck.items] for deck in decks] == ([] if shipped is None else [shipped])


def test_one_deck_does_not_hold_up_another(tmp_path: Path) -> None:
    verdict = judged(tmp_path, {"a": f"{HEAD}  a: {BAD}\n", "b": f"{HEAD}  b: {GOOD}\n"})
    assert [deck.id for deck in verdict.decks] == ["b"]


@pytest.mark.parametrize(
    ("quote", "warnings"),
    [
        ("cod", ["quote-too-thin"]),
        ("herring and cod", []),
        ("and cod", ["quote-too-thin"]),
        ("{quote}", ["quote-too-long"]),
    ],
)
def test_lints(tmp_path: Path, quote: str, warnings: list[str]) -> None:
    words = HARBOUR[HARBOUR.index("On 3 May") :].strip().replace("\n\n", " ")
    fact = f"  a:\n    ask: q\n    answer: cod\n    quote: |\n      {quote.format(quote=words)}\n"
    verdict = judged(tmp_path, {"d": HEAD + fact})
    assert [(problem.code, problem.severity) for problem in verdict.problems] == [
        (code, "warning") for code in warnings
    ]
    assert [finding.accepted for finding in verdict.findings] == [True]
    assert [finding.codes for finding in verdict.findings] == [()]


def test_a_warning_can_be_ignored_with_a_reason(tmp_path: Path) -> None:
    thin = THIN.replace("}", ", ignore: {quote-too-thin: enough here}}")
    assert codes(judged(tmp_path, {"d": f"{HEAD}  a: {thin}\n"})) == []


def test_an_error_cannot_be_ignored(tmp_path: Path) -> None:
    bad = BAD.replace("}", ", ignore: {answer-not-in-quote: I know}}")
    verdict = judged(tmp_path, {"d": f"{HEAD}  a: {bad}\n"})
    assert codes(verdict) == ["unknown-key"]
    assert "not the code of a warning" in verdict.problems[0].message
    assert verdict.decks == ()


def test_a_broken_source_is_told_once(tmp_path: Path) -> None:
    facts = "".join(f"  f{number}: {GOOD}\n" for number in range(5))
    verdict = judged(tmp_path, {"d": HEAD.replace("harbour", "latin") + facts}, {"latin.txt": b"caf\xe9"})
    assert codes(verdict) == ["not-utf8"]
    assert [finding.codes for finding in verdict.findings] == [("not-utf8",)] * 5


def test_a_missing_source_is_told_once_in_each_deck(tmp_path: Path) -> None:
    deck = HEAD.replace("harbour", "nowhere") + f"  a: {GOOD}\n  b: {GOOD}\n"
    verdict = judged(tmp_path, {"c": deck, "d": deck})
    assert [str(problem.place) for problem in verdict.problems] == ["decks/c.yaml:2:1", "decks/d.yaml:2:1"]


def test_no_source_is_told_once(tmp_path: Path) -> None:
    verdict = judged(tmp_path, {"d": f"deck: d\nfacts:\n  a: {GOOD}\n  b: {GOOD}\n"})
    assert codes(verdict) == ["source-missing"]
    assert not any(finding.accepted for finding in verdict.findings)


def test_a_mistake_in_the_head_does_not_hide_the_facts(tmp_path: Path) -> None:
    verdict = judged(tmp_path, {"d": "deck: d\nsource: harbour\nlangauge: en\nfacts:\n" + f"  a: {GOOD}\n  b: {BAD}\n"})
    assert codes(verdict) == ["unknown-key", "answer-not-in-quote"]
    assert [finding.accepted for finding in verdict.findings] == [True, False]


def test_a_fact_may_cite_another_source(tmp_path: Path) -> None:
    fact = "  a: {ask: q, answer: wood, quote: It was of wood., source: pier}\n"
    verdict = judged(tmp_path, {"d": HEAD + fact}, {"pier.txt": "The pier\n\nIt was of wood.\n"})
    assert codes(verdict) == []
    assert [item.evidence[0].source.name for item in verdict.decks[0].items] == ["pier"]


def test_broken_references_ship_nothing(tmp_path: Path) -> None:
    verdict = judged(tmp_path, {"d": f"{HEAD}  a: {GOOD}\n"}, {"references.yaml": "- title: x\n"})
    assert codes(verdict) == ["missing-key"]
    assert verdict.decks == ()


CLASHES = [
    pytest.param(
        {"d": f"{HEAD}  a: {GOOD}\n  b: {GOOD.replace('}', ', was: [a]}')}\n"},
        [("was-living", "b")],
        id="was of one is the id of another",
    ),
    pytest.param(
        {"d": HEAD + "".join(f"  {one}: {GOOD.replace('}', ', was: [c]}')}\n" for one in "ab")},
        [("duplicate-guid", "a"), ("duplicate-guid", "b")],
        id="the same was",
    ),
    pytest.param(
        {one: f"{HEAD}  {one}: {GOOD.replace('}', ', guid: x}')}\n" for one in ("a", "b")},
        [("duplicate-guid", "a"), ("duplicate-guid", "b")],
        id="the same guid in two decks",
    ),
    pytest.param(dict.fromkeys("ab", f"{HEAD}  a: {GOOD}\n"), [], id="the same id in two decks"),
    pytest.param(
        {"d": f"{HEAD}  a: {GOOD}\n  b: {{cloze: 'herring and {{{{cod}}}}', was: [a]}}\n"},
        [("was-living", "b")],
        id="also of another note type",
    ),
    pytest.param(
        {"a": f"id: X\n{HEAD}  a: {GOOD}\n", "b": f"id: x\n{HEAD}  b: {GOOD}\n"},
        [("duplicate-deck-id", None)] * 2,
        id="deck ids but for capitals",
    ),
    pytest.param(
        {"a": f"id: b\n{HEAD}  a: {GOOD}\n", "b": f"{HEAD}  b: {GOOD}\n"},
        [("duplicate-deck-id", None)] * 2,
        id="file name",
    ),
]


@pytest.mark.parametrize(("decks", "told"), CLASHES)
def test_clashes(tmp_path: Path, decks: dict[str, str], told: list[tuple[str, str | None]]) -> None:
    verdict = judged(tmp_path, decks)
    assert [(problem.code, problem.fact) for problem in verdict.problems] == told
    assert len(verdict.decks) == (0 if told else len(decks))


def _verdict_beside(folder: Path, deck: str, other: str) -> Verdict:
    paths = [folder / "a.yaml", folder / "b.yaml"]
    for path, text in zip(paths, (deck, other), strict=True):
        path.write_text(text, "utf-8")
    (folder / "harbour.txt").write_text(HARBOUR, "utf-8")
    read = [read_deck(path, f"decks/{path.name}") for path in paths]
    return verify(settle(read, {})[:1], Haystacks(Library(folder, {})), Gallery(folder))


def test_clashes_with_decks_that_are_not_judged(tmp_path: Path) -> None:
    """They count, but nothing else of them does."""
    adopted = GOOD.replace("}", ", guid: x}")
    verdict = _verdict_beside(tmp_path, f"{HEAD}  a: {adopted}\n", f"{HEAD}  b: {adopted}\n  c: {BAD}\n")
    assert [(problem.code, str(problem.place)) for problem in verdict.problems] == [
        ("duplicate-guid", "decks/a.yaml:4:3")
    ]
    assert [finding.fact for finding in verdict.findings] == ["a"]
    assert verdict.decks == ()


def test_every_fact_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"{HEAD}  a: {GOOD}\n  b: {BAD}\n  c: x\n", "utf-8")
    (tmp_path / "harbour.txt").write_text(HARBOUR, "utf-8")
    judged: list[int] = []
    verify(
        [read_deck(tmp_path / "a.yaml", "decks/a.yaml")],
        Haystacks(Library(tmp_path, {})),
        Gallery(tmp_path),
        judged.append,
    )
    assert sum(judged) == 3
