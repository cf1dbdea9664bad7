"""The words of a text as the tables of languages list them, and its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from citedeck.languages.words import as_listed

_FIGURES = re.compile("[0-9]+|[¼-¾⅐-⅞]+")
_WORD = re.compile(r"[^\W\d_]+")
_FIGURES_ALONE = bytes(ord("0" if chr(code) in "0123456789" else " ") for code in range(256))
_ASCII = "".join(chr(code).lower() if chr(code).isalpha() else " " for code in range(128))


def listed_words(text: str) -> list[str]:
    """Every run of letters of a text, as listed, in its order."""
    return text.translate(_ASCII).split() if text.isascii() else _WORD.findall(as_listed(text))


@lru_cache(maxsize=1 << 4)
def figures_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where runs of figures stand in a text, half-open, and runs of fractions that are one sign: 5 and ½."""
    if not text.isascii():
        return tuple([run.span() for run in _FIGURES.finditer(text)])
    figures, end = text.encode().translate(_FIGURES_ALONE), 0  # of bytes, as that is much faster
    found = []
    for run in figures.split():
        start = figures.find(b"0", end)
        end = start + len(run)
        found.append((start, end))
    return tuple(found)


def first_words(listed: Iterable[str]) -> frozenset[str]:
    """The first run of letters of each word or phrase of a table; of those that begin with something else, nothing."""
    return frozenset(found[0] for found in map(_WORD.match, listed) if found)
