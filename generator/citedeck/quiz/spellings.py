"""Which spellings of an answer are right when it is typed, and whether what was typed is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citedeck.languages import language
from citedeck.matching.answer import without_article, without_outer
from citedeck.matching.equality import same_answer
from citedeck.matching.folding import folded, folded_case
from citedeck.matching.units import measures, same_units
from citedeck.matching.values import same_value
from citedeck.matching.years import bare_year
from citedeck.model import Text, lowered
from citedeck.quiz.items import Answer

_LOW = re.compile(r"(?<=[^\W\d_])[₀-₉]+(?!\d)")
_HIGH = re.compile(r"(?<=\w)[⁺⁻]?[⁰¹²³⁴-⁹]+(?!\d)")
_FIGURES = re.compile(r"(?<![\w.,])[1-9]\d{3,}(?![\w.,])")


def typed_answer(text: Text, accept: Iterable[str], tag: str) -> Answer:
    """An answer with the spellings that are right: its own, those its author accepts, and those a keyboard makes of
    them: straight quotation marks, plain hyphens, numbers without the signs between their groups of digits, or with.
    """
    given = [" ".join(one.split()) for one in (text, *accept)]
    every = dict.fromkeys(given)
    every.update(dict.fromkeys(other for one in given for other in _other_ways(one, tag)))
    return Answer(text, tuple(every), any(measures(one) for one in given))


def _other_ways(text: str, tag: str) -> Iterator[str]:
    """The same text as others write it; nothing that could be another value."""
    sign = language(tag).lints.thousands
    for one in dict.fromkeys((text, folded(text), _on_the_line(text))):
        yield one
        others = (_ungrouped(one, sign), _grouped(one, sign)) if sign else ()
        yield from (other for other in others if same_value(one, other, tag))


def _on_the_line(text: str) -> str:
    """What is set above or below the line as a keyboard has it: CO2, 10^23. Never a figure that another one follows."""
    low = _LOW.sub(lambda found: lowered(found[0]), text)
    return _HIGH.sub(lambda found: f"^{lowered(found[0])}", low)


def _ungrouped(text: str, sign: str) -> str:
    return re.sub(rf"(?<=\d){re.escape(sign)}(?=\d{{3}}(?!\d))", "", text)


def _grouped(text: str, sign: str) -> str:
    """Figures in groups of three, but for what is a year."""
    return _FIGURES.sub(
        lambda found: found[0] if bare_year(found[0]) else f"{int(found[0]):,}".replace(",", sign), text
    )


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
    if key(typed, answer, tag) in keys(answer, tag):
        return bool(key(typed, answer, tag))
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
