"""Most numbers: a whole one in figures, after a small word or at a beginning, before a word or at an end.

Such a number is read at one look. All others, and those that anything may belong to, are read step by step.
"""

from __future__ import annotations

import re

from citedeck.languages import Values
from citedeck.matching.measures import SYMBOLS
from citedeck.matching.numerals import LONGEST
from citedeck.matching.words_in import first_words

_REACH = 40  # code points before a number in which its word is looked for
_CLOSING = "[,;:.)]"  # none of which begins what belongs to a number, where a space follows


Plain = tuple[int, int, bool]
"""A whole number, where it ends, and whether a unit may follow it there, after a space."""


class PlainFigures:
    """How such numbers are told in a language."""

    def __init__(self, values: Values) -> None:
        by = re.escape(values.groups.replace(" ", "")) or r"\x00"
        self._shape = re.compile(
            rf"(?P<figures>[1-9][0-9]{{0,2}}(?P<by>[{by}])[0-9]{{3}}(?:(?P=by)[0-9]{{3}})*|[1-9][0-9]*)"
            rf"(?:\Z|{_CLOSING}(?= |\Z)| (?P<word>[a-zA-Z]+)(?![^\W_]))"
        )
        # small words before a number that make a name of it, or a negative one; words after it that multiply it or add
        self._before = frozenset(word.strip(".") for word in (*values.labels, *values.minus))
        self._after = first_words((*values.scales, *values.hundred, *values.joiners))
        self._measures = first_words(name.lower() for name in (*values.units, *values.squares, *SYMBOLS))

    def at(self, text: str, start: int) -> Plain | None:
        """The plain number at a place of a folded text, if it is one."""
        found = self._shape.match(text, start)
        if found is None or (start and text[start - 1] != "(" and not self._follows_a_small_word(text, start)):
            return None
        figures, sign, word = found.groups()
        if len(figures) > LONGEST:
            return None
        number, end = int(figures.replace(sign, "") if sign else figures), start + len(figures)
        if word is None:
            return number, end, False
        after = word.lower()
        return None if after in self._after else (number, end, after in self._measures)

    def _follows_a_small_word(self, text: str, start: int) -> bool:
        """Whether a word of small letters that says nothing of a number stands before a place."""
        if text[start - 1] != " ":
            return False
        word = text[max(0, start - _REACH) : start - 1].rpartition(" ")[2]
        return word.isascii() and word.isalpha() and word.islower() and word not in self._before
