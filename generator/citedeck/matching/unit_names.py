"""Units and currencies as a text names them: by name or symbol, with powers and what they are divided by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from citedeck.languages import Values, language
from citedeck.languages.words import as_listed
from citedeck.matching.beginnings import Beginnings
from citedeck.matching.measures import CURRENCY_SIGNS, SYMBOLS, Meanings
from citedeck.matching.numerals import alternation
from citedeck.seldom import seldom

_COMPOUNDS = {("km", "h"): "km/h", ("mi", "h"): "mph", ("m", "s"): "m/s", ("nmi", "h"): "kn"}
_SIGN = seldom(rf"(?<!\w)({alternation(CURRENCY_SIGNS)})(?!\w)")
_BEGINNING = re.compile(r"(?<!\w)(?=\S)")


class Named(NamedTuple):
    """A unit where it is named: what it may mean, where it ends, whether by a symbol of a single letter."""

    meanings: Meanings
    end: int
    letter: bool


def _unit(names: str, symbols: str) -> str:
    return rf"(?:(?P<name>(?i:{names}))|(?P<symbol>{symbols}))(?P<power>[²³])?(?![^\W_]|[²³]|[-/](?=[0-9]))"


@lru_cache(maxsize=64)
def units_of(tag: str) -> Units:
    """The units of a language, by its BCP 47 tag."""
    return Units(language(tag).values)


class Units:
    """The units of a language as patterns."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._raised = seldom(rf"({alternation(values.squares)}) ", re.IGNORECASE)
        self._unit = Beginnings(_unit, values.units, SYMBOLS)
        self._per = seldom(rf" ?/ ?| (?:{alternation(values.per)}) ")

    def at(self, text: str, position: int) -> Named | None:
        """The unit that begins at a place of a folded text."""
        raised = self._raised.match(text, position)
        found = self._unit.match(text, raised.end()) if raised else None
        if found is None:
            raised, found = None, self._unit.match(text, position)
        if found is None:
            return None
        name, symbol, power = found.group("name", "symbol", "power")
        unit = self._values.units[as_listed(name)] if name else SYMBOLS[symbol]
        if raised and not power:
            power = self._values.squares.get(as_listed(raised[1]), "")
        power = power or ""
        meanings = {f"{unit}{power}"}
        if unit == "lb" and name and not power:
            meanings.add("GBP")
        per = self._per.match(text, found.end())
        below = self.at(text, per.end()) if per else None
        if below is None:
            return Named(frozenset(meanings), found.end(), symbol is not None and len(symbol) == 1 and symbol.isalpha())
        compounds = (_COMPOUNDS.get((over, under), f"{over}/{under}") for over in meanings for under in below.meanings)
        return Named(frozenset(compounds), below.end, letter=False)

    def named(self, text: str) -> Meanings:
        """Every unit and currency that a folded text names, with or without a number."""
        found = (self.at(text, word.start()) for word in _BEGINNING.finditer(text))
        signs = (CURRENCY_SIGNS[sign[1]] for sign in _SIGN.finditer(text))
        lowered = text.casefold()
        implied = frozenset(unit for words, unit in self._values.implied.items() if words in lowered)
        return implied.union(*(unit.meanings for unit in found if unit), *signs)

    def divisor(self, text: str, position: int) -> Named | None:
        """What an amount before a place is divided by there: an hour, / day."""
        per = self._per.match(text, position)
        return self.at(text, per.end()) if per else None
