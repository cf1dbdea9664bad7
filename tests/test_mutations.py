"""No changed answer and no changed passage gets through: mutants of every accepted fact of decks/, all refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from citedeck.images import Gallery
from citedeck.matching.answer import spot
from citedeck.model import Choice, DeckFile, Entry, Problem, Recall, Reference, Source, Typed, answers
from citedeck.sources import Library
from citedeck.verify import verify
from citedeck.verify.haystacks import Haystacks
from citedeck.workspace import Workspace, load
from tests.answers import with_answer

REPOSITORY = Path(__file__).parent.parent
CASE = load(Workspace(REPOSITORY))
PASSAGES = {finding.fact: finding.passage for finding in CASE.verdict().findings}
ENTRIES = [entry for deck in CASE.decks for entry in deck.entries]

Mutation = Callable[[str, str], Iterator[str]]
"""What is made of an answer; the second text is what its fact quotes."""

_NUMBER = re.compile(r"\d[\d,]*")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = ("Russia", "China", "Shoigu", "Seoul", "Moscow", "Kyiv", "Washington", "Pyongyang", "Vienna", "Zanzibar")
_SCALES = ("thousand", "million", "billion", "trillion")


def _digits(answer: str, _: str) -> Iterator[str]:
    for digit in re.finditer(r"\d", answer):
        for other in "0123456789".replace(digit[0], ""):
            yield f"{answer[: digit.start()]}{other}{answer[digit.end() :]}"
        yield f"{answer[: digit.start()]}{digit[0]}{digit[0]}{answer[digit.end() :]}"
        yield f"{answer[: digit.start()]}{answer[digit.end() :]}"


def _scale_words(answer: str, _: str) -> Iterator[str]:
    for number in _NUMBER.finditer(answer):
        yield from (f"{answer[: number.end()]} {scale}{answer[number.end() :]}" for scale in _SCALES)
    for word in re.finditer(r"thousand|million|billion", answer):
        yield from (f"{answer[: word.start()]}{one}{answer[word.end() :]}" for one in _SCALES if one != word[0])


def _units(answer: str, _: str) -> Iterator[str]:
    for number in _NUMBER.finditer(answer):
        yield from (f"{answer[: number.end()]} {unit}{answer[number.end() :]}" for unit in ("km", "%", "years", "tons"))
        yield from (f"{answer[: number.start()]}{sign}{answer[number.start() :]}" for sign in ("$", "-", "€"))


def _negations(answer: str, _: str) -> Iterator[str]:
    yield from (f"{negation} {answer}" for negation in ("not", "no", "never", "without"))
    yield from (f"{answer[: space.start()]} not{answer[space.start() :]}" for space in re.finditer(" ", answer))


def _names(answer: str, quoted: str) -> Iterator[str]:
    for word in _WORD.finditer(answer):
        if word[0][0].isupper():
            others = (name for name in _NAMES if name not in quoted)
            yield from (f"{answer[: word.start()]}{name}{answer[word.end() :]}" for name in others)


def _word_ends(answer: str, _: str) -> Iterator[str]:
    for word in _WORD.finditer(answer):
        yield from (f"{answer[: word.end()]}{ending}{answer[word.end() :]}" for ending in ("s", "ed", "ing", "'t"))
        if len(word[0]) > 1:
            yield f"{answer[: word.end() - 1]}{answer[word.end() :]}"


def _words(answer: str, _: str) -> Iterator[str]:
    words = answer.split(" ")
    first = 2 if words[0].casefold() in ("a", "an", "the") else 1  # what follows an article may be left off with it
    for place in range(first, len(words) - 1):
        yield " ".join([*words[:place], *words[place + 1 :]])
    for place, word in enumerate(words):
        yield " ".join([*words[:place], "unrelated", *words[place + 1 :]])
        if place and word != words[place - 1]:
            yield " ".join([*words[: place - 1], word, words[place - 1], *words[place + 1 :]])


MUTATIONS: dict[str, Mutation] = {
    "digits": _digits,
    "scale words": _scale_words,
    "units": _units,
    "negations": _negations,
    "names": _names,
    "word ends": _word_ends,
    "words": _words,
}


def _problems(entry: Entry, library: Library) -> list[Problem]:
    deck = DeckFile(entry.path, entry.deck, "Mutants", entries=(entry,))
    return list(verify([deck], Haystacks(library), Gallery(Path())).errors)


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_no_changed_answer_gets_through(mutation: str, record_property: Callable[[str, object], None]) -> None:
    mutants = [
        replace(entry, question=with_answer(entry.question, number, answer.with_value(mutant)))
        for entry in ENTRIES
        for number, answer in enumerate(answers(entry.question))
        for mutant in MUTATIONS[mutation](answer, " ".join(entry.citation.quotes))
        if mutant.strip()
    ]
    survivors = [entry for entry in mutants if not _refused(entry, CASE.library)]
    record_property("counted", f"{len(mutants)} mutants by {mutation}: {len(mutants) - len(survivors)} refused")
    assert not [(entry.id, answers(entry.question)) for entry in survivors]
    assert len(mutants) >= 15


def _refused(entry: Entry, library: Library) -> bool:
    """Whether the fact is refused, and nothing else is."""
    return {problem.fact for problem in _problems(entry, library)} == {str(entry.id)}


class _OneArticle(Library):
    """A library with one article, whatever it is asked for."""

    def __init__(self, text: str) -> None:
        super().__init__(REPOSITORY / "source", {})
        self._loaded = {name: Source(name, "source/x.txt", text, Reference(name)) for name in ("north-korea-russia",)}


def _asserted(word: str) -> Iterator[tuple[Entry, str]]:
    """Facts whose passage says a word more before their answer, in the article and in the quote."""
    for entry in ENTRIES:
        question = entry.question
        if not isinstance(question, Recall | Typed | Choice) or len(entry.citation.quotes) != 1:
            continue
        source = CASE.library.source(str(entry.citation.source), entry.at(entry.id))
        passage = PASSAGES[str(entry.id)]
        found = spot(question.answer, (passage,)) if passage else None
        assert isinstance(source, Source)
        assert passage is not None
        assert found is not None
        place, (start, end) = found[1].start, (passage.start, passage.end)
        text = f"{source.text[:place]}{word} {source.text[place:]}"
        quote = f"{source.text[start:place]}{word} {source.text[place:end]}"
        citation = replace(entry.citation, quotes=(entry.citation.quotes[0].with_value(quote),))
        yield replace(entry, citation=citation), text


@pytest.mark.parametrize("word", ["not", "never", "without", "rather than", "nearly"])
def test_no_passage_that_was_turned_round_is_accepted(
    word: str, record_property: Callable[[str, object], None]
) -> None:
    mutants = list(_asserted(word))
    survivors = [entry for entry, text in mutants if not _problems(entry, _OneArticle(text))]
    record_property("counted", f"{len(mutants)} passages with “{word}”: {len(mutants) - len(survivors)} refused")
    assert not [entry.id for entry in survivors if not _asks_for(entry, word)]
    assert len(mutants) >= 40


def _asks_for(entry: Entry, word: str) -> bool:
    """Whether the question carries such a word itself, so that the answer is still what it asks for."""
    said = "rather than" if word != "nearly" else "around how many"
    return said in getattr(entry.question, "prompt", "").casefold()
