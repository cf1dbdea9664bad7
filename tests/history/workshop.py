"""A workspace whose decks are built again and again, as `citedeck build` does it."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from citedeck.building import Apart, Draft, Order, apart, discard
from citedeck.case import Case
from citedeck.history import Edition, Lock, lock_path, plan
from citedeck.ledger import Ledger
from citedeck.model import Verdict
from citedeck.shipping import Dock, last_built
from citedeck.workspace import Workspace, load
from tests.exporters.apkg.every_kind import ARTICLE, T0, Facts


def _nothing(_: str) -> bool:
    return False


def _content(draft: Draft) -> list[bytes]:
    """The lock and the package of a draft, as they wait or as they are."""
    (cargo,) = draft.cargoes
    lock = cargo.path.parents[1] / lock_path(draft.path)
    waiting = [new for new, _ in cargo.files.files]
    return [path.read_bytes() for path in waiting or (lock, cargo.path)]


class Workshop:
    """A folder with decks about the clockmakers of Varnholt."""

    def __init__(self, root: Path, article: str = ARTICLE) -> None:
        self.root = root
        self.counted: Counter[str] = Counter()
        for folder in ("decks", "source", "build"):
            (root / folder).mkdir(parents=True, exist_ok=True)
        (root / "source" / "varnholt.txt").write_text(article, encoding="utf-8")

    def write(self, name: str, facts: Facts, **head: object) -> Workshop:
        """Write a deck; `head` are further keys of it."""
        deck = {"deck": name.capitalize(), "source": "varnholt", **head, "facts": facts}
        self.path(name).write_text(json.dumps(deck, ensure_ascii=False, indent=1), encoding="utf-8")
        return self

    def path(self, name: str) -> Path:
        return self.root / "decks" / f"{name}.yaml"

    def lock_path(self, name: str) -> Path:
        return self.root / "decks" / f"{name}.lock"

    def package(self, name: str) -> Path:
        return self.root / "build" / f"{name}.apkg"

    def read(self, *names: str) -> tuple[Case, Verdict]:
        """The decks of these names, or all, and the verdict on them."""
        workspace = Workspace(self.root)
        case = load(workspace, names, self.root, last_built(workspace, self.root / "build"))
        return case, case.verdict()

    def told(self, *names: str) -> list[tuple[str, str | None]]:
        """The codes of all problems, with the facts they are told of."""
        return [(problem.code, problem.fact) for problem in self.verdict(*names).problems]

    def verdict(self, *names: str) -> Verdict:
        """The verdict on the decks of these names, or all; it is the same if each is drafted without the others."""
        _, verdict = self.read(*names)
        with self.drafted_apart(T0, names) as apart:
            assert apart is None or apart.problems == verdict.problems
        return verdict

    @contextmanager
    def drafted_apart(self, now: int, names: tuple[str, ...] = ()) -> Iterator[Apart | None]:
        """What becomes of the decks if each is drafted without the others, if it can be; decks at rest are remembered
        in a folder of the workshop.
        """
        order = Order(Workspace(self.root), ("apkg",), self.root / "build", now)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CITEDECK_CACHE", str(self.root / "cache"))
            found = apart(order, Ledger(self.root), names, self.root, 1, lambda _: None)
            self.counted["drafted together" if found is None else "drafted apart"] += 1
            waiting = [cargo.files.files for draft in found.drafts for cargo in draft.cargoes] if found else []
            self.counted["decks at rest"] += waiting.count(())
            try:
                yield found
            finally:
                discard(found.drafts if found else ())

    def forget(self) -> None:
        """Forget which decks are at rest, as citedeck does when its code changes."""
        shutil.rmtree(self.root / "cache", ignore_errors=True)

    def build(self, now: int, *names: str, touched: Callable[[str], bool] = _nothing) -> dict[str, Edition]:
        """Build the decks of these names, or all; that one has errors is an error."""
        case, verdict = self.read(*names)
        assert not verdict.errors, [(problem.code, problem.fact, problem.message) for problem in verdict.errors]
        dock = Dock(Workspace(self.root), case, "apkg", self.root / "build")
        editions = {deck.id: case.edition(deck, now, touched) for deck in verdict.decks}
        with self.drafted_apart(now, names) as apart:
            drafts = [one for one in apart.drafts if not one.stop] if apart and touched is _nothing else []
            content = {draft.deck: _content(draft) for draft in drafts}
            for edition in editions.values():
                dock.load(edition).ship()
            for draft in drafts:
                assert content[draft.deck] == [
                    (self.root / lock_path(draft.path)).read_bytes(),
                    self.package(draft.deck).read_bytes(),
                ]
                assert draft.counts == plan(editions[draft.deck]).counts
                assert draft.advice == plan(editions[draft.deck]).advice
            if apart and drafts:
                assert apart.problems == verdict.problems
                assert apart.summary == verdict.summary
                apart.remembered.keep(drafts)
        return editions

    def lock(self, name: str) -> Lock:
        """The lock of a deck as it lies on the disk."""
        found = Workspace(self.root).locks()[f"decks/{name}.lock"].lock
        assert found is not None
        return found

    def guids(self, name: str) -> dict[str, str]:
        """The guids of the living notes of a deck by their facts."""
        notes = self.lock(name).notes.items()
        return {one.note.fact: guid for guid, one in notes if one.state == "living"}

    def states(self, name: str) -> dict[str, str]:
        """The states of the notes of a deck by their guids."""
        return {guid: one.state for guid, one in self.lock(name).notes.items()}

    def mods(self, name: str) -> dict[str, int]:
        """The times of the notes of a deck by their guids."""
        return {guid: one.mod for guid, one in self.lock(name).notes.items()}
