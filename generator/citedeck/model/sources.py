"""What is cited: an article, what is known of it, and a passage of it."""

from __future__ import annotations

from dataclasses import field, replace

from citedeck.frozen import frozen
from citedeck.model.places import Text


@frozen
class Citation:
    """The evidence an author names, in the words of W3C's TextQuoteSelector: `quotes` are its `exact`.

    `near` is a phrase of a quote that tells which of several values is meant.
    """

    source: Text | None
    quotes: tuple[Text, ...]
    prefix: Text | None = None
    suffix: Text | None = None
    near: Text | None = None


@frozen
class Reference:
    """What is known of a source, in CSL's fields; `issued` is a date as far as it is known: `2024`, `2024-06`, …

    `date_order` says how the source writes dates in figures: `dmy`, `mdy` or `ymd`.
    """

    id: str
    title: str = ""
    author: tuple[str, ...] = ()
    issued: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    file: str = ""
    date_order: str = ""


@frozen
class Source:
    """An article: its text with line ends as `\\n`, and what is known of it. Offsets into it are code points.

    `language` is its BCP 47 tag; English if nobody says.
    """

    name: str
    path: str
    text: str
    reference: Reference
    language: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "language", self.reference.language or "en")

    def __hash__(self) -> int:
        """Of its path alone: a source is looked up for every fact that cites it."""
        return hash(self.path)

    def in_language(self, language: str) -> Source:
        """The source, which is in the language of the deck that cites it if its reference names none."""
        if self.reference.language:
            return self
        return replace(self, reference=replace(self.reference, language=language))

    def line(self, offset: int) -> int:
        """The line, from 1, on which an offset stands."""
        return self.text.count("\n", 0, offset) + 1


@frozen
class Passage:
    """A half-open stretch of a source."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]
