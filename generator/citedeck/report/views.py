"""What the page of a report shows, as small values that a template only has to lay out."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from citedeck.coverage import percent
from citedeck.frozen import frozen

_FEW_DECKS = 3
NOT_PROVED = "not proved"
"""The level of a fact that has none."""


@frozen
class Figure:
    """How many of some sentences facts rest on."""

    covered: int
    sentences: int
    percent: int

    @property
    def bare(self) -> int:
        """How many of them no fact rests on."""
        return self.sentences - self.covered


def share(covered: int, sentences: int) -> Figure:
    return Figure(covered, sentences, percent(covered, sentences))


@frozen
class SegmentView:
    """A piece of an article on all of which the same facts rest. `number` counts those that facts rest on, through all
    articles; `facts` is how many do, and `href` leads to the first of them, if there is something to click on.
    """

    text: str
    number: int | None = None
    facts: int = 0
    href: str = ""


@frozen
class SentenceView:
    """A sentence, or a heading, in its segments. `bare` is the anchor of one that no fact rests on, but should."""

    segments: tuple[SegmentView, ...]
    bare: str = ""
    space: str = ""
    """What stands between it and the next one."""


@frozen
class BlockView:
    """A paragraph, or a heading of a level from 1, the title's. Figures are those of a paragraph, and of a heading with
    paragraphs of its own, which has an anchor, too.
    """

    sentences: tuple[SentenceView, ...]
    level: int = 0
    figure: Figure | None = None
    anchor: str = ""


@frozen
class SectionView:
    """A line of an article's table of sections."""

    headings: tuple[str, ...]
    anchor: str
    figure: Figure


@frozen
class SourceView:
    """An article."""

    anchor: str
    title: str
    path: str
    language: str
    blocks: tuple[BlockView, ...]
    sections: tuple[SectionView, ...]
    figure: Figure
    paragraphs: int
    covered_paragraphs: int
    bare: str = ""
    """The anchor of the first sentence that no fact rests on."""


@frozen
class PassageView:
    """A passage that a fact rests on: the numbers of its first and its last segment, and where it begins."""

    first: int
    last: int
    href: str


@frozen
class ProblemView:
    """A problem, or a lint: a warning."""

    severity: str
    code: str
    place: str
    message: str
    hint: str


@frozen
class CardView:
    """A card as a learner sees it. `name` tells the cards of one fact apart."""

    name: str
    front: Markup
    back: Markup


@frozen
class DraftView:
    """What a fact that is not proved asks, and cites: its fields by their names, and its quotes."""

    fields: tuple[tuple[str, Markup], ...]
    quotes: tuple[str, ...]


@frozen
class FactView:
    """A fact: its cards if it is proved, else its draft if it could be read. `text` is what is searched."""

    anchor: str
    id: str
    kind: str
    level: str
    place: str
    tags: tuple[str, ...]
    text: str
    passages: tuple[PassageView, ...]
    problems: tuple[ProblemView, ...]
    cards: tuple[CardView, ...] = ()
    draft: DraftView | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its problems, each once."""
        return tuple(dict.fromkeys(problem.code for problem in self.problems))

    @property
    def severities(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(problem.severity for problem in self.problems))


@frozen
class DeckView:
    """A deck of facts, in the order of its file."""

    id: str
    name: str
    path: str
    facts: tuple[FactView, ...]


@frozen
class ReportView:
    """All of the page. `problems` are those that belong to no fact."""

    sources: tuple[SourceView, ...]
    decks: tuple[DeckView, ...]
    problems: tuple[ProblemView, ...]
    errors: int
    warnings: int

    @property
    def names(self) -> tuple[str, ...]:
        """What the page is called: by its decks, if they are few."""
        names = tuple(deck.name for deck in self.decks)
        return names if len(names) <= _FEW_DECKS else (f"{len(names)} decks",)

    @property
    def facts(self) -> tuple[FactView, ...]:
        return tuple(fact for deck in self.decks for fact in deck.facts)

    @property
    def figure(self) -> Figure:
        """That of all articles together."""
        covered = sum(source.figure.covered for source in self.sources)
        return share(covered, sum(source.figure.sentences for source in self.sources))

    @property
    def proof(self) -> str:
        """How many of its facts are proved, in words."""
        levels = Counter(fact.level for fact in self.facts)
        attested, refused = levels["attested"], levels[NOT_PROVED]
        proved = levels.total() - attested - refused
        if not attested and not refused:
            return "every answer proved" if proved else "nothing to prove"
        counts = {"proved": proved, "attested": attested, NOT_PROVED: refused}
        return ", ".join(f"{count:,} {outcome}" for outcome, count in counts.items() if count)

    def counts(self, what: str) -> dict[str, int]:
        """How many facts there are of each kind, or of each level, the most frequent first."""
        found = Counter(str(getattr(fact, what)) for fact in self.facts)
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))

    @property
    def codes(self) -> dict[str, int]:
        """How many facts have a problem of each code."""
        return dict(sorted(Counter(code for fact in self.facts for code in fact.codes).items()))
