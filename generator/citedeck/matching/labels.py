"""Figures that are names, or parts of one: chapter 5, No. 7, Apollo 11. They count nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from citedeck.languages import Language, language
from citedeck.matching.numerals import alternation

_CAPITALISED = re.compile(r"(?:(?P<ahead>\S+) )?(?P<word>[A-Z][^\W\d_]+)[ -]\Z")
_REACH = 40  # code points before a figure


@lru_cache(maxsize=64)
def labels_of(tag: str) -> Labels:
    """How a language names by figures, by its BCP 47 tag."""
    return Labels(language(tag))


class Labels:
    """What stands before a figure that is a name."""

    def __init__(self, known: Language) -> None:
        guards = known.guards
        self._values = known.values
        self._label = re.compile(rf"\b(?:{alternation(known.values.labels)})\.? ?#?\Z", re.IGNORECASE)
        # words that are capitalised where they begin a sentence, and the months
        self._no_names = {*known.stop_words, *known.values.months}
        self._qualifier = re.compile("|".join(word for one in guards.qualifiers for word in one.before) or "(?!)")

    def before(self, text: str, start: int, plain: bool) -> bool:
        """Whether what stands before a place makes a name of a figure there; a figure that is `plain` also where it
        follows a capitalised word, but not a place: in Paris 300 people.
        """
        before = text[max(0, start - _REACH) : start]
        if self._label.search(before):
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
