"""Where things stand that an author wrote, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from citedeck.codes import CODES, Severity
from citedeck.frozen import frozen


class Text(str):
    """A scalar as its author wrote it, with the line and column (from 1) where it was read.

    The place is that of its key, or its own for the items of a list: where an editor should put the cursor.
    """

    __slots__ = ("column", "line")
    line: int
    column: int

    def __new__(cls, value: str, line: int = 1, column: int = 1) -> Text:
        text = str.__new__(cls, value)
        text.line = line
        text.column = column
        return text

    def with_value(self, value: str) -> Text:
        """Another text at the same place."""
        return text_at(value, self.line, self.column)


def text_at(value: str, line: int, column: int) -> Text:
    """`Text(value, line, column)` in half the time, as Python calls a function faster than a class."""
    text = str.__new__(Text, value)
    text.line = line
    text.column = column
    return text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path as the user knows it (relative to the workspace), line and column from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@frozen
class Drift:
    """What became of a quote that does not stand in its source as it is: it stands there in another place, in other
    words that still prove the answer, or not at all; or so many are missing that nobody looked. `source` is the path of
    the source. `proposed` says whether `citedeck repair` has other words: not for a cloze, which is its own quote.
    """

    how: Literal["moved", "reworded", "lost", "unknown"]
    source: str
    proposed: bool = False


@frozen
class Problem:
    """Something wrong in what an author wrote: a value, collected and never raised.

    `code` is stable and has an explanation in `codes`; `hint` says what to do next and may have several lines. A quote
    that is not found has its `drift`.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    deck: str | None = None
    fact: str | None = None
    drift: Drift | None = None

    @property
    def severity(self) -> Severity:
        """Whether it keeps the deck from being built; that hangs on the code alone."""
        return CODES[self.code].severity
