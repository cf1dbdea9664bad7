"""The values that stand in a passage of a source, and where one of them proves the value of an answer.

The facts of a paragraph share what is read of it: it is read whole, and so is what a value may go on into beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from citedeck.matching.folding import Folded, fold, lowered
from citedeck.matching.quantity import Stretch
from citedeck.matching.surroundings import cuts_word
from citedeck.matching.value_words import may_be_spelled
from citedeck.matching.values import Said, Value, covers, order_of, said, values_and_unread
from citedeck.model import Passage, Source

_PARAGRAPH_BREAK = "\n\n"
_LONGEST = 1_000  # code points of a paragraph on either side of a passage, up to which it is read whole
CONTEXT = 48
"""Code points on either side of what is read that are read with it: a value may go on there."""

_STOPS = ".!?"
_CLOSED = tuple(f"{stop}{_PARAGRAPH_BREAK}" for stop in _STOPS)
_SPACE = re.compile(r"\s")
_JOINT = re.compile(r"[ -]?")


class Standing(NamedTuple):
    """A value that stands in a source; `start` and `end` are offsets there."""

    value: Value
    start: int
    end: int
    window: Folded
    offset: int

    @property
    def text(self) -> str:
        """The value as it stands there, folded."""
        return self.window.text[self.value.start : self.value.end]

    def original(self, stretch: Stretch) -> Stretch:
        """Where a stretch of the folded window stands in the source."""
        start, end = self.window.original(*stretch)
        return self.offset + start, self.offset + end


def standing(passage: Passage) -> list[Standing]:
    """The values that stand in a passage, or reach into it, also those that are unread."""
    start, end = passage.start, passage.end
    around = read(passage.source, *paragraph(passage.source.text, start, end))
    return [one for one in around if one.start < end and start < one.end]


@lru_cache(maxsize=1 << 5)  # of facts that stand beside each other
def read(source: Source, start: int, end: int) -> tuple[Standing, ...]:
    """The values of a stretch, which is read with its surroundings."""
    begin, close = _window(source.text, start, end)
    window = fold(source.text[begin:close])
    spelled = may_be_spelled(source, begin, close) or cuts_word(source.text, begin, close)
    found = values_and_unread(window.text, source.language, order_of(source), spelled)
    starts, ends = window.starts, window.ends
    return tuple([Standing(one, begin + starts[one.start], begin + ends[one.end - 1], window, begin) for one in found])


def paragraph(text: str, start: int, end: int) -> Stretch:
    """A stretch with the rest of its paragraphs; a stretch alone where that is far more."""
    first = text.rfind(_PARAGRAPH_BREAK, max(0, start - _LONGEST), start)
    last = text.find(_PARAGRAPH_BREAK, end, end + _LONGEST)
    begins = first >= 0 or start <= _LONGEST
    ends = last >= 0 or len(text) - end <= _LONGEST
    if not (begins and ends):
        return start, end
    return first + len(_PARAGRAPH_BREAK) if first >= 0 else 0, last if last >= 0 else len(text)


def is_shared(text: str, start: int, end: int) -> bool:
    """Whether a stretch is the paragraph of every passage in it: single, whole, and near to all that stands in it.
    Of a longer one each passage is read alone, whatever stands around it.
    """
    begins = start == 0 or text.startswith(_PARAGRAPH_BREAK, start - len(_PARAGRAPH_BREAK))
    ends = end == len(text) or text.startswith(_PARAGRAPH_BREAK, end)
    single = _PARAGRAPH_BREAK not in text[max(0, start - 1) : end + 1]
    return begins and ends and single and end - start < _LONGEST - 1


def _window(text: str, start: int, end: int) -> Stretch:
    """A stretch with its surroundings, cut at white space where there is some; nothing goes on beyond the end of a
    sentence that ends its paragraph.
    """
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    if text.endswith(_CLOSED, first, start):
        first = start
    elif first > 0:
        space = _SPACE.search(text, first - 1, start)
        first = space.end() if space else start
    if text.startswith(_PARAGRAPH_BREAK, end) and text[end - 1] in _STOPS:
        last = end
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return first, last


def value_stretches(answer: str, passage: Passage) -> Iterator[tuple[Stretch, Stretch]]:
    """Where a passage holds the value of an answer, its other words beside it, as half-open stretches of the source;
    each with the stretch that holds the whole value too, which the answer may state in part.
    """
    statement = said(answer, passage.source)
    if statement is None:
        return
    for one in standing(passage):
        for reading in statement.readings:
            covered = covers(reading, one.value)
            stretch = _with_words(one.window, covered, statement) if covered else None
            if stretch and one.window.whole(*stretch):
                start, end = one.original(stretch)
                yield (start, end), (min(start, one.start), max(end, one.end))


def _with_words(window: Folded, covered: Stretch, statement: Said) -> Stretch | None:
    """The stretch with the answer's other words, which stand right before and right after the value there."""
    text = lowered(window.text)
    start, end = covered
    if statement.before:
        ahead = text[:start].rstrip(" -")
        if not ahead.endswith(statement.before):
            return None
        start = len(ahead) - len(statement.before)
    if statement.after:
        joint = _JOINT.match(text, end)
        begin = joint.end() if joint else end
        if not text.startswith(statement.after, begin):
            return None
        end = begin + len(statement.after)
    return start, end
