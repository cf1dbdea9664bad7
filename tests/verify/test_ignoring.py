"""What a fact ignores is not told; what it ignores in vain is."""

import re
from pathlib import Path

import pytest

from citedeck.codes import CODES, NEVER_IGNORED
from citedeck.codes.history import HISTORY
from citedeck.codes.packages import PACKAGES
from citedeck.model import Verdict
from tests.judging import codes, judged

MISTAKES = Path(__file__).parent.parent / "mistakes"
OF_NO_FACT = {"byte-order-mark", *HISTORY, *PACKAGES}
WARNINGS = sorted(code for code in CODES if CODES[code].severity == "warning")

HEAD = "deck: Saltmere\nsource: harbour\nfacts:\n"
THIN = "{ask: Which fish is landed?, answer: cod, quote: and cod"
GOOD = "{ask: Which fish is landed?, answer: cod, quote: lands herring and cod"


def _with(ignore: str, deck: str) -> str:
    """A deck whose facts all have an `ignore`."""
    return re.sub(r"^(  [\w-]+:)$", rf"\1\n    ignore: {ignore}", deck, flags=re.MULTILINE)


@pytest.mark.parametrize("code", sorted({*WARNINGS} - OF_NO_FACT - NEVER_IGNORED - {"ignore-unused"}))
def test_every_warning_of_a_fact_can_be_ignored(tmp_path: Path, code: str) -> None:
    deck = (MISTAKES / f"{code}.yaml").read_text("utf-8")
    (tmp_path / "as-it-is").mkdir()
    (tmp_path / "ignoring").mkdir()
    assert code in codes(judged(tmp_path / "as-it-is", {"d": deck}))
    verdict = judged(tmp_path / "ignoring", {"d": _with(f"{{{code}: it is meant so}}", deck)})
    assert code not in codes(verdict)
    assert verdict.decks


@pytest.mark.parametrize("code", sorted(NEVER_IGNORED))
def test_what_cannot_be_ignored_is_told_and_its_ignore_is_an_error(tmp_path: Path, code: str) -> None:
    deck = (MISTAKES / f"{code}.yaml").read_text("utf-8")
    assert codes(judged(tmp_path, {"d": _with(f"{{{code}: it is meant so}}", deck)})) == ["unknown-key"]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        pytest.param(f"  a: {THIN}, ignore: {{quote-too-thin: a motto}}}}\n", [], id="what is there"),
        pytest.param(f"  a: {GOOD}, ignore: {{quote-too-thin: a motto}}}}\n", [("ignore-unused", "a")], id="not there"),
        pytest.param(
            f"  a: {THIN}, ignore: {{quote-too-thin: a motto, yes-no: x}}}}\n",
            [("ignore-unused", "a")],
            id="one of two",
        ),
        pytest.param(
            f"  a: {THIN}, ignore: {{yes-no: x}}}}\n",
            [("quote-too-thin", "a"), ("ignore-unused", "a")],
            id="another",
        ),
        pytest.param(
            f"  a: {THIN}, ignore: {{quote-too-thin: x}}}}\n  b: {THIN.replace('fish is', 'fish ever is')}}}\n",
            [("quote-too-thin", "b")],
            id="of one fact alone",
        ),
        pytest.param(
            f"  a: {GOOD}, ignore: {{ignore-unused: x}}}}\n", [("ignore-unused", "a")], id="itself cannot be ignored"
        ),
        pytest.param(
            f"  a: {GOOD.replace('herring', 'eels')}, ignore: {{yes-no: x}}}}\n",
            [("quote-not-found", "a")],
            id="of a wrong fact it is not known",
        ),
    ],
)
def test_what_is_told(tmp_path: Path, facts: str, told: list[tuple[str, str]]) -> None:
    verdict = judged(tmp_path, {"d": HEAD + facts})
    assert [(problem.code, problem.fact) for problem in verdict.problems] == told


def test_it_is_told_where_it_stands(tmp_path: Path) -> None:
    deck = f"{HEAD}  a:\n    ask: Which fish is landed?\n    answer: cod\n    quote: lands herring and cod\n"
    verdict = judged(tmp_path, {"d": f"{deck}    ignore:\n      yes-no: it asks for a fish\n"})
    assert [str(problem.place) for problem in verdict.problems] == ["decks/d.yaml:9:7"]
    assert verdict.problems[0].hint


@pytest.mark.parametrize("code", ["answer-in-question", "duplicate-question", "answer-not-in-quote"])
def test_an_error_cannot_be_ignored(tmp_path: Path, code: str) -> None:
    verdict = judged(tmp_path, {"d": f"{HEAD}  a: {GOOD}, ignore: {{{code}: I know}}}}\n"})
    assert codes(verdict) == ["unknown-key"]
    assert verdict.decks == ()


def _refused(verdict: Verdict) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.fact, finding.codes) for finding in verdict.findings if not finding.accepted]


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        pytest.param(
            "  a: {ask: Which cod is landed?, answer: cod, quote: lands herring and cod}\n",
            [("a", ("answer-in-question",))],
            id="a question that gives its answer away",
        ),
        pytest.param(
            "  a: {ask: Which cod is landed?, answer: cod, quote: lands eels and cod}\n",
            [("a", ("quote-not-found", "answer-in-question"))],
            id="also where the quote is wrong",
        ),
        pytest.param(
            f"  a: {GOOD}}}\n  b: {GOOD.replace('answer: cod', 'answer: herring')}}}\n",
            [("a", ("duplicate-question",)), ("b", ("duplicate-question",))],
            id="two that contradict each other",
        ),
        pytest.param(
            f"  a: {GOOD}}}\n  b: {GOOD.replace('answer: cod', 'answer: eels')}}}\n",
            [("b", ("answer-not-in-quote",))],
            id="one that is wrong contradicts nobody",
        ),
        pytest.param(f"  a: {GOOD}}}\n  b: {GOOD}}}\n", [], id="a near duplicate is a warning"),
    ],
)
def test_what_is_an_error_refuses_the_fact(
    tmp_path: Path, facts: str, refused: list[tuple[str, tuple[str, ...]]]
) -> None:
    verdict = judged(tmp_path, {"d": HEAD + facts})
    assert _refused(verdict) == refused
    assert bool(verdict.decks) == (not refused)
