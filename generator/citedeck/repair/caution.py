"""Why a person must look at a new quote before it is written: what could make a wrong fact look right.

A quote that gains words which stand between its own, or loses a slip of the keyboard, still says what its author read.
One in which a word is another, or in which a number or a negation comes or goes, may say something else, and nothing
here can tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from citedeck.languages import language
from citedeck.matching.fitting import LONGEST, Change, changes, slipped
from citedeck.matching.folding import fold_case
from citedeck.matching.units import same_units

_MOST_MORE = 3  # words that may come in unseen; of a long quote, a third of its own
_MOST_SAID = 3
_PART = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

_ENGLISH = """
no not never none nobody nothing nor neither without cannot non hardly barely scarcely rarely seldom unless except but
only unlike instead rather than deny denies denied fail fails failed refuse refuses refused against if whether may might
could would should nearly almost about around approximately roughly some at least most more less fewer under over up to
until allegedly reportedly supposedly claim claims claimed say says said believed former formerly once zero one two
three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half third quarter
first second last double twice triple per percent
"""

_TELLING = {"en": frozenset(_ENGLISH.split())}
"""Words that turn, limit or count what a sentence says. In other languages any word might."""


@dataclass(frozen=True)
class Rewrite:
    """A quote, what is to stand for it, what its fact asks and answers, and the text of its source."""

    old: str
    new: str
    told: str
    source: str
    language: str

    @cached_property
    def changes(self) -> list[Change]:
        return changes(self.old, self.new, self.language)

    def is_told(self, word: str) -> bool:
        return _holds(self.told, word)

    def is_known(self, word: str) -> bool:
        return _holds(self.source, word)


def reason_to_look(rewrite: Rewrite) -> str:
    """Why a person must look at a new quote, or nothing."""
    if max(len(rewrite.old), len(rewrite.new)) > LONGEST:
        return "it is too long to compare"
    wary = [change for change in rewrite.changes if any(check(change, rewrite) for check in CHECKS)]
    return ", ".join(map(_said, wary[:_MOST_SAID])) or _gains_much(rewrite)


def turns(text: str, tag: str) -> str:
    """The first word of a text that turns, limits or counts what it says; in a language whose words are not known, its
    first word.
    """
    parts = _PART.findall(fold_case(text).text)
    telling = _TELLING.get(language(tag).tag)
    return next((part for part in parts if telling is None or part in telling or part.endswith("n't")), "")


def _another_number(change: Change, _: Rewrite) -> bool:
    return _differs(change) and any(map(str.isnumeric, change.old + change.new))


def _a_telling_word(change: Change, rewrite: Rewrite) -> bool:
    return _differs(change) and bool(turns(f"{change.old} {change.new}", rewrite.language))


def _another_name(change: Change, _: Rewrite) -> bool:
    """Also an abbreviation: US is not us."""
    shouted = [word.isupper() and len(word) > 1 for word in (change.old, change.new)]
    if not _differs(change):
        return shouted[0] != shouted[1] or not same_units(change.old, change.new)
    return any(word[:1].isupper() for word in (change.old, change.new))


def _a_word_of_the_question(change: Change, rewrite: Rewrite) -> bool:
    article = not change.new and fold_case(change.old).text in language(rewrite.language).articles
    return _differs(change) and bool(change.old) and not article and rewrite.is_told(change.old)


def _another_word(change: Change, rewrite: Rewrite) -> bool:
    """A word that is gone or has become another, unless an article is gone or a slip mended: what is no word at all."""
    old, new = fold_case(change.old).text, fold_case(change.new).text
    if old == new or not old or (not new and old in language(rewrite.language).articles):
        return False
    return not (slipped(old, new) and old.isalpha() and not rewrite.is_known(old))


CHECKS: tuple[Callable[[Change, Rewrite], bool], ...] = (
    _another_number,
    _a_telling_word,
    _another_name,
    _a_word_of_the_question,
    _another_word,
)


def _gains_much(rewrite: Rewrite) -> str:
    gained = sum(not change.old for change in rewrite.changes)
    most = max(_MOST_MORE, len(rewrite.old.split()) // 3)
    return f"it would gain {gained} words" if gained > most else ""


def _holds(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def _differs(change: Change) -> bool:
    return fold_case(change.old).text != fold_case(change.new).text


def _said(change: Change) -> str:
    if not change.old:
        return f"“{change.new}” comes in"
    return f"“{change.old}” becomes “{change.new}”" if change.new else f"“{change.old}” goes"
