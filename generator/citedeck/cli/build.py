"""`citedeck build`: verify, then write what was proved, and the lock that remembers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citedeck.cli.judging import judge, progress
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
    from citedeck.building import Apart, Draft, Order
    from citedeck.model import Summary, Verdict
    from citedeck.workspace import Case, Workspace

_EVERY_FACT = "*"
_WORTH_A_BAR = 1_000_000  # bytes of decks; less takes under a second


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
    from citedeck.cli.watching import watch
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
        home,
        decks,
        tuple(dict.fromkeys(formats)),
        folder,
        touched,
        base() / since if since else None,
        locked,
        strict,
        jobs,
    )
    if watched:
        _refuse_with("--watch", "goes on and on", locked=locked, touch=touched, since=since)
        watch(run, home, strangers(home, decks), folder)
    else:
        ctx.exit(1 if run() else 0)


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
    jobs: int | None

    def __call__(self, tell: Callable[[Verdict], None] | None = None) -> bool:
        """Build once, and print how it went; whether it failed. The verdict is told to `tell`, if that is given."""
        from citedeck.building import discard
        from citedeck.shipping import sweep_up
        from citedeck.writing import alone

        with alone(self.home.root / "decks", lambda: echo("Waiting for another build to end.", err=True)):
            sweep_up(self.home, self.folder)
            apart = None if tell or self.touched or self.since else self._apart()
            drafts, summary = (apart.drafts, apart.summary) if apart else self._together(tell)
            try:
                for stop in filter(None, (draft.stop for draft in drafts)):
                    raise stop
                if self.locked:
                    _refuse([draft for draft in drafts if draft.changes_lock])
                for draft in drafts:
                    _ship(draft)
                if apart:
                    apart.remembered.keep(drafts)
            finally:
                discard(drafts)
        return self._end(drafts, summary)

    def _apart(self) -> Apart | None:
        """The drafts of decks that could each be drafted alone; None if they could not."""
        from citedeck.building import apart
        from citedeck.cli.wording import show_problems

        paths = self.home.deck_paths()
        size = sum(path.stat().st_size for path in paths if path.is_file())
        with progress(len(paths), "Building", size >= _WORTH_A_BAR) as on_part:
            found = apart(self._order(), self.decks, base(), self.jobs, on_part)
        if found:
            show_problems(found.problems, err=True)
        return found

    def _together(self, tell: Callable[[Verdict], None] | None = None) -> tuple[Sequence[Draft], Summary]:
        """The drafts of decks that were drafted together, and the figures of all."""
        from citedeck.building import together
        from citedeck.cli.wording import show_problems

        case, verdict = judge(self.decks, self.folder, self.since)
        if tell:
            tell(verdict)
        else:
            show_problems(verdict.problems, err=True)
        return together(self._order(case), case, verdict), verdict.summary

    def _order(self, case: Case | None = None) -> Order:
        from citedeck.building import Order
        from citedeck.cli.touching import Touched
        from citedeck.writing import now

        touched = Touched(self.touched, case) if case and self.touched else None
        return Order(self.home, self.formats, self.folder, now(), self.strict, touched)

    def _end(self, drafts: Sequence[Draft], summary: Summary) -> bool:
        """Print how it went; whether it failed."""
        from citedeck.cli.planning import show_advice, totals
        from citedeck.cli.wording import summary_line

        failed = bool(summary.errors or (self.strict and summary.warnings))
        if failed:
            echo("Nothing was written for a deck with problems.", err=True)
        secho(summary_line(summary), fg="red" if failed else "green", err=failed)
        show_advice(advice for draft in drafts for advice in draft.advice)
        counts = [draft.counts for draft in drafts if draft.counts]
        if counts:
            echo(f"When imported: {totals(counts)}.")
        return failed


def _ship(draft: Draft) -> None:
    """Ship a deck, and print what was written, and what its formats cannot express."""
    from citedeck.cli.wording import counted, product_lines, shown

    for cargo in draft.cargoes:
        cargo.ship()
        done = "wrote {}" if cargo.files.files else "{} is as it was"
        questions = "" if cargo.lock else f", {counted(cargo.product.questions, 'question')}"
        echo(f"{done.format(shown(cargo.path))} ({counted(draft.summary.facts, 'fact')}{questions})")
        for line in product_lines(cargo.format, cargo.product):
            echo(line)


def _refuse(drafts: Sequence[Draft]) -> None:
    """That locks would change stops the run."""
    from citedeck.history import lock_path

    if drafts:
        paths = ", ".join(lock_path(draft.path) for draft in drafts)
        hint = "`citedeck plan` says what changes. Build without --locked, and commit the lock."
        raise CitedeckError(f"--locked: nothing was written, for {paths} would change", hint)
