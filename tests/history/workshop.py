"""A workspace whose decks are built again and again, as `citedeck build` does it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from citedeck.history import Edition, Lock
from citedeck.model import Verdict
from citedeck.shipping import Dock, last_built
from citedeck.workspace import Case, Workspace, load
from tests.exporters.apkg.every_kind import ARTICLE, Facts


class Workshop:
    """A folder with decks about the clockmakers of Varnholt."""

    def __init__(self, root: Path, article: str = ARTICLE) -> None:
        self.root = root
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
        return [(problem.code, problem.fact) for problem in self.read(*names)[1].problems]

    def build(self, now: int, *names: str, touched: Callable[[str], bool] = lambda _: False) -> dict[str, Edition]:
        """Build the decks of these names, or all; that one has errors is an error."""
        case, verdict = self.read(*names)
        assert not verdict.errors, [(problem.code, problem.fact, problem.message) for problem in verdict.errors]
        dock = Dock(Workspace(self.root), case, "apkg", self.root / "build")
        editions = {deck.id: case.edition(deck, now, touched) for deck in verdict.decks}
        for edition in editions.values():
            dock.ship(edition)
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
