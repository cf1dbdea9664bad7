"""`citedeck plan`: what the import of the next build will do."""

from __future__ import annotations

import json
from pathlib import Path

import click

from citedeck.cli.judging import judge
from citedeck.cli.options import base, decks_argument, workspace, workspace_option
from citedeck.cli.terminal import echo


@click.command(short_help="Say what an import will do.")
@decks_argument
@click.option(
    "--against",
    metavar="FILE.apkg",
    type=click.Path(path_type=Path),
    help="Compare with a package: one that was shipped, or one that an Anki exported.",
)
@click.option("--json", "as_json_", is_flag=True, help="Print one JSON object instead of lines.")
@workspace_option
@click.pass_context
def plan(ctx: click.Context, decks: tuple[str, ...], against: Path | None, as_json_: bool) -> None:
    """Say what the import of the next build will do: which notes are new, updated (field by field), unchanged or
    retired, and what is left to do in Anki. Nothing is written.

    DECK is a deck's id or path; without one, all decks of the workspace are planned. They are compared with what was
    built last. To see what a learner's own changes will do, export the deck in Anki (“Support older Anki versions”),
    and compare with that.
    """
    from citedeck.cli.planning import as_json, show, totals
    from citedeck.cli.wording import show_problems
    from citedeck.exporters.apkg.opening import open_package
    from citedeck.exporters.apkg.recalling import held
    from citedeck.history import plan as plan_of
    from citedeck.writing import now

    clock = now()
    case, verdict = judge(decks)
    found = held(open_package(base() / against, workspace().shown(base() / against))) if against else None
    plans = [plan_of(case.edition(deck, clock), found) for deck in verdict.decks]
    if as_json_:
        echo(json.dumps(as_json(plans, verdict.problems), indent=1))
    else:
        show_problems(verdict.problems, err=True)
        for one in plans:
            show(one)
        if verdict.errors:
            echo("A deck with problems is not planned.", err=True)
        if plans:
            echo(f"When imported: {totals(one.counts for one in plans)}.")
    ctx.exit(1 if verdict.errors else 0)
