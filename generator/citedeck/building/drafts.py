"""A draft: what becomes of one deck. Its verdict, and its files, whole, but not yet in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from citedeck.case import Case
from citedeck.errors import CitedeckError
from citedeck.frozen import frozen
from citedeck.history import Edition, Ties, plan
from citedeck.model import Deck, Problem, Summary, Verdict
from citedeck.shipping import Cargo, Dock
from citedeck.workspace import Workspace

if TYPE_CHECKING:
    from citedeck.building.rest import Rest


@frozen
class Order:
    """What is to be built of a workspace: in which formats, into which folder, at which time (in seconds since 1970).

    With `strict`, a deck with warnings is not shipped. Notes of facts that are `touched`, told by the ids of deck and
    fact, are stamped anew.
    """

    home: Workspace
    formats: tuple[str, ...]
    folder: Path
    now: int
    strict: bool = False
    touched: Callable[[str, str], bool] | None = None


@frozen
class Draft:
    """What becomes of one deck. Without `cargoes`, nothing of it is shipped. `counts` says how many of its notes an
    import adds, changes, and so on; `advice`, what is left to do in Anki.

    Of one that was drafted without the others, `ties` says what ties it to them; `stop`, what kept it from being
    shipped, although nothing is wrong with it; `rest`, how the next build finds it, where that is known already.
    """

    deck: str
    path: str
    summary: Summary = field(default_factory=Summary)
    problems: tuple[Problem, ...] = ()
    cargoes: tuple[Cargo, ...] = ()
    changes_lock: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)
    advice: tuple[str, ...] = ()
    ties: Ties | None = None
    stop: CitedeckError | OSError | None = None
    rest: Rest | None = None


def together(order: Order, case: Case, verdict: Verdict) -> list[Draft]:
    """The drafts of the decks of a case that may be shipped, by the verdict on them all."""
    unfit = {problem.deck for problem in verdict.problems} if order.strict else set()
    with discarded_if_stopped() as found:
        found.extend(secured(_of_case(order, case, deck)) for deck in verdict.decks if deck.id not in unfit)
    return found


def _of_case(order: Order, case: Case, deck: Deck) -> Draft:
    touched = order.touched
    edition = case.edition(deck, order.now, partial(touched, deck.id)) if touched else case.edition(deck, order.now)
    return loaded(order, case, Draft(deck.id, case.path(deck), Summary(len(deck.items))), edition)


def secured(draft: Draft) -> Draft:
    """A draft, once its files are on the disk; they are taken away if they cannot be."""
    try:
        for cargo in draft.cargoes:
            cargo.files.secure()
    except BaseException:
        discard([draft])
        raise
    return draft


def discard(drafts: Iterable[Draft]) -> None:
    """Take the files of drafts away, where they were not moved."""
    for draft in drafts:
        for cargo in draft.cargoes:
            cargo.files.discard()


@contextmanager
def discarded_if_stopped() -> Iterator[list[Draft]]:
    """A list for drafts, whose files are taken away if anything stops their making."""
    found: list[Draft] = []
    try:
        yield found
    except BaseException:
        discard(found)
        raise


def loaded(order: Order, case: Case, blank: Draft, edition: Edition) -> Draft:
    """A draft with the files of an edition."""
    docks = [Dock(order.home, case, name, order.folder) for name in order.formats]
    cargoes: list[Cargo] = []
    try:
        cargoes.extend(dock.load(edition) for dock in docks)
    except BaseException:
        discard([replace(blank, cargoes=tuple(cargoes))])
        raise
    planned = plan(edition) if any(dock.ships_notes for dock in docks) else None
    return replace(
        blank,
        cargoes=tuple(cargoes),
        changes_lock=any(cargo.changes_lock for cargo in cargoes),
        counts=planned.counts if planned else {},
        advice=planned.advice if planned else (),
    )
