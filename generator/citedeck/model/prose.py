"""A text with markup: what a learner reads, and which markup lies over which stretch of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from typing import Literal

from citedeck.frozen import frozen
from citedeck.model.places import Text
from citedeck.seldom import seldom

Mark = Literal["a", "b", "code", "em", "i", "li", "math", "ol", "strong", "sub", "sup", "u", "ul"]
"""What may lie over a text, by the name of its HTML element; `math` is a formula in TeX."""

ADDRESS = seldom(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
"""Where a link may lead."""


@frozen
class Span:
    """A half-open stretch of a text and what lies over it; `href` is where a link leads."""

    start: int
    end: int
    mark: Mark
    href: str = ""


class Prose(Text):
    """A text that may have markup. Its value is what a learner reads, so that it is judged as it is shown.

    `written` is the author's Markdown; `spans` are what it says, each before those within it; `unread` are pieces that
    look like markup and are none that a field may have, so that they are shown as they stand. A figure that was raised
    or lowered is one in its value too: 10²³ is not 1023.
    """

    __slots__ = ("spans", "unread", "written")
    written: str
    spans: tuple[Span, ...]
    unread: tuple[str, ...]

    def __new__(
        cls, value: str, at: Text, written: str, spans: tuple[Span, ...] = (), unread: tuple[str, ...] = ()
    ) -> Prose:
        text = str.__new__(cls, value)
        text.line, text.column = at.line, at.column
        text.written, text.spans, text.unread = written, spans, unread
        return text

    def cut(self, start: int, end: int, written: str) -> Prose:
        """A stretch of it, with the markup that lies over that."""
        spans = (
            replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
            for span in self.spans
            if span.start < end and span.end > start
        )
        value = self[start:end]
        return Prose(value, self, written, tuple(spans), tuple(piece for piece in self.unread if piece in value))


def joined(pieces: Iterable[str], at: Text) -> Prose:
    """Texts one after the other as one, with the markup of each, at the place of `at`."""
    parts = list(pieces)
    offsets = [0, *accumulate(map(len, parts))]
    every = (
        replace(span, start=span.start + offset, end=span.end + offset)
        for part, offset in zip(parts, offsets, strict=False)
        for span in spans(part)
    )
    return Prose("".join(parts), at, "".join(map(written, parts)), tuple(every))


def spans(text: str) -> tuple[Span, ...]:
    """The markup of a text; none if it can have none."""
    return text.spans if isinstance(text, Prose) else ()


def written(text: str) -> str:
    """A text as it stands in its deck."""
    return text.written if isinstance(text, Prose) else text


_FIGURES = "0123456789+-=()"
_HIGH, _LOW = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_OFF_THE_LINE = {"sup": str.maketrans(f"{_FIGURES}−", f"{_HIGH}⁻"), "sub": str.maketrans(f"{_FIGURES}−", f"{_LOW}₋")}
_ON_THE_LINE = str.maketrans(f"{_HIGH}{_LOW}ⁿ", f"{_FIGURES}{_FIGURES}n")
_EXPONENT = seldom(r"[0-9+\-=()−n]+")


def raised(text: str, mark: str) -> str:
    """A text as it reads above (`sup`) or below (`sub`) the line: its figures are those of Unicode that stand there.

    Letters have none there but the n of an exponent: 20th has the same words however it is set.
    """
    table = _OFF_THE_LINE.get(mark)
    if table is None:
        return text
    text = lowered(text)  # 10^²^ is shown as 10^2^ is
    exponent = mark == "sup" and _EXPONENT.fullmatch(text)
    return text.translate({**table, ord("n"): "ⁿ"} if exponent else table)


def lowered(text: str) -> str:
    """The way back from `raised`: what is to be set above or below the line."""
    return text.translate(_ON_THE_LINE)
