"""What a run told of a workspace, told again while every file is as it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from citedeck.cli.terminal import echo, listening

if TYPE_CHECKING:
    from citedeck.ledger import Ledger

Told = Sequence[tuple[str, bool]]
"""Lines that were printed, each with whether it went to stderr."""


class Again:
    """What a workspace is `asked`, in words that are the same if the question is; `folders` are all it is asked of."""

    def __init__(self, ledger: Ledger, asked: str, folders: Sequence[Path]) -> None:
        from citedeck.ledger import snapshot

        self._ledger = ledger
        self._asked = asked
        self._folders = folders
        self.files = snapshot(folders)

    def tell(self) -> int | None:
        """Tell what was told when all files were what they are now; the exit code, None if that is not known."""
        from citedeck.ledger import digest

        kept = self._ledger[self._asked]
        if not kept or not self.files or kept["files"] != self.files:
            return None
        if any(digest(Path(path)) != found for path, found in kept["others"].items()):
            return None
        for text, err in kept["told"]:
            echo(text, err=err)
        return int(kept["code"])

    def expect(self, told: Told, failed: bool, found: Mapping[str, str], written: Collection[str]) -> None:
        """Keep what will be told if all files are what they were, but for those that the run has `written`. `found` are
        the digests of all it read and wrote, by their paths: that a file was changed meanwhile forbids it. Who changes
        one that was written changes what the next run finds.
        """
        from citedeck.ledger import snapshot

        folders = tuple(f"{folder}{os.sep}" for folder in self._folders)
        inside = {path: found[path] for path in written if path.startswith(folders)}
        files = {**self.files, **inside}
        unchanged = all(path in written or files.get(path) == digest for path, digest in found.items())
        if unchanged and snapshot(self._folders, inside) == files:
            self._keep(told, int(failed), files, {path: found[path] for path in written if path not in inside})

    def _keep(self, told: Told, code: int, files: Mapping[str, str], others: Mapping[str, str]) -> None:
        if self.files:
            self._ledger[self._asked] = {"files": files, "others": others, "told": told, "code": code}
            self._ledger.save()

    def run(self, command: Callable[[], int]) -> int:
        """Run what changes no file, or tell again what it told; the exit code."""
        from citedeck.ledger import snapshot

        code = self.tell()
        if code is None:
            with listening() as told:
                code = command()
            if snapshot(self._folders) == self.files:
                self._keep(told, code, self.files, {})
        return code
