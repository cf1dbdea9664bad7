"""Attestation: a person vouches for a paraphrase, bound to what was vouched for so that an edit voids it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from citedeck.languages import language
from citedeck.matching.clauses import negations
from citedeck.matching.folding import folded
from citedeck.matching.standing import standing
from citedeck.matching.values import covers, order_of, values
from citedeck.model import Attestation, Cloze, Entry, Passage, Problem, Proof, Question, Text, answers
from citedeck.seal import seal

# What a person can vouch for: that other words say the same. Not for what a guard has seen.
_NO_MATCH = {"answer-not-in-quote", "list-item-not-in-quote", "cloze-not-quote", "residue-not-in-quote"}


def attested(
    entry: Entry, attestation: Attestation, passages: tuple[Passage, ...], problems: list[Problem]
) -> Proof | list[Problem]:
    """The proof of a fact by its attestation; else why it cannot be attested."""
    if any(problem.code not in _NO_MATCH for problem in problems):
        return problems
    added = [problem for answer in _stated(entry.question) for problem in _added(entry, answer, passages)]
    if added:
        return added
    if attestation.hash is None:
        message = f"{attestation.by} vouches for it, but nobody has confirmed it in these words"
        hint = f"Read the question, the answer and the quote, then run: citedeck attest {entry.deck} {entry.id}"
        return [entry.problem(attestation.by, "attest-incomplete", message, hint)]
    if attestation.hash != seal(entry):
        message = f"what {attestation.by} vouched for on {attestation.on} was changed since"
        hint = f"If it still holds, run: citedeck attest {entry.deck} {entry.id}"
        return [entry.problem(attestation.hash, "attest-void", message, hint)]
    return Proof("attested", passages[0])


def unproved(entry: Entry, proof: Proof) -> list[Problem]:
    """The warning that a fact is attested and not proved, so that `--strict` refuses it."""
    if proof.level != "attested" or entry.attestation is None:
        return []
    message = f"{entry.attestation.by} vouches for it: {entry.attestation.why}"
    return [
        entry.problem(
            entry.attestation.by,
            "attested",
            message,
            "No quote proves it; answer in the words of the quote, if you can.",
        )
    ]


def _added(entry: Entry, answer: Text, passages: tuple[Passage, ...]) -> Iterator[Problem]:
    """What an answer adds to its quotes that no paraphrase may: a number, a date, a unit, a negation."""
    source = passages[0].source
    there = [one.value for passage in passages for one in standing(passage)]
    hint = "An attestation is for other words, not for other facts: quote the passage that states it."
    text = folded(answer)
    for value in values(text, source.language, order_of(source)):
        if not any(covers(value, other) == (other.start, other.end) for other in there):
            message = f"the answer adds “{text[value.start : value.end]}”, which no quote states"
            yield entry.problem(answer, "attest-adds-value", message, hint)
    said, there_said = _words(answer), _words(" ".join(passage.text for passage in passages))
    for word in sorted((said & _telling(source.language)) - there_said):
        message = f"the answer adds “{word}”, which no quote states"
        yield entry.problem(answer, "attest-adds-value", message, hint)
    quoted = set[str]().union(*(negations(passage.text, source.language) for passage in passages))
    if negations(answer, source.language) and not quoted:
        message = f"the answer adds “{min(negations(answer, source.language))}”, which no quote states"
        yield entry.problem(answer, "attest-adds-value", message, hint)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", folded(text).casefold()))


@lru_cache(maxsize=64)
def _telling(tag: str) -> frozenset[str]:
    """Words that no paraphrase may add: of dates, units, scales, fractions, and those that qualify."""
    known = language(tag)
    values = known.values
    named = (*values.months, *values.weekdays, *values.units, *values.fractions, *values.ordinals, *values.numerals)
    sizes = (size for scale in (*values.scales, *values.hundred) for size in (scale, f"{scale}s"))
    qualifying = (word for one in known.guards.qualifiers for word in (*one.before, *one.after))
    single = (word for word in (*named, *sizes, *qualifying, *values.multiples) if re.fullmatch(r"[^\W\d_]{2,}", word))
    return frozenset(single) - known.stop_words


def _stated(question: Question) -> tuple[Text, ...]:
    """What a form claims to be stated by its quotes."""
    return (question.filled,) if isinstance(question, Cloze) else answers(question)
