"""What is said of an answer that does not stand in its quotes, and what to do about it."""

from __future__ import annotations

from citedeck.matching.dates import Date
from citedeck.matching.occurrences import occurrences
from citedeck.matching.quantity import Quantity
from citedeck.matching.standing import standing
from citedeck.matching.tokens import stands_whole, widened
from citedeck.matching.values import covers, said
from citedeck.model import Entry, Passage, Problem, Text


def unmatched(entry: Entry, answer: Text, passages: tuple[Passage, ...]) -> Problem:
    """The problem of an answer that stands on no spot: what comes nearest to it decides which."""
    found = (_as_value(entry, answer, passage) for passage in passages)
    problem = next(filter(None, found), None)
    if problem:
        return problem
    message = f"“{answer}” does not stand in the {'quote' if len(passages) == 1 else 'quotes'}"
    return entry.problem(answer, "answer-not-in-quote", message, where_else(answer, passages))


def _as_value(entry: Entry, answer: Text, passage: Passage) -> Problem | None:
    """What keeps the value of an answer from being one of a passage, if it is nearly one."""
    statement = said(answer, passage.source)
    if statement is None:
        return None
    for one in standing(passage):
        there = one.text
        for reading in statement.readings:
            if isinstance(reading, Date) and isinstance(one.value, Date) and (reading.ambiguous or one.value.ambiguous):
                message = f"a date in figures can be read two ways: “{answer if reading.ambiguous else there}”"
                hint = (
                    "Name the month; or say how the source writes dates: `date_order: dmy` (or mdy) in its reference."
                )
                return entry.problem(answer, "date-ambiguous", message, hint)
            if covers(reading, one.value) and statement.words:
                words = " ".join(statement.words)
                message = f"“{words}” does not stand right beside “{there}” in the quote"
                hint = "Take the words from the quote as they stand there, or answer with the value alone."
                return entry.problem(answer, "residue-not-in-quote", message, hint)
            if isinstance(reading, Quantity) and isinstance(one.value, Quantity):
                problem = _other_quantity(entry, answer, reading, one.value, there)
                if problem:
                    return problem
    return None


def _other_quantity(entry: Entry, answer: Text, said_there: Quantity, there: Quantity, words: str) -> Problem | None:
    """What is said of an answer with the number of a quantity that is another one."""
    if said_there.number != there.number or said_there.ordinal != there.ordinal or said_there.zeros != there.zeros:
        return None
    if said_there.scale == 1 and there.scale > 1:
        message, hint = f"“{answer}” is only a part of “{words}”", "Answer with all of it."
        return entry.problem(answer, "partial-quantity", message, hint)
    if said_there.scale == there.scale and said_there.unit and said_there.unit != there.unit:
        message, hint = f"the unit of “{answer}” is not that of “{words}”", "Take number and unit from the quote."
        return entry.problem(answer, "unit-mismatch", message, hint)
    return None


def where_else(answer: Text, passages: tuple[Passage, ...]) -> str:
    """What to do about an answer that is missing: it may be a part of a longer word, or stand beside the quote."""
    source = passages[0].source
    hints = [f"The quote has it only as a part of “{whole}”." for whole in _longer_tokens(answer, passages)]
    starts = (start for start in occurrences(source.text, answer) if stands_whole(source, start, start + len(answer)))
    found = next(starts, None)
    if found is not None:
        hints.append(
            f"It stands on line {source.line(found)} of {source.path}: quote that passage if it proves the answer."
        )
    if hints:
        return "\n".join(hints)
    from citedeck.matching.nearest import nearest_words

    near = next(filter(None, (nearest_words(answer, passage) for passage in passages)), "")
    if near:
        return f"The nearest in the quote is “{near}”."
    return "Take the answer from the quote as it stands there, or quote the passage that states it."


def _longer_tokens(answer: str, passages: tuple[Passage, ...]) -> list[str]:
    """What the answer is a part of, where the quotes hold it only so."""
    for passage in passages:
        start = passage.text.find(answer)
        if start >= 0:
            text, begin = passage.source.text, passage.start + start
            return [text[slice(*widened(text, begin, begin + len(answer), passage.source.language))]]
    return []
