"""A deck at rest: nothing has changed since it was shipped, and what the next build would make of it is there already.

That building twice changes nothing is a promise of `history` and of the exporters. So what the second build will find
is known after the first: the same verdict, every note unchanged, the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from citedeck.building.drafts import Draft
from citedeck.exporters.product import Product
from citedeck.frozen import frozen
from citedeck.history import OUTCOMES, Edition, Ties, lock_path, ties_at_rest
from citedeck.ledger import Digests
from citedeck.model import DeckFile, Place, Problem, Summary
from citedeck.shipping import Cargo
from citedeck.writing import Staged

_NOTHING_TO_TELL = Product(b"")


@frozen
class Rest:
    """A deck as the next build finds it: `draft` is what becomes of it, as long as each of the `files`, by their paths
    from the root of the workspace, has its digest.
    """

    files: Mapping[str, str]
    draft: Draft

    def lasts(self, root: Path, digests: Digests) -> bool:
        """Whether it is still so, in the workspace at `root`."""
        return all(digests.of(root / path) == found for path, found in self.files.items())

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        draft = self.draft
        return {
            "deck": draft.deck,
            "path": draft.path,
            "files": dict(self.files),
            "facts": draft.summary.facts,
            "levels": dict(draft.summary.levels),
            "warnings": [asdict(problem) for problem in draft.problems],
            "counts": dict(draft.counts),
            "cargoes": {cargo.format: str(cargo.path) for cargo in draft.cargoes},
            "notes": draft.ties.notes.hex() if draft.ties else "",
            "lost": sorted(draft.ties.lost) if draft.ties else [],
            "plain": draft.ties.deck if draft.ties else "",
        }


def from_json(kept: Mapping[str, Any]) -> Rest:
    """What `as_json` made plain data of."""
    known = Ties(kept["plain"], bytes.fromhex(kept["notes"]), frozenset(map(tuple, kept["lost"])))
    problems = tuple(Problem(**{**one, "place": Place(**one["place"])}) for one in kept["warnings"])
    cargoes = tuple(_at_rest(format_, Path(path)) for format_, path in kept["cargoes"].items())
    summary = Summary(kept["facts"], kept["levels"], warnings=len(problems))
    draft = Draft(kept["deck"], kept["path"], summary, problems, cargoes, counts=kept["counts"], ties=known)
    return Rest(kept["files"], draft)


def rest(draft: Draft, edition: Edition, read: DeckFile, settled: DeckFile, files: Mapping[str, str]) -> Rest | None:
    """A deck as the next build finds it, once its draft is shipped; `files` are those it was made from. None where that
    build may find something else to tell of its past, or something to show that is not in these files.
    """
    lock = edition.lock
    steady = all(one.state != "moved" and not one.note.media for one in lock.notes.values())
    change = next((cargo.lock for cargo in draft.cargoes), None)
    told = any(cargo.product != _NOTHING_TO_TELL for cargo in draft.cargoes)
    if change is None or not steady or told or settled.problems != read.problems:
        return None
    files = {**files, lock_path(read.path): change.after}
    files.update((str(cargo.path), cargo.digest) for cargo in draft.cargoes)
    if not all(files.values()):
        return None
    living = sum(one.state == "living" for one in lock.notes.values())
    later = replace(
        draft,
        cargoes=tuple(_at_rest(cargo.format, cargo.path) for cargo in draft.cargoes),
        changes_lock=False,
        counts=dict.fromkeys(OUTCOMES, 0) | {"unchanged": living, "retired before": len(lock.notes) - living},
        advice=(),
        ties=ties_at_rest(settled, lock, None if edition.before else draft.ties),
    )
    return Rest(files, later)


def _at_rest(format_: str, path: Path) -> Cargo:
    return Cargo(format_, path, _NOTHING_TO_TELL, Staged())
