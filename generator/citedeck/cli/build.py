"""`citedeck build`: verify, then write what was proved, and the lock that remembers it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citedeck.cli.again import Again
from citedeck.cli.options import (
    base,
    decks_argument,
    root,
    strangers,
    strict_option,
    watch_option,
    workspace,
    workspace_option,
)
from citedeck.errors import CitedeckError

if TYPE_CHECKING:
    from citedeck.ledger import Ledger

_EVERY_FACT = "*"


@click.command()
@decks_argument
@click.option(
    "--to",
    "formats",
    metavar="FORMAT",
    default=("apkg",),
    multiple=True,
    show_default="apkg",
    help="What to write: apkg (for Anki), quiz (one HTML page), moodle, gift, qti, csv, tsv (text for Anki).",
)
@click.option(
    "-o",
    "output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write into DIR.  [default: build/ in the workspace]",
)
@click.option("--locked", is_flag=True, help="Fail, and write nothing, if a lock would change.")
@click.option(
    "--touch",
    "touched",
    metavar="[FACT]",
    multiple=True,
    is_flag=False,
    flag_value=_EVERY_FACT,
    help="Stamp FACT anew, so that Anki takes it over what a learner changed; without FACT, every fact.",
)
@click.option(
    "--since",
    metavar="FILE.apkg",
    type=click.Path(path_type=Path),
    help="Go on from a package that was shipped, where the lock is lost.",
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Build decks in up to N processes.  [default: one for each core, if that is worth it]",
)
@watch_option
@strict_option
@workspace_option
@click.pass_context
def build(
    ctx: click.Context,
    decks: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path | None,
    locked: bool,
    touched: tuple[str, ...],
    since: Path | None,
    jobs: int | None,
    watched: bool,
    strict: bool,
) -> None:
    """Verify decks, then write them for Anki, or as quizzes.

    DECK is a deck's id or path; without one, all decks of the workspace are built, each as build/<deck id>.apkg.
    Nothing is written for a deck with problems; then the exit code is 1.

    With --to, which may be repeated, the same facts become a quiz: a page to be taken in a browser, or what Moodle,
    Canvas and others import. What a format cannot express is told, with what was done instead.

    What is shipped is remembered in decks/<name>.lock: commit it. A note that has not changed keeps its time, so that
    an import leaves it, and what a learner did with it, alone.

    With --watch it builds again whenever a deck, an article or a picture is saved, and says what that changed, until
    Ctrl-C ends it. Each time is a build: what it ships, the lock remembers.
    """
    from citedeck.ledger import Ledger
    from citedeck.roots import BUILD

    home = root()
    ledger = Ledger(home)
    folder = base() / output if output else home / BUILD
    formats = tuple(dict.fromkeys(formats))
    again = None if decks or touched or since or watched else _again(ledger, home, formats, folder, strict)
    code = again.tell() if again else None
    if code is not None:
        ctx.exit(code)
    _require_sense(formats, touched, since)
    from citedeck.cli.building import Build

    shipped = base() / since if since else None
    run = Build(workspace(), ledger, again, decks, formats, folder, touched, shipped, locked, strict, jobs)
    if watched:
        from citedeck.cli.watching import watch

        _refuse_with("--watch", "goes on and on", locked=locked, touch=touched, since=since)
        watch(run, run.home, strangers(run.home, decks), folder)
    else:
        ctx.exit(1 if run() else 0)


def _again(ledger: Ledger, home: Path, formats: tuple[str, ...], folder: Path, strict: bool) -> Again:
    """What a build of all decks told, if it was asked the same; paths are told from where it is asked."""
    from citedeck.roots import DECKS, SOURCE

    asked = f"build {formats} into {folder}, from {Path.cwd()}, strict: {strict}"
    return Again(ledger, asked, [home / DECKS, home / SOURCE])


def _require_sense(formats: tuple[str, ...], touched: tuple[str, ...], since: Path | None) -> None:
    """That a format is none stops the run, and so do options that make no sense with it."""
    from citedeck.exporters import EXPORTERS

    for name in formats:
        if name not in EXPORTERS:
            raise CitedeckError(f"“{name}” is not a format", f"Formats: {', '.join(EXPORTERS)}.")
    if not any(EXPORTERS[name].SHIPS_NOTES for name in formats):
        _refuse_with(f"--to {formats[0]}", "holds no notes of Anki", touch=touched, since=since)


def _refuse_with(option: str, why: str, **others: object) -> None:
    """What makes no sense together with an option."""
    for name, given in others.items():
        if given:
            raise click.UsageError(f"{option} and --{name} do not go together: {option} {why}.")
