"""Whether something in the clause around a place denies what stands there: not, never, without, n't, rather than …

No grammar is parsed. A clause ends at a full stop, a semicolon, a colon, a bracket, a conjunction; a comma ends it too,
but not where an aside begins and ends with one (did not, in any of the trials, reduce mortality) nor where a negation
lists what it denies (no schools, hospitals or shops). Within a name (No Country for Old Men) nothing denies.
"""

from __future__ import annotations

import re
from functools import lru_cache

from citedeck.languages import Language, language
from citedeck.matching.denials import Denials, any_of, denials_of, whole
from citedeck.matching.sentences import (
    HARD_END,
    PARAGRAPH,
    QUOTED,
    Piece,
    before_opening,
    pieces,
    plain,
    sentence_before,
    without_abbreviations,
)
from citedeck.matching.surroundings import cuts_word, reach_after, reach_before
from citedeck.model import Source
from citedeck.seldom import seldom

_REACH = 300  # code points on either side of a place that are looked at
_APPOSED = re.compile(r"(?:[A-Z][\w.]*|[A-Z]\w+ \d{1,2}), $")  # Paris, France and May 4, 1990
_LONGEST_ITEM = 4  # words
_FEWEST_FRONTED = 1  # words; “rather than, as many had hoped, …” goes on
_LONGEST_ASIDE = 25  # words
_LONGEST_PHRASE = 10  # words, from which on an aside that begins as a clause has one of its own going on


def denial(source: Source, start: int, end: int) -> str | None:
    """The words that deny what stands at a place of a source, as folded; None if none do."""
    clauses = _clauses(source.language)
    if clauses is None or not clauses.may_deny(source.text, start, end):
        return None
    text = source.text
    before, after = text[reach_before(text, start, _REACH) : start], text[end : reach_after(text, end, _REACH)]
    return clauses.denial(before, text[start:end], plain(f"|{PARAGRAPH.split(after, maxsplit=1)[0]}")[1:])


def may_be_denied(source: Source, start: int, end: int) -> bool:
    """Whether anything within a stretch of a source may be denied, unless it cuts a word: False means that none is."""
    clauses = _clauses(source.language)
    return clauses is not None and clauses.may_reach(source.text, start, end)


def carries(text: str, denial: str, tag: str) -> bool:
    """Whether a question carries a denial of its passage, in the same words or in others that deny as much."""
    denials = denials_of(tag)
    return denials is not None and denials.carried(plain(text), denial)


def negations(text: str, tag: str) -> set[str]:
    """Everything in a text that denies something, in small letters."""
    denials = denials_of(tag)
    return {found[0].casefold() for found in denials.every(plain(text))} if denials else set()


@lru_cache(maxsize=64)
def _clauses(tag: str) -> _Clauses | None:
    denials = denials_of(tag)
    return _Clauses(language(tag), denials) if denials else None


class _Clauses:
    """How far a denial reaches through the pieces of a sentence, in a language."""

    def __init__(self, known: Language, denials: Denials) -> None:
        guards = known.guards
        self._known = known
        self._denials = denials
        clauses = (*guards.conjunctions, *guards.relatives)
        self._opening = _beginning((*clauses, *guards.subjects, *guards.connectives))
        self._clause = _beginning(clauses)
        self._conjunction = _beginning(guards.conjunctions)
        self._fronted = _beginning(guards.fronted)
        self._predicate = whole((*guards.finite, *guards.subjects))
        ands, ors = any_of(guards.ands), any_of(guards.ors)
        self._or = seldom(rf"\s(?:{ors})(?!\w)", re.I)
        self._and = seldom(rf"\s*(?:{ands})(?!\w)|.*\s(?:{ands}) (?:\w+ )?\Z", re.I)
        self._goes_on = seldom(rf"[^,;:.()!?]{{0,25}}?(?:,|\s(?:{ands}|{ors})\s)", re.I)
        self._last_item = seldom(rf"\s(?:{ands}|{ors})\s", re.I)

    def may_deny(self, text: str, start: int, end: int) -> bool:
        """Whether anything that is looked at beside a place may deny: a quick look before a close one."""
        if cuts_word(text, start, end):
            return True  # a word that goes on beside the place may be one of the words by what is cut off
        return self.may_reach(text, start, end)

    def may_reach(self, text: str, start: int, end: int) -> bool:
        """Whether any word that denies may be in reach of a stretch."""
        return self._denials.telltales.may_stand(text, max(0, start - _REACH), min(len(text), end + _REACH))

    def denial(self, before: str, own: str, right: str) -> str | None:
        """What denies a place, looked for piece by piece from there backwards, and then in its verb."""
        left = sentence_before(before, own, self._known.guards.titles, self._known.stop_words)
        if left.count('"') % 2 == 0:
            left = QUOTED.sub(lambda quoted: "'" * len(quoted[0]), left)
        right = without_abbreviations(right, self._known.guards.titles, self._known.stop_words)
        may_stand = self._denials.telltales.may_stand_in
        on_the_left, on_the_right = may_stand(left), may_stand(HARD_END.split(right, maxsplit=1)[0])
        if not (on_the_left or on_the_right):
            return None
        nearest, *further = reversed(pieces(left))
        denied = self._before(further[::-1], nearest, own, right) if on_the_left else None
        return denied or (self._denials.after(nearest.text, right) if on_the_right else None)

    def _before(self, earlier: list[Piece], piece: Piece, own: str, right: str) -> str | None:
        apposed = piece.separator == "," and not piece.text.strip() and not own[:1].islower()
        apposed = apposed and bool(earlier) and _APPOSED.search(f"{earlier[-1].text}, ") is not None
        reached = earlier if apposed and not self._fronted.match(earlier[-1].text) else None
        while True:
            found = self._denials.last(piece.text, first=not piece.separator)
            if found is not None:
                return found or None
            earlier = self._reaching(earlier, piece, right) if reached is None else reached
            if not earlier:
                return None
            right, reached = f"{piece.text} {right}", None
            earlier, piece = earlier[:-1], earlier[-1]

    def _reaching(self, earlier: list[Piece], piece: Piece, right: str) -> list[Piece]:
        """The pieces of the same clause that stand before a piece; none where it begins the clause."""
        match piece.separator:
            case ")" | "]":
                return before_opening(earlier, ("(", "["))
            case " - ":
                return before_opening(earlier, (" - ",))
            case ",":
                return self._before_comma(earlier, piece, right)
            case _:
                return []

    def _before_comma(self, earlier: list[Piece], piece: Piece, right: str) -> list[Piece]:
        if self._lists(earlier, piece, right):
            reached = earlier
        elif self._opening.match(piece.text):
            return []
        else:
            reached = self._before_aside(earlier)
        return [] if reached and self._ends_before(reached[-1], aside=reached is not earlier) else reached

    def _ends_before(self, piece: Piece, aside: bool) -> bool:
        """Whether a piece is no part of the clause that goes on after its comma: When …, …, who …"""
        within = aside and piece.separator == "," and self._clause.match(piece.text) is not None
        return within or (self._fronted.match(piece.text) is not None and piece.words > _FEWEST_FRONTED)

    def _before_aside(self, earlier: list[Piece]) -> list[Piece]:
        """What stands before an aside that ends a list of pieces; it may hold commas itself: 1914, 1915 or 1916."""
        count = len(earlier)
        while count > 1 and earlier[count - 1].separator == "," and earlier[count - 1].words <= _LONGEST_ASIDE:
            count -= 1
            aside = earlier[count]
            fronted = self._fronted.match(aside.text) is not None
            if aside.words > _LONGEST_PHRASE and (fronted or self._clause.match(aside.text)):
                return []
            if self._conjunction.match(aside.text) and not fronted:
                return []
            if aside.words > _LONGEST_ITEM or self._denials.last(earlier[count - 1].text, first=False):
                break
        return earlier[:count] if count < len(earlier) else []

    def _lists(self, earlier: list[Piece], piece: Piece, right: str) -> bool:
        """Whether a piece that ends at the place goes on with a list, or the place is the next item of one."""
        if piece.words > _LONGEST_ITEM or self._predicate.search(piece.text):
            return False
        if self._or.search(piece.text):
            return True
        if self._and.match(piece.text):
            return bool(earlier) and self._ends_with_item(earlier)
        goes_on = self._goes_on.match(right) is not None
        return goes_on and self._last_item.search(HARD_END.split(right, maxsplit=1)[0]) is not None

    def _ends_with_item(self, earlier: list[Piece]) -> bool:
        """Whether the last piece can be an item of a list: short, or short after its denial."""
        last = earlier[-1]
        found = [*self._denials.every(last.text)]
        tail = last.text[found[-1].end() :] if found else last.text
        several = len(earlier) > 1 and last.separator == ","
        return len(tail.split()) <= _LONGEST_ITEM and not self._predicate.search(tail) and (several or bool(found))


def _beginning(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return seldom(rf"\s*(?:{any_of(patterns)})(?!\w)", re.IGNORECASE)
