"""`citedeck report`: verify, and write a page that shows what the decks rest on."""

from __future__ import annotations

from pathlib import Path

import click

from citedeck.cli.judging import judge
from citedeck.cli.options import base, decks_argument, strict_option, workspace, workspace_option
from citedeck.cli.terminal import echo, secho

_NAME = "report.html"


@click.command()
@decks_argument
@click.option(
    "-o",
    "output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write FILE, or report.html into a folder.  [default: build/report.html in the workspace]",
)
@strict_option
@workspace_option
@click.pass_context
def report(ctx: click.Context, decks: tuple[str, ...], output: Path | None, strict: bool) -> None:
    """Verify decks, then write a page to look at: the articles, with every passage that facts rest on, and the facts,
    each as its cards and with its problems.

    DECK is a deck's id or path; without one, the page shows all decks of the workspace. It is one file, which asks
    nobody for anything. It is written also if there are problems; then the exit code is 1.
    """
    from citedeck.cli.wording import counted, coverage_line, shown, summary_line
    from citedeck.coverage import coverage
    from citedeck.report import page
    from citedeck.shipping import FOLDER
    from citedeck.writing import write

    path = base() / output if output else workspace().root / FOLDER / _NAME
    if path.is_dir():
        path /= _NAME
    case, verdict = judge(decks)
    write(path, page(case, verdict))
    echo(f"wrote {shown(path)} ({counted(len(verdict.findings), 'fact')})")
    failed = bool(verdict.errors or (strict and verdict.warnings))
    secho(summary_line(verdict), fg="red" if failed else "green")
    for one in coverage(case.sources(), verdict):
        echo(coverage_line(one))
    ctx.exit(1 if failed else 0)
