"""Where a word begins after what is written to its beginning, or after a forgotten space; and what shows it."""

from __future__ import annotations

import re

from citedeck.frozen import frozen
from citedeck.languages.bounds import Proclitics, RunTogether
from citedeck.matching.folding import joins
from citedeck.matching.surroundings import REACH, Cut, Rule, rule

_TATWEEL = "\u0640"  # lengthens a line of writing; typed after a proclitic, it sets it off
_LETTER = r"[^\W\d_]"
_LETTERS_BEFORE = re.compile(rf"(?<!\w){_LETTER}+\Z")
_WORD_AFTER = re.compile(rf"[^\W_{_TATWEEL}]\w*")
_FEWEST = 3  # letters of a word that is left when something is left off
_LONG = 4  # letters of a word that is hardly the end of another
_VICINITY = 50_000  # code points on either side of a cut where a word may stand again


@frozen
class LeftOff:
    """The proclitics of a language, ready to be asked."""

    data: Proclitics
    every: frozenset[str]
    whole: re.Pattern[str]

    @staticmethod
    def of(data: Proclitics) -> LeftOff:
        every = frozenset((*data.before_article, *data.with_article, *data.doubtful, data.conjunction))
        whole = rf"(?:{'|'.join(data.whole)})(?:{'|'.join(data.word_endings)})?"
        return LeftOff(data, every, re.compile(whole))

    def holds(self, cut: Cut) -> bool:
        """Whether a word begins at a cut, with nothing but proclitics before it."""
        bare = cut.before.rstrip(_TATWEEL + self.data.joints)
        halves = _halves(bare, cut.after)
        if halves is None:
            return False
        before, rest = halves
        if before not in self.every or self._cuts_whole(before, rest):
            return False
        if rest[0].isdigit() or rest[0].isascii():
            return before in self.data.before_numbers
        return bare != cut.before or self._shown(before, rest, cut)

    def _cuts_whole(self, before: str, rest: str) -> bool:
        """Whether a cut falls inside a word that has no proclitic, itself after a proclitic or not."""
        return any(
            (not start or before[:start] in self.every) and self.whole.fullmatch(before[start:] + rest)
            for start in range(len(before))
        )

    def _shown(self, before: str, rest: str, cut: Cut) -> bool:
        data = self.data
        if before in data.before_article and rest.startswith(data.article) and len(rest) >= len(data.article) + _FEWEST:
            return True
        if len(rest) < _FEWEST:
            return False
        if before in data.with_article or (before == data.conjunction and not rest.startswith(data.unlike)):
            return True
        if before in data.likely and len(rest) >= _LONG:
            return True
        return stands_elsewhere(rest, cut)


@frozen
class Parted:
    """The signs of a forgotten space in a language, ready to be asked."""

    data: RunTogether
    signs: tuple[Rule, ...]

    @staticmethod
    def of(data: RunTogether) -> Parted:
        more = rf"{_LETTER}{{{_FEWEST}}}"
        return Parted(
            data,
            tuple(
                rule(rf"{more}(?:{'|'.join(ends)})", rf"(?:{'|'.join(beginnings)}){more}")
                for ends, beginnings in data.signs
            ),
        )

    def holds(self, cut: Cut) -> bool:
        """Whether one word ends and another begins at a cut."""
        data, halves = self.data, _halves(cut.before, cut.after)
        if halves is None:
            return False
        before, rest = halves
        if rest[0].isdigit():
            return before in data.before_numbers
        if len(rest) < _FEWEST:
            return False
        if before[-1] in data.last_letters or before in data.first_words:
            return True
        if any(sign.holds(cut) for sign in self.signs):
            return True
        return len(before) > 1 and len(rest) > _FEWEST and all(stands_elsewhere(half, cut) for half in (before, rest))


def stands_elsewhere(word: str, cut: Cut) -> bool:
    """Whether a word beside a cut stands in another place nearby, with nothing written to it."""
    text, first, last = cut.text, max(0, cut.position - _VICINITY), cut.position + _VICINITY
    start = text.find(word, first, last)
    while start >= 0:
        end = start + len(word)
        if not (_in_word(text[max(0, start - 1) : start]) or _in_word(text[end : end + 1])):
            return True
        start = text.find(word, start + 1, last)
    return False


def _in_word(neighbour: str) -> bool:
    return neighbour != "" and (neighbour.isalnum() or neighbour == "_" or joins(neighbour))


def _halves(before: str, after: str) -> tuple[str, str] | None:
    """What of a word stands on each side of a cut; None where one of them has none, or is longer than a word."""
    found, rest = _LETTERS_BEFORE.search(before), _WORD_AFTER.match(after)
    if not (found and rest) or max(len(found[0]), len(rest[0])) >= REACH:
        return None
    return found[0], rest[0]
