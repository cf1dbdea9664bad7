"""Facts as a report shows them: the cards of those that are proved, the drafts of those that are not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from citedeck.asking import question_fields
from citedeck.cards import faces
from citedeck.markup import visible
from citedeck.model import DeckFile, Entry, Finding, Item, Misread, Problem, answers, prompts
from citedeck.notes import note
from citedeck.notes.cited import Cited
from citedeck.report.articles import Articles
from citedeck.report.faces import Faces
from citedeck.report.views import NOT_PROVED, CardView, DeckView, DraftView, FactView, ProblemView
from citedeck.standalone import formulas

_UNREAD = "unknown"
_NO_ANCHOR = re.compile(r"[^\w./~-]+")

Key = tuple[str, str, str]
"""What tells a fact from every other one: the path of its deck, its id, and where it stands."""


def key(fact: Entry | Misread | Finding) -> Key:
    return fact.path, str(fact.id), f"{fact.id.line}:{fact.id.column}"


class Anchors:
    """The anchors of facts: their decks and ids, and a number where two would share one."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._of: dict[Key, str] = {}
        taken: set[str] = set()
        for finding in findings:
            name = anchor = _NO_ANCHOR.sub("-", f"fact-{finding.deck}/{finding.fact}")
            number = 1
            while anchor in taken:
                number += 1
                anchor = f"{name}~{number}"
            taken.add(anchor)
            self._of[key(finding)] = anchor

    def of(self, finding: Finding) -> str:
        return self._of[key(finding)]


class Told:
    """The problems of a verdict, each to be shown with its fact, or above all."""

    def __init__(self, problems: Iterable[Problem], findings: Iterable[Finding]) -> None:
        first: dict[tuple[str, str], Key] = {}
        for finding in findings:
            first.setdefault((finding.path, finding.fact), key(finding))
            first.setdefault((finding.deck, finding.fact), key(finding))
        self._of: defaultdict[Key | None, list[Problem]] = defaultdict(list)
        for problem in problems:
            fact = problem.fact or ""
            mine = first.get((problem.place.path, fact)) or first.get((problem.deck or "", fact))
            self._of[mine].append(problem)

    def of(self, finding: Finding | None) -> tuple[ProblemView, ...]:
        """The problems of a fact; of None, those that belong to no fact."""
        return tuple(map(_problem, self._of.get(key(finding) if finding else None, ())))


def _problem(problem: Problem) -> ProblemView:
    message = visible(" ".join(problem.message.split()))
    return ProblemView(problem.severity, problem.code, str(problem.place), message, visible(problem.hint))


class Facts:
    """What makes the views of facts."""

    def __init__(self, anchors: Anchors, told: Told, articles: Articles) -> None:
        self._anchors = anchors
        self._told = told
        self._articles = articles
        self._faces = Faces()
        self._cited: dict[str, Cited] = {}

    def deck(self, deck: DeckFile, findings: Sequence[Finding]) -> DeckView:
        entries = {key(entry): entry for entry in deck.entries}
        facts = tuple(self._fact(deck, finding, entries.get(key(finding))) for finding in findings)
        return DeckView(deck.id, visible(deck.name), deck.path, facts)

    def _fact(self, deck: DeckFile, finding: Finding, entry: Entry | None) -> FactView:
        item = finding.item
        return FactView(
            anchor=self._anchors.of(finding),
            id=visible(finding.fact),
            kind=finding.kind or _UNREAD,
            level=finding.level or NOT_PROVED,
            place=f"{finding.path}:{finding.id.line}",
            tags=tuple(map(visible, entry.tags)) if entry else (),
            text=_searched(finding.fact, entry),
            passages=tuple(map(self._articles.passage, item.evidence)) if item else (),
            problems=self._told.of(finding),
            cards=self._cards(deck, item) if item else (),
            draft=_draft(entry) if entry and not item else None,
        )

    def _cards(self, deck: DeckFile, item: Item) -> tuple[CardView, ...]:
        source = item.evidence[0].source
        if source.path not in self._cited:
            self._cited[source.path] = Cited(source)
        return tuple(
            CardView(face.name, self._on_page(face.front, item), self._on_page(face.back, item))
            for face in faces(note(item, deck, self._cited[source.path]))
        )

    def _on_page(self, face: str, item: Item) -> Markup:
        return self._faces.on_page(face, item.image)


def _draft(entry: Entry) -> DraftView:
    asked = question_fields(entry.id, entry.question)
    fields = tuple((name, Markup(formulas(value))) for name, value in asked.items() if value)
    return DraftView(fields, tuple(visible(quote) for quote in entry.citation.quotes))


def _searched(fact: str, entry: Entry | None) -> str:
    """The words a fact is found by: its id, what it asks, what answers that, what it cites."""
    if entry is None:
        return visible(fact)
    texts = dict.fromkeys((fact, *prompts(entry.question), *answers(entry.question), *entry.quotes))
    return visible(" \n ".join(map(str, texts)))
