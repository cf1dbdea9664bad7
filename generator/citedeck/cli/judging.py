"""What `check` and `build` begin with: read the decks, judge them, show a bar while it lasts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
    total = sum(len(deck.entries) + len(deck.misread) for deck in case.decks)
    if total < _WORTH_A_BAR or not sys.stderr.isatty():
        return case.verdict()
    with click.progressbar(length=total, label="Verifying", file=sys.stderr, update_min_steps=500) as bar:
        return case.verdict(lambda: bar.update(1))
