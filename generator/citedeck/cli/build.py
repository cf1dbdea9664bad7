"""`citedeck build`: verify, then write what was proved, and the lock that remembers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
from citedeck.errors import CitedeckError

if TYPE_CHECKING:
    from citedeck.exporters.product import Product
    from citedeck.history import Edition
    from citedeck.model import Verdict
    from citedeck.shipping import Dock
    from citedeck.workspace import Case, Workspace

_ALL = "*"


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
    flag_value=_ALL,
    help="Stamp FACT anew, so that Anki takes it over what a learner changed; without FACT, every fact.",
)
@click.option(
    "--since",
    metavar="FILE.apkg",
    type=click.Path(path_type=Path),
    help="Go on from a package that was shipped, where the lock is lost.",
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
    from citedeck.cli.watching import watch
    from citedeck.cli.wording import show_problems
    from citedeck.exporters import EXPORTERS
    from citedeck.shipping import FOLDER

    for name in formats:
        if name not in EXPORTERS:
            raise CitedeckError(f"“{name}” is not a format", f"Formats: {', '.join(EXPORTERS)}.")
    if not any(EXPORTERS[name].SHIPS_NOTES for name in formats):
        _refuse_with(f"--to {formats[0]}", "holds no notes of Anki", touch=touched, since=since)
    home = workspace()
    folder = base() / output if output else home.root / FOLDER
    run = _Build(
        home, decks, tuple(dict.fromkeys(formats)), folder, touched, base() / since if since else None, locked, strict
    )
    if watched:
        _refuse_with("--watch", "goes on and on", locked=locked, touch=touched, since=since)
        watch(run, home, strangers(home, decks), folder)
    else:
        ctx.exit(1 if run(lambda verdict: show_problems(verdict.problems, err=True)) else 0)


def _refuse_with(option: str, why: str, **others: object) -> None:
    """What makes no sense together with an option."""
    for name, given in others.items():
        if given:
            raise click.UsageError(f"{option} and --{name} do not go together: {option} {why}.")


@dataclass(frozen=True, slots=True)
class _Build:
    """What is to be built, and how."""

    home: Workspace
    decks: tuple[str, ...]
    formats: tuple[str, ...]
    folder: Path
    touched: tuple[str, ...]
    since: Path | None
    locked: bool
    strict: bool

    def __call__(self, tell: Callable[[Verdict], None]) -> bool:
        """Build once, and print how it went; whether it failed."""
        from citedeck.cli.planning import show_advice, totals
        from citedeck.cli.wording import summary_line
        from citedeck.history import plan
        from citedeck.writing import alone

        with alone(self.home.root / "decks", lambda: echo("Waiting for another build to end.", err=True)):
            case, verdict = judge(self.decks, self.folder, self.since)
            tell(verdict)
            shipped = self._ship(case, verdict)
        failed = bool(verdict.errors or (self.strict and verdict.warnings))
        if failed:
            echo("Nothing was written for a deck with problems.", err=True)
        secho(summary_line(verdict), fg="red" if failed else "green", err=failed)
        plans = [plan(edition) for edition in shipped]
        show_advice(plans)
        if plans:
            echo(f"When imported: {totals(plans)}.")
        return failed

    def _ship(self, case: Case, verdict: Verdict) -> list[Edition]:
        """Write what may be written of each deck; the editions that were shipped."""
        from citedeck.shipping import Dock
        from citedeck.writing import now

        clock = now()
        unfit = {problem.deck for problem in verdict.problems} if self.strict else set()
        touch = _Touch(self.touched, case)
        editions = [case.edition(deck, clock, touch.of(deck.id)) for deck in verdict.decks if deck.id not in unfit]
        docks = [Dock(self.home, case, name, self.folder) for name in self.formats]
        if self.locked:
            _refuse(case, [edition for edition in editions if any(dock.changes_lock(edition) for dock in docks)])
        for edition in editions:
            for dock in docks:
                _tell(dock, edition, *dock.ship(edition))
        return editions if any(dock.ships_notes for dock in docks) else []


def _tell(dock: Dock, edition: Edition, path: Path, product: Product) -> None:
    """Print what was written, and what its format cannot express."""
    from citedeck.cli.wording import counted, product_lines, shown

    questions = "" if dock.ships_notes else f", {counted(product.questions, 'question')}"
    echo(f"wrote {shown(path)} ({counted(len(edition.deck.items), 'fact')}{questions})")
    for line in product_lines(dock.format, product):
        echo(line)


class _Touch:
    """The facts that are to be stamped anew, named as FACT or DECK/FACT; what names none stops the run."""

    def __init__(self, names: tuple[str, ...], case: Case) -> None:
        self._names = frozenset(names)
        locks = [lock for deck in case.decks if (lock := case.lock(deck))]
        facts = {(deck.id, str(entry.id)) for deck in case.decks for entry in deck.entries}
        shipped = ((lock.deck, one) for lock in locks for one in lock.notes.values())
        facts |= {(deck, one.note.fact) for deck, one in shipped if one.state != "moved"}
        known = {name for deck, fact in facts for name in (fact, f"{deck}/{fact}")}
        unknown = sorted(self._names - known - {_ALL})
        if unknown:
            hint = "Name facts by their ids. To stamp every fact anew, put --touch last, without any."
            decks = ", ".join(deck.id for deck in case.decks)
            raise CitedeckError(f"there is no fact “{unknown[0]}” to touch in {decks}", hint)

    def of(self, deck: str) -> Callable[[str], bool]:
        """Whether a fact of a deck is one of them."""
        return lambda fact: not self._names.isdisjoint((_ALL, fact, f"{deck}/{fact}"))


def _refuse(case: Case, editions: list[Edition]) -> None:
    if editions:
        paths = ", ".join(case.lock_path(edition.deck) for edition in editions)
        hint = "`citedeck plan` says what changes. Build without --locked, and commit the lock."
        raise CitedeckError(f"--locked: nothing was written, for {paths} would change", hint)
