"""Facts that are proved many in a row are proved as each by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citedeck.model import (
    Choice,
    Citation,
    Cloze,
    Entry,
    Gap,
    Identity,
    Listing,
    Pair,
    Passage,
    Proof,
    Question,
    Recall,
    Reference,
    Source,
    Text,
    Typed,
)
from citedeck.verify.proving import prove, prove_all

PIECES = (
    *("Selgar", "Ostrel", "the mole", "It was not built", "nearly", "at least", "in 1723", "two million", "300 people"),
    *("12 metres", "5 to 10 km", "by Ada Sorn", "and", "or", "who", "never", "half an hour", "from", "4 May 1914", "–"),
)
ARTICLES = st.lists(st.sampled_from(PIECES), min_size=3, max_size=9).map(" ".join)


@st.composite
def facts(draw: st.DrawFn) -> tuple[Entry, tuple[Passage, ...]]:
    article = draw(ARTICLES)
    words = article.split(" ")

    def stretch() -> Text:
        start = draw(st.integers(0, len(words) - 1))
        end = draw(st.integers(start + 1, min(len(words), start + 3)))
        return Text(draw(st.sampled_from([" ".join(words[start:end]), "1724", "Selgar."])))

    answer, whole = stretch(), Text(article)
    forms: list[Question] = [
        Recall(Text("How many?"), answer),
        Typed(Text("Which one was not?"), answer),
        Pair(answer, stretch()),
        Choice(Text("Which one?"), answer, (stretch(), stretch())),
        Listing(Text("Which two?"), (answer, stretch())),
        Cloze((Text(""), Gap(1, answer), Text(article.partition(answer)[2]))),
    ]
    source = Source("one", "one.txt", f"{article}. Nobody knew.\n\nThe end.", Reference("one"))
    start = draw(st.integers(0, 2)) * len(words[0])
    passage = Passage(source, start if start < len(article) else 0, len(article))
    near = draw(st.none() | st.just(answer))
    citation = Citation(Text("one"), (whole,), near=near)
    return _entry(draw(st.sampled_from(forms)), citation), (passage,)


def _entry(question: Question, citation: Citation) -> Entry:
    return Entry("d", "d.yaml", Text("a"), "basic", question, citation, Identity("a"))


@given(st.lists(facts(), min_size=1, max_size=8))
def test_many_in_a_row_are_proved_as_each_by_itself(some: list[tuple[Entry, tuple[Passage, ...]]]) -> None:
    assert prove_all(some) == [prove(*fact) for fact in some]


def test_the_quick_way_is_taken_and_left() -> None:
    source = Source("one", "one.txt", "Selgar was founded in 1723, not in 1724.", Reference("one"))
    said = [Recall(Text("When?"), Text(answer)) for answer in ("Selgar", "1724", "Ostrel")]
    passages = (Passage(source, 0, len(source.text)),)
    first, second, third = prove_all([(_entry(one, Citation(Text("one"), ())), passages) for one in said])
    assert isinstance(first, Proof)
    assert isinstance(second, list)
    assert isinstance(third, list)
    assert [problem.code for problem in (*second, *third)] == ["negated", "answer-not-in-quote"]


def test_a_long_paragraph_is_read_for_each_fact_as_if_it_were_the_first() -> None:
    told = f"Saltmere counted sixty-seven thousand{' ' * 60}three hundred and forty-five people then."
    around = "The keeper walked along the quiet harbour. " * 30
    source = Source("one", "one.txt", f"{around}{told} {around}", Reference("one"))

    def fact(quote: str, ask: str, answer: str) -> tuple[Entry, tuple[Passage, ...]]:
        start = source.text.index(quote)
        entry = _entry(Recall(Text(ask), Text(answer)), Citation(Text("one"), (Text(quote),)))
        return entry, (Passage(source, start, start + len(quote)),)

    whole = fact(told, "Which town counted its people?", "Saltmere")
    part = fact("three hundred and forty-five people", "How many people?", "three hundred and forty-five")
    (alone,) = prove_all([part])
    assert isinstance(alone, Proof)
    assert prove_all([whole, part, whole, part])[1::2] == [alone, alone]
