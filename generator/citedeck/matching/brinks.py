"""Whether patterns may match right before or right after a place: told by the words that stand there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from citedeck.matching.spellings import OPEN, spellings
from citedeck.matching.words_in import listed_words

_WORD = re.compile(rf"(?:[^\W\d_]|{OPEN})+")
_WORDS_AFTER = re.compile(r"[\s,(]*[^\W\d_]+(?:[\W\d_]+[^\W\d_]+)?")


class Brink:
    """The last two words of patterns `before` a place, and the first two of patterns `after` it.

    They match whole words, their case ignored. Before the place, words `between` may follow, and a bracket; after it, a
    comma and a bracket may come first.
    """

    def __init__(self, before: Iterable[str], after: Iterable[str], between: Iterable[str]) -> None:
        self._between = frozenset(word for one in between for word in listed_words(one))
        behind = {spelling for pattern in after for spelling in spellings(pattern)}
        ahead = {spelling for pattern in before for spelling in spellings(pattern)}
        signs = {spelling for spelling in ahead if not _WORD.search(spelling)}
        self._sign = re.compile("|".join(map(re.escape, signs)) or "(?!)")
        self._last = _nearest(_words(spelling)[::-1] for spelling in ahead - signs)
        self._first = _nearest(_words(spelling) for spelling in behind)

    def may_end(self, before: str) -> bool:
        """Whether one of the patterns may match at the end of a text, which is folded or ASCII."""
        words = listed_words(before)
        while words:
            word = words.pop()
            if _tells(self._last, word, words[-1:]):
                return True
            if word not in self._between:
                break
        return OPEN in self._last or self._sign.search(before) is not None

    def may_begin(self, after: str) -> bool:
        """Whether one of the others may match at the beginning of a text, which is folded or ASCII."""
        found = _WORDS_AFTER.match(after)
        words = listed_words(found[0]) if found else [""]
        return OPEN in self._first or _tells(self._first, words[0], words[1:])


_Nearest = Mapping[str, Collection[str]]
"""Words next to a place, each with those next to them; an empty one stands for any, or none."""


def _nearest(spelled: Iterable[list[str]]) -> _Nearest:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for words in spelled:
        found[words[0]].add(words[1] if len(words) > 1 and words[1] != OPEN else "")
    return dict(found)


def _tells(nearest: _Nearest, word: str, farther: list[str]) -> bool:
    known = nearest.get(word, ())
    return "" in known or (bool(farther) and farther[0] in known)


def _words(spelling: str) -> list[str]:
    """The words of a spelling; `OPEN` for one that is left open, and for signs that it begins with."""
    words = [OPEN if OPEN in found[0] else found[0] for found in _WORD.finditer(spelling)]
    return words if _WORD.match(spelling) else [OPEN, *words]
