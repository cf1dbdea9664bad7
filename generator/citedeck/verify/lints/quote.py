"""What is odd about a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from citedeck.matching.answer import bare
from citedeck.matching.tokens import count_words
from citedeck.model import Choice, Problem, Recall, Text, Typed
from citedeck.verify.lints.subject import Subject, length, may_be_longer, plain_words

_FEWEST_WORDS = 3
_MOST_WORDS = 60
_WITH_ONE_ANSWER = (Recall, Typed, Choice)


def concerns(subject: Subject) -> bool:
    """Whether a quote may be short, long, or the answer itself."""
    answer = _answer(subject) or ""
    # an answer has the words of its quote, or all but an article
    enough = _at_least(max(_FEWEST_WORDS, 2 + len(plain_words(answer))))
    for quote in subject.entry.citation.quotes:
        if not (quote.isascii() and answer.isascii() and enough.match(quote)) or _is_long(quote):
            return True
    return False


@lru_cache(maxsize=64)
def _at_least(words: int) -> re.Pattern[str]:
    """Matches a text in ASCII that has so many words."""
    return re.compile(rf"\W*\w+(?:\W+\w+){{{words - 1}}}")


def _answer(subject: Subject) -> Text | None:
    """The only answer that a quote could be without saying anything of it."""
    question = subject.entry.question
    return question.answer if isinstance(question, _WITH_ONE_ANSWER) else None


def thin(subject: Subject) -> Iterator[Problem]:
    """A quote that shows words, not what they say."""
    entry, tag = subject.entry, subject.language.tag
    answer = _answer(subject)
    for quote in entry.citation.quotes:
        if answer is not None and bare(quote, tag) == bare(answer, tag):
            message = "the quote is nothing but the answer"
        elif count_words(quote) < _FEWEST_WORDS:
            message = f"the quote has under {_FEWEST_WORDS} words"
        else:
            continue
        hint = "Quote enough for a reader to see that it answers the question."
        yield entry.problem(quote, "quote-too-thin", message, hint)


def _is_long(quote: str) -> bool:
    return may_be_longer(quote, _MOST_WORDS) and length(quote) > _MOST_WORDS


def long(subject: Subject) -> Iterator[Problem]:
    """A quote in which the answer may be about something else."""
    for quote in subject.entry.citation.quotes:
        if _is_long(quote):
            message = f"the quote has {length(quote)} words, over {_MOST_WORDS}"
            hint = "Quote only what proves the answer: the card shows the sentence around it by itself."
            yield subject.entry.problem(quote, "quote-too-long", message, hint)


CHECKS = (thin, long)
