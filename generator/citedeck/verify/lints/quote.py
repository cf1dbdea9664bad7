"""What is odd about a quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from citedeck.languages import language
from citedeck.matching.answer import bare
from citedeck.matching.tokens import count_words
from citedeck.model import Choice, Entry, Problem, Recall, Text, Typed
from citedeck.seldom import seldom
from citedeck.verify.lints.glance import Glance
from citedeck.verify.lints.subject import Subject, length, may_be_longer

_FEWEST_WORDS = 3
_MOST_WORDS = 60
_MAY_BE_LONG = 2 * _MOST_WORDS  # code points of ASCII: a word and its space take two
_ENOUGH = re.compile(rf"\W*(?:\w+\W+){{{_FEWEST_WORDS - 1}}}\w")
_LETTER = seldom(r"[^\W_\u02b0-\u02ff\u1160-\u11ff]")  # or a digit; but for apostrophes, and jamo that folding joins
_WITH_ONE_ANSWER = (Recall, Typed, Choice)


def concerns(glance: Glance) -> Iterator[Entry]:
    """The facts of which a quote may be short, long, or the answer itself."""
    for entry, _, answers, _, _, said in glance.asked:
        for quote in entry.citation.quotes:
            # an answer has the words of its quote, or all but an article
            enough = quote.isascii() and (said or len(answers) > 1) and _at_least(len(said) + 2)(quote)
            if not enough or (len(quote) > _MAY_BE_LONG and _is_long(quote)):
                yield entry
    for entry, _ in glance.clozes:
        for quote in entry.citation.quotes:
            enough = quote.isascii() and _at_least(_FEWEST_WORDS)(quote)
            if not enough or (len(quote) > _MAY_BE_LONG and _is_long(quote)):
                yield entry


@lru_cache(maxsize=64)
def _at_least(words: int) -> Callable[[str], re.Match[str] | None]:
    """Matches a text in ASCII that has so many words, and no fewer than a quote should have."""
    return re.compile(rf"\W*(?:\w+\W+){{{max(words, _FEWEST_WORDS) - 1}}}\w", re.ASCII).match


def _answer(subject: Subject) -> Text | None:
    """The only answer that a quote could be without saying anything of it."""
    question = subject.entry.question
    return question.answer if isinstance(question, _WITH_ONE_ANSWER) else None


def thin(subject: Subject) -> Iterator[Problem]:
    """A quote that shows words, not what they say."""
    entry, tag = subject.entry, subject.language.tag
    answer = _answer(subject)
    for quote in entry.citation.quotes:
        if answer is not None and _is_the_same(quote, answer, tag):
            message = "the quote is nothing but the answer"
        elif not _ENOUGH.match(quote) and count_words(quote) < _FEWEST_WORDS:
            message = f"the quote has under {_FEWEST_WORDS} words"
        else:
            continue
        hint = "Quote enough for a reader to see that it answers the question."
        yield entry.problem(quote, "quote-too-thin", message, hint)


def _is_the_same(quote: str, answer: str, tag: str) -> bool:
    """Whether a quote is its answer but for typography and an article; a text with too many letters need not be folded,
    for each of them leaves one.
    """
    needle, articles = bare(answer, tag), language(tag).articles
    longest = len(needle) + max(map(len, articles), default=0)
    return len(_LETTER.findall(quote, 0, 4 * longest)) <= longest and bare(quote, tag) == needle


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
