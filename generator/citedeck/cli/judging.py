"""What `check` and `build` begin with: read the decks, judge them; and the bar that is shown while that lasts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from citedeck.cli.options import base, workspace

if TYPE_CHECKING:
    from citedeck.model import Verdict

_WORTH_A_BAR = 5_000  # facts; fewer take under a second


def judge(decks: Sequence[str]) -> Verdict:
    """The verdict on the decks named on the command line."""
    from citedeck.workspace import load

    case = load(workspace(), decks, base())
    with progress(sum(len(deck.entries) + len(deck.misread) for deck in case.decks)) as on_fact:
        return case.verdict(on_fact)


@contextmanager
def progress(total: int, label: str = "Verifying", enough: int = _WORTH_A_BAR) -> Iterator[Callable[[], None]]:
    """A bar on the terminal, if there is enough to wait for; call what it gives for each fact that is done."""
    if total < enough or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=total, label=label, file=sys.stderr, update_min_steps=enough // 10) as bar:
        yield lambda: bar.update(1)
