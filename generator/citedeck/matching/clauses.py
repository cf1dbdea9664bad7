"""Whether something in the clause around a place denies what stands there: not, never, without, n't, rather than …

No grammar is parsed. A clause ends at a full stop, a semicolon, a colon, a bracket, a conjunction; a comma ends it too,
but not where an aside begins and ends with one (did not, in any of the trials, reduce mortality) nor where a negation
lists what it denies (no schools, hospitals or shops). Within a name (No Country for Old Men) nothing denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from citedeck.languages import Language, language
from citedeck.matching.folding import folded
from citedeck.model import Source

_REACH = 300  # code points on either side of a place that are looked at
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
# A full stop, what closes with it, marks of footnotes, white space, and then no small letter.
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*(?:\[[^\]]{1,8}\]|(?<=[.!?])[0-9]{1,3}(?= ))* +(?=(?P<next>[^a-z ][\w']*))")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?P<word>[\w.]+)\Z")
_SEPARATOR = re.compile(r"( - |[,;:()\[\]])")
_CLAUSE_END = re.compile(r" - |[,;:()\[\]]|[.!?…](?=[\"')\]]* |[\"')\]]*$)")
_HARD_END = re.compile(r"[;:]|[.!?…](?=[\"')\]]* [^a-z]|[\"')\]]*$)")
_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]| - [^-]{1,120} - |,[^,;:.()]{1,120},")
_QUOTED = re.compile(r'"(?:[^"\s]+\s+){2,}[^"]*"')  # of three words at least: did “not” go is no quotation
_MARKS = str.maketrans({"´": "'", "`": "'", "_": " ", "*": " "})
_LONGEST_ITEM = 4  # words
_FEWEST_FRONTED = 1  # words; “rather than, as many had hoped, …” goes on
_LONGEST_ASIDE = 25  # words
_LONGEST_PHRASE = 10  # words, from which on an aside that begins as a clause has one of its own going on
_FARTHEST_VERB = 10  # words from a subject to the verb that is denied


def denial(source: Source, start: int, end: int) -> str | None:
    """The words that deny what stands at a place of a source, as folded; None if none do."""
    words = _words(source.language)
    if words is None:
        return None
    before = source.text[max(0, start - _REACH) : start]
    after = _PARAGRAPH.split(source.text[end : end + _REACH], maxsplit=1)[0]
    left = words.sentence_before(before, source.text[start:end])
    right = folded(f"|{after}")[1:].translate(_MARKS)
    return words.before(left, right, source.text[start:end]) or words.after(left, right)


def carries(text: str, denial: str, tag: str) -> bool:
    """Whether a question carries a denial of its passage, in the same words or in others that deny as much."""
    words = _words(tag)
    return words is not None and words.carries(folded(text).translate(_MARKS), denial)


def negations(text: str, tag: str) -> set[str]:
    """Everything in a text that denies something, in small letters."""
    words = _words(tag)
    return {found.casefold() for found in words.all_of(folded(text).translate(_MARKS))} if words else set()


@lru_cache(maxsize=64)
def _words(tag: str) -> _Words | None:
    known = language(tag)
    return _Words(known) if known.guards.negations else None


@dataclass(frozen=True)
class _Piece:
    """A stretch of a sentence between two separators, and the one before it."""

    separator: str
    text: str


class _Words:
    """The words of a language that deny, and those that end what they deny, as patterns."""

    def __init__(self, known: Language) -> None:
        guards = known.guards
        self._stop_words = known.stop_words
        self._titles = frozenset(guards.titles)
        self._core = _pattern(guards.negations)
        self._exclusion = _pattern(guards.exclusions)
        self._contrast = _pattern(guards.contrasts)
        self._denying = _pattern((*guards.contrasts, *guards.exclusions, *guards.negations))
        self._carrier = re.compile(rf"(?<!that )(?<!who )(?<!which )(?<!\w)(?:{_any_of(guards.carriers)})(?!\w)", re.I)
        self._absolute = re.compile(_any_of(guards.absolute), re.I)
        self._compared = _pattern(guards.comparing)
        self._affirming = _pattern(guards.affirmations)
        self._verbal = _pattern(guards.verbal_negations)
        self._conjunction = _pattern(guards.conjunctions)
        self._relative = re.compile(rf"(?<!\bthe )(?<![\w-])(?:{_any_of(guards.relatives)})(?![\w-])", re.I)
        self._opening = re.compile(
            rf"\s*(?:{_any_of((*guards.conjunctions, *guards.relatives, *guards.subjects))})(?!\w)", re.I
        )
        self._clause = re.compile(rf"\s*(?:{_any_of((*guards.conjunctions, *guards.relatives))})(?!\w)", re.I)
        self._fronted = re.compile(rf"\s*(?:{_any_of(guards.fronted)})(?!\w)", re.I)
        self._finite = _pattern((*guards.finite, *guards.subjects[2:]))
        self._verb = _pattern(guards.finite)
        self._preposition = re.compile(rf"(?<!\w)(?:{_any_of(guards.prepositions)}) \Z", re.I)
        self._clause_start = re.compile(
            rf"(?<!\w)(?:{_any_of((*guards.conjunctions, *guards.relatives))}|that|dass)(?!\w)", re.I
        )
        ands, ors = _any_of(guards.ands), _any_of(guards.ors)
        self._new_predicate = re.compile(
            rf"(?<!\w)(?:{ands}) (?:{_any_of((*guards.subjects[2:], *guards.finite))})(?!\w)", re.I
        )
        self._past = re.compile(rf"(?<!\w)(?:{ands}) (?:{_any_of(guards.pasts)})(?!\w)", re.I)
        self._participle = re.compile(rf"(?:{_any_of(guards.with_participles)})\Z", re.I)
        self._and = re.compile(rf"\s*(?:{ands})(?!\w)", re.I)
        self._or = re.compile(rf"\s(?:{ors})(?!\w)", re.I)
        self._and_number = re.compile(rf"\s(?:{ands}) (?=\d)", re.I)
        self._ends_in_and = re.compile(rf"\s(?:{ands}) (?:\w+ )?\Z", re.I)
        self._goes_on = re.compile(rf"[^,;:.()!?]{{0,25}}?(?:,|\s(?:{ands}|{ors})\s)", re.I)
        self._last_item = re.compile(rf"\s(?:{ands}|{ors})\s", re.I)
        self._joined_subject = re.compile(rf"\s*(?:,[^,;:.]{{1,40}})?,?\s(?:{ands}|{ors})\s(?:\w+\s){{1,4}}?", re.I)

    def carries(self, text: str, denial: str) -> bool:
        if self._contrast.fullmatch(denial):
            return self._contrast.search(text) is not None
        core = any(not _in_name(text, found) for found in self._denials(text, self._core))
        core = core or self._carrier.search(text) is not None
        return core or (self._exclusion.fullmatch(denial) is not None and self._exclusion.search(text) is not None)

    def all_of(self, text: str) -> list[str]:
        return [found[0] for found in self._denials(text, self._denying)]

    def sentence_before(self, text: str, own: str) -> str:
        """What stands before a place in its own sentence, folded; `own` is what stands there."""
        text = _PARAGRAPH.split(text)[-1]
        level = folded(f"{text}{own[:1] if own[:1].isalnum() else '|'}").translate(_MARKS)
        begin = 0
        for stop in _SENTENCE_END.finditer(level):
            if not self._is_abbreviation(level, stop, own):
                begin = stop.end()
        return level[begin:-1]

    def _is_abbreviation(self, text: str, stop: re.Match[str], own: str) -> bool:
        """Whether a full stop ends an abbreviation or an initial, and the sentence goes on: a name follows."""
        word = _ABBREVIATED.search(text, max(0, stop.start() - 12), stop.start())
        following = stop["next"] if stop.end() < len(text) - 1 else own.split(maxsplit=1)[0] if own.split() else ""
        short = word is not None and (word["word"].casefold() in self._titles or len(word["word"].split(".")[-1]) == 1)
        return short and text[stop.start()] == "." and following.casefold() not in self._stop_words

    def before(self, left: str, right: str, own: str) -> str | None:
        """What denies from the left, looked for piece by piece from the place backwards."""
        if left.count('"') % 2 == 0:
            left = _QUOTED.sub(lambda quoted: "'" * len(quoted[0]), left)
        apposed = re.search(r"(?:[A-Z][\w.]*|[A-Z]\w+ \d{1,2}), $", left) is not None and not own[:1].islower()
        pieces = _pieces(left)
        while pieces:
            piece = pieces.pop()
            found = self._last_denial(piece.text, first=not piece.separator)
            if found is not None:
                return found or None
            if not (apposed and pieces and not self._fronted.match(pieces[-1].text)):
                pieces = self._reaching(pieces, piece, right)
            apposed = False
            right = f"{piece.text} {right}"
        return None

    def after(self, left: str, right: str) -> str | None:
        """What denies from the right: the verb of a subject. Asides and further subjects may stand before it."""
        own = self._clause_start.split(_SEPARATOR.split(left)[-1])[-1]
        if self._verb.search(own) or self._preposition.search(own):
            return None
        clause = _ASIDES.sub(" ", _HARD_END.split(right, maxsplit=1)[0])
        joined = self._joined_subject.match(clause)
        if joined and self._verbal.match(clause, joined.end()):
            return self._denied_by(clause, joined.end())
        end = _CLAUSE_END.search(clause)
        relative = re.search(
            rf"(?:{self._conjunction.pattern}|{self._last_item.pattern}|\s(?:that|than|as)\s)", clause, re.I
        )
        stops = [stop.start() for stop in (end, relative, self._relative.search(clause)) if stop]
        return self._denied_by(clause[: min(stops, default=len(clause))], 0)

    def _denied_by(self, clause: str, start: int) -> str | None:
        found = self._verbal.search(clause, start)
        if found is None or len(clause[: found.start()].split()) > _FARTHEST_VERB:
            return None
        masked = any(one.start() < found.end() for one in self._affirming.finditer(clause, found.start()))
        return None if masked else found[0]

    def _denials(self, text: str, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
        masks = [found.span() for found in self._affirming.finditer(text)]
        for found in pattern.finditer(text):
            if not any(start <= found.start() < end for start, end in masks):
                yield found

    def _last_denial(self, text: str, first: bool) -> str | None:
        """The last denial of a piece; nothing where a clause begins after it; None where there is none."""
        denials = [
            found
            for found in self._denials(text, self._denying)
            if not _in_name(text, found) or (first and not text[: found.start()].strip())
        ]
        stops = (*self._conjunction.finditer(text), *self._relative.finditer(text))
        ends = [stop.start() for stop in stops if not _in_name(text, stop)]
        if not denials:
            return "" if ends else None
        found = denials[-1]
        ends += [stop.start() for stop in self._new_predicate.finditer(text, found.end())]
        if self._absolute.fullmatch(found[0]):
            ends += [stop.start() for stop in self._compared.finditer(text, found.end())]
            ends += [stop.start() for stop in self._and_number.finditer(text, found.end())]
        if not self._participle.search(text[: found.end()]):
            ends += [stop.start() for stop in self._past.finditer(text, found.end())]
        if any(end >= found.end() for end in ends):
            return ""
        relative = self._relative.search(text, 0, found.start()) or re.search(r"\bthat\b", text[: found.start()])
        return "" if relative and self._verb.search(text, found.end()) else found[0]

    def _reaching(self, pieces: list[_Piece], piece: _Piece, right: str) -> list[_Piece]:
        """The pieces of the same clause that stand before a piece; none where it begins the clause."""
        match piece.separator:
            case ")" | "]":
                return _before(pieces, ("(", "["))
            case " - ":
                return _before(pieces, (" - ",))
            case ",":
                return self._before_comma(pieces, piece, right)
            case _:
                return []

    def _before_comma(self, pieces: list[_Piece], piece: _Piece, right: str) -> list[_Piece]:
        if self._lists(pieces, piece.text, right):
            reached = pieces
        elif self._opening.match(piece.text):
            return []
        else:
            reached = self._before_aside(pieces)
        return [] if reached and self._ends_before(reached[-1], aside=reached is not pieces) else reached

    def _ends_before(self, piece: _Piece, aside: bool) -> bool:
        """Whether a piece is no part of the clause that goes on after its comma: When …, …, who …"""
        within = aside and piece.separator == "," and self._clause.match(piece.text)
        fronted = self._fronted.match(piece.text) and len(piece.text.split()) > _FEWEST_FRONTED
        return bool(within or fronted)

    def _before_aside(self, pieces: list[_Piece]) -> list[_Piece]:
        """What stands before an aside that ends a list of pieces; it may hold commas itself: 1914, 1915 or 1916."""
        count = len(pieces)
        while (
            count > 1 and pieces[count - 1].separator == "," and len(pieces[count - 1].text.split()) <= _LONGEST_ASIDE
        ):
            count -= 1
            long = len(pieces[count].text.split()) > _LONGEST_PHRASE
            if long and (self._clause.match(pieces[count].text) or self._fronted.match(pieces[count].text)):
                return []
            if self._conjunction.match(pieces[count].text.lstrip()) and not self._fronted.match(pieces[count].text):
                return []
            if len(pieces[count].text.split()) > _LONGEST_ITEM:
                break
            if self._last_denial(pieces[count - 1].text, first=False):
                break
        return pieces[:count] if count < len(pieces) else []

    def _lists(self, pieces: list[_Piece], piece: str, right: str) -> bool:
        """Whether a piece that ends at the place goes on with a list, or the place is the next item of one."""
        if len(piece.split()) > _LONGEST_ITEM or self._finite.search(piece):
            return False
        if self._or.search(piece):
            return True
        if self._and.match(piece):
            return bool(pieces) and self._ends_with_item(pieces)
        if self._ends_in_and.search(piece):
            return bool(pieces) and self._ends_with_item(pieces)
        listed = self._goes_on.match(right)
        return listed is not None and self._last_item.search(_HARD_END.split(right, maxsplit=1)[0]) is not None

    def _ends_with_item(self, pieces: list[_Piece]) -> bool:
        """Whether the last piece can be an item of a list: short, or short after its denial."""
        last = pieces[-1].text
        found = [*self._denials(last, self._denying)]
        tail = last[found[-1].end() :] if found else last
        several = len(pieces) > 1 and pieces[-1].separator == ","
        return len(tail.split()) <= _LONGEST_ITEM and not self._finite.search(tail) and (several or bool(found))


def _in_name(text: str, found: re.Match[str]) -> bool:
    """Whether a word that denies is capitalised as only a name is: Doctors Without Borders."""
    return found[0][:1].isupper() and not found[0].isupper() and text[: found.start()].strip(" \"'") != ""


def _pieces(left: str) -> list[_Piece]:
    parts = _SEPARATOR.split(left)
    separators = ["", *(separator if separator == " - " else separator[0] for separator in parts[1::2])]
    return [_Piece(separator, text) for separator, text in zip(separators, parts[::2], strict=True)]


def _before(pieces: list[_Piece], opening: tuple[str, ...]) -> list[_Piece]:
    """What stands before an aside that has just been closed; nothing where it was not opened."""
    for count in range(len(pieces) - 1, 0, -1):
        if pieces[count].separator in opening:
            return pieces[:count]
    return []


def _any_of(patterns: Iterable[str]) -> str:
    return "|".join(patterns) or "(?!)"


def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Any of several words or phrases, whole and no part of a compound."""
    return re.compile(rf"(?<![\w-])(?:{_any_of(patterns)})(?![\w-])", re.IGNORECASE)
