"""Wrong options for a question whose author gave none: answers to other questions of its deck, never invented.

An option is drawn only if it could be meant (`sorts`), if there is no doubt that it is wrong (`doubts`), and if an
author who gave it would not be warned of it.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from citedeck.frozen import frozen
from citedeck.matching.answer import bare
from citedeck.model import Choice, Deck, Item, Listing, Pair, Question, Recall, Text, Typed
from citedeck.quiz.doubts import Article, Names, asks_the_same, may_be_of_one, name_in_doubt, value_in_doubt
from citedeck.quiz.sorts import Sort, content, look_of, sort_of
from citedeck.quiz.spellings import is_another
from citedeck.verify.lints import lint

_WANTED, _FEWEST = 3, 2
_MOST_TRIED = 60
_LENGTH = 1.5  # times another: an option that stands out by its length
_ODD = frozenset(("mixed-kinds", "implausible-number", "longest-is-key", "all-of-the-above", "negative-stem"))


@frozen
class Candidate:
    """An answer of a deck that may be a wrong option elsewhere. `bare` is it as answers are compared."""

    text: Text
    bare: str
    sort: Sort
    place: bytes


class Pool:
    """The answers of a deck by their sorts, each once. Each has a place on a ring that hangs on its words alone, and a
    question takes those that follow its own place: what else is in the deck moves few of them.
    """

    def __init__(self, deck: Deck) -> None:
        self._rings: defaultdict[tuple[str, Sort], list[Candidate]] = defaultdict(list)
        self._questions: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        self._names = Names(deck.items)
        found: dict[tuple[str, Sort, str], Candidate] = {}
        for item in deck.items:
            tag, question = item.entry.language, item.entry.question
            for text, asked in _answers(question):
                key, sort = bare(text, tag), _sort(question, text, asked, tag)
                self._questions[key].append((str(item.entry.id), content(asked, tag)))
                if sort and (tag, sort, key) not in found:
                    found[tag, sort, key] = Candidate(text, key, sort, _place(key))
        for (tag, sort, _), one in found.items():
            self._rings[tag, sort].append(one)
        for ring in self._rings.values():
            ring.sort(key=lambda one: one.place)

    def draw(self, item: Item, id: str, asked: Text, answer: Text, article: Article) -> tuple[Text, ...]:
        """Wrong options for one question of a fact, three at most; nothing if there are not two."""
        tag = item.entry.language
        sort = _sort(item.entry.question, answer, asked, tag)
        if sort is None:
            return ()
        drawn: list[Text] = []
        for one in self._following(tag, sort, _place(id)):
            fits = self._fits(one, item, asked, answer, article) and _goes_with(one, drawn, tag)
            if fits and not _is_odd(item, asked, answer, [*drawn, one.text]):
                drawn.append(one.text)
            if len(drawn) == _WANTED:
                break
        return tuple(drawn) if len(drawn) >= _FEWEST else ()

    def _following(self, tag: str, sort: Sort, place: bytes) -> Iterator[Candidate]:
        """The answers of a sort that follow a place, as many as are tried."""
        ring = self._rings.get((tag, sort), [])
        first = bisect_left(ring, place, key=lambda one: one.place)
        return (ring[(first + step) % len(ring)] for step in range(min(len(ring), _MOST_TRIED)))

    def _fits(self, one: Candidate, item: Item, asked: Text, answer: Text, article: Article) -> bool:
        """Whether an option can be meant, and is wrong: it answers no question of this fact, nor one like this."""
        if _longer(one.text, answer) or _longer(answer, one.text):
            return False
        words, fact = content(asked, item.entry.language), str(item.entry.id)
        if any(other == fact or asks_the_same(theirs, words) for other, theirs in self._questions[one.bare]):
            return False
        if one.sort.is_value:
            return not value_in_doubt(one.text, item, asked, answer, article)
        return not name_in_doubt(one.text, item, asked, answer, article, self._names)


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
            return  # nothing asks for a gap by itself, so nothing would tell whether it answers the same question


def _sort(question: Question, answer: str, asked: str, tag: str) -> Sort | None:
    """The sort of an answer of a form. Every term has a meaning of its own, so that others are wrong."""
    if isinstance(question, Pair):
        return Sort("term" if answer is question.term else "meaning", (look_of(answer, tag),))
    return sort_of(answer, asked, tag)


def _place(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()


def _longer(one: str, other: str) -> bool:
    return len(one) > _LENGTH * len(other) and len(one) - len(other) >= 10


def _goes_with(one: Candidate, drawn: list[Text], tag: str) -> bool:
    """Whether an option is none of those drawn before, nor perhaps another name of one."""
    return is_another(one.text, drawn, tag) and (
        one.sort.is_value or not any(may_be_of_one(one.text, other, tag) for other in drawn)
    )


def _is_odd(item: Item, asked: Text, answer: Text, options: list[Text]) -> bool:
    """Whether an author who gave these options would be warned of them."""
    entry = replace(item.entry, question=Choice(asked, answer, tuple(options)))
    return any(problem.code in _ODD for problem in lint(entry))
