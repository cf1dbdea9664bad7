"""What is odd about the facts of a deck beside each other: two that ask the same, or nearly the same.

No two questions are compared with each other: each is looked up among those before it by what it would be but for small
words, or but for one word more or less. So a deck of many facts takes no longer for each of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from citedeck.languages import language
from citedeck.matching.answer import bare
from citedeck.matching.equality import same_answer
from citedeck.model import Entry, Problem, Text
from citedeck.verify.lints.glance import Row
from citedeck.verify.lints.subject import ASCII_WORD, words

_FEWEST_IN_COMMON = 4  # words; of fewer, one word more makes another question
_MOST_LEFT_OUT = 24  # words; of a longer question, one word more or less is not looked for


@dataclass(eq=False, slots=True)
class _Asked:
    """A question of a fact, and the answers it wants. Its `telling` words are those but for articles and auxiliary
    verbs, if it has others.
    """

    entry: Entry
    text: Text
    answers: tuple[Text, ...]
    words: tuple[str, ...]
    telling: tuple[str, ...]
    wanted: str

    @staticmethod
    def of(row: Row) -> _Asked:
        entry, text, answers, words, _, _ = row
        tag, said = entry.language, words or (text,)
        dull = _dull(tag)
        telling = said if dull.isdisjoint(said) else tuple([word for word in said if word not in dull]) or said
        return _Asked(entry, text, answers, said, telling, _wanted(answers, tag))


@lru_cache
def _dull(tag: str) -> frozenset[str]:
    """The articles and auxiliary verbs of a language, but for those that say “not”."""
    known = language(tag)
    return (known.lints.openers - known.lints.negations).union(known.articles)


def lint_deck(rows: Sequence[Row]) -> list[Problem]:
    """Every fact of a deck whose question another one asks."""
    asked = [_Asked.of(row) for row in _beside_another(rows)] if rows else []
    alike: dict[tuple[Text | None, tuple[str, ...]], list[_Asked]] = defaultdict(list)
    for question in asked:  # two sources may each answer in their own way
        alike[question.entry.citation.source, question.words].append(question)
    contradicted = [found for group in alike.values() if len(group) > 1 for found in _contradictions(group)]
    told = {id(question) for question, _ in contradicted}
    problems = [_contradiction(question, other) for question, other in contradicted]
    return problems + [_repetition(*found) for found in _repetitions(asked) if id(found[0]) not in told]


def _beside_another(rows: Sequence[Row]) -> list[Row]:
    """The questions that share with another what is wanted, or the words but for small ones: nothing is told of others,
    which are most.
    """
    tag = rows[0][0].language
    small = _dull(tag).union([article.rstrip("'") for article in language(tag).articles])
    telling = [tuple([word for word in words if word not in small]) for _, _, _, words, _, _ in rows]
    # what is wanted ends with the last word of an answer in ASCII, unless that is an article
    endings = [
        said[-1] if said and said[-1] not in small else _ending(_wanted(answers, tag))
        for _, _, answers, _, _, said in rows
    ]
    told, ended = Counter(telling), Counter(endings)
    every = zip(rows, telling, endings, strict=True)
    likely = [(row, words) for row, words, ending in every if told[words] > 1 or ended[ending] > 1]
    wanted = [_wanted(row[2], tag) for row, _ in likely]
    answered = Counter(wanted)
    found = zip(likely, wanted, strict=True)
    return [row for (row, words), answers in found if told[words] > 1 or answered[answers] > 1]


def _ending(wanted: str) -> str:
    return next(reversed(ASCII_WORD.findall(wanted)), "")


def _wanted(answers: tuple[Text, ...], tag: str) -> str:
    """Answers but for their typography, their articles and their order; folded, none has a line break."""
    if len(answers) == 1:
        return bare(answers[0], tag)
    return "\n".join(sorted({bare(answer, tag) for answer in answers}))


def _contradictions(group: list[_Asked]) -> Iterator[tuple[_Asked, _Asked]]:
    """Each question of those that are the same, beside one that is answered otherwise, if there is one."""
    first, agree = group[0], [_agree(question, group[0]) for question in group]
    if not all(agree):
        other = group[agree.index(False)]
        for question, agrees in zip(group, agree, strict=True):
            yield question, other if agrees else first


def _agree(one: _Asked, other: _Asked) -> bool:
    """Whether two facts answer the same, or one of them more fully than the other."""
    if len(one.answers) != len(other.answers):
        return False
    if len(one.answers) > 1:
        return all(
            any(same_answer(answer, also, one.entry.language) for also in other.answers) for answer in one.answers
        )
    answer, also = one.answers[0], other.answers[0]
    return (
        same_answer(answer, also, one.entry.language)
        or _within(words(answer), words(also))
        or _within(words(also), words(answer))
    )


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return bool(part) and f" {' '.join(part)} " in f" {' '.join(whole)} "


def _repetitions(asked: list[_Asked]) -> Iterator[tuple[_Asked, _Asked]]:
    """Each question beside one before it that asks nearly the same."""
    answered = Counter(question.wanted for question in asked)
    seen: dict[Hashable, _Asked] = {}
    longer: dict[Hashable, _Asked] = {}
    for question in asked:
        earlier = seen.setdefault(question.telling, question)
        if answered[question.wanted] == 1:  # words in another order, or one more or less, count only for one answer
            if earlier.entry is not question.entry:
                yield question, earlier
            continue
        key = question.wanted, frozenset(question.telling)
        shorter = [(question.wanted, left) for left in _one_word_less(question)]
        found = (earlier, seen.get(key), longer.get(key), *map(seen.get, shorter))
        other = next((other for other in found if other and other.entry is not question.entry), None)
        if other:
            yield question, other
        seen.setdefault(key, question)
        for left in shorter:
            longer.setdefault(left, question)


def _one_word_less(question: _Asked) -> Iterator[frozenset[str]]:
    """What the question would be without one of its words; a number or a “not” is no word that can be missed."""
    telling = frozenset(question.telling)
    if _FEWEST_IN_COMMON < len(telling) <= _MOST_LEFT_OUT:
        negations = language(question.entry.language).lints.negations
        for word in dict.fromkeys(question.telling):
            if word not in negations and (word.isalpha() or not any(map(str.isdigit, word))):
                yield telling - {word}


def _contradiction(question: _Asked, other: _Asked) -> Problem:
    entry = question.entry
    answer = ", ".join(other.answers)
    message = f"“{other.entry.id}” ({other.entry.at(other.text)}) asks the same, and is answered “{answer}”"
    hint = "Say in each question what tells it from the other; or make one fact of them, a list."
    return entry.problem(question.text, "duplicate-question", message, hint)


def _repetition(question: _Asked, other: _Asked) -> Problem:
    entry = question.entry
    message = f"it asks nearly the same as “{other.entry.id}” ({other.entry.at(other.text)}): “{other.text}”"
    hint = "Take one of the two out, or say in each what tells it from the other."
    return entry.problem(question.text, "near-duplicate", message, hint)
