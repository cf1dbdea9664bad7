"""A claim: an answer on a spot of a passage, with what a guard has to know of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from citedeck.languages import Guards, language
from citedeck.matching.answer import Spot
from citedeck.matching.folding import folded
from citedeck.matching.quantity import Stretch
from citedeck.matching.standing import Standing
from citedeck.matching.values import Said, may_hold_value, said
from citedeck.model import Entry, Passage, Problem, Text
from citedeck.verify.guards.around import Around

GAP = "…"
"""What stands for a gap in the text of a cloze."""


# Not frozen: one is made for every spot of every answer, and read by nobody but guards.
@dataclass(eq=False, slots=True)
class Claim:
    """An answer that is claimed to stand on a spot of a passage.

    `asked` is what the learner is told when it is asked for; `others` are further answers asked for with it, `quoted`
    all the passages of its fact. A gap is asked for in its text: `told` is where that stands.

    `around` is what is known of the paragraph, `tag` the language of the source, `own` are its words on the spot.
    `touched` are the values its spot overlaps, if the answer has to do with any.
    """

    entry: Entry
    answer: Text
    asked: str
    passage: Passage
    spot: Spot
    others: tuple[Text, ...] = ()
    quoted: tuple[Passage, ...] = ()
    told: Stretch | None = None
    around: Around = field(init=False)
    tag: str = field(init=False)
    own: str = field(init=False)
    touched: Sequence[Standing] = field(init=False, default=())

    def __post_init__(self) -> None:
        source, start, end = self.passage.source, self.spot.start, self.spot.end
        self.around = Around.of(self.passage)
        self.tag, self.own = source.language, source.text[start:end]
        if may_hold_value(self.own, self.tag) or self._begins_with_one():
            self.touched = [one for one in self.around.values if one.start < end and start < one.end]

    def _begins_with_one(self) -> bool:
        """Whether the answer may be an amount that is no number: half an hour is no hour."""
        return self.answer.split(maxsplit=1)[0].casefold() in language(self.tag).values.one

    @property
    def standing(self) -> list[Standing]:
        """The values of the passage, or that reach into it."""
        start, end = self.passage.start, self.passage.end
        return [one for one in self.around.values if one.start < end and start < one.end]

    @property
    def words(self) -> Guards:
        return language(self.tag).guards

    @property
    def said(self) -> Said | None:
        return said(self.answer, self.passage.source)

    @property
    def shown(self) -> str:
        """The words of the source that the answer is taken for, on one line."""
        return one_line(self.own)

    def overlaps(self, stretch: Stretch) -> bool:
        return self.spot.start < stretch[1] and stretch[0] < self.spot.end

    def holds(self, stretch: Stretch) -> bool:
        """Whether the answer's spot covers a stretch of the source."""
        return self.spot.start <= stretch[0] and stretch[1] <= self.spot.end

    def tells(self, stretch: Stretch) -> bool:
        """Whether a stretch of the source is covered by the answer, or by the text around a gap."""
        told = self.told is not None and self.told[0] <= stretch[0] and stretch[1] <= self.told[1]
        return told or self.holds(stretch)

    def problem(self, code: str, message: str, hint: str) -> Problem:
        return self.entry.problem(self.answer, code, message, hint)


def has_word(text: str, word: str) -> bool:
    """Whether a word or phrase stands in a text, but for typography and case."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded(text).casefold()) is not None


def one_line(text: str) -> str:
    return " ".join(text.split())


def content_words(text: str, tag: str) -> set[str]:
    """The words of a text that say what it is about, in small letters."""
    return set(re.findall(r"\w+", folded(text).casefold())) - set(language(tag).stop_words)
