"""`citedeck quiz`: the questions of a deck, asked in the terminal."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from citedeck.cli.judging import judge
from citedeck.cli.options import workspace, workspace_option
from citedeck.cli.terminal import echo
from citedeck.errors import CitedeckError

if TYPE_CHECKING:
    from citedeck.cli.asking import Outcome
    from citedeck.cli.missed import Missed
    from citedeck.model import Deck
    from citedeck.quiz import Quiz, QuizItem

_KINDS = ("choice", "typed", "cloze", "list", "recall")
_SEEDS = 10_000


@click.command(short_help="Ask the questions of a deck in the terminal.")
@click.argument("deck", required=False)
@click.option("--count", metavar="N", type=click.IntRange(min=1), help="Ask N questions.  [default: all]")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(_KINDS),
    multiple=True,
    help="Ask only questions of this kind; may be repeated.",
)
@click.option("--seed", metavar="N", type=int, help="Ask in the order of this number, as in another run of it.")
@click.option("--missed", "only_missed", is_flag=True, help="Ask only what was missed, and not answered right since.")
@workspace_option
@click.pass_context
def quiz(
    ctx: click.Context,
    deck: str | None,
    count: int | None,
    kinds: tuple[str, ...],
    seed: int | None,
    only_missed: bool,
) -> None:
    """Ask the questions of DECK, and show after each what its answer rests on.

    DECK is a deck's id or path; it may be left out where there is only one. Only what is proved is asked, so of a deck
    with problems nothing is. An empty line passes, ? shows a hint, q ends. A pipe is read as if it were typed.

    What you missed is kept in your own folder, until you answer it right.

    \b
    Twenty questions:          citedeck quiz my-deck --count 20
    What was missed of them:   citedeck quiz my-deck --missed
    """
    from citedeck.cli.asking import ask_all
    from citedeck.cli.missed import missed_of
    from citedeck.cli.wording import show_problems
    from citedeck.quiz import quiz as questions

    _, verdict = judge((deck,) if deck else ())
    show_problems(verdict.errors, err=True)
    if verdict.errors:
        echo("Nothing is asked of a deck with problems.", err=True)
        ctx.exit(1)
    asked = questions(_only(verdict.decks))
    missed = missed_of(workspace().root, asked.id)
    seed = secrets.randbelow(_SEEDS) if seed is None else seed
    items = _chosen(asked, kinds, missed if only_missed else None, seed)[:count]
    if not items:
        echo(f"Nothing to ask: {_why(asked, kinds, only_missed)}")
        return
    outcome = ask_all(asked, items, seed)
    if _keep(missed, asked, outcome) and outcome.missed:
        echo(f"Ask what was missed again: citedeck quiz {asked.id} --missed")


def _only(decks: Sequence[Deck]) -> Deck:
    """The deck, which must be one."""
    if len(decks) > 1:
        names = ", ".join(deck.id for deck in decks)
        raise CitedeckError("there are several decks", f"Name the one to ask: citedeck quiz DECK. There are {names}.")
    return decks[0]


def _chosen(asked: Quiz, kinds: tuple[str, ...], missed: Missed | None, seed: int) -> list[QuizItem]:
    """The questions that are asked, in an order that hangs on the seed and their ids alone."""
    items = [item for item in asked.items if not kinds or item.kind in kinds]
    if missed:
        ids = missed.read()
        items = [item for item in items if item.id in ids]
    return sorted(items, key=lambda item: hashlib.sha256(f"{seed}\x1f{item.id}".encode()).digest())


def _why(asked: Quiz, kinds: tuple[str, ...], only_missed: bool) -> str:
    if only_missed:
        of_kind = f" of the kind {' or '.join(kinds)}" if kinds else ""
        return f"no question{of_kind} is kept as missed."
    there = sorted({item.kind for item in asked.items}, key=_KINDS.index)
    return f"the deck has no question of the kind {' or '.join(kinds)}. It has {', '.join(there)}."


def _keep(missed: Missed, asked: Quiz, outcome: Outcome) -> bool:
    """Remember what was missed now, and what was missed before and not asked; whether it could be kept."""
    try:
        before = missed.read()
    except CitedeckError:
        before = frozenset()
    there = {item.id for item in asked.items}
    ids = ((before & there) - set(outcome.right)) | set(outcome.missed)
    try:
        if ids != before:
            missed.write(ids)
    except CitedeckError as error:
        echo(f"What was missed cannot be kept: {error.message}", err=True)
        return False
    return True
