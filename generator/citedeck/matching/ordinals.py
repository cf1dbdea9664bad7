"""Ordinals in words, in a folded text: the third. Those in figures are read with other numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from citedeck.languages import Values
from citedeck.languages.words import as_listed
from citedeck.matching.numerals import alternation
from citedeck.matching.quantity import Quantity
from citedeck.matching.value_words import value_words, value_words_in
from citedeck.seldom import seldom

NAME_AFTER = re.compile(r" [A-Z][a-z]")
"""What makes a name of an ordinal before it: the Third Republic."""

_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LONGEST_NUMERAL = 20


class Ordinals:
    """Reads the ordinals of a language. A word that is also a unit or a part is none after a number or an article: a
    second.
    """

    def __init__(self, tag: str, values: Values) -> None:
        self._tag = tag
        self._values = values
        self._words = value_words(tag).ordinals
        self._ambiguous = {word for word in values.ordinals if word in values.units or word in values.fractions}
        self._counted = seldom(rf"\b(?:{alternation([*values.one, *values.per, *values.numerals])})[ -]\Z", re.I)

    def read(self, text: str) -> Iterator[Quantity]:
        """The ordinals from left to right."""
        if self._words.isdisjoint(value_words_in(text, self._tag)):
            return
        for word in _COMPOUND.finditer(text):
            name = as_listed(word[0])
            name = name if name in self._values.ordinals else name.partition("-")[0]
            number, start, end = self._values.ordinals.get(name), word.start(), word.start() + len(name)
            if number is None:
                continue
            if name not in self._ambiguous or not self._counted.search(text, max(0, start - _LONGEST_NUMERAL), start):
                named = self._values.capitals_name and word[0][0].isupper() and NAME_AFTER.match(text, end)
                yield Quantity(start, end, Fraction(number), (start, end), ordinal=True, label=bool(named))
