"""What is odd about an answer: it is long, or the question gives it away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from citedeck.languages import Language
from citedeck.matching.answer import bare, says_something
from citedeck.matching.folding import fold_case, folded_case
from citedeck.matching.occurrences import occurrences
from citedeck.matching.tokens import bounded
from citedeck.model import Cloze, Entry, Gap, Pair, Problem, Text
from citedeck.verify.lints.glance import Glance
from citedeck.verify.lints.subject import Subject, length, may_be_longer

_MOST_WORDS = 12
_SHORT = 3  # code points; so short an answer is easily another word in small letters: US and us, A and a
_LONGEST_ALTERNATIVE = 40  # code points
_REACH = 200  # code points before and after an answer in which a word that joins is looked for
_MOST_PLACES = 20  # of an answer in a question


def concerns(glance: Glance) -> Iterator[Entry]:
    """The facts in which an answer may be long, or stand in a question."""
    for entry, asked, _, _, _, said in glance.asked:
        # an answer stands nowhere without its last word, which folding leaves as it is
        stands_nowhere = said and asked.isascii() and said[-1] not in asked.lower()
        if not stands_nowhere or len(said) > _MOST_WORDS:
            yield entry
    for entry, cloze in glance.clozes:
        for piece in cloze.text:
            if isinstance(piece, Gap) and len(piece.answer) > _MOST_WORDS and _is_long(piece.answer):
                yield entry


def too_long(subject: Subject) -> Iterator[Problem]:
    """An answer of which nobody recalls every word."""
    for answer in subject.answers:
        if _is_long(answer):
            message = f"the answer has {length(answer)} words, over {_MOST_WORDS}"
            hint = "Ask for its core; or ask several facts, one for each part."
            yield subject.entry.problem(answer, "answer-too-long", message, hint)


def _is_long(answer: str) -> bool:
    return may_be_longer(answer, _MOST_WORDS) and length(answer) > _MOST_WORDS


def in_question(subject: Subject) -> Iterator[Problem]:
    """A question that holds its answer. The other way round, it is the question that is asked for."""
    for asked, answer in _asked_for(subject):
        if _stands(answer, asked, subject):
            message = f"the question gives its answer away: “{answer}” stands in it"
            yield subject.entry.problem(answer, "answer-in-question", message, "Ask without it.")


def _asked_for(subject: Subject) -> list[tuple[Text, Text]]:
    match subject.entry.question:
        case Pair(term, meaning):
            return [(meaning, term), (term, meaning)]
        case Cloze():
            return []
        case _:
            return [(subject.questions[0].text, answer) for answer in subject.answers]


def _stands(answer: Text, question: Text, subject: Subject) -> bool:
    """Whether an answer stands in a question, as it would stand in a quote, and gives itself away there."""
    known = subject.language
    needle, lints = bare(answer, known.tag), known.lints
    if not (lints.ors and says_something(needle, known.tag)):  # without its words, alternatives cannot be told
        return False
    if needle not in folded_case(question):
        return False
    text = fold_case(question)
    for offset in islice(occurrences(text.text, needle), _MOST_PLACES):
        start, end = text.original(offset, offset + len(needle))
        mistakable = len(needle) <= _SHORT or needle in known.stop_words
        if (
            bounded(question, start, end, subject.entry.language)
            and (question[start:end] in answer or not mistakable)
            and not _in_longer_name(question, start, end, known)
            and not _offered(text.text, offset, offset + len(needle), known)
        ):
            return True
    return False


def _in_longer_name(question: str, start: int, end: int, known: Language) -> bool:
    """Whether a name stands as a part of another: Tesla in “the Tesla Electric Company”, Korea in “North Korea”."""
    if not question[start].isupper():
        return False
    after, before = question[end : end + 2], question[:start].split()
    if after[:1] == " " and after[1:].isupper():
        return True
    if len(before) < 2 or " " in question[start:end]:
        return False  # the first word has its capital from the sentence, and before several words it may be a title
    return before[-1][0].isupper() and before[-1].isalpha() and before[-1].lower() not in known.stop_words


def _offered(question: str, start: int, end: int, known: Language) -> bool:
    """Whether what stands there is one of several answers that the question offers.

    “A, B or C?”, “between A and B”, or anywhere in a question like “Was it made of A or did they use B?”
    """
    words, lints, stops = question.split(), known.lints, known.stop_words
    if words[0] in lints.openers and not lints.ors.isdisjoint(words):
        return True
    before, after = question[max(0, start - _REACH) : start], question[end : end + _REACH]
    return _beside(lints.ors, stops, before, after) or (
        not lints.betweens.isdisjoint(before.split()) and _beside(lints.ands, stops, before, after)
    )


def _beside(joints: frozenset[str], small: frozenset[str], before: str, after: str) -> bool:
    """Whether a word that joins stands before or after, with nothing but small words or other items in between."""
    following, leading = _joined(joints, small)
    return bool(following.match(after) or leading.search(before))


@lru_cache
def _joined(joints: frozenset[str], small: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    joint, small_word = ("|".join(map(re.escape, sorted(table))) for table in (joints, small))
    following = re.compile(rf"(?:, [^,?;]{{1,{_LONGEST_ALTERNATIVE}}})*,? (?:{joint})\b")
    leading = re.compile(rf"\b(?:{joint}) (?:(?:{small_word}) )*\Z")
    return following, leading


CHECKS = (too_long, in_question)
