"""What a run told of a workspace, told again while nothing of it has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from citedeck.cli.terminal import echo, listening

_SECTION = "told"


def told_again(root: Path, asked: str, run: Callable[[], int]) -> int:
    """Run what reads a workspace and nothing else; or print what it told when it was `asked` the same before, if it
    would find the same files. Its exit code.
    """
    from citedeck.ledger import Ledger

    ledger, found = Ledger(root), _files(root)
    kept = ledger[_SECTION]
    if found and kept and kept["asked"] == asked and kept["files"] == found:
        for text, err in kept["told"]:
            echo(text, err=err)
        return int(kept["code"])
    with listening() as told:
        code = run()
    if found and _files(root) == found:
        ledger[_SECTION] = {"asked": asked, "files": found, "told": told, "code": code}
        ledger.save()
    return code


def _files(root: Path) -> str:
    """The fingerprint of all that may be read; empty if that cannot be told. A package stands in for a lock that is not
    there.
    """
    from citedeck.ledger import fingerprint
    from citedeck.roots import DECKS, SOURCE

    return fingerprint([root / name for name in (DECKS, SOURCE, "build")])
