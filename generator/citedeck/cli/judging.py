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
    from citedeck.case import Case
    from citedeck.model import Verdict

_WORTH_A_BAR = 5_000  # facts; fewer take under a second
_STEPS = 1_000


def judge(decks: Sequence[str], folder: Path | None = None, since: Path | None = None) -> tuple[Case, Verdict]:
    """The decks named on the command line, and the verdict on them.

    Where a lock is lost, the package in `folder` stands in for it, or the one named as `since`.
    """
    from citedeck.roots import BUILD
    from citedeck.shipping import ShippedWith, last_built
    from citedeck.workspace import load

    home = workspace()
    built = last_built(home, folder or home.root / BUILD)
    shipped = ShippedWith(since, home, built) if since else None
    case = load(home, decks, base(), shipped or built)
    if shipped:
        shipped.require_use()
    with progress(sum(len(deck.entries) + len(deck.misread) for deck in case.decks)) as on_facts:
        return case, case.verdict(on_facts)


@contextmanager
def progress(total: int, label: str = "Verifying", is_long: bool | None = None) -> Iterator[Callable[..., None]]:
    """A bar on the terminal, if it `is_long`; by default, if there are many facts. Call what it gives for each of the
    things that is done, or with the part of one that is.
    """
    if not (total >= _WORTH_A_BAR if is_long is None else is_long) or not sys.stderr.isatty():
        yield lambda _=1.0: None
        return
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:
        done = 0.0

        def advance(part: float = 1.0) -> None:
            nonlocal done
            before, done = done, done + part
            steps = int(done * _STEPS / total) - int(before * _STEPS / total)
            if steps:
                bar.update(steps)

        yield advance
