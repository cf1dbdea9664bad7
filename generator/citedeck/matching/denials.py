"""The words of a language that deny, and what they deny of a piece of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from citedeck.languages import Language, language
from citedeck.matching.sentences import ASIDE, CLAUSE_END, HARD_END
from citedeck.matching.telltales import Telltales
from citedeck.seldom import seldom

_FARTHEST_VERB = 10  # words from a subject to the verb that is denied


@lru_cache(maxsize=64)
def denials_of(tag: str) -> Denials | None:
    """The words that deny in the language of a BCP 47 tag; None where none are known."""
    known = language(tag)
    return Denials(known) if known.guards.negations else None


class Denials:
    """The words of a language that deny, as patterns."""

    def __init__(self, known: Language) -> None:
        guards = known.guards
        self._core = whole(guards.negations)
        self._exclusion = whole(guards.exclusions)
        self._contrast = whole(guards.contrasts)
        denying = (*guards.contrasts, *guards.exclusions, *guards.negations)
        self._denying = whole(denying)
        self.telltales = Telltales((*denying, *guards.verbal_negations), known)
        self._carrier = seldom(rf"(?<!that )(?<!who )(?<!which )(?<!\w)(?:{any_of(guards.carriers)})(?!\w)", re.I)
        self._affirming = whole(guards.affirmations)
        self._absolute = seldom(any_of(guards.absolute), re.I)
        self._compared = whole(guards.comparing)
        self._participle = seldom(rf"(?:{any_of(guards.with_participles)})\Z", re.I)
        self._verbal = whole(guards.verbal_negations)
        self._verb = whole(guards.finite)
        self._conjunction = whole(guards.conjunctions)
        self._relative = seldom(rf"(?<!\bthe )(?<![\w-])(?:{any_of(guards.relatives)})(?![\w-])", re.I)
        self._clause = whole((*guards.relatives, *guards.complementizers))
        ands, ors = any_of(guards.ands), any_of(guards.ors)
        self._predicate = seldom(rf"(?<!\w)(?:{ands}) (?:{any_of((*guards.subjects, *guards.finite))})(?!\w)", re.I)
        self._past = seldom(rf"(?<!\w)(?:{ands}) (?:{any_of(guards.pasts)})(?!\w)", re.I)
        self._number = seldom(rf"\s(?:{ands}) (?=\d)", re.I)
        self._preposition = seldom(rf"(?<!\w)(?:{any_of(guards.prepositions)}) \Z", re.I)
        self._elsewhere = seldom(
            "|".join(
                (
                    CLAUSE_END.pattern,
                    self._conjunction.pattern,
                    self._relative.pattern,
                    rf"\s(?:{ands}|{ors}|{any_of((*guards.complementizers, *guards.comparing))})\s",
                )
            ),
            re.I,
        )
        self._joined = seldom(
            rf"\s*(?:,[^,;:.]{{1,40}})?,?\s(?:{ands}|{ors})\s(?:\w+\s){{1,4}}?(?={self._verbal.pattern})", re.I
        )

    def carried(self, question: str, denial: str) -> bool:
        """Whether a question denies as a passage does: by the same contrast; else by any negation, or in like words."""
        if self._contrast.fullmatch(denial):
            return self._contrast.search(question) is not None
        if any(not in_name(question, found) for found in self.every(question, self._core)):
            return True
        same = self._exclusion.fullmatch(denial) is not None and self._exclusion.search(question) is not None
        return same or self._carrier.search(question) is not None

    def every(self, text: str, pattern: re.Pattern[str] | None = None) -> Iterator[re.Match[str]]:
        """Every word of a text that denies, but for phrases that only look so."""
        masks = [found.span() for found in self._affirming.finditer(text)]
        for found in (pattern or self._denying).finditer(text):
            if not any(start <= found.start() < end for start, end in masks):
                yield found

    def last(self, text: str, first: bool) -> str | None:
        """The last denial of a piece; nothing where its clause ends within the piece; None where there is none.

        `first` says that the piece begins its sentence, so that a capital there is no name's.
        """
        denials = [
            found
            for found in self.every(text)
            if not in_name(text, found) or (first and not text[: found.start()].strip())
        ]
        stops = (*self._conjunction.finditer(text), *self._relative.finditer(text))
        ends = [stop.start() for stop in stops if not in_name(text, stop)]
        if not denials:
            return "" if ends else None
        found = denials[-1]
        ends += self._ends_after(text, found)
        if any(end >= found.end() for end in ends):
            return ""
        within = self._clause.search(text, 0, found.start()) is not None  # a number that is not prime | is called
        return "" if within and self._verb.search(text, found.end()) else found[0]

    def _ends_after(self, text: str, found: re.Match[str]) -> list[int]:
        """Where what a denial denies ends in a piece: at a new predicate, or at a comparison."""
        patterns = [self._predicate]
        if self._absolute.fullmatch(found[0]):
            patterns += [self._compared, self._number]
        if not self._participle.search(text[: found.end()]):
            patterns.append(self._past)
        return [stop.start() for pattern in patterns for stop in pattern.finditer(text, found.end())]

    def after(self, left: str, right: str) -> str | None:
        """What denies a subject from the right, its verb; asides and further subjects may stand before that. `left` is
        the piece before the place, which tells a subject from what follows a verb or a preposition.
        """
        own = self._clause.split(self._conjunction.split(left)[-1])[-1]
        if self._verb.search(own) or self._preposition.search(own):
            return None
        clause = ASIDE.sub(" ", HARD_END.split(right, maxsplit=1)[0])
        joined = self._joined.match(clause)
        if joined:
            return self._denied_by(clause, joined.end())
        end = self._elsewhere.search(clause)
        return self._denied_by(clause[: end.start()] if end else clause, 0)

    def _denied_by(self, clause: str, start: int) -> str | None:
        found = self._verbal.search(clause, start)
        if found is None or len(clause[: found.start()].split()) > _FARTHEST_VERB:
            return None
        masked = any(one.start() < found.end() for one in self._affirming.finditer(clause, found.start()))
        return None if masked else found[0]


def in_name(text: str, found: re.Match[str]) -> bool:
    """Whether a word is capitalised as only a name is: Doctors Without Borders."""
    return found[0][:1].isupper() and not found[0].isupper() and text[: found.start()].strip(" \"'") != ""


def any_of(patterns: Iterable[str]) -> str:
    return "|".join(patterns) or "(?!)"


def whole(patterns: Iterable[str]) -> re.Pattern[str]:
    """Any of several words or phrases, whole and no part of a compound."""
    return seldom(rf"(?<![\w-])(?:{any_of(patterns)})(?![\w-])", re.IGNORECASE)
