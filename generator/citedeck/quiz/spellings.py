"""Which spellings of an answer are right when it is typed, and whether what was typed is one of them."""

from __future__ import annotations

from collections.abc import Iterable

from citedeck.languages import language
from citedeck.matching.answer import without_article, without_outer
from citedeck.matching.equality import same_answer
from citedeck.matching.folding import folded, folded_case
from citedeck.matching.units import measures, same_units
from citedeck.matching.values import same_value
from citedeck.model import Text
from citedeck.quiz.items import Answer
from citedeck.quiz.rewriting import rewritten


def typed_answer(text: Text, accept: Iterable[str], tag: str) -> Answer:
    """An answer with the spellings that are right: its own, those its author accepts, and what others write instead:
    straight quotation marks, plain hyphens, the same number or date in other figures or words.
    """
    given = [" ".join(one.split()) for one in (text, *accept)]
    every = dict.fromkeys(given)
    every.update(dict.fromkeys(other for one in given for other in rewritten(one, tag)))
    return Answer(text, tuple(every), any(measures(one) for one in given))


def key(text: str, answer: Answer, tag: str) -> str:
    """A text as spellings are compared: folded, without outer punctuation, and without a leading article, but for that
    of a fraction: a third is no third place. Without regard to case, unless capitals count in the answer.
    """
    needle = without_outer(folded(text) if answer.cased else folded_case(text))
    bare = without_article(needle, tag)
    return needle if bare in language(tag).values.fractions else bare


def keys(answer: Answer, tag: str) -> tuple[str, ...]:
    """The spellings of an answer as they are compared, each once."""
    return tuple(dict.fromkeys(key(one, answer, tag) for one in answer.spellings))


def is_right(typed: str, answer: Answer, tag: str) -> bool:
    """Whether what was typed is the answer: one of its spellings, or the same value in other figures or words."""
    typed_key = key(typed, answer, tag)
    if typed_key in keys(answer, tag):
        return typed_key != ""
    return any(same_value(typed, one, tag) and same_units(one, typed) for one in answer.spellings)


def marks(typed: list[str], answers: tuple[Answer, ...], ordered: bool, tag: str) -> list[bool]:
    """Which of the texts typed for a list are right. Each answer counts once; without order it may stand anywhere."""
    if ordered:
        return [is_right(text, answer, tag) for text, answer in zip(typed, answers, strict=True)]
    left = list(answers)
    found = []
    for text in typed:
        match = next((answer for answer in left if is_right(text, answer, tag)), None)
        if match:
            left.remove(match)
        found.append(match is not None)
    return found


def is_another(option: str, answers: Iterable[str], tag: str) -> bool:
    """Whether an option is none of these answers in another spelling."""
    return not any(same_answer(option, answer, tag) for answer in answers)
