"""A deck on its way: as it is read, as it is judged, as it may be shipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from typing import Literal, get_args

from citedeck.frozen import frozen
from citedeck.model.pictures import Image, Picture
from citedeck.model.places import Place, Problem, Text
from citedeck.model.questions import Cloze, Question
from citedeck.model.sources import Citation, Passage

Level = Literal["verbatim", "folded", "value", "list", "cloze", "attested"]


@frozen
class Identity:
    """What keeps a note the same for ever: its fact's id, the ids it had before (oldest first), or an adopted guid."""

    fact: str
    was: tuple[Text, ...] = ()
    guid: Text | None = None


@frozen
class Remarks:
    """What an author adds to a card, never verified; mostly `Prose`."""

    hint: str = ""
    extra: str = ""


@frozen
class Attestation:
    """A person vouches for a paraphrase. `hash` binds it to what was vouched for: None until `citedeck attest`; and
    until then `on` may be empty.
    """

    by: Text
    on: Text
    why: Text
    hash: Text | None = None


@frozen
class Entry:
    """One fact as read from a deck: well formed, not yet verified. `accept` are other right spellings of its answer,
    `ignored` the codes of warnings that its author wants not to be told.
    """

    deck: str
    path: str
    id: Text
    kind: str
    question: Question
    citation: Citation
    identity: Identity
    language: str = "en"
    accept: tuple[Text, ...] = ()
    attestation: Attestation | None = None
    tags: tuple[str, ...] = ()
    remarks: Remarks = Remarks()
    image: Image | None = None
    ignored: tuple[Text, ...] = ()

    @property
    def quotes(self) -> tuple[Text, ...]:
        """The quotes of the fact; a cloze without one is its own."""
        if not self.citation.quotes and isinstance(self.question, Cloze):
            return (self.question.filled,)
        return self.citation.quotes

    def known_as(self, identity: Identity) -> Entry:
        """The same fact with another identity; written out, for it is done to every fact."""
        return Entry(
            self.deck,
            self.path,
            self.id,
            self.kind,
            self.question,
            self.citation,
            identity,
            self.language,
            self.accept,
            self.attestation,
            self.tags,
            self.remarks,
            self.image,
            self.ignored,
        )

    def at(self, text: Text) -> Place:
        """The place of one of this fact's texts."""
        return Place(self.path, text.line, text.column)

    def problem(self, at: Text, code: str, message: str, hint: str = "") -> Problem:
        """A problem of this fact, where one of its texts stands."""
        return Problem(self.at(at), code, message, hint, self.deck, str(self.id))


@frozen
class Misread:
    """A fact that is there but could not be read as one; its problems say why."""

    path: str
    id: Text
    kind: str | None


@frozen
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


@frozen
class Proof:
    """How a question is proved, and by which passage."""

    level: Level
    passage: Passage


@frozen
class Item:
    """A fact that is proved: only `verify` makes one. `evidence` are its quotes where they stand."""

    entry: Entry
    proof: Proof
    evidence: tuple[Passage, ...]
    image: Picture | None = None


@frozen
class Deck:
    """A deck in which every fact is proved: only `verify` makes one, and only a Deck can be exported."""

    id: str
    name: str
    language: str
    description: str
    tags: tuple[str, ...]
    items: tuple[Item, ...]


@frozen
class Finding:
    """What verification says of one fact: its proof, or the codes of what keeps it from having one. `item` is the
    proved fact itself, also where its deck cannot be shipped; an audit has none. `id` is where it is written in the
    file of that path.
    """

    deck: str
    path: str
    id: Text
    kind: str | None
    codes: tuple[str, ...]
    proof: Proof | None
    item: Item | None = None

    @property
    def fact(self) -> str:
        return str(self.id)

    @property
    def place(self) -> Place:
        return Place(self.path, self.id.line, self.id.column)

    @property
    def accepted(self) -> bool:
        return self.proof is not None

    @property
    def level(self) -> Level | None:
        return self.proof.level if self.proof else None

    @property
    def passage(self) -> Passage | None:
        return self.proof.passage if self.proof else None


@frozen
class Summary:
    """The figures of a verdict; `levels` is how many facts were accepted on each level."""

    facts: int = 0
    levels: Mapping[Level, int] = field(default_factory=dict)
    errors: int = 0
    warnings: int = 0

    def __add__(self, other: Summary) -> Summary:
        levels = {level: self.levels.get(level, 0) + other.levels.get(level, 0) for level in get_args(Level)}
        return Summary(
            self.facts + other.facts,
            {level: count for level, count in levels.items() if count},
            self.errors + other.errors,
            self.warnings + other.warnings,
        )

    @property
    def accepted(self) -> int:
        return sum(self.levels.values())

    @property
    def rejected(self) -> int:
        return self.facts - self.accepted


@frozen
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

    @property
    def summary(self) -> Summary:
        """Its figures."""
        levels = Counter([finding.proof.level for finding in self.findings if finding.proof])
        return Summary(len(self.findings), levels, len(self.errors), len(self.warnings))
