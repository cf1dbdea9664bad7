"""The words of the domain: what is read, asked, cited, judged and shipped, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from citedeck.codes import CODES, Severity

Level = Literal["verbatim", "folded", "list", "cloze"]


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
        return Text(value, self.line, self.column)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path as the user knows it (relative to the workspace), line and column from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in what an author wrote: a value, collected and never raised.

    `code` is stable and has an explanation in `codes`; `hint` says what to do next and may have several lines.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    deck: str | None = None
    fact: str | None = None

    @property
    def severity(self) -> Severity:
        """Whether it keeps the deck from being built; that hangs on the code alone."""
        return CODES[self.code].severity


# --- the closed union of forms: what is asked, in the author's own text, no HTML and no cloze syntax


@dataclass(frozen=True, slots=True)
class Recall:
    """A question and its answer; `reverse` asks for the same fact from the other end."""

    prompt: Text
    answer: Text
    reverse: Text | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A term and its meaning, asked both ways: each is the other's answer, so both must be proved."""

    term: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class Typed:
    """A question whose answer the learner types."""

    prompt: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with one right answer among wrong ones."""

    prompt: Text
    answer: Text
    distractors: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A piece of a cloze that is left out on the card of its number (from 1)."""

    number: int
    answer: Text
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with gaps; its pieces in order."""

    text: tuple[Text | Gap, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(piece for piece in self.text if isinstance(piece, Gap))

    @property
    def filled(self) -> Text:
        """The text with every gap filled, at the place of its first piece."""
        pieces = [piece.answer if isinstance(piece, Gap) else piece for piece in self.text]
        return pieces[0].with_value("".join(pieces))


@dataclass(frozen=True, slots=True)
class Listing:
    """A question with several answers, each asked for on a card of its own; `ordered` if their order is an answer."""

    prompt: Text
    answers: tuple[Text, ...]
    ordered: bool = False


Question = Recall | Pair | Typed | Choice | Cloze | Listing


# --- what is cited


@dataclass(frozen=True, slots=True)
class Citation:
    """The evidence an author names, in the words of W3C's TextQuoteSelector: `quotes` are its `exact`."""

    source: Text | None
    quotes: tuple[Text, ...]
    prefix: Text | None = None
    suffix: Text | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of a source, in CSL's fields; `issued` is a date as far as it is known: `2024`, `2024-06`, …"""

    id: str
    title: str = ""
    author: tuple[str, ...] = ()
    issued: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An article: its text with line ends as `\\n`, and what is known of it. Offsets into it are code points."""

    name: str
    path: str
    text: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Passage:
    """A half-open stretch of a source."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]


# --- what is read


@dataclass(frozen=True, slots=True)
class Identity:
    """What keeps a note the same for ever: its fact's id, the ids it had before (oldest first), or an adopted guid."""

    fact: str
    was: tuple[Text, ...] = ()
    guid: Text | None = None


@dataclass(frozen=True, slots=True)
class Remarks:
    """What an author adds to a card; shown as written, never verified."""

    hint: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as read from a deck: well formed, not yet verified. `accept` are other right spellings of its answer."""

    deck: str
    path: str
    id: Text
    kind: str
    question: Question
    citation: Citation
    identity: Identity
    accept: tuple[Text, ...] = ()
    tags: tuple[str, ...] = ()
    remarks: Remarks = Remarks()
    ignored: frozenset[str] = frozenset()

    def at(self, text: Text) -> Place:
        """The place of one of this fact's texts."""
        return Place(self.path, text.line, text.column)

    def problem(self, at: Text, code: str, message: str, hint: str = "") -> Problem:
        """A problem of this fact, where one of its texts stands."""
        return Problem(self.at(at), code, message, hint, self.deck, str(self.id))


@dataclass(frozen=True, slots=True)
class Misread:
    """A fact that is there but could not be read as one; its problems say why."""

    path: str
    id: Text
    kind: str | None


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A deck as read: everything its file says, its problems among it."""

    path: str
    id: str
    name: str
    language: str = "en"
    description: str = ""
    tags: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    misread: tuple[Misread, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- what is verified


@dataclass(frozen=True, slots=True)
class Proof:
    """How a question is proved, and by which passage."""

    level: Level
    passage: Passage


@dataclass(frozen=True, slots=True)
class Item:
    """A fact that is proved: only `verify` makes one. `evidence` are its quotes where they stand."""

    entry: Entry
    proof: Proof
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck in which every fact is proved: only `verify` makes one, and only a Deck can be exported."""

    id: str
    name: str
    language: str
    description: str
    tags: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What verification says of one fact: its proof, or the codes of what keeps it from having one."""

    deck: str
    fact: str
    kind: str | None
    place: Place
    codes: tuple[str, ...]
    proof: Proof | None

    @property
    def accepted(self) -> bool:
        return self.proof is not None

    @property
    def level(self) -> Level | None:
        return self.proof.level if self.proof else None

    @property
    def passage(self) -> Passage | None:
        return self.proof.passage if self.proof else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a run: the decks that may be shipped, every fact's finding, every problem."""

    decks: tuple[Deck, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "warning")
