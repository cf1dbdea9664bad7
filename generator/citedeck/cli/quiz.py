"""`citedeck quiz`: the questions of a deck, asked in the terminal."""

from __future__ import annotations

import hashlib
import secrets
import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from citedeck.cli.judging import judge
from citedeck.cli.options import named_folder, workspace, workspace_option
from citedeck.cli.terminal import echo
from citedeck.errors import CitedeckError

if TYPE_CHECKING:
    from citedeck.cli.asking import Outcome
    from citedeck.cli.missed import Missed
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
@click.option(
    "--seed",
    metavar="N",
    type=int,
    help="Ask in the order of an earlier run, which shows its number.  [default: random]",
)
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

    case, verdict = judge((deck,) if deck else ())
    _require_one([file.id for file in case.decks])
    show_problems(verdict.errors, err=True)
    if verdict.errors:
        echo("Nothing is asked of a deck with problems.", err=True)
        ctx.exit(1)
    asked = questions(verdict.decks[0])
    missed = missed_of(workspace().root, asked.id)
    seed = secrets.randbelow(_SEEDS) if seed is None else seed
    items = _chosen(asked, kinds, missed if only_missed else None, seed)[:count]
    if not items:
        echo(f"Nothing to ask: {_why(asked, kinds, missed if only_missed else None)}")
        return
    outcome = ask_all(asked, items, seed)
    if _keep(missed, asked, outcome) and outcome.missed:
        echo(f"Ask what was missed again: {_command(deck or asked.id)} --missed")


def _require_one(decks: Sequence[str]) -> None:
    """That decks, by their ids, are several stops the run."""
    if len(decks) > 1:
        names = ", ".join(decks)
        raise CitedeckError("there are several decks", f"Name the one to ask: citedeck quiz DECK. There are {names}.")


def _command(deck: str) -> str:
    """The command of this run, as a shell takes it from the same folder."""
    folder = named_folder()
    return shlex.join(["citedeck", *(("-C", str(folder)) if folder else ()), "quiz", deck])


def _chosen(asked: Quiz, kinds: tuple[str, ...], missed: Missed | None, seed: int) -> list[QuizItem]:
    """The questions that are asked, in an order that hangs on the seed and their ids alone."""
    items = [item for item in asked.items if not kinds or item.kind in kinds]
    if missed:
        ids = missed.read()
        items = [item for item in items if item.id in ids]
    return sorted(items, key=lambda item: hashlib.sha256(f"{seed}\x1f{item.id}".encode()).digest())


def _why(asked: Quiz, kinds: tuple[str, ...], missed: Missed | None) -> str:
    if not missed:
        there = sorted({item.kind for item in asked.items}, key=_KINDS.index)
        return f"the deck has no question of the kind {' or '.join(kinds)}. It has {', '.join(there)}."
    ids = missed.read()
    if ids and ids.isdisjoint(item.id for item in asked.items):
        return "the questions you missed are no longer in the deck."
    of_kind = f" of the kind {' or '.join(kinds)}" if kinds else ""
    return f"no question{of_kind} is kept as missed."


def _keep(missed: Missed, asked: Quiz, outcome: Outcome) -> bool:
    """Remember what was missed now, and what was missed before and not asked; whether it could be kept. What could not
    is told.
    """
    before, lost = frozenset[str](), ""
    try:
        before = missed.read()
    except CitedeckError as error:
        lost = error.message
    there = {item.id for item in asked.items}
    ids = ((before & there) - {item.id for item in outcome.right}) | {item.id for item in outcome.missed}
    try:
        if ids != before or lost:
            missed.write(ids)
    except CitedeckError as error:
        echo(f"What was missed cannot be kept: {error.message}", err=True)
        return False
    if lost:
        echo(f"What was missed before is forgotten: {lost}", err=True)
    return True
