"""Of what sort an answer is: those of one sort can stand side by side as options, and none gives itself away."""

from __future__ import annotations

import re

from citedeck.frozen import frozen
from citedeck.languages import language
from citedeck.matching.dates import Date
from citedeck.matching.folding import folded_case, levelled
from citedeck.matching.quantity import Quantity
from citedeck.matching.values import Said, said_in

_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d")
_BOUND = re.compile(r"[+<>~≈≥≤±]")
_MOST_WORDS = 3  # beside its value, for an answer to be a value
_FEW = 4  # words; a longer answer is a description


@frozen
class Sort:
    """A sort of answers: dates as precise as this, quantities of this unit beside these words, names, or words; what is
    no value also by what it is `asked` for: who, which city.
    """

    kind: str
    detail: tuple[str, ...] = ()
    asked: str = ""

    @property
    def is_value(self) -> bool:
        return self.kind in ("date", "quantity")


def sort_of(answer: str, asked: str, tag: str) -> Sort | None:
    """The sort of an answer to a question, in the language of a BCP 47 tag; None where nothing shows that other answers
    would be wrong.
    """
    statement, lints = _value(answer, tag), language(tag).lints
    if statement:
        value = statement.readings[0]
        if statement.before or _BOUND.search(statement.after) or lints.ors & set(statement.words):
            return None  # of “more than 3,000” and “more than 1,000” both may be true
        if isinstance(value, Date):
            return Sort("date", (_precision(value), *statement.words))
        written = "figures" if _FIGURE.search(answer) else "words"
        return Sort("quantity", (_unit(value), written, *statement.words))
    target, words = asked_for(asked, tag), _WORD.findall(answer)
    named = _is_name(words, tag)
    if not target or not (named or " " in target):
        return None
    figures = "figures" if _FIGURE.search(answer) else ""
    length = "short" if len(words) <= _FEW else "long"
    return Sort("name" if named else "words", (figures, length), target)


def look_of(answer: str, tag: str) -> str:
    """What an answer looks like, whatever it is asked for: a value, a name, or words."""
    if _value(answer, tag):
        return "value"
    return "name" if _is_name(_WORD.findall(answer), tag) else "words"


def asked_for(asked: str, tag: str) -> str:
    """What a question asks for: its question word, with the noun that one like “which” goes with. Nothing where it has
    none, or asks for anything: to “What did it bring?” several things may be the answer.
    """
    lints = language(tag).lints
    words = _WORD.findall(levelled(asked).lower())
    at = next((index for index, word in enumerate(words) if word in lints.question_words), None)
    if at is None:
        return ""
    if words[at] not in lints.determiners:
        return str(words[at])
    noun = next(iter(words[at + 1 : at + 2]), "")
    vague = noun in lints.measures or noun in language(tag).stop_words  # “what kind of”, “what is”
    return f"{words[at]} {noun}" if noun and not vague else ""


def content(text: str, tag: str) -> frozenset[str]:
    """The words of a text that name something, as they are compared."""
    return frozenset(_WORD.findall(folded_case(text))) - language(tag).stop_words


def _value(answer: str, tag: str) -> Said | None:
    """What an answer states, if it is a value with few words beside it."""
    statement = said_in(answer, tag)
    return statement if statement and len(statement.words) <= _MOST_WORDS else None


def _precision(date: Date) -> str:
    parts = (date.unit if date.year is not None else "", "month", "day", "weekday")
    given = (date.year, date.month, date.day, date.weekday)
    return " ".join(part for part, one in zip(parts, given, strict=True) if one is not None)


def _unit(quantity: Quantity) -> str:
    kind = "ordinal" if quantity.ordinal else "label" if quantity.label else "count"
    whole = "" if quantity.value.denominator == 1 else "part"
    return " ".join(filter(None, (kind, whole, *sorted(map(str, quantity.unit)))))


def _is_name(words: list[str], tag: str) -> bool:
    """Whether the first and the last word that name something are capitalised."""
    stops = language(tag).stop_words
    telling = [word for word in words if word.lower() not in stops or (word.isupper() and len(word) > 1)]
    return bool(telling) and telling[0][0].isupper() and telling[-1][0].isupper()
