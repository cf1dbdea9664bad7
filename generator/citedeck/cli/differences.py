"""What changed from one verdict to the next, and how a terminal says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import click

from citedeck.cli.terminal import echo
from citedeck.cli.wording import show_problems
from citedeck.frozen import frozen
from citedeck.model import Problem, Verdict

_MOST_NAMED = 5

_Key = tuple[str, str, str | None, str]


class _Fact(NamedTuple):
    deck: str
    name: str


@frozen
class Differences:
    """Problems that are new and those that are gone, on whatever line; facts that came, went, or are proved now."""

    told: tuple[Problem, ...]
    mended: tuple[Problem, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    proved: tuple[str, ...]

    def __bool__(self) -> bool:
        return any((self.told, self.mended, self.added, self.gone, self.proved))


def differences(before: Verdict, after: Verdict) -> Differences:
    """What is otherwise after an edit than before."""
    unread = _unread(before) | _unread(after)  # of a deck that cannot be read, nothing came or went
    were, are = (_accepted(verdict, unread) for verdict in (before, after))
    return Differences(
        tuple(_without(after, before)),
        tuple(_without(before, after)),
        tuple(fact.name for fact in are if fact not in were),
        tuple(fact.name for fact in were if fact not in are),
        tuple(fact.name for fact, proved in are.items() if proved and not were.get(fact, True)),
    )


def show_differences(found: Differences) -> None:
    """Print what changed; the new problems as ever, in full."""
    show_problems(found.told, err=True)
    for problem in found.mended:
        whose = f"{problem.fact}: " if problem.fact else ""
        echo(f"{click.style('mended', fg='green')}: {whose}{problem.code}")
    for word, facts in (("new", found.added), ("gone", found.gone), ("proved now", found.proved)):
        if facts:
            echo(f"{word}: {_named(facts)}")


def _without(some: Verdict, others: Verdict) -> Iterator[Problem]:
    """The problems of one verdict that the other does not have; that lines move does not count."""
    left = Counter(map(_key, others.problems))
    for problem in some.problems:
        if left[_key(problem)]:
            left[_key(problem)] -= 1
        else:
            yield problem


def _key(problem: Problem) -> _Key:
    return problem.place.path, problem.code, problem.fact, problem.message


def _unread(verdict: Verdict) -> frozenset[str | None]:
    """The decks of which no fact could be read."""
    read = {finding.deck for finding in verdict.findings}
    return frozenset(problem.deck for problem in verdict.errors if problem.deck not in read)


def _accepted(verdict: Verdict, unread: frozenset[str | None]) -> dict[_Fact, bool]:
    findings = (finding for finding in verdict.findings if finding.deck not in unread)
    return {_Fact(finding.deck, finding.fact): finding.accepted for finding in findings}


def _named(facts: tuple[str, ...]) -> str:
    more = len(facts) - _MOST_NAMED
    return ", ".join(facts[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
