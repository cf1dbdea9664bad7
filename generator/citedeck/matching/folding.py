"""Folding: a text with its typography levelled, and a map back to every code point of the original.

Folding finds text, it never shows it. It is NFC, cluster by cluster, plus the table below; never NFKC, which would turn
10²³ into 1023. Superscripts, fractions and accents stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from citedeck.frozen import frozen

TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff\u200e\u200f", ""),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2035\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\u2014\u2015", " - "),
        "\u05be": "-",
        "\u05f3": "'",
        "\u05f4": '"',  # maqaf, geresh, gershayim
        "\u2026": "...",
        **dict(
            zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
        ),
        **{chr(fullwidth): chr(fullwidth - 0xFEE0) for fullwidth in range(0xFF01, 0xFF5F)},
    }
)
"""What folding makes of code points, by their numbers."""

_SURROUNDINGS = {**TYPOGRAPHY, 0x2212: "\u2212", 0x2018: "\u2018"}
_JOINING = frozenset(("Mn", "Mc", "Me", "Cf"))
_SPACE = re.compile(r"\s")
_HYPHEN_BREAK = re.compile(r"(?<=\w)- (?=\w)")
_ASCII_CAPITALS = re.compile(r"[A-Z]+")
# Stretches that need a look, cluster by cluster; what stands between them is printable ASCII and stands for itself.
_ODD = re.compile(r"[ -~]?[^ -~]+|  +")


@frozen
class Folded:
    """A folded text. Its code point i came from the original's `[starts[i], ends[i])`: ranges, where it is plain."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def __eq__(self, other: object) -> bool:
        """By what the places are, however they are kept."""
        if not isinstance(other, Folded) or self.text != other.text:
            return False
        return [*self.starts] == [*other.starts] and [*self.ends] == [*other.ends]

    def __hash__(self) -> int:
        return hash(self.text)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that a non-empty stretch of the folded text came from."""
        return self.starts[start], self.ends[end - 1]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the folded text that came from a stretch of the original; empty if nothing of it is left."""
        first, last = bisect_left(self.starts, start), bisect_right(self.ends, end)
        return (first, last) if first < last else (0, 0)

    def whole(self, start: int, end: int) -> bool:
        """Whether a stretch begins and ends with whole code points of the original, not within “ﬁ” or “é”."""
        begins = start == 0 or self.ends[start - 1] <= self.starts[start]
        return begins and (end == len(self.text) or self.ends[end - 1] <= self.starts[end])


def fold(text: str) -> Folded:
    """Level the typography of a text, and trim it."""
    return _plain(text) if text.isascii() else _mapped(text, _level)


def levelled(text: str) -> str:
    """Typography levelled but for the minus sign, white space as it is: for looking at the surroundings of a place."""
    return text if text.isascii() else text.translate(_SURROUNDINGS)


def fold_case(text: str) -> Folded:
    """Level typography and case."""
    if text.isascii():
        return _plain(text.lower())
    return _mapped(_ASCII_CAPITALS.sub(lambda capitals: capitals[0].lower(), text), _level_case)


def folded(text: str) -> str:
    """The folded text alone."""
    plain = text.isascii() and text.isprintable() and "  " not in text and "- " not in text
    return text.strip(" ") if plain else fold(text).text


def folded_case(text: str) -> str:
    """The text alone, its typography and case levelled; of plain ASCII, which is most of it, without the long way."""
    if not text.isascii():
        return fold_case(text).text
    small = text.lower()
    plain = small.strip(" ") if small.isprintable() and "  " not in small else " ".join(small.split())
    return plain if plain and "- " not in plain else fold_case(text).text


def lowered(text: str) -> str:
    """A text in lower case, code point by code point, so that everything stays where it is."""
    if text.isascii():
        return text.lower()
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def joins(character: str) -> bool:
    """Whether a code point belongs to the one before it: a mark, a trailing Hangul jamo, or a format character."""
    return unicodedata.category(character) in _JOINING or "\u1160" <= character <= "\u11ff"


@lru_cache(maxsize=1 << 14)
def _level(cluster: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", cluster).translate(TYPOGRAPHY))


@lru_cache(maxsize=1 << 14)
def _level_case(cluster: str) -> str:
    return _level(_level(cluster).casefold())


class _Writer:
    """Collects the folded text; runs of white space become one space, and none stands first."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.starts = array("I")
        self.ends = array("I")
        self.after_space = True

    def copy(self, text: str, start: int, end: int) -> None:
        """Take over a stretch in which no space follows another."""
        if start < end and self.after_space and text[start] == " ":
            start += 1
        if start < end:
            self.pieces.append(text[start:end])
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))
            self.after_space = text[end - 1] == " "

    def put(self, character: str, start: int, end: int) -> None:
        """Add a code point that stands for a stretch of the original."""
        space = _SPACE.match(character) is not None
        if not (space and self.after_space):
            self.pieces.append(" " if space else character)
            self.starts.append(start)
            self.ends.append(end)
        self.after_space = space

    def folded(self) -> Folded:
        text = "".join(self.pieces)
        if text.endswith(" "):
            text = text[:-1]
            self.starts.pop()
            self.ends.pop()
        return _without_breaks(Folded(text, self.starts, self.ends))


def _without_breaks(folded: Folded) -> Folded:
    """A line may end at a hyphen, so white space after one that follows a word does not count: long-\\nterm."""
    breaks = [found.end() - 1 for found in _HYPHEN_BREAK.finditer(folded.text)]
    if not breaks:
        return folded
    bounds = list(pairwise((-1, *breaks, len(folded.text))))
    starts, ends = array("I"), array("I")
    for before, after in bounds:
        starts.extend(folded.starts[before + 1 : after])
        ends.extend(folded.ends[before + 1 : after])
    return Folded("".join(folded.text[before + 1 : after] for before, after in bounds), starts, ends)


def _plain(text: str) -> Folded:
    """An ASCII text folded, in which only white space and hyphens have to be levelled."""
    if not text.encode().translate(None, _PRINTABLE) and "  " not in text:
        start, whole = len(text) - len(text.lstrip(" ")), text.strip(" ")
        found = Folded(whole, range(start, start + len(whole)), range(start + 1, start + 1 + len(whole)))
        return _without_breaks(found) if "- " in whole else found
    runs = [run.span() for run in _RUN.finditer(text)]
    if not runs:
        return Folded("", array("I"), array("I"))
    start, end = runs[0]
    starts, ends = _places(start, end), _places(start + 1, end + 1)
    for begin, close in runs[1:]:
        starts.append(end)  # the first space of several stands for them all
        ends.append(end + 1)
        starts.extend(_places(begin, close))
        ends.extend(_places(begin + 1, close + 1))
        end = close
    whole = text[start:end] if len(runs) == 1 else " ".join([text[begin:close] for begin, close in runs])
    found = Folded(whole, starts, ends)
    return _without_breaks(found) if "- " in whole else found


_PRINTABLE = bytes(range(ord(" "), ord("~") + 1))  # `isprintable` looks up every code point in Unicode
_RUN = re.compile(r"\S+(?: \S+)*")
_FIRST_PLACES = array("I", range(1 << 12))


def _places(start: int, end: int) -> array[int]:
    """The numbers of a stretch: most are cut from an array that is there."""
    return _FIRST_PLACES[start:end] if end <= len(_FIRST_PLACES) else array("I", range(start, end))


def _mapped(text: str, level: Callable[[str], str]) -> Folded:
    writer = _Writer()
    end = 0
    for odd in _ODD.finditer(text):
        writer.copy(text, end, odd.start())
        for start, end in _clusters(text, odd.start(), odd.end()):
            for character in level(text[start:end]):
                writer.put(character, start, end)
    writer.copy(text, end, len(text))
    return writer.folded()


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each code point of a stretch together with what joins it."""
    for position in range(start + 1, end):
        if not joins(text[position]):
            yield start, position
            start = position
    yield start, end
