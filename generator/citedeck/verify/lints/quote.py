"""What is odd about a quote."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.matching.answer import bare
from citedeck.matching.tokens import count_words
from citedeck.model import Choice, Problem, Recall, Typed
from citedeck.verify.lints.subject import Subject, length

_FEWEST_WORDS = 3
_MOST_WORDS = 60


def thin(subject: Subject) -> Iterator[Problem]:
    """A quote that shows words, not what they say."""
    entry = subject.entry
    answer = entry.question.answer if isinstance(entry.question, Recall | Typed | Choice) else None
    for quote in entry.citation.quotes:
        if answer is not None and bare(quote, subject.language.tag) == bare(answer, subject.language.tag):
            message = "the quote is nothing but the answer"
        elif count_words(quote) < _FEWEST_WORDS:
            message = f"the quote has under {_FEWEST_WORDS} words"
        else:
            continue
        hint = "Quote enough for a reader to see that it answers the question."
        yield entry.problem(quote, "quote-too-thin", message, hint)


def long(subject: Subject) -> Iterator[Problem]:
    """A quote in which the answer may be about something else."""
    for quote in subject.entry.citation.quotes:
        count = length(quote)
        if count > _MOST_WORDS:
            message = f"the quote has {count} words, over {_MOST_WORDS}"
            hint = "Quote only what proves the answer: the card shows the sentence around it by itself."
            yield subject.entry.problem(quote, "quote-too-long", message, hint)


CHECKS = (thin, long)
