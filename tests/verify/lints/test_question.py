"""What is odd about a question, and what only looks so."""

from pathlib import Path

import pytest

from tests.verify.lints.linting import linted

ENGLISH = [
    # --- yes-no
    ("Did the storm break the pier?", ["yes-no"]),
    ("Isn't the mole made of stone?", ["yes-no"]),
    ("Isn’t the mole made of stone?", ["yes-no"]),
    ("Was the mole made of stone or of wood?", []),
    ("Is it known who drew the plans?", []),
    ("Can you name the planner of the mole?", []),
    ("May Lindqvist drew which plans?", []),
    ("Is the mole", []),
    ("What did the storm break?", []),
    ("According to the mayor, what did the storm break?", []),
    # --- pronoun-without-antecedent
    ("When did he open the mole?", ["pronoun-without-antecedent"]),
    ("How long is it?", ["pronoun-without-antecedent"]),
    ("How many did they send?", ["pronoun-without-antecedent"]),
    ("Who was his successor?", ["pronoun-without-antecedent"]),
    ("When were these boats built?", ["pronoun-without-antecedent"]),
    ("Which country said it would pay?", []),
    ("Who said that he would pay?", []),
    ("How long did it take to build the mole?", []),
    ("Why is it hard for ships to land in Saltmere?", []),
    ("When, in its first year, did the cooperative land herring?", []),
    ("In his book on piers, what did Brill praise?", []),
    ("What did Brill do before he became mayor?", []),
    ("Which storm broke their pier?", []),
    # --- relative-time
    ("How many people currently live in Saltmere?", ["relative-time"]),
    ("What did the town build last year?", ["relative-time"]),
    ("Which mayor was recently elected in Saltmere?", ["relative-time"]),
    ("Which boats sail this week?", ["relative-time"]),
    ("How many people lived in Saltmere in 2020, as far as known today?", []),
    ("What happened in the last year of the war?", []),
    ("Who ruled Ostrel in the last decade of the century?", []),
    ("What is now called the old mole?", []),
    ("Which current carries boats to Norrin?", []),
    ("What did the council know of the storm?", []),
    # --- vague-question
    ("What about the mole?", ["vague-question"]),
    ("What happened?", ["vague-question"]),
    ("Who?", ["vague-question"]),
    ("What is true of the mole of Saltmere?", ["vague-question"]),
    ("What else did Brill open?", ["vague-question"]),
    ("Who was Brill?", []),
    ("What happened on 3 May 1987?", []),
    ("der Hafen", []),
    ("SFC", []),
    # --- two-in-one
    ("Who drew the plans, and when?", ["two-in-one"]),
    ("Who drew the plans? When were the plans drawn?", ["two-in-one"]),
    ("Who drew the plans and in which year?", ["two-in-one"]),
    ("When and where did the storm land?", ["two-in-one"]),
    ("Who drew the plans and built the mole?", []),
    ("Who wrote “Quo vadis?” in one winter?", []),
    ("Which town lies between the place where Brill was born and where Brill died?", []),
    ("To which ports do ferries go, and boats?", []),
    # --- negative-stem, where nobody chooses
    ("Which port did the storm not reach?", []),
    ("Which port did the storm NOT reach?", ["negative-stem"]),
    ("What does NOTAM stand for?", []),
]

GERMAN = [
    ("Hat der Sturm die Brücke zerstört?", ["yes-no"]),
    ("Gibt es in Saltmere einen Hafen?", ["yes-no"]),
    ("War die Mole aus Stein oder aus Holz?", []),
    ("Kannst du die drei Häfen nennen?", []),
    ("Was zerstörte der Sturm?", []),
    ("Wann wurde er gewählt?", ["pronoun-without-antecedent"]),
    ("Wie lang ist sie?", ["pronoun-without-antecedent"]),
    ("Wann wurde dieses Gesetz erlassen?", ["pronoun-without-antecedent"]),
    ("Welches Land sagte, dass es zahlen werde?", []),
    ("Wo gibt es Heringe?", []),
    ("Wie viele Menschen leben heute in Saltmere?", ["relative-time"]),
    ("Was baute die Stadt im letzten Jahr?", ["relative-time"]),
    ("Was geschah im letzten Jahr des Krieges?", []),
    ("Was ist mit der Mole?", ["vague-question"]),
    ("Was geschah?", ["vague-question"]),
    ("Wer baute die Mole, und wann?", ["two-in-one"]),
    ("Wer baute die Mole und den Turm?", []),
]


@pytest.mark.parametrize(("question", "codes"), ENGLISH)
def test_english(tmp_path: Path, question: str, codes: list[str]) -> None:
    assert linted(tmp_path, f"ask: '{_quoted(question)}', answer: Ada Lindqvist, quote: q q Ada Lindqvist") == codes


@pytest.mark.parametrize(("question", "codes"), GERMAN)
def test_german(tmp_path: Path, question: str, codes: list[str]) -> None:
    keys = f"ask: '{_quoted(question)}', answer: Ada Lindqvist, quote: q q Ada Lindqvist"
    assert linted(tmp_path, keys, "de-AT") == codes


@pytest.mark.parametrize("question", [question for question, codes in [*ENGLISH, *GERMAN] if codes != ["two-in-one"]])
def test_of_a_language_without_tables_nothing_is_said(tmp_path: Path, question: str) -> None:
    assert linted(tmp_path, f"ask: '{_quoted(question)}', answer: Ada Lindqvist, quote: q q Ada Lindqvist", "cy") == []


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("reverse: 'What did he do?'", ["pronoun-without-antecedent"]),
        ("reverse: 'Did Ada Lindqvist draw the plans?'", ["yes-no"]),
        ("reverse: 'What did Ada Lindqvist draw?'", []),
        ("typed: true", []),
    ],
)
def test_the_other_way_round(tmp_path: Path, keys: str, codes: list[str]) -> None:
    fact = "ask: 'Who drew the plans?', answer: Ada Lindqvist, quote: q q Ada Lindqvist, "
    assert linted(tmp_path, fact + keys) == codes


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Which port did the storm not reach?", ["negative-stem"]),
        ("Which of these ports is not on Ostrel?", ["negative-stem"]),
        ("Which of these ports isn’t on Ostrel?", ["negative-stem"]),
        ("All ports but one are on Ostrel, except which?", ["negative-stem"]),
        ("Which mayor said that the storm would not last?", []),
        ("Which port, so far not rebuilt, was the first?", ["negative-stem"]),
        ("Which mayor was blamed for not rebuilding the pier?", []),
        ("Which port did the storm reach?", []),
    ],
)
def test_the_stem_of_a_choice(tmp_path: Path, question: str, codes: list[str]) -> None:
    keys = f"ask: '{_quoted(question)}', answer: Norrin, distractors: [Kelso, Amity], quote: to Norrin alone"
    assert [code for code in linted(tmp_path, keys) if code != "relative-time"] == codes


def test_the_stem_of_a_german_choice(tmp_path: Path) -> None:
    keys = "answer: Norrin, distractors: [Kelso, Amity], quote: nach Norrin allein"
    assert linted(tmp_path, f"ask: 'Welcher Hafen liegt nicht auf Ostrel?', {keys}", "de") == ["negative-stem"]
    assert linted(tmp_path, f"ask: 'Welcher Hafen liegt auf Ostrel?', {keys}", "de") == []


def _quoted(text: str) -> str:
    """A text for single quotation marks in YAML."""
    return text.replace("'", "''")
