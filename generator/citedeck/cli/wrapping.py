"""Where the lines of a text end on a terminal: at spaces, and beside letters that are written without any."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WORDS = re.compile(r"([ \t]*)([^ \t]+)")
_LETTERS = ("Lo", "Lm")
_CLOSING, _OPENING = ("Pe", "Pf", "Po"), ("Ps", "Pi")


def cells(text: str) -> int:
    """How many columns a text takes: two for what is wide, as 漢, none for what is joined to the letter before it."""
    return sum(map(_cells, text))


def wrapped(text: str, width: int, indent: str, then: str) -> Iterator[str]:
    """A text as lines of at most `width` columns, the first after `indent`, the others after `then`.

    What has no place to end in, as an address, stays in one piece, also where it is wider.
    """
    line, begun = indent, False
    for gap, piece in _pieces(text):
        if begun and cells(line + gap + piece) > width:
            yield line
            line = then + piece
        else:
            line += gap + piece
        begun = True
    yield line if begun else line.rstrip()


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What lines are made of, each piece with the spaces before it."""
    for gap, word in _WORDS.findall(text.replace("\t", " ")):
        start = 0
        for end in range(1, len(word)):
            if _parts(word[end - 1], word[end]):
                yield "" if start else gap, word[start:end]
                start = end
        yield "" if start else gap, word[start:]


def _parts(before: str, after: str) -> bool:
    """Whether a line may end between two characters: beside 漢 and か, but not before 。 or ょ, nor after 「."""
    if unicodedata.category(before) in _OPENING or unicodedata.category(after) in _CLOSING:
        return False
    return (_is_ideographic(before) or _is_ideographic(after) or _ends(before)) and not _clings(after)


def _is_ideographic(character: str) -> bool:
    return _is_wide(character) and unicodedata.category(character) in _LETTERS and not _is_named(character, "HANGUL")


def _ends(character: str) -> bool:
    """Whether it is wide and ends a clause, as 。 does."""
    return _is_wide(character) and unicodedata.category(character) in _CLOSING


def _clings(character: str) -> bool:
    """Whether it begins no line: small kana, and marks that lengthen or repeat."""
    return _is_named(character, "LETTER SMALL") or (_is_wide(character) and unicodedata.category(character) == "Lm")


def _is_named(character: str, part: str) -> bool:
    return part in unicodedata.name(character, "")


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if _is_wide(character) else 1
