"""Years that are written as nothing but four figures, which could as well count something."""

from __future__ import annotations

import re

from citedeck.languages import Values
from citedeck.languages.words import as_listed
from citedeck.matching.beginnings import Beginnings
from citedeck.matching.numerals import alternation
from citedeck.matching.words_in import first_words
from citedeck.seldom import seldom

_YEARS = range(1000, 2200)
_LIKELY = range(1400, 2100)
_LONGEST_CUE = 20  # code points


def bare_year(text: str) -> int | None:
    """The year that a text is, if it is nothing but four figures."""
    return int(text) if re.fullmatch("[0-9]{4}", text) and int(text) in _YEARS else None


class Years:
    """Tells the figures that are years by what stands around them in a folded text."""

    def __init__(self, values: Values) -> None:
        cues = alternation(values.year_cues)
        self._cue = seldom(
            rf"(?:(?:^|[(\W])(?:{cues}) (?:the )?|\(|[0-9]{{4}}(?:-| - |, | and | or | to ))\Z", re.IGNORECASE
        )
        self._counted_words = first_words(values.counted)
        self._counted = Beginnings(_whole, values.counted, flags=re.IGNORECASE)

    def at(self, text: str, start: int) -> int | None:
        """The year whose figures begin at a place."""
        found = _FIGURES.match(text, start)
        if found is None:
            return None
        year, end = int(found[0]), found.end()
        if year not in _YEARS or self._counts(text, end):
            return None
        if year in _LIKELY and not _PLURAL.match(text, end):
            return year
        cued = self._cue.search(text, max(0, start - _LONGEST_CUE), start)
        free = _FREE.search(text, max(0, start - 2), start) and _CLOSED.match(text, end)
        return year if cued or free else None

    def _counts(self, text: str, end: int) -> bool:
        """Whether figures that end at a place count what stands behind them, joined or parted."""
        word = _WORD_AFTER.match(text, end)
        if word and as_listed(word[1]) not in self._counted_words:
            return False
        parted = text[end : end + 1] in (" ", "-")
        return self._counted.match(text, end + parted) is not None


def _whole(words: str) -> str:
    return rf"(?:{words})(?![^\W_])"


_FIGURES = seldom(r"(?<![\w.,:/'#$£€¥+])(?<![^\d]-)(?<![$£€¥] )[12][0-9]{3}(?!\w|[.,:/'][0-9])")
_WORD_AFTER = re.compile(r"[ -]?([^\W\d_]+)")
_PLURAL = re.compile(r" (?:[a-z]+ )?[a-z]+s\b")
_CLOSED = re.compile(r"[).,;:?!\"'-]|\Z")
_FREE = re.compile(r"(?:[,(] ?|\A)\Z")
