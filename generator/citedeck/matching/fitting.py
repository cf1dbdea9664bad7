"""The stretch of a source that is most like a quote, word for word, and what differs. It suggests; it never decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from citedeck.frozen import frozen
from citedeck.matching.folding import fold_case, levelled
from citedeck.matching.tokens import splits, widened
from citedeck.model import Passage, Source

LONGEST = 3_000
"""Code points of a quote that is compared word for word; the time it takes grows with the square of them."""

_CHUNK = re.compile(r"[^\s—―]+")
_OPENING, _CLOSING = "\"'([{“‘„«¡¿「『（《", ".,;:!?\"')]}”’»…。、，；：！？」』）》"
_WIDE = frozenset("。、，；：！？「」『』（）《》")
_DASHES = frozenset("-‐‑‒–—―")
_FEWEST_LETTERS = 4  # of a word in which one may be wrong
_MOST_BEFORE = 3  # words between the beginning of a sentence and the first that fits
_BROKEN_COMPOUND = re.compile(r"(?<=\w)-[^\S\n]*\n\s*(?=\w)")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f]")
_GONE, _COME, _ANOTHER, _SLIPPED = 1.0, 0.25, 0.875, 0.25  # what an alignment pays for a word, exact in binary


@frozen
class Change:
    """A word of the quote and the word that stands for it; one of the two is empty if a word is gone or has come."""

    old: str
    new: str


@frozen
class Fit:
    """A passage that fits a quote, and the share of words that differ at most in typography and case."""

    passage: Passage
    likeness: float

    @property
    def quote(self) -> str:
        """The passage as a quote."""
        return as_quote(self.passage.text)


@frozen
class _Word:
    start: int
    end: int
    text: str
    key: str


_Pair = tuple["_Word | None", "_Word | None"]


def fit(quote: str, passage: Passage) -> Fit:
    """The stretch around a passage that fits all the words of a quote best; a quote too long to compare fits none."""
    if len(quote) > LONGEST:
        return Fit(passage, 0.0)
    source, reach = passage.source, len(quote) // 2 + 80
    begin, end = max(0, passage.start - reach), min(len(source.text), passage.end + reach)
    begin, end = widened(source.text, begin, end, source.language)
    wanted = list(_words(quote, 0, len(quote), source.language))
    there = list(_words(source.text, begin, end, source.language))
    pairs = _aligned(wanted, there, near=sum(word.end <= passage.end for word in there))
    taken = [word for _, word in pairs if word]
    if not taken:
        return Fit(passage, 0.0)
    taken = [*_beginning(pairs[0], there), *taken]
    same = sum(1 for old, new in pairs if old and new and old.key == new.key)
    return Fit(_stretch(quote, source, taken[0].start, taken[-1].end), same / max(len(wanted), len(taken)))


def changes(old: str, new: str, language: str) -> list[Change]:
    """The words in which two texts differ, also if only in typography or case; not the punctuation around them."""
    wanted, there = (list(_words(text, 0, len(text), language)) for text in (old, new))
    pairs = _aligned(wanted, there, whole=True)
    told = (Change(one.text if one else "", other.text if other else "") for one, other in pairs)
    return [change for change in told if change.old != change.new]


def slipped(old: str, new: str) -> bool:
    """Whether two words differ by one slip: a letter more, less or other, or two that are swapped; not the first."""
    if min(len(old), len(new)) < _FEWEST_LETTERS or old[0] != new[0]:
        return False
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return max(len(old), len(new)) <= 1 or (len(old) == 2 and old == new[::-1])


def as_quote(text: str) -> str:
    """The text of a passage on one line, without the characters that cannot be seen."""
    return " ".join(_UNSEEN.sub("", _BROKEN_COMPOUND.sub("-", text)).split())


def _words(text: str, start: int, end: int, language: str) -> Iterator[_Word]:
    """The words of a stretch, bare of the punctuation around them; where no space parts them, its tokens."""
    for chunk in _CHUNK.finditer(text, start, end):
        bounds = [chunk.start(), *_cuts(text, chunk, language), chunk.end()]
        for first, last in pairwise(bounds):
            whole = text[first:last].rstrip(_CLOSING)
            bare = whole.lstrip(_OPENING)
            if not set(bare) <= _DASHES:
                yield _Word(first + len(whole) - len(bare), first + len(whole), bare, fold_case(bare).text)


def _cuts(text: str, chunk: re.Match[str], language: str) -> Iterator[int]:
    """Where one token ends and the next begins without a space, as in scripts that have none."""
    if not chunk[0].isascii():
        for cut in range(chunk.start() + 1, chunk.end()):
            beside = text[cut - 1 : cut + 1]
            if (beside.isalpha() or _WIDE & set(beside)) and not splits(text, cut, language):
                yield cut


def _aligned(wanted: list[_Word], there: list[_Word], whole: bool = False, near: int = 0) -> list[_Pair]:
    """Each wanted word beside the one that stands for it, and the words between; what there is before and after them
    is free, unless it is the whole that counts. Of several that fit alike, those that end nearest to the word `near`.
    """
    costs = [[column * _COME * whole for column in range(len(there) + 1)]]
    for old in wanted:
        above, row = costs[-1], [costs[-1][0] + _GONE]
        for column, new in enumerate(there):
            row.append(min(above[column] + _cost(old, new), above[column + 1] + _GONE, row[column] + _COME))
        costs.append(row)
    last = costs[-1]
    end = len(there) if whole else min(range(len(there) + 1), key=lambda column: (last[column], abs(column - near)))
    return _traced(costs, wanted, there, end, whole)


def _traced(costs: list[list[float]], wanted: list[_Word], there: list[_Word], column: int, whole: bool) -> list[_Pair]:
    """The way back through the table of costs."""
    pairs: list[_Pair] = []
    row = len(wanted)
    while row or (whole and column):
        old, new = wanted[row - 1] if row else None, there[column - 1] if column else None
        if old and new and costs[row][column] == costs[row - 1][column - 1] + _cost(old, new):
            pairs.append((old, new))
            row, column = row - 1, column - 1
        elif old and costs[row][column] == costs[row - 1][column] + _GONE:
            pairs.append((old, None))
            row -= 1
        else:
            pairs.append((None, new))
            column -= 1
    return pairs[::-1]


def _cost(old: _Word, new: _Word) -> float:
    if old.key == new.key:
        return 0.0
    return _SLIPPED if slipped(old.key, new.key) else _ANOTHER


def _beginning(first: _Pair, there: list[_Word]) -> list[_Word]:
    """The words before the first, back to the one that begins the sentence, if the quote began one in other words."""
    old, new = first
    if not (old and new) or old.key == new.key or not old.text[0].isupper() or new.text[0].isupper():
        return []
    at = there.index(new)
    begun = next(
        (start for start in range(at - 1, max(at - _MOST_BEFORE, 0) - 1, -1) if there[start].text[0].isupper()), at
    )
    return there[begun:at]


def _stretch(quote: str, source: Source, start: int, end: int) -> Passage:
    """A stretch of words, with the punctuation that the quote has at its ends too."""
    text, quote = source.text, levelled(quote.strip())
    first, last = quote[: len(quote) - len(quote.lstrip(_OPENING))], quote[len(quote.rstrip(_CLOSING)) :]
    while end < len(text) and levelled(text[end]) in last:
        end += 1
    while start > 0 and levelled(text[start - 1]) in first:
        start -= 1
    return Passage(source, *widened(text, start, end, source.language))
