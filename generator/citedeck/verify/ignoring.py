"""What an author ignores, with a reason: the warnings that are not told, and the `ignore` that keeps none quiet."""

from __future__ import annotations

from collections.abc import Container, Iterable

from citedeck.model import Entry, Problem, Text


def heed(problems: Iterable[Problem], entries: Iterable[Entry], accepted: Container[str]) -> list[Problem]:
    """The problems but for the warnings that their facts ignore, and a warning for every `ignore` without effect.

    Only of an accepted fact it is known what it ignores in vain: others are not looked at for all that is odd.
    """
    ignoring = {str(entry.id): entry for entry in entries if entry.ignored}
    vain = {(fact, str(code)): code for fact, entry in ignoring.items() for code in entry.ignored}
    told: list[Problem] = []
    for problem in problems:
        entry = ignoring.get(problem.fact or "")
        if entry and problem.severity == "warning" and problem.code in entry.ignored:
            vain.pop((str(entry.id), problem.code), None)
        else:
            told.append(problem)
    return told + [_unused(ignoring[fact], code) for (fact, _), code in vain.items() if fact in accepted]


def _unused(entry: Entry, code: Text) -> Problem:
    message = f"there is no “{code}” to ignore"
    return entry.problem(code, "ignore-unused", message, "Take it out of `ignore`: it would hide one to come.")
