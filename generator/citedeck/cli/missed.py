"""The questions a learner missed last time, kept in the user's own folder: one small file for each deck."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import click

from citedeck.errors import CitedeckError
from citedeck.frozen import frozen
from citedeck.writing import write

_DIGITS = 16


@frozen
class Missed:
    """What was missed of a deck: a file that may not be there."""

    path: Path

    def read(self) -> frozenset[str]:
        """The ids of the questions; that the file cannot be read stops the run."""
        try:
            said = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return frozenset()
        except (OSError, ValueError, RecursionError) as error:
            raise CitedeckError(f"what was missed cannot be read: {error}", f"Delete {self.path}.") from error
        ids = said.get("missed") if isinstance(said, dict) else None
        if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
            raise CitedeckError(f"what was missed cannot be read: {self.path} is not ours", "Delete it.")
        return frozenset(ids)

    def write(self, ids: Iterable[str]) -> None:
        """Keep the ids of questions in the place of those that were kept."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CitedeckError(f"{self.path.parent} cannot be made: {error.strerror or error}") from error
        write(self.path, json.dumps({"version": 1, "missed": sorted(ids)}, ensure_ascii=False).encode("utf-8"))


def missed_of(root: Path, deck: str) -> Missed:
    """What was missed of a deck of the workspace in a folder."""
    name = hashlib.sha256(f"{root.resolve()}\x1f{deck}".encode("utf-8", "surrogateescape")).hexdigest()[:_DIGITS]
    return Missed(Path(click.get_app_dir("citedeck")) / "missed" / f"{name}.json")
