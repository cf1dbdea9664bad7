"""What is asked of a fact of each kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from citedeck.model import Prose, Text
from citedeck.quiz import Blank, ChoiceTask, ClozeTask, RecallTask, TypedTask, adapted, quiz
from tests.judging import EXAMPLES, HARBOUR, judged
from tests.quiz.making import item_of, quiz_of

ARTICLE = "Fish\n\nIn 1990 Saltmere landed cod, herring and eel. The Cooperative (SFC) sold it in Norrin.\n"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_kind_is_asked_and_proves_its_answer(tmp_path: Path, path: Path) -> None:
    verdict = judged(tmp_path, {path.stem: path.read_text("utf-8")})
    found = quiz(verdict.decks[0])
    assert {item.fact for item in found.items} == {item.entry.id for item in verdict.decks[0].items}
    for item in found.items:
        assert item.feedback.passage in " ".join(HARBOUR.split())
        assert "<mark>" in item.feedback.html
        assert item.feedback.source.startswith("The Harbour of Saltmere")


def test_a_basic_fact(tmp_path: Path) -> None:
    facts = (
        "  year: {ask: In which year?, answer: '1990', reverse: What happened in 1990?, quote: In 1990 Saltmere, "
        "hint: Long ago, extra: Nets}\n"
    )
    found = quiz_of(tmp_path, facts, ARTICLE)
    one, other = found.items
    assert (one.id, one.prompt, one.hint, one.extra, one.kind) == (
        "year",
        "In which year?",
        "Long ago",
        "Nets",
        "recall",
    )
    assert isinstance(one.task, RecallTask)
    assert one.task.shown == ("1990",)
    assert one.task.answer
    assert one.task.answer.spellings == ("1990",)
    assert (other.id, other.fact, other.prompt) == ("year~reverse", "year", "What happened in 1990?")
    assert other.task == RecallTask((Text("In which year? – 1990"),))


def test_a_term(tmp_path: Path) -> None:
    facts = "  sfc: {term: SFC, meaning: The Cooperative, quote: The Cooperative (SFC)}\n"
    found = quiz_of(tmp_path, facts, ARTICLE)
    assert [(item.id, item.lead, item.prompt) for item in found.items] == [
        ("sfc~meaning", "What does this mean?", "SFC"),
        ("sfc~term", "What is this called?", "The Cooperative"),
    ]


def test_a_choice_keeps_its_order_in_every_build(tmp_path: Path) -> None:
    facts = "  where: {ask: Where?, answer: Norrin, distractors: [Kelso, Amity, Brill], quote: sold it in Norrin}\n"
    task = quiz_of(tmp_path, facts, ARTICLE).items[0].task
    assert isinstance(task, ChoiceTask)
    assert task.answer == "Norrin"
    assert (task.options, task.drawn) == (("Kelso", "Norrin", "Amity", "Brill"), False)


def test_a_typed_fact_takes_other_spellings(tmp_path: Path) -> None:
    facts = "  who: {ask: Who?, answer: The Cooperative, typed: true, accept: [SFC], quote: The Cooperative (SFC)}\n"
    task = quiz_of(tmp_path, facts, ARTICLE).items[0].task
    assert isinstance(task, TypedTask)
    assert task.answer.spellings == ("The Cooperative", "SFC")


def test_a_cloze(tmp_path: Path) -> None:
    facts = "  catch: {cloze: 'landed {{c1::cod}}, {{c2::herring::a fish}} and eel'}\n"
    task = quiz_of(tmp_path, facts, ARTICLE).items[0].task
    assert isinstance(task, ClozeTask)
    assert [piece.answer.text if isinstance(piece, Blank) else str(piece) for piece in task.text] == [
        "landed ",
        "cod",
        ", ",
        "herring",
        " and eel",
    ]
    assert [blank.hint for blank in task.blanks] == ["", "a fish"]


def test_other_spellings_are_of_a_single_gap(tmp_path: Path) -> None:
    facts = "  catch: {cloze: 'landed {{cod}}, herring and eel', accept: [codfish]}\n"
    task = quiz_of(tmp_path, facts, ARTICLE).items[0].task
    assert isinstance(task, ClozeTask)
    assert task.blanks[0].answer.spellings == ("cod", "codfish")


def test_what_a_format_cannot_ask_is_asked_otherwise(tmp_path: Path) -> None:
    facts = (
        "  catch: {cloze: 'landed {{c1::*cod*}}, {{c2::herring::a fish}} and eel'}\n"
        "  list: {ask: Which fish?, answers: [cod, eel], quote: 'landed cod, herring and eel'}\n"
        "  order: {ask: Which fish?, answers: [cod, eel], ordered: true, quote: 'landed cod, herring and eel'}\n"
        "  year: {ask: In which year?, answer: '1990', reverse: What happened in 1990?, quote: In 1990 Saltmere}\n"
    )
    found = adapted(quiz_of(tmp_path, facts, ARTICLE), frozenset({"choice", "typed"}))
    assert [(item.id, str(item.prompt), item.hint) for item in found.items] == [
        ("catch~1", "landed _____, herring and eel", ""),
        ("catch~2", "landed cod, _____ and eel", "a fish"),
        ("list~1", "Which fish?\n• _____\n• eel", ""),
        ("list~2", "Which fish?\n• cod\n• _____", ""),
        ("order~1", "Which fish?\n1. _____\n2. eel", ""),
        ("order~2", "Which fish?\n1. cod\n2. _____", ""),
        ("year", "In which year?", ""),
    ]
    assert all(isinstance(item.task, TypedTask) for item in found.items)
    second = found.items[1].prompt
    assert isinstance(second, Prose)
    assert [(span.mark, second[span.start : span.end]) for span in second.spans] == [("em", "cod")]
    assert [(one.fact, one.what) for one in found.instead] == [
        ("catch", "asked with one blank at a time"),
        ("list", "asked with one blank at a time"),
        ("order", "asked with one blank at a time"),
        ("year", "asked with the answer typed"),
        ("year", "asked one way, its `reverse` left out"),
    ]


def test_gaps_of_one_number_do_not_give_each_other_away(tmp_path: Path) -> None:
    article = "Fish\n\nThey sold cod for gold, and cod alone, in Norrin.\n"
    facts = "  cod: {cloze: 'They sold {{c1::cod}} for {{c1::gold}}, and {{c1::cod}} alone, in {{c2::Norrin}}'}\n"
    found = adapted(quiz_of(tmp_path, facts, article), frozenset({"choice", "typed"}))
    assert [(item.id, str(item.prompt)) for item in found.items] == [
        ("cod~1", "They sold _____ for […], and _____ alone, in Norrin"),
        ("cod~2", "They sold […] for _____, and […] alone, in Norrin"),
        ("cod~4", "They sold cod for gold, and cod alone, in _____"),
    ]


def test_gaps_of_one_answer_do_not_give_each_other_away(tmp_path: Path) -> None:
    article = "Fish\n\nThe town of Kursk lies by the border, and Kursk is old.\n"
    facts = "  k: {cloze: 'The town of {{Kursk}} lies by the border, and {{Kursk}} is old'}\n"
    found = adapted(quiz_of(tmp_path, facts, article), frozenset({"choice", "typed"}))
    assert {str(item.prompt) for item in found.items} == {"The town of _____ lies by the border, and _____ is old"}


def test_what_a_format_can_ask_stays(tmp_path: Path) -> None:
    found = quiz_of(tmp_path, "  catch: {cloze: 'landed {{cod}}, herring and eel'}\n", ARTICLE)
    every = adapted(found, frozenset({"choice", "typed", "cloze", "list", "recall"}))
    assert every.items == found.items
    assert every.instead == ()
    assert item_of(found, "catch") is found.items[0]


def test_several_quotes_of_one_paragraph_are_told_once(tmp_path: Path) -> None:
    facts = "  two: {ask: Which two?, answers: [cod, Norrin], quote: [landed cod, sold it in Norrin]}\n"
    feedback = quiz_of(tmp_path, facts, ARTICLE).items[0].feedback
    assert feedback.passage == " ".join(ARTICLE.split("\n\n")[1].split())
    assert feedback.html.count("<mark>") == 2
