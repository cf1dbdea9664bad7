"""One note before the judge: its fact rebuilt, proved and compared; every problem under the note's name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from citedeck.audit.agreement import agreement
from citedeck.audit.articles import Articles
from citedeck.audit.evidence import evidence
from citedeck.audit.notes import Note, own
from citedeck.audit.pictures import picture
from citedeck.audit.rebuilding import edited, entry
from citedeck.codes.sources import SOURCES
from citedeck.exporters.apkg.opening import Package, PackedNote
from citedeck.frozen import frozen
from citedeck.model import Finding, Place, Problem, Proof, Text
from citedeck.notes.citation import Claim
from citedeck.sources import Library
from citedeck.verify.attesting import unproved
from citedeck.verify.citing import cite
from citedeck.verify.proving import prove

_OF_WHOLE_NOTE = ("note-malformed", "duplicate-guid", "cards-differ")


@frozen
class Hearing:
    """What is found of a note."""

    finding: Finding
    problems: tuple[Problem, ...]


class Judge:
    """Hears the notes of a package, one after the other."""

    def __init__(self, package: Package, path: str, library: Library) -> None:
        self._path = path
        self._articles = Articles(library)
        self._of_articles: dict[Problem, Problem] = {}
        self._pictures = package.pictures
        self._numbers: defaultdict[str, list[int]] = defaultdict(list)
        for packed in package.notes:
            self._numbers[packed.guid].append(packed.number)

    def hear(self, packed: PackedNote) -> Hearing:
        """Judge a note, or tell why it cannot be read as one."""
        note = own(self._path, packed)
        if isinstance(note, Problem):
            return self._hearing(packed, None, None, [note])
        claim = note.claim()
        if isinstance(claim, Problem):
            return self._hearing(packed, None, None, [claim])
        proof, problems = self._outcome(note, claim)
        return self._hearing(packed, claim, proof, [*problems, *picture(note, self._pictures)])

    def _outcome(self, note: Note, claim: Claim) -> tuple[Proof | None, list[Problem]]:
        """The proof of what a note shows, if there is one, and everything that speaks against it."""
        unread = note.unread()
        if unread:
            return None, unread
        fact = entry(note, claim)
        if isinstance(fact, Problem):
            return None, [fact]
        article = self._articles.article(claim, note.place)
        if isinstance(article, Problem):
            return None, [article]
        differing = agreement(note, claim.fact, fact.question)
        passages, problems = cite(fact, article.haystack)
        if problems:
            return None, [*problems, *differing]
        differing += evidence(note, passages, article)
        proof = prove(fact, passages)
        if isinstance(proof, list):
            return None, [*proof, *differing]
        return proof, [*edited(note, claim, fact), *differing, *unproved(fact, proof)]

    def _hearing(
        self, packed: PackedNote, claim: Claim | None, proof: Proof | None, problems: list[Problem]
    ) -> Hearing:
        problems = [*problems, *self._twins(packed)]
        codes = tuple(dict.fromkeys(problem.code for problem in problems if problem.severity == "error"))
        deck, fact, kind = (claim.deck, claim.fact, claim.kind) if claim else ("", packed.guid, None)
        deck, fact = (_printable(" ".join(name.split())) for name in (deck, fact))
        named = tuple(self._named(problem, packed, deck, fact) for problem in problems)
        told = Text(fact, packed.number)
        return Hearing(Finding(deck, self._path, told, kind, codes, None if codes else proof), named)

    def _twins(self, packed: PackedNote) -> list[Problem]:
        """A problem if another note has the same guid."""
        other = next((number for number in self._numbers[packed.guid] if number != packed.number), None)
        if other is None:
            return []
        message = f"its guid is also that of note {other} of the package: Anki would hold both, and update neither"
        return [Problem(Place(self._path, packed.number, 1), "duplicate-guid", message, "Build the package again.")]

    def _named(self, problem: Problem, packed: PackedNote, deck: str, fact: str) -> Problem:
        """A problem of a note with its fact, its guid and its field; one of an article as it was told first."""
        if problem in self._of_articles:
            return self._of_articles[problem]
        hint, place = problem.hint, problem.place
        if place.path == self._path:
            names = packed.type.fields if packed.type and problem.code not in _OF_WHOLE_NOTE else ()
            field = f", field {names[place.column - 1]}" if place.column <= len(names) else ""
            hint = "\n".join(filter(None, (hint, f"Note {packed.guid}{field}.")))
        named = replace(
            problem, message=_printable(problem.message), hint=_printable(hint), deck=deck or None, fact=fact
        )
        if place.path != self._path or problem.code in SOURCES:
            self._of_articles[problem] = named
        return named


def _printable(text: str) -> str:
    """A text in which nothing commands a terminal: it may come from anywhere."""
    return "".join(character if character.isprintable() or character == "\n" else "\ufffd" for character in text)
