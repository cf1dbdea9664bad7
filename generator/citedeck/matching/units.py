"""Symbols of units whose capitals mean something: mW is not MW, Mb not MB."""

import re
import unicodedata

from citedeck.matching.measures import SYMBOLS
from citedeck.seldom import seldom

_SYMBOL = seldom(
    r"(?P<prefix>[pnuµμmcdhkKMGTP]|Ki|Mi|Gi|Ti)?"
    r"(?P<base>m|g|s|A|mol|cd|Hz|N|Pa|J|W|C|V|F|S|Wb|T|H|lm|lx|Bq|Gy|Sv|Ci|[lL]|t|eV|Wh|Ah|bar|cal|b|B|bit|bps|Bps|byte|Ω)"
    r"|(?P<molar>M)"
)
_MEASURED = re.compile(r"\d\s?([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")


def same_units(answer: str, there: str) -> bool:
    """Whether no unit symbol of a text is another one, by its capitals, in an answer that is otherwise alike."""
    words, found = _words(answer), _words(there)
    measured = {symbol for symbol in _MEASURED.findall(there) if symbol in SYMBOLS and symbol.lower() != symbol}
    if any(one != other for one in words for other in measured if one.casefold() == other.casefold()):
        return False
    return not any(_differ(one, other) for one in words for other in found if one.casefold() == other.casefold())


def measures(text: str) -> bool:
    """Whether a number in a text counts units by their symbol, so that its capitals mean something."""
    return any(_canonical(symbol) is not None for symbol in _MEASURED.findall(unicodedata.normalize("NFC", text)))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(unicodedata.normalize("NFC", text)))


def _differ(one: str, other: str) -> bool:
    unit, another = _canonical(one), _canonical(other)
    return unit is not None and another is not None and unit != another


def _canonical(word: str) -> tuple[str, str] | None:
    """A symbol as its prefix and base, other ways to write them levelled; None for a word that is none."""
    symbol = _SYMBOL.fullmatch(word)
    if symbol is None:
        return None
    prefix = (symbol["prefix"] or "").replace("K", "k").replace("µ", "u").replace("μ", "u")
    return prefix, (symbol["base"] or symbol["molar"]).replace("L", "l")
