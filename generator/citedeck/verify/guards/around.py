"""What need not be looked for around the claims of a paragraph: what stands nowhere near it.

The facts of a paragraph mostly stand beside each other, so it is asked once for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citedeck.languages import language
from citedeck.matching.clauses import may_be_denied
from citedeck.matching.quantity import Quantity, Stretch
from citedeck.matching.standing import CONTEXT, Standing, is_shared, paragraph, read
from citedeck.matching.surroundings import cuts_word
from citedeck.matching.telltales import stands
from citedeck.matching.value_words import may_be_spelled
from citedeck.matching.values import Value
from citedeck.model import Passage, Reference, Source
from citedeck.verify.guards.qualifiers import REACH, brink

_FIGURE = re.compile("[0-9]")
# What `going_on` never looks for: before an answer, after it, and what an answer ends with of which it looks for more.
_BEFORE = re.compile("[A-Za-z] ")
_BEHIND = re.compile(r"[,.;)\n]| (?!x)[A-Za-z]|\Z")
_OPEN_ENDS = ("%", "t", "T", ".")
_POINTS = (":", ".")


@dataclass(eq=False, slots=True)
class Around:
    """A paragraph of a source; whether anything in it may be denied, or qualified. It is quiet if neither is so, and no
    word in it may be a part of a value. All is said of places that cut no word.
    """

    source: Source
    start: int
    end: int
    may_be_denied: bool
    may_be_qualified: bool
    is_quiet: bool
    _values: Sequence[Standing] | None = None

    @staticmethod
    def of(passage: Passage) -> Around:
        """What is around a passage."""
        known = _latest[0]
        if known.source is passage.source and known.start <= passage.start and passage.end <= known.end:
            return known
        known = _around(passage)
        if is_shared(known.source.text, known.start, known.end):
            _latest[0] = known
        return known

    @property
    def values(self) -> Sequence[Standing]:
        """The values that stand in it, or reach into it."""
        if self._values is None:
            self._values = read(self.source, self.start, self.end)
        return self._values

    def is_silent(self, answer: str, start: int, end: int, beside: Stretch | None) -> bool:
        """Whether no guard can object to an answer at a place: most, if nothing stands near that a guard looks for.
        An answer with figures has to be all of the values that stand `beside` it; without that, it is none.
        """
        text = self.source.text
        own = text[start:end]
        if not self.is_quiet or not own.isascii() or cuts_word(text, start, end):
            return False
        if _FIGURE.search(own):
            if beside is None or _may_go_on(text, start, end, own):
                return False
            first, last = beside
            for value, begin, close, _, _ in self.values:
                if begin < last and first < close and (begin < start or end < close or _is_end(value)):
                    return False
        return answer.split(maxsplit=1)[0].casefold() not in language(self.source.language).values.one


def _is_end(value: Value) -> bool:
    """Whether a value is one end of a range."""
    return isinstance(value, Quantity) and value.range_at is not None


def _may_go_on(text: str, start: int, end: int, own: str) -> bool:
    """Whether anything beside an answer with figures may belong to it; most have a word or a sign on either side."""
    plain = _BEFORE.match(text, start - 2) and _BEHIND.match(text, end)
    return not plain or own.endswith(_OPEN_ENDS) or own[-3:-2] in _POINTS


def _around(passage: Passage) -> Around:
    source = passage.source
    text, tag = source.text, source.language
    start, end = paragraph(text, passage.start, passage.end)
    denied = may_be_denied(source, start, end)
    reach = CONTEXT + REACH  # a qualifier may stand beside a value that is cut by the passage
    qualified = stands(brink(tag, True), text, max(0, start - reach), min(len(text), end + reach))
    return Around(
        source, start, end, denied, qualified, not (denied or qualified or may_be_spelled(source, start, end))
    )


_latest = [Around(Source("", "", "", Reference("")), 0, 0, True, True, False)]  # the one that was asked for last
