"""Whether something in the clause around a place denies what stands there: not, never, without, n't, rather than …

No grammar is parsed. A clause ends at a full stop, a semicolon, a colon, a bracket, a conjunction; a comma ends it too,
but not where an aside begins and ends with one (did not, in any of the trials, reduce mortality) nor where a negation
lists what it denies (no schools, hospitals or shops).
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import lru_cache

from citedeck.languages import Guards, language
from citedeck.matching.folding import folded
from citedeck.model import Source

_REACH = 300  # code points on either side of a place that are looked at
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]* +(?=[^a-z])")
_INITIAL = re.compile(r"\b(?:[A-Za-z]|[A-Z][a-z]{1,2}|[a-z]{1,2}\.[a-z])[.] +\Z")
_SEPARATOR = re.compile(r"( - |[,;:()\[\]])")
_CLAUSE_END = re.compile(r" - |[,;:()\[\]]|[.!?…](?=[\"')\]]* |$)")
_NEAR_WORDS = 3
_FAR_WORDS = 6
_LONGEST_ASIDE = 10  # words


def denial(source: Source, start: int, end: int) -> str | None:
    """The words that deny what stands at a place of a source, as folded and in small letters; None if none do."""
    words = _words(source.language)
    if words is None:
        return None
    before = _sentence_before(source.text[max(0, start - _REACH) : start], source.text[start])
    after = _PARAGRAPH.split(source.text[end : end + _REACH], maxsplit=1)[0]
    left, right = folded(f"{before}|").casefold()[:-1], folded(f"|{after}").casefold()[1:]
    own = folded(source.text[start:end]).casefold()
    return (None if words.opens(own) else words.before(left, right)) or words.after(right)


def denies(text: str, tag: str) -> bool:
    """Whether a text carries a negation anywhere."""
    words = _words(tag)
    return words is not None and words.negation.search(folded(text).casefold()) is not None


def negations(text: str, tag: str) -> set[str]:
    """Every negation of a text."""
    words = _words(tag)
    return {found[0] for found in words.negation.finditer(folded(text).casefold())} if words else set()


@lru_cache(maxsize=64)
def _words(tag: str) -> _Words | None:
    guards = language(tag).guards
    return _Words(guards) if guards.negations else None


def _sentence_before(text: str, first: str) -> str:
    """What stands before a place in its own sentence; `first` is the code point that stands there."""
    text = _PARAGRAPH.split(text)[-1]
    level = folded(f"{text}{first if first.isalnum() else '|'}")
    begin = 0
    for stop in _SENTENCE_END.finditer(level):
        if not _INITIAL.search(level, 0, stop.end()):
            begin = stop.end()
    return level[begin:-1]


@dataclass(frozen=True)
class _Piece:
    """A stretch of a sentence between two separators, and the one before it."""

    separator: str
    text: str


class _Words:
    """The words of a language that deny, as patterns."""

    def __init__(self, guards: Guards) -> None:
        self.negation = _masked(guards.negations, guards.affirmations)
        self._verbal = _pattern(guards.verbal_negations)
        self._affirmation = _pattern(guards.affirmations)
        self._opener = _pattern(guards.openers)
        self._opens = re.compile(rf"\s*(?:{'|'.join((*guards.openers, *guards.subjects))})(?!\w)")
        self._relative = _pattern((*guards.openers, *guards.relatives))
        self._subordinator = re.compile(rf"\s*(?:{'|'.join(guards.subordinators)})(?!\w)")
        self._alternative = _pattern(guards.alternatives)
        self._auxiliary = _pattern(guards.auxiliaries)

    def opens(self, text: str) -> bool:
        """Whether a text begins a clause: because …"""
        return self._opener.match(text) is not None

    def before(self, left: str, right: str) -> str | None:
        """What denies from the left, looked for piece by piece from the place backwards."""
        pieces = _pieces(left)
        while pieces:
            piece = pieces.pop()
            found = self._last_negation(piece.text)
            if found is not None:
                return found or None
            pieces = self._reaching(pieces, piece, right)
            right = f"{piece.text} {right}"
        return None

    def after(self, right: str) -> str | None:
        """What denies from the right: the verb of a subject, Paris was not chosen."""
        clause = _CLAUSE_END.split(right, maxsplit=1)[0]
        relative = self._relative.search(clause)
        found = self._verbal.search(clause[: relative.start()] if relative else clause)
        if found and any(one.start() < found.end() for one in self._affirmation.finditer(clause, found.start())):
            return None
        return found[0] if found and len(clause[: found.start()].split()) <= _FAR_WORDS else None

    def _last_negation(self, text: str) -> str | None:
        """The last negation of a piece; nothing where a clause begins after it; None where there is none."""
        found, opener = _last(self.negation, text), _last(self._opener, text)
        if found is None or (opener and opener.start() >= found.end()):
            return "" if opener else None
        relative = self._relative.search(text, 0, found.start())
        return "" if relative and self._auxiliary.search(text, found.end()) else found[0]

    def _reaching(self, pieces: list[_Piece], piece: _Piece, right: str) -> list[_Piece]:
        """The pieces of the same clause that stand before a piece; none where it begins the clause."""
        match piece.separator:
            case ")" | "]":
                return _before_bracket(pieces)
            case " - ":
                return _before_dash(pieces)
            case ",":
                return self._before_comma(pieces, piece, right)
            case _:
                return []

    def _before_comma(self, pieces: list[_Piece], piece: _Piece, right: str) -> list[_Piece]:
        if self._opens.match(piece.text):
            return []
        if self._lists(piece.text, right):
            reached = pieces
        elif len(pieces) > 1 and pieces[-1].separator == "," and len(pieces[-1].text.split()) <= _LONGEST_ASIDE:
            reached = pieces[:-1]
        else:
            return []
        return [] if self._subordinator.match(reached[-1].text) else reached

    def _lists(self, piece: str, right: str) -> bool:
        """Whether a piece that ends at the place goes on with a list: hospitals or …, or the place is its next item."""
        alternative = self._alternative.search(piece) or self._alternative.search(
            _CLAUSE_END.split(right, maxsplit=1)[0]
        )
        more = self._alternative.search(re.split(r"[.;:!?()]", right, maxsplit=1)[0])
        return len(piece.split()) <= _NEAR_WORDS and bool(alternative or more)


def _pieces(left: str) -> list[_Piece]:
    parts = _SEPARATOR.split(left)
    separators = ["", *(separator if separator == " - " else separator[0] for separator in parts[1::2])]
    return [_Piece(separator, text) for separator, text in zip(separators, parts[::2], strict=True)]


def _before_bracket(pieces: list[_Piece]) -> list[_Piece]:
    """What stands before the bracket that was closed."""
    for count in range(len(pieces) - 1, 0, -1):
        if pieces[count].separator in ("(", "["):
            return pieces[:count]
    return []


def _before_dash(pieces: list[_Piece]) -> list[_Piece]:
    """What stands before an aside in dashes; nothing where there was no other dash."""
    for count in range(len(pieces) - 1, 0, -1):
        if pieces[count].separator == " - ":
            return pieces[:count]
    return []


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return deque(pattern.finditer(text), maxlen=1).pop() if pattern.search(text) else None


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else re.compile(r"(?!)")


def _masked(wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of some phrases that is blind to longer ones which begin like them."""
    blind = rf"(?!(?:{'|'.join(unwanted)})(?!\w))" if unwanted else ""
    return re.compile(rf"(?<!\w){blind}(?:{'|'.join(wanted)})(?!\w)") if wanted else re.compile(r"(?!)")
