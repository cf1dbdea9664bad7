"""Wrong options for a question whose author gave none: answers to other questions of its deck, never invented.

An option is drawn only if it could be meant and cannot be right: it is of the sort of the answer, it does not stand in
what the fact cites, and nothing in the deck says that it is the answer under another name.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from citedeck.matching.answer import bare, spot
from citedeck.matching.folding import folded_case
from citedeck.model import Choice, Deck, Item, Listing, Pair, Passage, Question, Recall, Text, Typed
from citedeck.outline import Outline
from citedeck.quiz.sorts import Sort, content, look_of, sort_of
from citedeck.quiz.spellings import is_another
from citedeck.verify.lints import lint

WANTED = 3
FEWEST = 2
_MOST_TRIED = 60
_LENGTH = 1.5  # times another: an option that stands out by its length
_ODD = frozenset(("mixed-kinds", "implausible-number", "longest-is-key", "all-of-the-above", "negative-stem"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer of a deck that may be a wrong option elsewhere, and the question it answers."""

    text: Text
    fact: str
    sort: Sort
    asked: frozenset[str]
    place: bytes


class Pool:
    """The answers of a deck by their sorts. Each has a place on a ring that hangs on its words alone, and a question
    takes those that follow its own place: what else is in the deck moves few of them.
    """

    def __init__(self, deck: Deck) -> None:
        self._rings: defaultdict[tuple[str, Sort], list[Candidate]] = defaultdict(list)
        self._other_names: defaultdict[str, set[str]] = defaultdict(set)
        for item in deck.items:
            tag = item.entry.language
            if isinstance(item.entry.question, Pair):
                term, meaning = bare(item.entry.question.term, tag), bare(item.entry.question.meaning, tag)
                self._other_names[term].add(meaning)
                self._other_names[meaning].add(term)
            for text, asked in _answers(item.entry.question):
                sort = _sort(item.entry.question, text, asked, tag)
                if sort:
                    one = Candidate(text, str(item.entry.id), sort, content(asked, tag), _place(bare(text, tag)))
                    self._rings[tag, sort].append(one)
        for ring in self._rings.values():
            ring.sort(key=lambda one: (one.place, one.fact))

    def draw(self, item: Item, id: str, asked: Text, answer: Text, outline: Outline) -> tuple[Text, ...]:
        """Wrong options for one question of a fact, three at most; nothing if there are not two."""
        tag = item.entry.language
        sort = _sort(item.entry.question, answer, asked, tag)
        if sort is None:
            return ()
        drawn: list[Text] = []
        for one in self._following(tag, sort, _place(id)):
            fits = self._fits(one, item, asked, answer, outline) and _goes_with(one.text, drawn, tag)
            if fits and not _is_odd(item, asked, answer, [*drawn, one.text]):
                drawn.append(one.text)
            if len(drawn) == WANTED:
                break
        return tuple(drawn) if len(drawn) >= FEWEST else ()

    def _following(self, tag: str, sort: Sort, place: bytes) -> Iterator[Candidate]:
        """The answers of a sort that follow a place, as many as are tried."""
        ring = self._rings.get((tag, sort), [])
        first = bisect_left(ring, place, key=lambda one: one.place)
        return (ring[(first + step) % len(ring)] for step in range(min(len(ring), _MOST_TRIED)))

    def _fits(self, one: Candidate, item: Item, asked: Text, answer: Text, outline: Outline) -> bool:
        """Whether an option can be meant, and cannot be right."""
        entry = item.entry
        if one.fact == str(entry.id) or not is_another(one.text, (answer, *entry.accept), entry.language):
            return False
        if folded_case(one.text) in folded_case(asked) or _longer(one.text, answer) or _longer(answer, one.text):
            return False
        if _may_ask_the_same(one.asked, content(asked, entry.language)):
            return False
        if one.sort.is_value:  # what is asked has one value, so all others are wrong
            return spot(one.text, item.evidence) is None
        return (
            not _overlap(one.text, answer)
            and not self._is_other_name(one.text, answer, entry.language)
            and spot(one.text, tuple(_paragraphs(item.evidence, outline))) is None
        )

    def _is_other_name(self, text: str, answer: str, tag: str) -> bool:
        mine, names = bare(text, tag), self._other_names[bare(answer, tag)]
        return mine in names or any(mine in self._other_names[name] for name in names)


def _answers(question: Question) -> Iterator[tuple[Text, str]]:
    """What a form asks for, each with what asks for it."""
    match question:
        case Recall(prompt, answer) | Typed(prompt, answer) | Choice(prompt, answer):
            yield answer, prompt
        case Listing(prompt, answers):
            yield from ((answer, prompt) for answer in answers)
        case Pair(term, meaning):
            yield term, meaning
            yield meaning, term
        case _:
            yield from ((gap.answer, "") for gap in question.gaps)


def _sort(question: Question, answer: str, asked: str, tag: str) -> Sort | None:
    """The sort of an answer of a form. Every term has a meaning of its own, so that others are wrong."""
    if isinstance(question, Pair):
        return Sort("term" if answer is question.term else "meaning", (look_of(answer, tag),))
    return sort_of(answer, asked, tag)


def _place(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()


def _longer(one: str, other: str) -> bool:
    return len(one) > _LENGTH * len(other) and len(one) - len(other) >= 10


def _overlap(one: str, other: str) -> bool:
    first, second = folded_case(one), folded_case(other)
    return first in second or second in first


def _goes_with(text: str, drawn: list[Text], tag: str) -> bool:
    """Whether an option is none of those drawn before, nor a part of one."""
    return is_another(text, drawn, tag) and not any(_overlap(text, other) for other in drawn)


def _may_ask_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a question has no word that tells it from another one, which may then have the same answers. A gap of a
    cloze has no question.
    """
    return bool(one) and (one <= other or other <= one)


def _paragraphs(passages: Iterable[Passage], outline: Outline) -> Iterator[Passage]:
    for passage in passages:
        yield Passage(passage.source, *outline.paragraph(passage.start, passage.end))


def _is_odd(item: Item, asked: Text, answer: Text, options: list[Text]) -> bool:
    """Whether an author who gave these options would be warned of them."""
    entry = replace(item.entry, question=Choice(asked, answer, tuple(options)))
    return any(problem.code in _ODD for problem in lint(entry))
