"""A fact as the lints look at it: its questions in words, its answers, and the words its language has tables of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from citedeck.languages import Language, Lints, language
from citedeck.matching.folding import levelled
from citedeck.matching.tokens import count_words
from citedeck.model import Cloze, Entry, Pair, Question, Text, answers, prompts

_WORD = re.compile(r"\w+(?:['-]\w+)*")
ASCII_WORD = re.compile(r"\w+", re.ASCII)
_ANY_WORD = re.compile(r"\w+")
# Of scripts without spaces, and how many of their code points make a word (measured on translations of the same text).
_TWO_A_WORD = "[\u3005-\u9fff\uf900-\ufaff\U00020000-\U000323af]"  # Han and kana
_FIVE_A_WORD = "[\u0e00-\u109f\u1780-\u17ff\u19e0-\u19ff\uaa60-\uaa7f]"  # Thai, Lao, Myanmar, Khmer
_SPACED = r"\x00-\u0dff\u2000-\u2e7f"  # none of their letters, nor of a script beside them


@dataclass(slots=True)
class Asked:
    """A question as it stands, and its words."""

    text: Text
    words: tuple[str, ...]

    @property
    def lowered(self) -> str:
        """The question in small letters with its typography levelled."""
        return lowered(self.text)

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


@dataclass(slots=True)
class Subject:
    """A fact under the eyes of the lints: its questions, the other way round too, and what is to be recalled. A term, a
    meaning and a cloze are no questions.
    """

    entry: Entry
    language: Language
    questions: tuple[Asked, ...]
    answers: tuple[Text, ...]

    @staticmethod
    def of(entry: Entry) -> Subject:
        asked = tuple([Asked(prompt, words(prompt)) for prompt in _questions(entry.question)])
        return Subject(entry, language(entry.language), asked, recalled(entry.question))

    @property
    def lints(self) -> Lints:
        return self.language.lints


def _questions(question: Question) -> tuple[Text, ...]:
    return () if isinstance(question, Cloze) else prompts(question)


def recalled(question: Question) -> tuple[Text, ...]:
    """What is to be recalled."""
    return (question.meaning,) if isinstance(question, Pair) else answers(question)


def lowered(text: str) -> str:
    """A text in small letters, its typography levelled."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFC", levelled(text)).lower()


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, compounds and contractions whole."""
    return read(text)[0]


def read(text: str) -> tuple[tuple[str, ...], bool]:
    """The words of a text, and whether it is plain: but for question marks at its end, nothing but words."""
    asked = text.rstrip("?")
    if asked.replace(" ", "").isalnum() and text.isascii():
        return tuple(asked.lower().split()), True
    return tuple(_WORD.findall(lowered(text))), False


def length(text: str) -> int:
    """How long a text is in words; of scripts written without spaces, how many words its code points make."""
    return len(ASCII_WORD.findall(text)) if text.isascii() else _length(text)


@lru_cache(maxsize=1 << 10)  # of the facts in a glance: what is too long is measured again
def _length(text: str) -> int:
    if not _not_spaced().search(text):
        return len(_ANY_WORD.findall(text))
    east, south = (len(letters.findall(text)) for letters in _unspaced())
    return count_words(text) - east - south + east // 2 + south // 5


def may_be_longer(text: str, most: int) -> bool:
    """Whether a text can have more than so many words, by its code points: in ASCII, a word and its space take two."""
    return len(text) > (2 * most if text.isascii() else most)


@cache
def _not_spaced() -> re.Pattern[str]:
    """A letter that may be of such a script."""
    return re.compile(f"[^{_SPACED}]")


@cache
def _unspaced() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The letters of scripts without spaces; large patterns, made when they are needed."""
    return re.compile(_TWO_A_WORD), re.compile(_FIVE_A_WORD)
