"""Plans for people and for programs: a line for each note that changes, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from citedeck.cli.terminal import echo, secho
from citedeck.cli.wording import problem_json
from citedeck.history import OUTCOMES, Change, Plan, Step
from citedeck.hypertext import read
from citedeck.model import Problem

_COLORS = {"new": "green", "updated": "yellow", "retired": "magenta", "conflict": "red"}
_FOR_PROGRAMS = "Citation"
_WIDTH = 60  # characters of a field that are shown, around the first that differs


def show(plan: Plan) -> None:
    """Print a plan: every note that changes, and what is left to do in Anki."""
    secho(f"{plan.deck} ({plan.name})", bold=True)
    outcomes = {"new": plan.new, "updated": plan.updated, "retired": plan.retired, "conflict": plan.conflicts}
    for outcome, steps in outcomes.items():
        for step in steps:
            why = f": {step.why}" if step.why else ""
            echo(f"  {click.style(f'{outcome:9}', fg=_COLORS[outcome])} {step.fact}{why}")
            if outcome in ("updated", "conflict"):
                for line in _changes(step):
                    echo(f"            {line}")
    show_advice(plan.advice)
    if plan.changes or plan.advice:
        echo("")


def show_advice(advice: Iterable[str]) -> None:
    """Print what is left to do in Anki."""
    for one in advice:
        echo(f"  {click.style('in Anki', bold=True)}   {one}")


def totals(counts: Iterable[Mapping[str, int]]) -> str:
    """What imports do that have so many notes of each outcome, in a few words."""
    every = list(counts)
    total = {outcome: sum(one[outcome] for one in every) for outcome in OUTCOMES}
    return ", ".join(f"{count} {outcome}" for outcome, count in total.items() if count) or "nothing"


def as_json(plans: Sequence[Plan], problems: Sequence[Problem]) -> dict[str, Any]:
    """Plans as plain data; the shape is part of the command's contract. Fields are HTML, as they are shipped."""
    return {"version": 1, "decks": [asdict(plan) for plan in plans], "problems": list(map(problem_json, problems))}


def _changes(step: Step) -> Iterator[str]:
    """The changes of a note, a line each; what programs alone read only where nothing else changes."""
    seen = [change for change in step.changes if change.part != _FOR_PROGRAMS]
    for change in seen:
        old, new = _shown(change)
        yield f"{change.part}: {old} → {new}"
    if not seen:
        yield "only what no card shows"


def _shown(change: Change) -> tuple[str, str]:
    """The old and the new words, shortened to where they differ; as HTML where only that differs."""
    old, new = (" ".join(read(text, gaps=False).text.split()) for text in (change.old, change.new))
    if old == new:
        old, new = change.old, change.new
    start = next((place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    begin = max(0, min(start - _WIDTH // 3, max(len(old), len(new)) - _WIDTH))
    return _cut(old, begin), _cut(new, begin)


def _cut(text: str, begin: int) -> str:
    if not text:
        return "nothing"
    end = begin + _WIDTH
    return f"“{'…' if begin else ''}{text[begin:end]}{'…' if end < len(text) else ''}”"
