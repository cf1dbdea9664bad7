"""What is odd about a fact although it is right: warnings, which an author can `ignore` with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citedeck.matching.answer import bare
from citedeck.matching.tokens import count_words
from citedeck.model import Choice, Entry, Problem, Recall, Typed

_FEWEST_WORDS = 3
_MOST_WORDS = 60


def lint(entry: Entry) -> list[Problem]:
    """Every warning for a fact that its author does not ignore."""
    return [warning for check in CHECKS for warning in check(entry) if warning.code not in entry.ignored]


def _thin_quote(entry: Entry) -> Iterator[Problem]:
    answer = entry.question.answer if isinstance(entry.question, Recall | Typed | Choice) else None
    for quote in entry.citation.quotes:
        if answer is not None and bare(quote) == bare(answer):
            message = "the quote is nothing but the answer"
        elif count_words(quote) < _FEWEST_WORDS:
            message = f"the quote has under {_FEWEST_WORDS} words"
        else:
            continue
        hint = "Quote enough for a reader to see that it answers the question."
        yield entry.problem(quote, "quote-too-thin", message, hint)


def _long_quote(entry: Entry) -> Iterator[Problem]:
    for quote in entry.citation.quotes:
        words = count_words(quote)
        if words > _MOST_WORDS:
            message = f"the quote has {words} words, over {_MOST_WORDS}"
            hint = "Quote only what proves the answer: the card shows the sentence around it by itself."
            yield entry.problem(quote, "quote-too-long", message, hint)


CHECKS: tuple[Callable[[Entry], Iterator[Problem]], ...] = (_thin_quote, _long_quote)
