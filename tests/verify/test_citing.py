"""What is told of a quote that does not stand in one place: words that can be pasted."""

from pathlib import Path

import pytest
import yaml

from tests.judging import codes, judged

TWICE = """\
The two lamps

The north lamp is red. It burns all night.

The south lamp is green. It burns all night.
"""

DECK = "deck: d\nsource: lamps\nfacts:\n  a:\n    ask: q\n    answer: night\n"


def _problem(root: Path, keys: str, text: str = TWICE) -> tuple[str, str, str]:
    (problem,) = judged(root, {"d": DECK + keys}, {"lamps.txt": text}).problems
    return problem.code, problem.message, problem.hint


def _pastable(hint: str) -> list[str]:
    return [line.partition(": ")[2] for line in hint.splitlines() if line.startswith("line ")]


def test_the_prefix_that_is_offered_can_be_pasted(tmp_path: Path) -> None:
    first = tmp_path / "0"
    first.mkdir()
    code, message, hint = _problem(first, "    quote: It burns all night\n")
    assert code == "quote-ambiguous"
    assert "2 times in source/lamps.txt" in message
    assert _pastable(hint) == ['prefix: "red."', 'prefix: "green."']
    for number, line in enumerate(_pastable(hint), 1):
        root = tmp_path / str(number)
        root.mkdir()
        verdict = judged(root, {"d": f"{DECK}    quote: It burns all night\n    {line}\n"}, {"lamps.txt": TWICE})
        assert codes(verdict) == []
        passage = verdict.findings[0].passage
        assert passage is not None
        assert TWICE.count("\n", 0, passage.start) + 1 == number * 2 + 1


def test_a_suffix_is_offered_where_no_prefix_tells(tmp_path: Path) -> None:
    _, _, hint = _problem(tmp_path, "    quote: night lamp\n", "night lamp one\n\nnight lamp two\n")
    assert _pastable(hint) == ['suffix: "one"', 'suffix: "two"']


@pytest.mark.parametrize(
    ("quote", "pasted"),
    [
        ("ight. The", 'quote: "night."'),
        ("he north lamp", 'quote: "The north lamp"'),
    ],
)
def test_a_cut_quote_is_offered_whole(tmp_path: Path, quote: str, pasted: str) -> None:
    text = TWICE.replace("\n\nThe south", " The south")
    code, message, hint = _problem(tmp_path, f"    quote: {quote}\n", text)
    assert code == "quote-splits-token"
    assert "on line 3 of source/lamps.txt" in message
    assert hint.startswith("Quote it whole: quote: ")
    assert yaml.safe_load(hint.partition(": ")[2])["quote"].startswith(yaml.safe_load(pasted)["quote"])


@pytest.mark.parametrize("seam", ["…", " ... ", " […] "])
def test_the_pieces_of_a_stitched_quote_can_be_pasted(tmp_path: Path, seam: str) -> None:
    code, _, hint = _problem(tmp_path, f"    quote: The north lamp is red{seam}south lamp is green\n")
    assert code == "quote-stitched"
    assert yaml.safe_load(hint[hint.index("quote:") :]) == {"quote": ["The north lamp is red", "south lamp is green"]}


@pytest.mark.parametrize(
    ("text", "quote", "code"),
    [
        (TWICE, "The [north] lamp", "quote-stitched"),
        (TWICE, "[The] north lamp", "quote-stitched"),
        ("The old mill[1] is red.", "The new mill[1] is red", "quote-not-found"),
        ("The old mill [sic] is red.", "The new mill [sic] is red", "quote-not-found"),
        ("The old mill[1] is red.", "The old [red] mill[1]", "quote-stitched"),
        ("“Wait... no,” she said.", "Wait … no, he said", "quote-not-found"),
        ("“Wait... no,” she said.", "no ... said", "quote-stitched"),
    ],
)
def test_what_stands_in_the_source_is_no_seam(tmp_path: Path, text: str, quote: str, code: str) -> None:
    assert _problem(tmp_path, f"    quote: '{quote}'\n", text)[0] == code


def test_the_pieces_of_a_stitched_quote_keep_the_marks_of_the_source(tmp_path: Path) -> None:
    _, _, hint = _problem(tmp_path, "    quote: 'The old mill[1] … red.'\n", "The old mill[1] is red.\n")
    assert yaml.safe_load(hint[hint.index("quote:") :]) == {"quote": ["The old mill[1]", "red."]}


@pytest.mark.parametrize(
    ("cloze", "hint", "how"),
    [
        ("he {{north}} lamp is red", "Take the whole of it: “The north lamp is red”.", "reworded"),
        ("rth lamp is {{re}}", "Take the whole of it: “north lamp is red”.", "lost"),
    ],
)
def test_a_cloze_that_cuts_a_word_is_shown_the_whole(tmp_path: Path, cloze: str, hint: str, how: str) -> None:
    deck = f'deck: d\nsource: lamps\nfacts:\n  a: {{cloze: "{cloze}"}}\n'
    (problem,) = judged(tmp_path, {"d": deck}, {"lamps.txt": TWICE}).problems
    assert (problem.code, problem.hint) == ("quote-splits-token", hint)
    assert problem.drift
    assert (problem.drift.how, problem.drift.proposed) == (how, False)


def test_a_wrong_prefix_is_told_as_such(tmp_path: Path) -> None:
    code, message, _ = _problem(tmp_path, "    quote: It burns all night\n    prefix: blue.\n")
    assert code == "quote-not-found"
    assert "line 3 and 5" in message
    assert "prefix" in message


def test_what_is_like_nothing(tmp_path: Path) -> None:
    code, _, hint = _problem(tmp_path, "    quote: Quantum chromodynamics binds quarks\n")
    assert code == "quote-not-found"
    assert "nearest" not in hint


def test_a_prefix_is_for_the_quote_that_needs_it(tmp_path: Path) -> None:
    keys = "    quote: [It burns all night, The north lamp is red]\n    prefix: red.\n"
    assert codes(judged(tmp_path, {"d": DECK + keys}, {"lamps.txt": TWICE})) == []
