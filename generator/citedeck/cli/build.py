"""`citedeck build`: verify, then write what was proved."""

from __future__ import annotations

from pathlib import Path

import click

from citedeck.cli.judging import judge
from citedeck.cli.options import base, decks_argument, strict_option, workspace, workspace_option
from citedeck.errors import CitedeckError


@click.command()
@decks_argument
@click.option(
    "--to", "format_", metavar="FORMAT", default="apkg", show_default=True, help="What to write: apkg (for Anki)."
)
@click.option(
    "-o",
    "output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write into DIR.  [default: build/ in the workspace]",
)
@strict_option
@workspace_option
@click.pass_context
def build(ctx: click.Context, decks: tuple[str, ...], format_: str, output: Path | None, strict: bool) -> None:
    """Verify decks, then write them for Anki.

    DECK is a deck's id or path; without one, all decks of the workspace are built, each as build/<deck id>.apkg.
    Nothing is written for a deck with problems; then the exit code is 1.
    """
    from citedeck.cli.wording import counted, show_problems, summary_line
    from citedeck.exporters import EXPORTERS
    from citedeck.writing import now, write

    if format_ not in EXPORTERS:
        raise CitedeckError(f"“{format_}” is not a format", f"Formats: {', '.join(EXPORTERS)}.")
    exporter, clock = EXPORTERS[format_], now()
    folder = base() / output if output else workspace().root / "build"
    verdict = judge(decks)
    show_problems(verdict.problems, err=True)
    failed = bool(verdict.errors or (strict and verdict.warnings))
    unfit = {problem.deck for problem in verdict.problems} if strict else set()
    for deck in verdict.decks:
        if deck.id not in unfit:
            path = folder / f"{deck.id}.{exporter.SUFFIX}"
            write(path, exporter.export(deck, clock))
            click.echo(f"wrote {_shown(path)} ({counted(len(deck.items), 'fact')})")
    if failed:
        click.echo("Nothing was written for a deck with problems.", err=True)
    click.secho(summary_line(verdict), fg="red" if failed else "green", err=failed)
    ctx.exit(1 if failed else 0)


def _shown(path: Path) -> str:
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
