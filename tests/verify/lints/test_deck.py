"""Facts that ask the same, or nearly the same."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.model import Citation, Entry, Identity, Listing, Pair, Question, Recall, Text
from citedeck.verify.lints import Glance, deck, lint_deck
from tests.verify.lints.linting import compared


def _asks(question: str, answer: str = "Ada") -> str:
    return f"ask: '{question}', answer: {answer}, quote: q q q"


SAME = [("duplicate-question", "a"), ("duplicate-question", "b")]
NEARLY = [("near-duplicate", "b")]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (_asks("Who drew the plans?"), _asks("Who drew the plans?", "Nils"), SAME),
        (_asks("Who drew the “plans”?"), _asks("who drew the plans", "Nils"), SAME),
        (_asks("Who drew the plans?"), _asks("Who drew the plans?", "Nils, typed: true"), SAME),
        (_asks("Who drew the plans?"), "ask: 'Who drew the plans?', answers: [Ada, Nils], quote: q q q", SAME),
        ("term: mole, meaning: a wall", "term: Mole, meaning: an animal, quote: q q q", SAME),
        ("term: mole, meaning: a wall", "term: quay, meaning: a wall, quote: q q q", SAME),
        (_asks("Who drew the plans?"), _asks("Who drew the plans?"), NEARLY),
        (_asks("Who drew the plans?"), _asks("Who drew the plans?", "The Ada."), NEARLY),
        (_asks("Who drew the plans?"), _asks("Who drew the plans?", "Ada Lindqvist"), NEARLY),
        (_asks("Who drew the plans?"), _asks("Who did draw plans?"), []),
        (_asks("Who drew the plans?"), _asks("Who has drew plans?"), NEARLY),
        (_asks("What did the mayor open?"), _asks("What does a mayor open?", "Nils"), NEARLY),
        (_asks("Who drew plans in May for Ostrel?"), _asks("Who drew for Ostrel plans in May?"), NEARLY),
        (_asks("Who drew plans in May for Ostrel?"), _asks("Who drew for Ostrel plans in May?", "Nils"), []),
        (_asks("Who drew the plans for the mole?"), _asks("Who drew the plans for the old mole?"), NEARLY),
        (_asks("Who drew the plans for the old mole?"), _asks("Who drew the plans for the mole?"), NEARLY),
        (_asks("Who drew the plans for the mole?"), _asks("Who drew the plans for the old mole?", "Nils"), []),
        (_asks("Who drew the plans for the mole?"), _asks("Who drew the plans for the mole in 1994?"), []),
        (_asks("Who drew plans for boat 1?"), _asks("Who drew plans for boat 2?"), []),
        (_asks("Who drew the plans for boats?"), _asks("Who drew the plans for boats not?"), []),
        (_asks("Who sank boats?"), _asks("Who sank old boats?"), []),
        (_asks("Who drew the plans?"), _asks("Who built the mole?"), []),
        (_asks("Who drew plans?") + ", reverse: 'Who drew plans?'", _asks("Who built the mole?"), []),
        ("term: mole, meaning: mole", _asks("Who built the mole?"), []),
        ("cloze: '{{Ada}} drew plans'", "cloze: 'Ada drew {{plans}}'", []),
    ],
)
def test_two_facts(tmp_path: Path, one: str, other: str, told: list[tuple[str, str]]) -> None:
    one = one if "quote" in one or "cloze" in one else f"{one}, quote: q q q"
    assert compared(tmp_path, one, other) == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (_asks("Wer hat die Pläne gezeichnet?"), _asks("Wer hatte Pläne gezeichnet?"), NEARLY),
        (_asks("Wer zeichnete die Pläne?"), _asks("Wer zeichnete die Pläne?", "Nils"), SAME),
    ],
)
def test_two_german_facts(tmp_path: Path, one: str, other: str, told: list[tuple[str, str]]) -> None:
    assert compared(tmp_path, one, other, language="de") == told


_SAID = "who|did|does|is|the|a|le|drew|plans.|l'eau|l'|-|of|“x”|東京|not|1994"
_WORDS = st.sampled_from(_SAID.split("|"))
_TEXTS = st.lists(_WORDS, min_size=1, max_size=7).map(lambda words: Text(" ".join(words)))
QUESTIONS: st.SearchStrategy[Question] = st.one_of(
    st.builds(Recall, _TEXTS, _TEXTS),
    st.builds(Recall, _TEXTS, st.sampled_from([Text("Ada"), Text("the Ada"), Text("Nils")])),
    st.builds(Pair, _TEXTS, _TEXTS),
    st.builds(Listing, _TEXTS, st.tuples(_TEXTS, _TEXTS)),
)


def test_several_facts_are_each_told_beside_one_that_contradicts(tmp_path: Path) -> None:
    facts = [_asks("Who drew the plans?", answer) for answer in ("Ada", "Nils", "Ada", "Tomas")]
    assert compared(tmp_path, *facts) == [("duplicate-question", fact) for fact in "abcd"]


def test_a_fact_is_told_where_the_other_stands(tmp_path: Path) -> None:
    entries = [_entry(name, "Who drew the plans?", answer) for name, answer in (("a", "Ada"), ("b", "Nils"))]
    first, second = lint_deck(Glance.at(entries).asked)
    assert first.message == "“b” (decks/d.yaml:7:5) asks the same, and is answered “Nils”"
    assert second.message == "“a” (decks/d.yaml:7:5) asks the same, and is answered “Ada”"


def test_many_equal_facts_are_no_trouble() -> None:
    """Each is compared with one other: with all of them it would take hours."""
    entries = [_entry(f"f{number}", "Who drew the plans?", str(number % 7)) for number in range(20_000)]
    told = lint_deck(Glance.at(entries).asked)
    assert len(told) == 20_000


@given(st.lists(QUESTIONS, min_size=1, max_size=8), st.sampled_from(["en", "fr", "und"]))
@example([Recall(Text("Who is it?"), Text("a mole")), Recall(Text("Who it?"), Text("cod"))], "en")
@example([Recall(Text("Who drew it?"), Text("x")), Listing(Text("Who was it?"), (Text("x"),) * 2)], "en")
@example([Recall(Text("Who drew it of it x?"), Text("l' -")), Recall(Text("Who drew it of x it?"), Text("-"))], "fr")
def test_nothing_is_told_of_what_is_beside_no_other(questions: list[Question], tag: str) -> None:
    entries = [
        replace(_entry(f"f{number}", "?", "x"), question=question, language=tag)
        for number, question in enumerate(questions)
    ]
    rows = Glance.at(entries).asked
    quick = lint_deck(rows)
    with patch.object(deck, "_beside_another", lambda rows: rows):
        assert quick == lint_deck(rows)


def _entry(name: str, question: str, answer: str) -> Entry:
    citation = Citation(Text("s"), (Text("q q q"),))
    recall = Recall(Text(question, 7, 5), Text(answer, 8, 5))
    return Entry("d", "decks/d.yaml", Text(name, 6, 3), "basic", recall, citation, Identity(name))
