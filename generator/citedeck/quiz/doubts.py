"""Whether the answer to another question might be right for this one too: what may be is in doubt, and not drawn."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from citedeck.matching.answer import bare, spot
from citedeck.matching.folding import folded_case
from citedeck.matching.occurrences import Searched
from citedeck.model import Item, Pair, Passage, Text
from citedeck.outline import Outline
from citedeck.quiz.spellings import is_another

_WORD = re.compile(r"[^\W\d_]+")
_MOST_PLACES = 40  # of an answer in its article that are looked at


class Names:
    """What a deck says to be the same: terms and their meanings."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._others: defaultdict[str, set[str]] = defaultdict(set)
        for item in items:
            question, tag = item.entry.question, item.entry.language
            if isinstance(question, Pair):
                term, meaning = bare(question.term, tag), bare(question.meaning, tag)
                self._others[term].add(meaning)
                self._others[meaning].add(term)

    def are_of_one(self, one: str, other: str, tag: str) -> bool:
        """Whether two names are of the same thing: a term and its meaning, or two meanings of a term."""
        mine, names = bare(one, tag), self._others[bare(other, tag)]
        return mine in names or any(mine in self._others[name] for name in names)


class Article:
    """An article, and what stands where in it."""

    def __init__(self, text: str) -> None:
        self.outline = Outline(text)
        self._text = text
        self._searched = Searched(text)
        self._last: tuple[str, tuple[str, ...]] = ("", ())

    def paragraphs(self, item: Item) -> tuple[Passage, ...]:
        """The paragraphs around what a fact quotes."""
        return tuple(Passage(one.source, *self.outline.paragraph(one.start, one.end)) for one in item.evidence)

    def sentences(self, answer: str) -> tuple[str, ...]:
        """The sentences that hold an answer, folded. Asked for one answer again and again, it looks once."""
        if self._last[0] != answer:
            self._last = answer, tuple(self._found(answer))
        return self._last[1]

    def _found(self, answer: str) -> Iterator[str]:
        for start in islice(self._searched.occurrences(answer), _MOST_PLACES):
            begin, end = self.outline.sentences(start, start + len(answer))
            yield folded_case(self._text[begin:end])


def asks_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a question, by its words, has none that tells it from another one, which may then have the same answers.
    A gap of a cloze has no question.
    """
    return bool(one) and (one <= other or other <= one)


def value_in_doubt(value: Text, item: Item, asked: str, answer: Text) -> bool:
    """Whether a value may be right: what is asked has one, so all others are wrong but those the fact quotes."""
    return _is_told(value, item, asked, answer) or spot(value, item.evidence) is not None


def name_in_doubt(name: Text, item: Item, asked: str, answer: Text, article: Article, names: Names) -> bool:
    """Whether a name or a text may be right: it is a part of the answer, another name of it, its abbreviation, or
    stands near the quote, or near the answer anywhere in the article.
    """
    return (
        _is_told(name, item, asked, answer)
        or overlap(name, answer)
        or _abbreviates(name, answer)
        or _abbreviates(answer, name)
        or names.are_of_one(name, answer, item.entry.language)
        or spot(name, article.paragraphs(item)) is not None
        or any(folded_case(name) in sentence for sentence in article.sentences(answer))
    )


def overlap(one: str, other: str) -> bool:
    """Whether one of two texts is a part of the other."""
    first, second = folded_case(one), folded_case(other)
    return first in second or second in first


def _is_told(text: Text, item: Item, asked: str, answer: Text) -> bool:
    """Whether a text is the answer in another spelling, or stands in the question."""
    entry = item.entry
    return not is_another(text, (answer, *entry.accept), entry.language) or folded_case(text) in folded_case(asked)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of a text are the initials of another: NIS, the National Intelligence Service."""
    letters = "".join(letter for letter in short if letter.isalpha())
    initials = "".join(word[0] for word in _WORD.findall(long) if word[0].isupper())
    return len(letters) > 1 and letters.isupper() and letters in initials
