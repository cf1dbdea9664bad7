"""What is odd about the options of a choice: what tells the right one from the others without knowing it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from citedeck.languages import Lints
from citedeck.matching.folding import folded
from citedeck.model import Choice, Entry, Problem, Text
from citedeck.verify.lints.glance import Glance
from citedeck.verify.lints.subject import Subject, words

_FEWEST, _MOST = 3, 5
_LONGER = 1.5  # times the longest wrong choice
_LONGER_BY = 15  # code points
_TIMES = 10
_ROUND = 100  # a round number is a multiple of it
_EXACT = 10  # an exact one is not even a multiple of this
_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")
_YEARS = (1000, 2100)  # among years a round one is a year like others
_MOST_DIGITS = 20  # of a numeral; decimal counts exactly up to 28


def concerns(glance: Glance) -> list[Entry]:
    """The facts that have options."""
    return glance.choices


def count(subject: Subject, choice: Choice) -> Iterator[Problem]:
    """Too few to choose from, or more than are read."""
    options = 1 + len(choice.distractors)
    if not _FEWEST <= options <= _MOST:
        message = f"the choice has {options} options"
        few = "Add a wrong choice that somebody could believe: with two, every second guess is right."
        hint = few if options < _FEWEST else f"Keep the best: more than {_MOST} take longer to read, and ask no more."
        yield subject.entry.problem(choice.distractors[0], "option-count", message, hint)


def catch_all(subject: Subject, choice: Choice) -> Iterator[Problem]:
    """An option that speaks of the others."""
    for option in (choice.answer, *choice.distractors):
        if " ".join(words(option)) in subject.lints.catch_alls:
            message = f"the option “{option}” is about the other options"
            hint = "Replace it: whoever knows two of the others need not know the rest."
            yield subject.entry.problem(option, "all-of-the-above", message, hint)


def longest(subject: Subject, choice: Choice) -> Iterator[Problem]:
    """A right answer that stands out by its length."""
    right, wrong = len(choice.answer), max(map(len, choice.distractors))
    if right > wrong * _LONGER and right >= wrong + _LONGER_BY:
        message = "the right answer is much longer than every wrong choice"
        hint = "Shorten it to its core, or make the wrong choices as long and as exact."
        yield subject.entry.problem(choice.answer, "longest-is-key", message, hint)


def mixed(subject: Subject, choice: Choice) -> Iterator[Problem]:
    """Numbers among words."""
    kinds = {option: _is_number(option, subject.lints) for option in (choice.answer, *choice.distractors)}
    if {True, False} <= set(kinds.values()):
        number = next(option for option, kind in kinds.items() if kind)
        word = next(option for option, kind in kinds.items() if kind is False)
        message = f"“{number}” is a number, “{word}” is none"
        hint = "Make all options of the kind that the question asks for."
        yield subject.entry.problem(choice.distractors[0], "mixed-kinds", message, hint)


def _is_number(option: str, lints: Lints) -> bool | None:
    """Whether an option is a number, perhaps with its unit; None if it only has one in it, as names and dates do."""
    numerals = [word for word in words(option) if word[0].isdigit() or word in lints.counts]
    if not numerals:
        return False
    return True if len(words(option)) <= 2 and words(option)[0] == numerals[0] else None


def implausible(subject: Subject, choice: Choice) -> Iterator[Problem]:
    """A number that gives itself away by its size, or by being the only round one."""
    options = (choice.answer, *choice.distractors)
    numbers: dict[Text, Decimal] = {}
    for option in options:
        number = _number(option, subject.lints)
        if number is None:
            return
        numbers[option] = number
    units = {_NUMERAL.sub("", option).casefold() for option in options}
    if len(numbers) == len(options) and len(units) == 1:
        yield from _far_off(subject, choice, numbers)
        yield from _only_round(subject, numbers)


def _far_off(subject: Subject, choice: Choice, numbers: dict[Text, Decimal]) -> Iterator[Problem]:
    right = numbers[choice.answer]
    for option in choice.distractors:
        if right and numbers[option] and not right / _TIMES <= numbers[option] <= right * _TIMES:
            message = f"“{option}” is over {_TIMES} times away from the right answer “{choice.answer}”"
            hint = "Choose a number that somebody could believe."
            yield subject.entry.problem(option, "implausible-number", message, hint)


def _only_round(subject: Subject, numbers: dict[Text, Decimal]) -> Iterator[Problem]:
    round_ones = [option for option, number in numbers.items() if number and number % _ROUND == 0]
    exact_ones = [option for option, number in numbers.items() if number % _EXACT]
    years = all(_YEARS[0] <= number <= _YEARS[1] for number in numbers.values())
    if len(round_ones) == 1 and len(exact_ones) == len(numbers) - 1 and not years:
        message = f"“{round_ones[0]}” is the only round number"
        yield subject.entry.problem(
            round_ones[0], "implausible-number", message, "Make all of them as round, or as exact."
        )


def _number(option: str, lints: Lints) -> Decimal | None:
    """The only numeral of an option."""
    numerals = _NUMERAL.findall(folded(option))
    if len(numerals) != 1 or len(numerals[0]) > _MOST_DIGITS or not lints.thousands:
        return None
    group, point = re.escape(lints.thousands), re.escape("," if lints.thousands == "." else ".")
    written = re.fullmatch(rf"(\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{point}(\d+))?", numerals[0])
    return Decimal(f"{written[1].replace(lints.thousands, '')}.{written[2] or 0}") if written else None


_ABOUT_CHOICES: tuple[Callable[[Subject, Choice], Iterator[Problem]], ...] = (
    count,
    catch_all,
    longest,
    mixed,
    implausible,
)


def options(subject: Subject) -> Iterator[Problem]:
    """Whatever is odd about the options of a choice."""
    if isinstance(subject.entry.question, Choice):
        for check in _ABOUT_CHOICES:
            yield from check(subject, subject.entry.question)


CHECKS = (options,)
