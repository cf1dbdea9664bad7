"""`citedeck report`: verify, and write a page that shows what the decks rest on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citedeck.cli.judging import judge
from citedeck.cli.options import (
    base,
    decks_argument,
    strangers,
    strict_option,
    watch_option,
    workspace,
    workspace_option,
)
from citedeck.cli.terminal import echo, secho
from citedeck.frozen import frozen

if TYPE_CHECKING:
    from citedeck.model import Verdict

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
@watch_option
@strict_option
@workspace_option
@click.pass_context
def report(ctx: click.Context, decks: tuple[str, ...], output: Path | None, watched: bool, strict: bool) -> None:
    """Verify decks, then write a page to look at: the articles, with every passage that facts rest on, and the facts,
    each as its cards and with its problems.

    DECK is a deck's id or path; without one, the page shows all decks of the workspace. It is one file, which asks
    nobody for anything. It is written also if there are problems; then the exit code is 1.

    With --watch it is written again whenever a deck, an article or a picture is saved, until Ctrl-C ends it.
    """
    from citedeck.cli.watching import watch
    from citedeck.roots import BUILD

    home = workspace()
    path = base() / output if output else home.root / BUILD / _NAME
    run = _Report(decks, path / _NAME if path.is_dir() else path, strict)
    if watched:
        watch(run, home, strangers(home, decks), run.path)
    else:
        ctx.exit(1 if run(lambda _: None) else 0)


@frozen
class _Report:
    """What is to be shown, and the file of the page."""

    decks: tuple[str, ...]
    path: Path
    strict: bool

    def __call__(self, tell: Callable[[Verdict], None]) -> bool:
        """Write the page once, and print how the decks do; whether they failed."""
        from citedeck.cli.wording import counted, coverage_lines, shown, summary_line
        from citedeck.coverage import coverage
        from citedeck.report import page
        from citedeck.writing import write

        case, verdict = judge(self.decks)
        write(self.path, page(case, verdict))
        tell(verdict)
        echo(f"wrote {shown(self.path)} ({counted(len(verdict.findings), 'fact')})")
        failed = bool(verdict.errors or (self.strict and verdict.warnings))
        secho(summary_line(verdict.summary), fg="red" if failed else "green")
        for line in coverage_lines(coverage(case.sources(), verdict)):
            echo(line)
        return failed
