"""What rules out most facts at a glance rules out none in which a check finds something."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.languages import LANGUAGES
from citedeck.model import (
    Choice,
    Citation,
    Cloze,
    Entry,
    Gap,
    Identity,
    Listing,
    Pair,
    Problem,
    Question,
    Recall,
    Text,
    Typed,
)
from citedeck.verify.lints import PARTS, Glance, lint_all
from citedeck.verify.lints.subject import Subject, length, may_be_longer, words

TELLING = sorted(
    word
    for tag in ("en", "fr", "de", "it")
    for lints in (LANGUAGES[tag].lints,)
    for table in (lints.openers, lints.pronouns, lints.relative_times, lints.vague_openers, lints.ands, lints.negations)
    for word in (*table, *LANGUAGES[tag].articles)
)
PIECES = st.one_of(
    st.sampled_from([*TELLING, "NOT", "Who", "which", "mole", "l'eau", "l’eau", "été", "東京", "１９９０", "1,990"]),
    st.text("aTé'’-. \n\u00ad?？", max_size=4),
)
TEXTS = st.builds(
    lambda pieces, spaces, end: Text(spaces.join(pieces) + end),
    st.lists(PIECES, min_size=1, max_size=16),
    st.sampled_from([" ", "- ", "  ", "\n"]),
    st.sampled_from(["", "?", "? ?", "."]),
)
QUESTIONS: st.SearchStrategy[Question] = st.one_of(
    st.builds(Recall, TEXTS, TEXTS, st.none() | TEXTS),
    st.builds(Typed, TEXTS, TEXTS),
    st.builds(Pair, TEXTS, TEXTS),
    st.builds(Choice, TEXTS, TEXTS, st.tuples(TEXTS, TEXTS)),
    st.builds(Listing, TEXTS, st.tuples(TEXTS, TEXTS)),
    st.builds(Cloze, st.tuples(TEXTS, st.builds(Gap, st.just(1), TEXTS), TEXTS)),
)


def _entry(question: Question, quote: Text) -> Entry:
    return Entry("d", "d", Text("a"), "ask", question, Citation(Text("s"), (quote,)), Identity("a"))


ENTRIES = st.builds(
    lambda question, quote, same: _entry(question, question.answer if same and isinstance(question, Recall) else quote),
    QUESTIONS,
    TEXTS,
    st.booleans(),
)


@given(st.lists(ENTRIES, min_size=1, max_size=4), st.sampled_from(["en", "fr", "de", "it", "und"]))
@example([_entry(Recall(Text("Who is he now?"), Text("the mole")), Text("The mole"))], "en")
@example([_entry(Recall(Text("Where is l'eau now?"), Text("l’eau")), Text("l'eau"))], "fr")
@example([_entry(Recall(Text("Who was NOT-so there?"), Text("a mole")), Text("It was not there for the mole"))], "en")
def test_a_glance_leaves_out_no_fact_in_which_a_check_finds_something(facts: list[Entry], tag: str) -> None:
    entries = [replace(entry, id=Text(f"f{number}"), language=tag) for number, entry in enumerate(facts)]
    thorough = {entry.id: _thoroughly(entry) for entry in entries}
    assert lint_all(Glance.at(entries)) == {fact: problems for fact, problems in thorough.items() if problems}


def _thoroughly(entry: Entry) -> list[Problem]:
    """What every check says of a fact, also of one that is ruled out at a glance."""
    subject = Subject.of(entry)
    return [problem for _, checks in PARTS for check in checks for problem in check(subject)]


@given(TEXTS)
def test_a_text_that_cannot_be_longer_is_not(text: str) -> None:
    assert all(length(text) <= most for most in range(20) if not may_be_longer(text, most))


@given(TEXTS | st.text("aé１東ก\u0e34—。 ー\u1780𠀀"))
def test_a_text_is_as_long_whichever_way_it_is_measured(text: str) -> None:
    assert length(text) == length(f"{text} \u3002")


@given(TEXTS)
@example("Who is it")
@example("Who_is it?")
def test_the_words_of_plain_text_are_those_of_any(text: str) -> None:
    assert words(text) == words(f"{text} \u2060")


def test_articles_are_words() -> None:
    """So an answer has all the words of its quote but one, at most."""
    assert all(article.rstrip("'").isalpha() for known in LANGUAGES.values() for article in known.articles)
