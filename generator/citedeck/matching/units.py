"""Symbols of units whose capitals mean something: mW is not MW, Mb not MB."""

import re

_SYMBOL = re.compile(
    r"(?P<prefix>[pnuµμmcdhkKMGTP]|Ki|Mi|Gi|Ti)?"
    r"(?P<base>m|g|s|A|mol|cd|Hz|N|Pa|J|W|C|V|F|S|Wb|T|H|lm|lx|Bq|Gy|Sv|[lL]|t|eV|Wh|Ah|bar|cal|b|B|bit|bps|Bps|byte)"
)
_AFTER_NUMBER = re.compile(r"(?<=\d)\s?([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")


def same_units(answer: str, text: str, start: int, end: int) -> bool:
    """Whether no unit after a number in `text[start:end]` is another one in an answer that is otherwise alike."""
    there = {found[1] for found in _AFTER_NUMBER.finditer(text, start, end)}
    first = _WORD.match(text, start, end)
    if first and text[max(0, start - 2) : start].rstrip()[-1:].isdigit():
        there.add(first[0])
    words = _WORD.findall(answer)
    return not any(_differ(word, unit) for unit in there for word in words if word.casefold() == unit.casefold())


def _differ(one: str, other: str) -> bool:
    unit, another = _canonical(one), _canonical(other)
    return unit is not None and another is not None and unit != another


def _canonical(word: str) -> tuple[str, str] | None:
    """A symbol as its prefix and base, other ways to write them levelled; None for a word that is none."""
    symbol = _SYMBOL.fullmatch(word)
    if symbol is None:
        return None
    prefix = (symbol["prefix"] or "").replace("K", "k").replace("µ", "u").replace("μ", "u")
    return prefix, symbol["base"].replace("L", "l")
