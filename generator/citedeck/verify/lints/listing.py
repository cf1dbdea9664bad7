"""What is odd about a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from citedeck.languages import Language, Lints
from citedeck.model import Entry, Listing, Problem
from citedeck.verify.lints.glance import Glance
from citedeck.verify.lints.subject import Subject, words

_MOST_ITEMS = 4
_FEWEST_ITEMS = 2
_MOST_COUNTED = 12


def concerns(glance: Glance) -> list[Entry]:
    """The lists."""
    return glance.listings


def too_many(subject: Subject) -> Iterator[Problem]:
    """A list that is learned as a whole or not at all."""
    question = subject.entry.question
    if isinstance(question, Listing) and len(question.answers) > _MOST_ITEMS:
        message = f"the list has {len(question.answers)} items, over {_MOST_ITEMS}"
        hint = "Make several facts of it: a group each, or one for each item that matters."
        yield subject.entry.problem(question.prompt, "list-card", message, hint)


def incomplete(subject: Subject) -> Iterator[Problem]:
    """A list that has fewer or more items than the quote or the question counts."""
    question = subject.entry.question
    if not isinstance(question, Listing):
        return
    counted = [*_asked_for(question, subject.lints), *_said(subject.entry, question, subject.language)]
    if counted and len(question.answers) not in (number for number, _ in counted):
        message = f"the list has {len(question.answers)} answers, but “{counted[0][1]}” are spoken of"
        hint = "Complete the list, or say in the question how many are asked for: “Name two of the three …”"
        yield subject.entry.problem(question.answers[0], "list-incomplete", message, hint)


def _asked_for(listing: Listing, lints: Lints) -> Iterator[tuple[int, str]]:
    """How many a question asks for: “Which three …?”"""
    asked = words(listing.prompt)
    for before, word, after in zip(asked, asked[1:], asked[2:], strict=False):
        number = _number(word, lints)
        if number and before in lints.question_words:
            yield number, f"{word} {after}"


def _said(entry: Entry, listing: Listing, known: Language) -> Iterator[tuple[int, str]]:
    """How many a quote speaks of, if they are what the question asks for: “The three tower clocks …”"""
    lints = known.lints
    asked = frozenset(words(listing.prompt)) - known.stop_words - lints.question_words
    counted = {pair for answer in listing.answers for pair in pairwise(words(answer))}  # “two boats” as an answer
    for quote in entry.citation.quotes:
        said = words(quote)
        for index, word in enumerate(said):
            number, following = _number(word, lints), said[index + 1 : index + 3]
            things = max((place for place, noun in enumerate(following, 1) if noun in asked), default=0)
            if number and things and (word, following[0]) not in counted:
                yield number, " ".join((word, *following[:things]))


def _number(word: str, lints: Lints) -> int | None:
    """The number that a word or a numeral says, if it may count the items of a list."""
    if word in lints.counts:
        return lints.counts.index(word) + _FEWEST_ITEMS
    numeral = int(word) if word.isascii() and word.isdigit() and len(word) <= len(str(_MOST_COUNTED)) else 0
    return numeral if lints.counts and _FEWEST_ITEMS <= numeral <= _MOST_COUNTED else None


CHECKS = (too_many, incomplete)
