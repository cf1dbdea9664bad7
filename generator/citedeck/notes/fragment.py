"""How a link leads to a passage of a page: by a text fragment, at which browsers scroll to it and mark it.

https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=[prefix-,]start[,end][,-suffix]`. A browser takes the first
place that fits. It must begin and end with whole words, unless the rest of the word is its prefix or suffix.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from citedeck.frozen import frozen
from citedeck.model import Passage
from citedeck.outline import Outline

# In code points. Of a longer passage the link holds both ends, each at least so long; they and the context grow by
# steps until no earlier place fits, or until so much of an article that repeats itself was told in vain.
_WHOLE, _END, _STEP, _ENOUGH = 80, 24, 8, 200
_WITHIN_WORDS = frozenset("'’.:,;·")
_LETTERS = ("L", "N", "M", "Cf", "Pc")  # marks, joiners and underscores go with the letters beside them


def link(url: str, passage: Passage, outline: Outline) -> str:
    """The URL of a passage's article, leading to the passage; a fragment it has already stays."""
    page, _, fragment = url.partition("#")
    return f"{page}#{fragment.partition(':~:')[0]}:~:text={_directive(passage, outline)}"


def _directive(passage: Passage, outline: Outline) -> str:
    search = _Search(passage.source.text, _levelled(passage.source.text))
    first = outline.paragraph(passage.start, passage.start + 1)
    last = outline.paragraph(passage.end - 1, passage.end)
    start, end = search.ends(passage.start, passage.end, first, last)
    before, after = search.context(start, end, first, last)
    terms = [_term(search.text[before : start[0]], "", "-"), _term(search.text[slice(*start)])]
    if end != start:
        terms.append(_term(search.text[slice(*end)]))
    return ",".join(filter(None, [*terms, _term(search.text[end[1] : after], "-")]))


def _term(text: str, begin: str = "", end: str = "") -> str:
    words = " ".join(text.split())
    return begin + quote(words, safe="").replace("-", "%2D") + end if words else ""


@lru_cache(maxsize=8)
def _levelled(text: str) -> str:
    """A text as a browser searches it, without regard to case; as long as before."""
    spaced = re.sub(r"\s", " ", text)
    lower = spaced.lower()
    return lower if len(lower) == len(text) else "".join(one.lower()[:1] for one in spaced)


_Stretch = tuple[int, int]


@frozen
class _Search:
    """What a browser will do with the text of an article. It may find less than is found here, since it wants words."""

    text: str
    levelled: str

    def ends(self, start: int, end: int, first: _Stretch, last: _Stretch) -> tuple[_Stretch, _Stretch]:
        """The first and the last words of a stretch, so many that its end is not taken for an earlier one.

        A short stretch is both. `first` and `last` are the paragraphs it begins and ends in: no term crosses one.
        """
        whole = (start, end)
        ceiling, floor = min(end, first[1]), max(start, last[0])
        size = _END
        while first != last or max(2 * size, _WHOLE) < end - start:
            opening = (start, self._cut_after(start + size, ceiling))
            closing = (self._cut_before(end - size, floor), end)
            if first == last and opening[1] >= closing[0]:
                break
            grown = size > _ENOUGH or (opening[1], closing[0]) == (ceiling, floor)
            if grown or self.levelled.find(self.levelled[slice(*closing)], opening[1]) == closing[0]:
                return opening, closing
            size += _STEP
        return whole, whole

    def context(self, start: _Stretch, end: _Stretch, first: _Stretch, last: _Stretch) -> _Stretch:
        """From where to where the text must be told, so that whole words are, and no earlier place fits."""
        before = self._cut_before(start[0], first[0])
        after = self._cut_after(end[1], last[1])
        told = after if start == end else start[1]
        while before > max(first[0], start[0] - _ENOUGH) and self._stands_earlier(before, told):
            before = self._cut_before(before - _STEP, first[0])
        while start == end and after < min(last[1], end[1] + _ENOUGH) and self._stands_earlier(before, after):
            after = self._cut_after(after + _STEP, last[1])
        return before, after

    def _stands_earlier(self, start: int, end: int) -> bool:
        return self.levelled.find(self.levelled[start:end]) < start

    def _cut_before(self, place: int, floor: int) -> int:
        """The last bound of a word up to a place."""
        while place > floor and self._within_word(place):
            place -= 1
        return max(place, floor)

    def _cut_after(self, place: int, ceiling: int) -> int:
        """The first bound of a word from a place on."""
        while place < ceiling and self._within_word(place):
            place += 1
        return min(place, ceiling)

    def _within_word(self, place: int) -> bool:
        """Whether a place may be within a word. Where words are not parted by spaces, only punctuation is sure."""
        if self._is_letter(place):
            return self._is_letter(place - 1) or (self._joins(place - 1) and self._is_letter(place - 2))
        return self._joins(place) and self._is_letter(place - 1) and self._is_letter(place + 1)

    def _is_letter(self, place: int) -> bool:
        return 0 <= place < len(self.text) and unicodedata.category(self.text[place]).startswith(_LETTERS)

    def _joins(self, place: int) -> bool:
        return place >= 0 and self.text[place] in _WITHIN_WORDS
