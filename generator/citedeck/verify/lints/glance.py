"""The facts of a deck as the lints look at them first: side by side, with no more than it takes to rule most out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citedeck.languages import Language, language
from citedeck.model import Choice, Cloze, Entry, Pair, Recall, Text, Typed
from citedeck.verify.lints.subject import ASCII_WORD, read

_WITH_ONE_ANSWER = (Recall, Typed, Choice)


Row = tuple[Entry, Text, tuple[Text, ...], tuple[str, ...], bool, list[str]]
"""A question of a fact as it stands, what answers it, its words and whether it is plain (see `read`), and what is said
to answer it: the words of a single answer in ASCII, none of any other. One is made for every question, and taken apart
again and again: a plain tuple takes far less time.
"""


@dataclass(slots=True)
class Glance:
    """Facts of one deck. A part of the lints goes over all of them at once: to call a function for each would take
    longer than what there is to do.

    `asked` are the questions, in the order of the deck; a term asks for its meaning, and a meaning for its term.
    `reverses` are those for the other way round, which nothing answers. A cloze asks nothing in words. The questions of
    `choices` and `listings` are in `asked` too.
    """

    language: Language
    entries: Sequence[Entry]
    asked: list[Row]
    reverses: list[Row]
    clozes: list[tuple[Entry, Cloze]]
    choices: list[Entry]
    listings: list[Entry]

    @staticmethod
    def at(entries: Sequence[Entry]) -> Glance:
        known = language(entries[0].language) if entries else Language(tag="")
        glance = Glance(known, entries, [], [], [], [], [])
        for entry in entries:
            question = entry.question
            if isinstance(question, _WITH_ONE_ANSWER):
                glance.asked.append(_row(entry, question.prompt, (question.answer,)))
                if isinstance(question, Choice):
                    glance.choices.append(entry)
                elif isinstance(question, Recall) and question.reverse:
                    glance.reverses.append(_row(entry, question.reverse, ()))
            elif isinstance(question, Cloze):
                glance.clozes.append((entry, question))
            elif isinstance(question, Pair):
                glance.asked.append(_row(entry, question.term, (question.meaning,)))
                glance.asked.append(_row(entry, question.meaning, (question.term,)))
            else:
                glance.asked.append(_row(entry, question.prompt, question.answers))
                glance.listings.append(entry)
        return glance


def _row(entry: Entry, text: Text, answers: tuple[Text, ...]) -> Row:
    words, plain = read(text)
    said: list[str] = []
    if len(answers) == 1 and answers[0].isascii():
        small = answers[0].lower()
        said = small.split() if small.replace(" ", "").isalnum() else ASCII_WORD.findall(small)
    return entry, text, answers, words, plain, said
