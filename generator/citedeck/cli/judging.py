"""What `check`, `build` and `plan` begin with: read the decks, judge them; and the bar that is shown meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citedeck.cli.options import base, workspace

if TYPE_CHECKING:
    from citedeck.model import Verdict
    from citedeck.workspace import Case

_WORTH_A_BAR = 5_000  # facts; fewer take under a second


def judge(decks: Sequence[str], folder: Path | None = None, since: Path | None = None) -> tuple[Case, Verdict]:
    """The decks named on the command line, and the verdict on them.

    Where a lock is lost, the package in `folder` stands in for it, or the one named as `since`.
    """
    from citedeck.shipping import FOLDER, ShippedWith, last_built
    from citedeck.workspace import load

    home = workspace()
    built = last_built(home, folder or home.root / FOLDER)
    shipped = ShippedWith(since, home, built) if since else None
    case = load(home, decks, base(), shipped or built)
    if shipped:
        shipped.require_use()
    with progress(sum(len(deck.entries) + len(deck.misread) for deck in case.decks)) as on_fact:
        return case, case.verdict(on_fact)


@contextmanager
def progress(total: int, label: str = "Verifying", enough: int = _WORTH_A_BAR) -> Iterator[Callable[[], None]]:
    """A bar on the terminal, if there is enough to wait for; call what it gives for each fact that is done."""
    if total < enough or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=total, label=label, file=sys.stderr, update_min_steps=enough // 10) as bar:
        yield lambda: bar.update(1)
