"""Numbers that are names, or parts of one: chapter 5, No. 7, Apollo 11, the Seven. They count nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from citedeck.languages import Language, language
from citedeck.languages.words import as_listed
from citedeck.matching.numerals import alternation
from citedeck.seldom import seldom

_CAPITALISED = re.compile(r"(?:(?P<ahead>\S+) )?(?P<word>[A-Z][^\W\d_]+)[ -]\Z")
_CAPITALISED_NUMBER = re.compile(r"[A-Z][a-z]+(?![\w-])")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:]) ?[\"'(]*\Z")
_ENDS = "# ."  # what may stand between a label and its number
_REACH = 40  # code points before a figure


@lru_cache(maxsize=64)
def labels_of(tag: str) -> Labels:
    """How a language names by figures, by its BCP 47 tag."""
    return Labels(language(tag))


class Labels:
    """Tells the numbers that are names by what stands before them, or by their own capital."""

    def __init__(self, known: Language) -> None:
        guards = known.guards
        self._values = known.values
        self._label = seldom(rf"\b(?:{alternation(known.values.labels)})\.? ?#?\Z", re.IGNORECASE)
        self._label_ends = tuple(label.rstrip(_ENDS) for label in known.values.labels)
        # words that are capitalised where they begin a sentence, and the months
        self._no_names = {*known.stop_words, *known.values.months}
        self._qualifier = seldom("|".join(word for one in guards.qualifiers for word in one.before) or "(?!)")

    def named(self, text: str, start: int, number: int, plain: bool) -> bool:
        """Whether the number of a quantity that starts at `start` is a name; figures of a `plain` one also where they
        follow a capitalised word, but not a place: in Paris 300 people.
        """
        if self._follows_a_name(text, start, plain and text[number].isdigit()):
            return True
        capital = self._values.capitals_name and _CAPITALISED_NUMBER.match(text, number)
        return bool(capital) and not _SENTENCE_STARTS.search(text, max(0, start - 4), start)

    def _follows_a_name(self, text: str, start: int, plain: bool) -> bool:
        before = text[max(0, start - _REACH) : start]
        if as_listed(before).rstrip(_ENDS).endswith(self._label_ends) and self._label.search(before):
            return True
        named = _CAPITALISED.search(before) if plain and self._values.capitals_name else None
        if named is None:
            return False
        word, ahead = named["word"].casefold(), (named["ahead"] or "").casefold()
        begins = not ahead or ahead[-1] in ".!?:"
        qualifies = self._qualifier.fullmatch(word) is not None
        return (
            not qualifies
            and word not in self._no_names
            and ahead not in self._values.at
            and not (begins and word.endswith("ly"))
        )
