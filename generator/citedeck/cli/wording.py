"""A Verdict for people and for programs: as lines `path:line:column: code: message`, and as JSON."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from citedeck.cli.terminal import echo, plain
from citedeck.coverage import Coverage, percent
from citedeck.model import Finding, Problem, Summary, Verdict

if TYPE_CHECKING:
    from citedeck.exporters.product import Product

_MOST_SOURCES = 8  # that are told one by one
_DRIFTS = ("moved", "reworded", "lost", "unknown")


def problem_lines(problem: Problem) -> str:
    """A problem as people see it: its place, its code, its message, and below it what to do."""
    return plain(f"{problem.place}: {problem.code}: {_told(problem)}")


def _told(problem: Problem) -> str:
    """What is said of a problem, after its place and code."""
    marker = "warning: " if problem.severity == "warning" else ""
    fact = f"{problem.fact}: " if problem.fact else ""
    first = f"{marker}{fact}{' '.join(problem.message.split())}"
    return "\n".join([first, *(f"    {line}" for line in problem.hint.splitlines())])


def show_problems(problems: Iterable[Problem], err: bool = False) -> None:
    """Print problems, and a blank line below them."""
    shown = False
    for problem in problems:
        color = "red" if problem.severity == "error" else "yellow"
        code = click.style(problem.code, fg=color, bold=True)
        echo(f"{click.style(str(problem.place), bold=True)}: {code}: {_told(problem)}", err=err)
        shown = True
    if shown:
        echo("", err=err)


def product_lines(format_: str, product: Product) -> Iterator[str]:
    """What a format could not express and what was done about it, with every fact concerned; and its advice."""
    from textwrap import fill

    facts: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for one in product.instead:
        facts[one.why, one.what][one.fact] = None
    told = [
        f"{format_} cannot express {why}: {counted(len(names), 'fact')} {what}: {', '.join(names)}"
        for (why, what), names in facts.items()
    ]
    for text in (*told, product.advice):
        if text:
            yield fill(text, 120, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def summary_line(summary: Summary, noun: str = "fact") -> str:
    """How it went, in one line; what was judged is called `noun`. What is attested is accepted, but not proved."""
    facts, levels = counted(summary.facts, noun), _levels(summary)
    attested = levels.pop("attested", 0)
    counts = {"proved": sum(levels.values()), "attested": attested, "rejected": summary.rejected}
    if not summary.facts:
        line = f"no {noun}s"
    elif attested or summary.errors or summary.warnings:
        line = f"{facts}: {', '.join(f'{count} {outcome}' for outcome, count in counts.items() if count)}"
    else:
        line = f"{facts}, every answer proved"
    line += f" ({', '.join(f'{count} {level}' for level, count in levels.items())})" if levels else ""
    told = {"problem": summary.errors, "warning": summary.warnings}
    return "; ".join([line, *(counted(number, what) for what, number in told.items() if number)])


def drift_lines(verdict: Verdict) -> Iterator[str]:
    """What became of the facts whose quotes do not stand in their source as they are: a line for each source."""
    facts: defaultdict[str, dict[tuple[str | None, str | None], int]] = defaultdict(dict)
    proposed: set[str] = set()
    for problem in verdict.problems:
        if problem.drift:
            fact, how = (problem.deck, problem.fact), _DRIFTS.index(problem.drift.how)
            facts[problem.drift.source][fact] = max(how, facts[problem.drift.source].get(fact, how))
            proposed |= {problem.drift.source} if problem.drift.proposed else set()
    for source, worst in sorted(facts.items()):
        counts = Counter(worst.values())
        told = [_drifted(_DRIFTS[how], counts[how], source in proposed) for how in sorted(counts)]
        what = "fact" if counts[min(counts)] == 1 else "facts"
        told[0] = told[0].replace(" ", f" {what} ", 1)
        yield f"If {source} was edited: {', '.join(told)}."


def _drifted(how: str, number: int, proposed: bool) -> str:
    were = "was" if number == 1 else "were"
    match how:
        case "moved":
            return f"{number} moved"
        case "reworded":
            return f"{number} {were} reworded{' (`citedeck repair`)' if proposed else ''}"
        case "lost":
            return f"{number} lost {'its' if number == 1 else 'their'} support"
        case _:
            return f"{number} {were} not looked at (`citedeck repair` looks at all)"


def coverage_lines(covered: Sequence[Coverage]) -> Iterator[str]:
    """What facts rest on: a line for each source; of many sources, one for all of them."""
    if len(covered) <= _MOST_SOURCES:
        yield from (f"{one.source.path}: {_rests_on([one])}" for one in covered)
    else:
        yield f"{len(covered)} sources: {_rests_on(covered)}; `citedeck report` shows each"


def _rests_on(covered: Sequence[Coverage]) -> str:
    sentences = sum(len(one.sentences) for one in covered)
    paragraphs = sum(len(one.paragraphs) for one in covered)
    if not sentences:
        return "nothing but headings, which are not counted"
    proved = sum(one.covered for one in covered)
    held = sum(one.covered_paragraphs for one in covered)
    share = f"{proved} of {counted(sentences, 'sentence')} ({percent(proved, sentences)} %)"
    return f"facts rest on {share}, in {held} of {counted(paragraphs, 'paragraph')}"


def coverage_json(one: Coverage) -> dict[str, Any]:
    """What facts rest on of a source, as plain data."""
    return {
        "source": one.source.name,
        "path": one.source.path,
        "sentences": len(one.sentences),
        "covered_sentences": one.covered,
        "paragraphs": len(one.paragraphs),
        "covered_paragraphs": one.covered_paragraphs,
        "sections": [
            {"headings": list(section.headings), "sentences": len(section.sentences), "covered": section.covered}
            for section in one.sections
        ],
    }


def counted(number: int, noun: str) -> str:
    """A number of things: 1 fact, 2 facts."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def shown(path: Path) -> str:
    """A path as it is shown to whoever runs the command: from the folder they are in, if it lies there."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _levels(summary: Summary) -> dict[str, int]:
    """How many facts were accepted on each level, the most frequent first."""
    return dict(sorted(summary.levels.items(), key=lambda level: (-level[1], level[0])))


def _summary_json(summary: Summary) -> dict[str, Any]:
    return {
        "facts": summary.facts,
        "accepted": summary.accepted,
        "rejected": summary.rejected,
        "levels": _levels(summary),
        "warnings": summary.warnings,
    }


def as_json(verdict: Verdict) -> dict[str, Any]:
    """The whole verdict as plain data; its shape is part of the command's contract."""
    return {
        "version": 1,
        "facts": [_finding(finding) for finding in verdict.findings],
        "problems": [problem_json(problem) for problem in verdict.problems],
        "summary": _summary_json(verdict.summary),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    passage = finding.passage
    return {
        "deck": finding.deck,
        "fact": finding.fact,
        "kind": finding.kind,
        "path": finding.place.path,
        "line": finding.place.line,
        "accepted": finding.accepted,
        "level": finding.level,
        "codes": list(finding.codes),
        "source": passage.source.name if passage else None,
        "start": passage.start if passage else None,
        "end": passage.end if passage else None,
    }


def problem_json(problem: Problem) -> dict[str, Any]:
    """A problem as plain data."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "deck": problem.deck,
        "fact": problem.fact,
        "drift": problem.drift.how if problem.drift and problem.drift.how != "unknown" else None,
    }
