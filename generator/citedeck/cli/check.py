"""`citedeck check`: verify, and say everything that is wrong."""

from __future__ import annotations

import json

import click

from citedeck.cli.again import Again
from citedeck.cli.judging import judge
from citedeck.cli.options import decks_argument, root, strict_option, workspace_option
from citedeck.cli.terminal import echo, secho


@click.command()
@decks_argument
@click.option("--json", "as_json_", is_flag=True, help="Print one JSON object instead of lines.")
@strict_option
@workspace_option
@click.pass_context
def check(ctx: click.Context, decks: tuple[str, ...], as_json_: bool, strict: bool) -> None:
    """Verify every fact against the passage it cites.

    DECK is a deck's id or path; without one, all decks of the workspace are verified. All problems are told in one
    run, as path:line:column: code: message. Exit code 1 if there are any. A line for each article says how much of it
    facts rest on.
    """
    from citedeck.ledger import Ledger
    from citedeck.roots import BUILD, DECKS, SOURCE

    if decks or as_json_:
        ctx.exit(_check(decks, as_json_, strict))
    home = root()
    read = [home / folder for folder in (DECKS, SOURCE, BUILD)]  # where a package may stand in for a lost lock
    ctx.exit(Again(Ledger(home), f"check, strict: {strict}", read).run(lambda: _check((), False, strict)))


def _check(decks: tuple[str, ...], as_json_: bool, strict: bool) -> int:
    """Verify, and print what is found; the exit code."""
    from citedeck.cli.wording import as_json, coverage_json, coverage_lines, drift_lines, show_problems, summary_line
    from citedeck.coverage import coverage

    case, verdict = judge(decks)
    covered = coverage(case.sources(), verdict)
    failed = bool(verdict.errors or (strict and verdict.warnings))
    if as_json_:
        echo(json.dumps({**as_json(verdict), "coverage": [coverage_json(one) for one in covered]}, indent=1))
    else:
        show_problems(verdict.problems)
        secho(summary_line(verdict.summary), fg="red" if failed else "green")
        for line in (*coverage_lines(covered), *drift_lines(verdict)):
            echo(line)
        if verdict.problems:
            first = (verdict.errors or verdict.problems)[0]
            echo(f"For more about a problem: citedeck explain {first.code}")
    return 1 if failed else 0
