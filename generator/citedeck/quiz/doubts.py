"""Whether the answer to another question might be right for this one too: what may be is in doubt, and not drawn."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from citedeck.matching.answer import bare, spot
from citedeck.matching.folding import folded_case
from citedeck.matching.occurrences import Searched
from citedeck.model import Item, Listing, Pair, Passage, Text, answers
from citedeck.outline import Outline
from citedeck.quiz.sorts import content
from citedeck.quiz.spellings import is_another

_WORD = re.compile(r"[^\W\d_]+")
_INSTEAD_OF_ACCENTS = re.compile("ae|oe|ue|ss")
_LONGEST_TERM = 4  # words of a term that is looked for in the meaning of another
_LIST = "\n"  # stands before the id of a list among names
_TELLING = 4  # code points, from which a name in a longer word is one
_TIES = 3  # from name to name, over which two may still be of one thing
_MOST_PLACES = 40  # of an answer in its article that are looked at


class Names:
    """What a deck says to be the same, or nearly: terms and their meanings, answers and their other spellings, terms in
    the meaning of another, as in “whale: a mammal of the sea”; and answers of one list, which answer one question.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._others: defaultdict[str, set[str]] = defaultdict(set)
        pairs: list[tuple[str, str]] = []
        for item in items:
            question, tag = item.entry.question, item.entry.language
            if isinstance(question, Listing):
                for answer in question.answers:
                    self._tie(bare(answer, tag), f"{_LIST}{item.entry.id}")
            if isinstance(question, Pair):
                pairs.append((bare(question.term, tag), bare(question.meaning, tag)))
            for answer in answers(question):
                for spelling in item.entry.accept:
                    self._tie(bare(answer, tag), bare(spelling, tag))
        terms = {term for term, _ in pairs}
        for term, meaning in pairs:
            self._tie(term, meaning)
            for other in terms.intersection(_phrases(meaning)):
                self._tie(term, other)

    def _tie(self, one: str, other: str) -> None:
        self._others[one].add(other)
        self._others[other].add(one)

    def are_of_one(self, one: str, other: str, tag: str) -> bool:
        """Whether two names may be of the same thing: tied to each other, directly or over others."""
        mine, near = bare(one, tag), {bare(other, tag)}
        for _ in range(_TIES):
            near |= {name for known in near for name in self._others.get(known, ())}
        return mine in near


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
    """Whether a question has no word that tells it from another one, which may then have the same answers. Of those
    without any word that names something, such as the term WHO, nothing can be said.
    """
    return bool(one and other) and (one <= other or other <= one)


def value_in_doubt(value: Text, item: Item, asked: str, answer: Text, article: Article) -> bool:
    """Whether a value may be right: it stands in the paragraph of the quote. Else what is asked has another one."""
    return _is_told(value, item, asked, answer) or spot(value, article.paragraphs(item)) is not None


def name_in_doubt(name: Text, item: Item, asked: str, answer: Text, article: Article, names: Names) -> bool:
    """Whether a name or a text may be right: it has a word of the answer in it, or is another name of it, or its
    abbreviation; or it stands near the quote, or near the answer anywhere in the article.
    """
    paragraphs = article.paragraphs(item)
    return (
        _is_told(name, item, asked, answer)
        or may_be_of_one(name, answer, item.entry.language)
        or names.are_of_one(name, answer, item.entry.language)
        or spot(name, paragraphs) is not None
        or _in_another_form(name, paragraphs)
        or any(folded_case(name) in sentence for sentence in article.sentences(answer))
    )


def may_be_of_one(one: str, other: str, tag: str) -> bool:
    """Whether two names may be of one thing, by how they are written: one is a part of the other, or its abbreviation,
    or they share a word.
    """
    first, second = folded_case(one), folded_case(other)
    return (
        first in second
        or second in first
        or _share_a_word(one, other, tag)
        or _abbreviates(one, other)
        or _abbreviates(other, one)
    )


def _is_told(text: Text, item: Item, asked: str, answer: Text) -> bool:
    """Whether a text is the answer in another spelling, or stands in the question."""
    entry = item.entry
    return not is_another(text, (answer, *entry.accept), entry.language) or folded_case(text) in folded_case(asked)


def _in_another_form(name: str, paragraphs: Iterable[Passage]) -> bool:
    """Whether a name stands in a longer word, as a plural; a short one stands in many by chance."""
    return len(name) >= _TELLING and any(folded_case(name) in folded_case(one.text) for one in paragraphs)


def _share_a_word(one: str, other: str, tag: str) -> bool:
    """Whether two names have a word in common, however its accents are written: President and John F. Kennedy."""
    return not {_skeleton(word) for word in content(one, tag)}.isdisjoint(map(_skeleton, content(other, tag)))


def _skeleton(word: str) -> str:
    """A word without accents, and without the letters that stand for some: Müller and Mueller."""
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return _INSTEAD_OF_ACCENTS.sub(lambda found: found[0][0], letters)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of a text are among the initials of another, or the other way round: NIS and the National
    Intelligence Service, the U.S. and the USA.
    """
    words = [word for word in _WORD.findall(short) if not word.islower()]
    letters = "".join(words)
    named = [word for word in _WORD.findall(long) if not word.islower()]
    initials = "".join(named) if all(map(str.isupper, named)) else "".join(word[0] for word in named)
    return len(letters) > 1 < len(initials) and letters.isupper() and (letters in initials or initials in letters)


def _phrases(text: str) -> Iterator[str]:
    """Every run of up to four words of a text."""
    words = text.split()
    for start in range(len(words)):
        yield from (" ".join(words[start:end]).strip(",;") for end in range(start + 1, start + 1 + _LONGEST_TERM))
