"""A sentence in pieces: where it begins, what its commas, dashes and brackets part, where a clause ends."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from citedeck.matching.folding import folded
from citedeck.seldom import seldom

PARAGRAPH = re.compile(r"\n[ \t]*\n")
_COMMA, _COLON = (rf"{sign}(?!(?<=[0-9]{sign})[0-9])" for sign in ",:")  # but not within a number or a time
CLAUSE_END = seldom(rf" - |[;()\[\]]|{_COMMA}|{_COLON}|[.!?…](?=[\"')\]]* |[\"')\]]*$)")
HARD_END = seldom(rf";|{_COLON}|[.!?…](?=[\"')\]]* [^a-z]|[\"')\]]*$)")
"""Where a clause ends whatever its commas, dashes and brackets are."""
_WITHIN = r"(?:[^,;:.()]|(?<=[0-9])[,:.](?=[0-9])){1,120}"
ASIDE = seldom(rf"\([^()]*\)|\[[^\[\]]*\]| - [^-]{{1,120}} - |{_COMMA}{_WITHIN}{_COMMA}")
QUOTED = seldom(r'"(?:[^"\s]+\s+){2,}[^"]*"')
"""A quotation of three words at least: did “not” go is none."""

# A full stop, what closes with it, marks of footnotes, white space, and then no small letter.
_SENTENCE_END = seldom(r"[.!?…][\"')\]]*(?:\[[^\]]{1,8}\]|(?<=[.!?])[0-9]{1,3}(?= ))* +(?=(?P<next>[^a-z ][\w']*))")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?P<word>[\w.]+)\Z")
_SHORT = seldom(r"(?<![\w.])(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*)\.(?=[,)] ?|[ ](?P<next>[\w']*))")
_SEPARATOR = seldom(rf"( - |[;()\[\]]|{_COMMA}|{_COLON})")
_MARKS = str.maketrans({"´": "'", "`": "'", "_": " ", "*": " "})
_MARK = re.compile("[´`_*]")
_LONGEST_ABBREVIATION = 12


@dataclass(frozen=True)
class Piece:
    """A stretch of a sentence between two separators, and the one before it."""

    separator: str
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


def plain(text: str) -> str:
    """A text folded, its accents that stand for apostrophes and its marks of emphasis levelled too."""
    level = folded(text)
    return level.translate(_MARKS) if _MARK.search(level) else level


def pieces(text: str) -> list[Piece]:
    """The pieces of a sentence, in their order."""
    parts = _SEPARATOR.split(text)
    separators = ["", *(separator if separator == " - " else separator[0] for separator in parts[1::2])]
    return [Piece(separator, text) for separator, text in zip(separators, parts[::2], strict=True)]


def before_opening(parts: list[Piece], opening: tuple[str, ...]) -> list[Piece]:
    """What stands before an aside that has just been closed; nothing where it was not opened."""
    for count in range(len(parts) - 1, 0, -1):
        if parts[count].separator in opening:
            return parts[:count]
    return []


def sentence_before(text: str, own: str, titles: Collection[str], stop_words: Collection[str]) -> str:
    """What of a text stands before a place in its own sentence, made plain; `own` is what stands there.

    An abbreviation among `titles`, or an initial, ends no sentence unless a word that names nothing follows.
    """
    level = plain(f"{PARAGRAPH.split(text)[-1]}{own[:1] if own[:1].isalnum() else '|'}")
    begin = 0
    for stop in _SENTENCE_END.finditer(level):
        within = stop.end() < len(level) - 1
        following = stop["next"] if within else next(iter(own.split()), "")
        if following.casefold() in stop_words or not _is_abbreviation(level, stop, titles):
            begin = stop.end()
    return level[begin:-1]


def without_abbreviations(text: str, titles: Collection[str], stop_words: Collection[str]) -> str:
    """A plain text without the full stops that end no sentence, as far as `sentence_before` would tell them."""

    def levelled(found: re.Match[str]) -> str:
        word, following = found["word"], found["next"] or ""
        short = word.casefold() in titles or len(word.split(".")[-1]) == 1
        goes_on = following[:1].islower() or following.casefold() not in stop_words
        return f"{word} " if short and goes_on else found[0]

    return _SHORT.sub(levelled, text)


def _is_abbreviation(text: str, stop: re.Match[str], titles: Collection[str]) -> bool:
    word = _ABBREVIATED.search(text, max(0, stop.start() - _LONGEST_ABBREVIATION), stop.start())
    if word is None or text[stop.start()] != ".":
        return False
    return word["word"].casefold() in titles or len(word["word"].split(".")[-1]) == 1
