"""What is suggested for a quote that does not stand in the source."""

import pytest

from citedeck.matching.anchor import Haystack
from citedeck.matching.nearest import nearest, word_diff
from citedeck.model import Reference, Source
from tests.judging import HARBOUR


def _haystack(text: str) -> Haystack:
    return Haystack(Source("a", "source/a.txt", text, Reference("a")))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a b c", "a b c"),
        ("a b c", "a x c", "a [-b-]{+x+} c"),
        ("a c", "a b c", "a {+b+} c"),
        ("a b c", "a c", "a [-b-] c"),
        ("", "a", "{+a+}"),
        ("a\n b", "a  b", "a b"),
    ],
)
def test_word_diff(old: str, new: str, expected: str) -> None:
    assert word_diff(old, new) == expected


@pytest.mark.parametrize(
    ("quote", "line", "diff"),
    [
        (
            "It is 650 metres long and cost 2.5 million crowns.",
            7,
            "It is [-650-]{+640+} metres long and cost 2.5 million crowns.",
        ),
        ("the mayor opened the mole on 14 June 1994", 7, "opened the mole on 14 June"),
        (
            "Three ferry lines run the whole year, to Kelso Bay",
            11,
            "Three ferry lines run [-the whole-]{+all+} year, to Kelso Bay",
        ),
        ("ABOUT 12,400 people live there", 3, "12,400 people live"),
    ],
)
def test_the_nearest_passage_comes_first(quote: str, line: int, diff: str) -> None:
    first = nearest(_haystack(HARBOUR), quote)[0]
    assert first.line == line
    assert diff in first.diff
    assert first.passage.text in HARBOUR


@pytest.mark.parametrize(
    ("text", "quote", "diff"),
    [
        ("It no longer stands 18 metres high.", "It stands 18 metres high", "It {+no longer+} stands 18 metres high"),
        ("Nor did it ever stand there.", "it ever stood there", "it ever [-stood-]{+stand+} there"),
    ],
)
def test_what_came_in_between_is_shown(text: str, quote: str, diff: str) -> None:
    text = f"The tower of Norrin\n\nA storm came. {text} Nobody knows why."
    assert [near.diff for near in nearest(_haystack(text), quote)] == [diff]


@pytest.mark.parametrize("quote", ["Quantum chromodynamics binds quarks", "zzzz", "木星は太陽系", "\u200b", "…"])
def test_nothing_is_like_it(quote: str) -> None:
    assert nearest(_haystack(HARBOUR), quote) == []


def test_at_most_three() -> None:
    text = "\n\n".join(f"The lamp number {number} burns all night." for number in range(9))
    lines = [near.line for near in nearest(_haystack(text), "The lamp number x burns all night.")]
    assert len(set(lines)) == 3


def test_a_line_is_long() -> None:
    """One line of a quarter of a million letters, as a converted PDF can be."""
    line = "The keeper of the light wrote down the wind and the weather every night. " * 3_500
    found = nearest(_haystack(f"Logbook\n\n{line}"), "The keeper of the light wrote down the waves")
    assert found
    assert found[0].line == 3
    assert len(found[0].passage.text) < 200


def test_a_passage_far_into_a_long_line_is_near() -> None:
    line = "Nothing of note, only wind. " * 2_000 + "On the last day the lamp of Saltmere burnt out at dawn."
    found = nearest(_haystack(line), "On the last day the lamp of Saltmere burnt down at dawn.")
    assert [near.diff for near in found][:1] == ["On the last day the lamp of Saltmere burnt [-down-]{+out+} at dawn."]
