"""The facts of a deck as the lints look at them first: side by side, with no more than it takes to rule most out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citedeck.languages import Language
from citedeck.model import Choice, Cloze, Entry, Listing, Recall, Text, Typed
from citedeck.verify.lints.subject import read

_ASCII_WORD = re.compile(r"\w+", re.ASCII)
_WITH_ONE_ANSWER = (Recall, Typed, Choice)

Words = tuple[str, ...]


@dataclass(slots=True)
class Glance:
    """Facts of one language. A part of the lints goes over a row of them at once: to call a function for each of them
    would take longer than what there is to do.

    `asked` is every question as it was `read`; `wanted` is what asks for an answer, that answer, and its `plain_words`.
    A fact is a cloze, or it wants an answer.
    """

    language: Language
    entries: Sequence[Entry]
    asked: list[tuple[Entry, Text, tuple[Words, bool]]]
    wanted: list[tuple[Entry, Text, Text, list[str]]]
    clozes: list[tuple[Entry, Cloze]]

    @staticmethod
    def at(entries: Sequence[Entry], language: Language) -> Glance:
        glance = Glance(language, entries, [], [], [])
        asked, wanted = glance.asked, glance.wanted
        for entry in entries:
            question = entry.question
            if isinstance(question, _WITH_ONE_ANSWER):  # most are such, so that it is asked first
                asked.append((entry, question.prompt, read(question.prompt)))
                wanted.append((entry, question.prompt, question.answer, plain_words(question.answer)))
                if isinstance(question, Recall) and question.reverse:
                    asked.append((entry, question.reverse, read(question.reverse)))
            elif isinstance(question, Cloze):
                glance.clozes.append((entry, question))
            elif isinstance(question, Listing):
                asked.append((entry, question.prompt, read(question.prompt)))
                wanted += [(entry, question.prompt, answer, plain_words(answer)) for answer in question.answers]
            else:
                term, meaning = question.term, question.meaning
                wanted.append((entry, term, meaning, plain_words(meaning)))
                wanted.append((entry, meaning, term, plain_words(term)))
        return glance


def plain_words(text: str) -> list[str]:
    """The words of a text in ASCII, in small letters; of another, they may be less than words."""
    small = text.lower()
    return small.split() if small.replace(" ", "").isalnum() else _ASCII_WORD.findall(small)
