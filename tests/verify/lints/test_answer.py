"""What is odd about an answer, a list, a cloze or a quote, and what only looks so."""

from pathlib import Path

import pytest

from tests.verify.lints.linting import linted

TWELVE = "one two three four five six seven eight nine ten eleven twelve"

GIVEN_AWAY = [
    # --- the question holds the answer
    ("ask: 'When did the storm of 3 May 1987 come?', answer: 3 May 1987", True),
    ("ask: 'When did the storm of 3 may 1987 come?', answer: On 3 May 1987", False),
    ("ask: 'Which mole of stone is it?', answer: A mole of stone.", True),
    ("ask: 'Which “Lantern Week” is held?', answer: the lantern week", True),
    ("ask: 'Who is Ada Lindqvist?', answer: Ada Lindqvist, typed: true", True),
    ("ask: 'Who is Ada Lindqvist?', answer: Ada Lindqvist, distractors: [Tomas Brill, Nils Aker]", True),
    ("ask: 'Which ports but Norrin do ferries serve?', answers: [Kelso, Norrin]", True),
    ("ask: 'Which ports do ferries serve?', answers: [Kelso, Norrin]", False),
    ("term: SFC, meaning: 'the fishers (SFC)'", True),
    ("term: Saltmere mole, meaning: mole", True),
    ("term: SFC, meaning: the fishers", False),
    # --- it does not: other words, parts of words
    ("ask: 'Who drew the plans?', answer: Ada Lindqvist", False),
    ("ask: 'How many of the 15,000 people came?', answer: '5,000'", False),
    ("ask: 'Which non-EU citizens came?', answer: EU citizens", False),
    ("ask: 'What did they bring to us?', answer: US", False),
    ("ask: 'Which vitamin is a cure?', answer: A", False),
    ("ask: 'In which month may boats sail?', answer: May", False),
    ("ask: 'Which body, the WHO, came?', answer: WHO", True),
    # --- one of several to choose from
    ("ask: 'Is the mole of stone or wood?', answer: stone", False),
    ("ask: 'Which is longer, the mole or the pier?', answer: the mole", False),
    ("ask: 'Which is longer, the mole or the pier?', answer: the pier", False),
    ("ask: 'Which is longest, the mole, the pier, or the quay?', answer: the mole", False),
    ("ask: 'Which is longest, the mole, the pier, or the quay?', answer: the pier", False),
    ("ask: 'Was it built of stone or did they use wood?', answer: wood", False),
    ("ask: 'Which of the two won, between Kelso and Norrin?', answer: Kelso", False),
    ("ask: 'Which of the two won, between Kelso and Norrin?', answer: Norrin", False),
    ("ask: 'Which mole of stone did boats or ships pass?', answer: stone", True),
    # --- a part of a longer name
    ("ask: 'Who founded the Brill Steamship Company?', answer: Brill", False),
    ("ask: 'Which land lies south of North Korea?', answer: Korea", False),
    ("ask: 'What did Mayor Tomas Brill open?', answer: Tomas Brill", True),
    ("ask: 'What is it that The Greens want?', answer: The Greens", True),
    ("ask: 'Does Brill own it, and who is Brill?', answer: Brill", True),
]


@pytest.mark.parametrize(("keys", "given_away"), GIVEN_AWAY)
def test_a_question_that_gives_its_answer_away(tmp_path: Path, keys: str, given_away: bool) -> None:
    assert ("answer-in-question" in linted(tmp_path, f"{keys}, quote: q q q q")) == given_away


@pytest.mark.parametrize(
    ("keys", "language", "given_away"),
    [
        ("ask: 'Wann kam der Sturm vom 3. Mai 1987?', answer: 3. Mai 1987", "de", True),
        ("ask: 'Ist die Mole aus Stein oder aus Holz?', answer: Holz", "de", False),
        ("ask: 'Was liegt zwischen Kelso und Norrin?', answer: Norrin", "de", False),
        ("ask: 'La jetée est-elle en pierre ou en bois ?', answer: bois", "fr", False),
        ("ask: 'Pwy yw Ada Lindqvist?', answer: Ada Lindqvist", "cy", False),
    ],
)
def test_in_another_language(tmp_path: Path, keys: str, language: str, given_away: bool) -> None:
    assert ("answer-in-question" in linted(tmp_path, f"{keys}, quote: q q q q", language)) == given_away


def test_the_other_way_round_the_answer_is_given(tmp_path: Path) -> None:
    fact = "ask: 'Who drew the plans?', answer: Ada Lindqvist, reverse: 'What did Ada Lindqvist draw?', quote: q q q q"
    assert linted(tmp_path, fact) == []


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        (f"ask: What is counted?, answer: {TWELVE}", []),
        (f"ask: What is counted?, answer: {TWELVE} more", ["answer-too-long"]),
        (f"ask: What is counted?, answers: [a b, {TWELVE} more]", ["answer-too-long"]),
        (f"term: counting, meaning: {TWELVE} more", ["answer-too-long"]),
        (f"cloze: 'They count {{{{{TWELVE} more}}}} here'", ["answer-too-long"]),
        (f"ask: What is counted?, answer: {'堤防' * 12}", []),
        (f"ask: What is counted?, answer: {'堤防' * 13}", ["answer-too-long"]),
        (f"ask: What is counted?, answer: {'ท่าเรือใหญ่' * 4}", []),
    ],
)
def test_a_long_answer(tmp_path: Path, keys: str, codes: list[str]) -> None:
    quote = "" if keys.startswith("cloze") else ", quote: q q q q"
    assert linted(tmp_path, keys + quote) == codes


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("ask: Name the ports., answers: [a, b, c, d], quote: q q q", []),
        ("ask: Name the ports., answers: [a, b, c, d, e], quote: q q q", ["list-card"]),
        ("ask: Where do the ferry lines go?, answers: [a, b], quote: Three ferry lines run", ["list-incomplete"]),
        ("ask: Where do the ferry lines go?, answers: [a, b], quote: 3 ferry lines run", ["list-incomplete"]),
        ("ask: Where do the ferry lines go?, answers: [a, b, c], quote: Three ferry lines run", []),
        ("ask: Where do the ferries go?, answers: [a, b], quote: Three boats run to a and b", []),
        ("ask: Name two of the ferry lines., answers: [a, b], quote: Three ferry lines run", ["list-incomplete"]),
        ("ask: Which two ferry lines run late?, answers: [a, b], quote: Three ferry lines run", []),
        ("ask: Which three ferries run?, answers: [a, b], quote: q q q", ["list-incomplete"]),
        ("ask: Which boats sail?, answers: [two boats, one raft], quote: two boats and one raft", []),
        ("ask: Which boats sail in 1994?, answers: [a, b], quote: in 1994 boats a and b", []),
    ],
)
def test_a_list(tmp_path: Path, keys: str, codes: list[str]) -> None:
    assert linted(tmp_path, keys) == codes


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("ask: Wohin fahren die Fähren?, answers: [a, b], quote: Drei Fähren fahren", ["list-incomplete"]),
        ("ask: Wohin fahren die Fähren?, answers: [a, b], quote: Zwei Fähren fahren", []),
    ],
)
def test_a_german_list(tmp_path: Path, keys: str, codes: list[str]) -> None:
    assert linted(tmp_path, keys, "de") == codes


@pytest.mark.parametrize(
    ("cloze", "codes"),
    [
        ("Ada {{Lindqvist}} drew the plans", []),
        ("Ada Lindqvist drew {{the}} plans", ["cloze-too-open"]),
        ("the plans {{of the}} mole", ["cloze-too-open"]),
        ("the plans {{of}} the {{mole}}", ["cloze-too-open"]),
        ("the plans of the {{US}} were sent", []),
        ("In {{May}} the boats sail", []),
        (f"{{{{no}}}} {TWELVE} {TWELVE}", []),
        (f"{{{{no}}}} {TWELVE} {TWELVE} more", ["cloze-too-open"]),
        (f"{{{{no}}}} {TWELVE} {TWELVE} {{{{more}}}}", []),
        (f"{{{{c1::no}}}} {TWELVE} {TWELVE} {{{{c1::more}}}}", ["cloze-too-open"]),
    ],
)
def test_a_cloze(tmp_path: Path, cloze: str, codes: list[str]) -> None:
    assert linted(tmp_path, f"cloze: '{cloze}'") == codes


@pytest.mark.parametrize(
    ("quote", "codes"),
    [
        ("Ada Lindqvist", ["quote-too-thin"]),
        ("“Ada Lindqvist”", ["quote-too-thin"]),
        ("drew plans", ["quote-too-thin"]),
        ("Ada Lindqvist drew plans", []),
        ("Ada " * 60, []),
        ("Ada " * 61, ["quote-too-long"]),
        ("堤防" * 60, []),
        ("堤防" * 61, ["quote-too-long"]),
    ],
)
def test_a_quote(tmp_path: Path, quote: str, codes: list[str]) -> None:
    assert linted(tmp_path, f"ask: Who drew the plans?, answer: Ada Lindqvist, quote: {quote}") == codes


@pytest.mark.parametrize(
    "question",
    [
        "stone or " * 50_000,
        "between stone and " * 30_000,
        "stone, " * 50_000 + "or",
        "or of " * 50_000 + "stone",
        "Old stone Brill " * 30_000,
        "who and who x and when " * 30_000,
        "what is it " * 50_000,
        "not " * 100_000,
    ],
)
def test_a_question_without_end_is_read_once(tmp_path: Path, question: str) -> None:
    """Looked at anew for each of its words, it would take hours."""
    assert "answer-too-long" not in linted(tmp_path, f"ask: '{question}', answer: stone, quote: q q q q")
