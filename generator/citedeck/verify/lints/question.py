"""What is odd about a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from citedeck.languages import Language, Lints, language
from citedeck.model import Choice, Entry, Pair, Problem
from citedeck.verify.lints.glance import Glance
from citedeck.verify.lints.subject import Asked, Subject

_FEWEST_WORDS = 3
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d{2}\b")
_ENDS = re.compile(r"\?(?=\s|\Z)")
_SHOUTED = re.compile(r"\b[A-Z]{3,}\b")


def concerns(glance: Glance) -> Iterator[Entry]:
    """The facts of which a question has a word, or a sign, that any check of this module looks for."""
    lints, tag = glance.language.lints, glance.language.tag
    openers, telling = lints.openers, _suspects(tag) | _of_phrases(tag)
    for entry, text, _, words, plain, _ in (*glance.asked, *glance.reverses):
        may_be_odd = (
            len(words) < _FEWEST_WORDS
            or words[0] in openers
            or (not telling.isdisjoint(words) and _is_suspect(Asked(text, words), glance.language))
            or not (plain or _is_regular(text))
        )
        if may_be_odd and not isinstance(entry.question, Pair):
            yield entry


def _is_suspect(asked: Asked, known: Language) -> bool:
    """Whether a question has a word that is looked for anywhere, or a phrase that is looked for where it stands."""
    lints = known.lints
    return (
        not _suspects(known.tag).isdisjoint(asked.words)
        or asked.phrase(lints.relative_times) is not None
        or asked.begins_with(lints.vague_openers)
    )


def _is_regular(text: str) -> bool:
    """Whether a question has no word in capitals, and one sign at most that ends one; a plain one has no other."""
    return text.count("?") + text.count("？") < 2 and not _SHOUTED.search(text)


@lru_cache(maxsize=64)
def _suspects(tag: str) -> frozenset[str]:
    """The words of a language that the checks of this module look for anywhere in a question."""
    lints = language(tag).lints
    return lints.pronouns.union(lints.ands, lints.negations)


@lru_cache(maxsize=64)
def _of_phrases(tag: str) -> frozenset[str]:
    """A word of each phrase that they look for, a rare one: without it, the phrase does not stand there."""
    known = language(tag)
    return frozenset(
        _rare_word(phrase.split(" "), known) for phrase in known.lints.relative_times | known.lints.vague_openers
    )


def _rare_word(words: list[str], known: Language) -> str:
    """The first of the longest that name something: the last of last year."""
    suspected = [word for word in words if word in _suspects(known.tag)]
    return max(suspected or [word for word in words if word not in known.stop_words] or words[::-1], key=len)


def yes_no(subject: Subject) -> Iterator[Problem]:
    """A question that a guess answers every second time."""
    for asked in subject.questions:
        opener = _opener(asked, subject.lints)
        if opener:
            message = f"“{opener.capitalize()} …?” can be answered yes or no"
            hint = "Ask for the fact itself: who, what, where, when, how many?"
            yield subject.entry.problem(asked.text, "yes-no", message, hint)


def _opener(asked: Asked, lints: Lints) -> str | None:
    """The verb that begins a question for yes or no; none where it is asked for more, or for one of two."""
    words = asked.words
    if len(words) < 2 or words[0] not in lints.openers or words[1] in lints.addressees:
        return None
    asks_for_more = asked.lowered.rstrip()[-1:] != "?" or not lints.question_words.isdisjoint(words)
    return None if asks_for_more or not lints.ors.isdisjoint(words) else words[0]


def pronoun(subject: Subject) -> Iterator[Problem]:
    """A word for something that was named in the article, perhaps, but not in the question."""
    for asked in subject.questions:
        found = _unexplained(asked, subject.language)
        if found in subject.lints.demonstratives and isinstance(subject.entry.question, Choice):
            continue  # “Which of these …?”: the options stand below
        if found:
            message = f"nothing in the question says what “{found}” means"
            hint = "Name it: the card is read alone, long after the article."
            yield subject.entry.problem(asked.text, "pronoun-without-antecedent", message, hint)


def _unexplained(asked: Asked, known: Language) -> str | None:
    """The first pronoun, if what stands before it is a question word and nothing that could be meant."""
    words, lints = asked.words, known.lints
    found = next((index for index, word in enumerate(words) if word in lints.pronouns), 0)
    before, after = words[:found], words[found + 1 :]
    if lints.question_words.isdisjoint(before) or not known.stop_words.union(lints.measures).issuperset(before):
        return None
    if words[found] in lints.expletives and not lints.clause_words.isdisjoint(after):
        return None
    named_after = "," in asked.lowered.partition(f" {words[found]} ")[2]  # “When, in its first year, did the …?”
    return None if named_after else words[found]


def relative_time(subject: Subject) -> Iterator[Problem]:
    """A time that will be another when the card is read; a year beside it fixes it."""
    lints = subject.lints
    for asked in subject.questions:
        found = asked.phrase(lints.relative_times)
        if found and not asked.phrase(lints.fixed_times) and not _YEAR.search(asked.text):
            message = f"“{found}” will mean another time when the card is read"
            hint = "Name the date, or say as of when: “as of 2024”."
            yield subject.entry.problem(asked.text, "relative-time", message, hint)


def vague(subject: Subject) -> Iterator[Problem]:
    """A question to which much could be answered. A bare word is none: it may be one to translate."""
    lints = subject.lints
    for asked in subject.questions:
        words = asked.words
        short = 0 < len(words) < _FEWEST_WORDS and not lints.question_words.isdisjoint(words)
        if short or asked.begins_with(lints.vague_openers):
            message = "the question leaves open what is asked for"
            hint = "Say in it what kind of thing the answer is, and of what: “In which year did …?”"
            yield subject.entry.problem(asked.text, "vague-question", message, hint)


def two_in_one(subject: Subject) -> Iterator[Problem]:
    """A question after two things: who half knows the answer cannot say so."""
    for asked in subject.questions:
        if len(_ENDS.findall(asked.lowered)) > 1 or _asks_again(asked, subject.lints):
            message, hint = "the question asks for two things", "Make two facts of it, one for each answer."
            yield subject.entry.problem(asked.text, "two-in-one", message, hint)


def _asks_again(asked: Asked, lints: Lints) -> bool:
    """Whether a question that begins with a question word has an “and” followed by another."""
    words, asking = asked.words, lints.question_words
    if asking.isdisjoint(words[:2]):
        return False
    inside: set[str] = set()  # “between where … and where …” asks once
    for index, word in enumerate(words):
        again = next((after for after in words[index + 1 : index + 3] if after in asking), None)
        if word in lints.ands and again and again not in inside:
            return True
        if index > 1:
            inside.add(word)
    return False


def negative_stem(subject: Subject) -> Iterator[Problem]:
    """A choice that asks for what is not so; elsewhere, only where the author raises his voice to say it."""
    for asked in subject.questions:
        choice = isinstance(subject.entry.question, Choice)
        found = _negated(asked.words, subject.lints) if choice else _shouted(asked, subject.lints)
        if found:
            message = f"with “{found}” the question asks for what is not so"
            hint = "Ask for what is so; who overlooks the word learns the opposite."
            yield subject.entry.problem(asked.text, "negative-stem", message, hint)


def _negated(words: tuple[str, ...], lints: Lints) -> str | None:
    """The negation in the clause that asks; one in another clause describes what is asked for."""
    asking = next((index for index, word in enumerate(words) if word in lints.question_words), 0)
    barriers = lints.clause_words | lints.ands | lints.ors
    for index, word in enumerate(words):
        if word in lints.negations:
            same_clause = asking < index and barriers.isdisjoint(words[asking + 1 : index])
            return word if same_clause or asking == index + 1 else None
    return None


def _shouted(asked: Asked, lints: Lints) -> str | None:
    return next((word for word in _SHOUTED.findall(asked.text) if word.lower() in lints.negations), None)


CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    yes_no,
    pronoun,
    relative_time,
    vague,
    two_in_one,
    negative_stem,
)
