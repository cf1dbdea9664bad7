"""Decks drafted one by one, where nothing ties them to each other: so they need not be in memory together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from citedeck.building.bench import Bench, Wanted
from citedeck.building.crew import draft_all, jobs_for
from citedeck.building.drafts import Draft, Order, discard, discarded_if_stopped
from citedeck.building.remembered import Remembered
from citedeck.frozen import frozen
from citedeck.history import are_apart, lock_path
from citedeck.ledger import Ledger
from citedeck.model import Problem, Summary
from citedeck.workspace import Workspace


@frozen
class Apart:
    """The drafts of the decks that are wanted, and what is wrong with the references of their workspace."""

    drafts: tuple[Draft, ...]
    references: tuple[Problem, ...]
    remembered: Remembered

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong."""
        return (*self.references, *(problem for draft in self.drafts for problem in draft.problems))

    @property
    def summary(self) -> Summary:
        """The figures of all."""
        wrong = [problem.severity for problem in self.references]
        summaries = (draft.summary for draft in self.drafts)
        return sum(summaries, Summary(errors=wrong.count("error"), warnings=wrong.count("warning")))


def apart(
    order: Order,
    ledger: Ledger,
    names: Sequence[str],
    base: Path,
    jobs: int | None,
    on_part: Callable[[float], None],
) -> Apart | None:
    """The decks named by id or by path (from `base`), or all, each drafted alone in one of so many processes; None
    where they must be drafted together, or where a name has to be looked into.
    """
    home, paths = order.home, order.home.deck_paths()
    wanted = _wanted(home, paths, names, base)
    locks, ours = home.lock_paths(), {lock_path(home.shown(path)) for path in paths}
    if not paths or wanted is None or len(ours) < len(paths) or not ours.issuperset(locks):
        return None
    known = Remembered(order, ledger)
    references, problems = home.references()
    if any(problem.severity == "error" for problem in problems):
        order = replace(order, formats=())
    at_rest = {path: draft for path in paths if (draft := known.draft(home.shown(path)))}
    waiting = [path for path in paths if path not in at_rest]
    bench = Bench(order, references, not locks, wanted)
    drafted = draft_all(bench, waiting, jobs_for(waiting, jobs), on_part)
    with discarded_if_stopped() as found, closing(drafted):
        found.extend(at_rest[path] if path in at_rest else next(drafted) for path in paths)
    if _stand_alone(found, wanted):
        mine = [draft for draft in found if wanted.has(draft.deck, draft.path)]
        return Apart(tuple(mine), problems, known)
    discard(found)
    return None


def _stand_alone(drafts: Sequence[Draft], wanted: Wanted) -> bool:
    """Whether drafting the decks together would not have changed them, and every name was taken for what it is."""
    ties = [draft.ties for draft in drafts if draft.ties]
    ids = {draft.deck for draft in drafts}
    return are_apart(ties) and wanted.ids <= ids and ids.isdisjoint(wanted.paths)


def _wanted(home: Workspace, paths: Sequence[Path], names: Sequence[str], base: Path) -> Wanted | None:
    """The decks that are named; None if a name is that of a file which is no deck of the workspace, or if there is a
    deck that cannot be looked at.
    """
    ids: set[str] = set()
    found: dict[str, str] = {}
    for name in names:
        path = base / name
        if not path.exists():
            ids.add(name)
            continue
        try:
            same = [one for one in paths if path.samefile(one)]
        except OSError:  # a deck that is a link to nothing
            return None
        if len(same) != 1:
            return None
        found[name] = home.shown(same[0])
    return Wanted(frozenset(ids), found)
