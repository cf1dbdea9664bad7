"""Building: drafts shipped, and told; what `citedeck build` runs, once or again and again."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from citedeck.cli.judging import judge, progress
from citedeck.cli.options import base
from citedeck.cli.terminal import echo, listening, secho
from citedeck.errors import CitedeckError
from citedeck.frozen import frozen

if TYPE_CHECKING:
    from citedeck.building import Apart, Draft, Order
    from citedeck.case import Case
    from citedeck.cli.again import Again
    from citedeck.ledger import Ledger
    from citedeck.model import Summary, Verdict
    from citedeck.workspace import Workspace

_WORTH_A_BAR = 1_000_000  # bytes of decks; less takes under a second


@frozen
class Build:
    """What is to be built, and how."""

    home: Workspace
    ledger: Ledger
    again: Again | None
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
        from citedeck.shipping import sweep_up
        from citedeck.writing import alone

        with alone(self.home.root / "decks", lambda: echo("Waiting for another build to end.", err=True)):
            sweep_up(self.home, self.folder, self.formats)
            try:
                return self._build(tell)
            except BaseException:
                sweep_up(self.home, self.folder, self.formats)  # what a process was writing when it was killed
                raise

    def _build(self, tell: Callable[[Verdict], None] | None) -> bool:
        from citedeck.building import discard

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
                self._remember(apart)
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
            found = apart(self._order(), self.ledger, self.decks, base(), self.jobs, on_part)
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

    def _remember(self, apart: Apart) -> None:
        """Remember the decks that are at rest now; and if all are, what the next build will tell."""
        from citedeck.cli.wording import show_problems
        from citedeck.history import lock_path

        apart.remembered.keep(apart.drafts)
        rests = [draft.rest for draft in apart.drafts if draft.rest]
        if self.again is None or len(rests) < len(apart.drafts):
            return
        later = replace(apart, drafts=tuple(rest.draft for rest in rests))
        with listening(alone=True) as told:
            show_problems(later.problems, err=True)
            for draft in later.drafts:
                _ship(draft)
            failed = self._end(later.drafts, later.summary)
        root = self.home.root
        files = {os.fspath(root / path): found for rest in rests for path, found in rest.files.items()}
        written = [root / lock_path(draft.path) for draft in apart.drafts]
        written += [cargo.path for draft in apart.drafts for cargo in draft.cargoes]
        self.again.expect(told, failed, files, {os.fspath(path) for path in written})

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
        questions = "" if cargo.lock or not cargo.files.files else f", {counted(cargo.product.questions, 'question')}"
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
