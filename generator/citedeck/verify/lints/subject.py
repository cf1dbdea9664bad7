"""A fact as the lints look at it: its questions in words, its answers, and the words its language has tables of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from typing_extensions import assert_never

from citedeck.languages import Language, Lints, language
from citedeck.matching.folding import levelled
from citedeck.matching.tokens import count_words
from citedeck.model import Choice, Cloze, Entry, Listing, Pair, Recall, Text, Typed

_WORD = re.compile(r"\w+(?:['-]\w+)*")
# Of scripts without spaces, and how many of their code points make a word (measured on translations of the same text).
_TWO_A_WORD = "[\u3005-\u9fff\uf900-\ufaff\U00020000-\U000323af]"  # Han and kana
_FIVE_A_WORD = "[\u0e00-\u109f\u1780-\u17ff\u19e0-\u19ff\uaa60-\uaa7f]"  # Thai, Lao, Myanmar, Khmer


@dataclass(frozen=True)
class Asked:
    """A question: as it stands, and in small letters with its typography levelled."""

    text: Text

    @cached_property
    def lowered(self) -> str:
        return lowered(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words(self.text)

    def phrase(self, phrases: frozenset[str]) -> str | None:
        """The first of several phrases that stands in the question."""
        found = _any_of(phrases).search(f" {' '.join(self.words)} ")
        return found[1] if found else None

    def begins_with(self, phrases: frozenset[str]) -> bool:
        """Whether the question begins with one of several phrases."""
        return _any_of(phrases).match(f" {' '.join(self.words)} ") is not None


@lru_cache
def _any_of(phrases: frozenset[str]) -> re.Pattern[str]:
    """Matches any of several phrases, with the spaces around it; without phrases, nothing."""
    return re.compile(f" ({'|'.join(map(re.escape, sorted(phrases)))}) " if phrases else r"(?!)")


@dataclass(frozen=True)
class Subject:
    """A fact under the eyes of the lints."""

    entry: Entry

    @cached_property
    def language(self) -> Language:
        return language(self.entry.language)

    @property
    def lints(self) -> Lints:
        return self.language.lints

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        """Its questions, the other way round too; a term, a meaning and a cloze are none."""
        match self.entry.question:
            case Recall(prompt, _, reverse):
                return (Asked(prompt),) if reverse is None else (Asked(prompt), Asked(reverse))
            case Typed(prompt) | Choice(prompt) | Listing(prompt):
                return (Asked(prompt),)
            case Pair() | Cloze():
                return ()
            case question:
                assert_never(question)

    @cached_property
    def answers(self) -> tuple[Text, ...]:
        """What is to be recalled."""
        match self.entry.question:
            case Recall() | Typed() | Choice() as question:
                return (question.answer,)
            case Pair(_, meaning):
                return (meaning,)
            case Listing(_, answers):
                return answers
            case Cloze() as cloze:
                return tuple(gap.answer for gap in cloze.gaps)
            case question:
                assert_never(question)


def lowered(text: str) -> str:
    """A text in small letters, its typography levelled."""
    return unicodedata.normalize("NFC", levelled(text)).lower()


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, compounds and contractions whole."""
    return tuple(_WORD.findall(lowered(text)))


def length(text: str) -> int:
    """How long a text is in words; of scripts written without spaces, how many words its code points make."""
    count = count_words(text)
    if text.isascii():
        return count
    east, south = (len(letters.findall(text)) for letters in _unspaced())
    return count - east - south + east // 2 + south // 5


@cache
def _unspaced() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The letters of scripts without spaces; large patterns, made when they are needed."""
    return re.compile(_TWO_A_WORD), re.compile(_FIVE_A_WORD)
