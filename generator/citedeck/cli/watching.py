"""`--watch`: run again whenever a deck, an article or a picture is saved, and say what that changed."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import click

from citedeck.cli.stopping import as_error, show_error
from citedeck.cli.terminal import echo
from citedeck.errors import CitedeckError

if TYPE_CHECKING:
    from citedeck.model import Verdict
    from citedeck.workspace import Workspace

Tell = Callable[["Verdict"], None]
"""Is given a verdict as soon as there is one, and prints what is to be said of its problems."""

_FOLDERS = ("decks", "source")
_OURS = (".lock", ".apkg")
_BEING_WRITTEN = ("~", ".tmp", ".swp", ".swx", ".part", ".crdownload")
_VIM_ASKS_WITH = "4913"  # the file by which it finds out whether it may write into a folder
_SETTLED = 150  # milliseconds without another change: some editors save in two steps
_LOOK_AGAIN = 1_000  # milliseconds after which to look although the system tells of nothing

_Snapshot = dict[Path, tuple[int, ...]]


def watch(run: Callable[[Tell], object], home: Workspace, named: Sequence[Path], output: Path) -> None:
    """Run, and run again at every change, until someone ends it.

    `named` are decks outside of the workspace; `output` is the file that is written, or the folder of packages.
    """
    gc.enable()  # it may run for days
    told = _Told()
    watched = [*(home.root / name for name in _FOLDERS), *named]
    with suppress(KeyboardInterrupt):
        seen = _snapshot(watched, output)
        run(told)  # what stops the first run, such as a deck that is not there, ends it
        echo(f"\nWatching {' and '.join(f'{name}/' for name in _FOLDERS)}. Ctrl-C ends.")
        for changed in _changes(watched, output, seen):
            names = ", ".join(sorted(map(home.shown, changed)))
            echo(f"\n{click.style(f'— {_time_of_day()} · {names}', dim=True)}")
            _attempt(run, told)
    echo("")


@dataclass(slots=True)
class _Told:
    """Tells of each verdict what is otherwise than in the one before."""

    last: Verdict | None = field(default=None)

    def __call__(self, verdict: Verdict) -> None:
        from citedeck.cli.differences import differences, show_differences
        from citedeck.cli.wording import show_problems

        if self.last is None:
            show_problems(verdict.problems, err=True)
        else:
            found = differences(self.last, verdict)
            show_differences(found)
            if not found:
                echo("The verdict is the same.")
        self.last = verdict


def _attempt(run: Callable[[Tell], object], told: _Told) -> None:
    """Run once; what stops a run does not stop the watch."""
    try:
        run(told)
    except (CitedeckError, OSError) as error:
        show_error(as_error(error))


def _changes(watched: Sequence[Path], output: Path, seen: _Snapshot) -> Iterator[set[Path]]:
    """The files that were saved since `seen`, each time some were.

    The system says when to look; that something is otherwise says the look itself. So nothing is missed that happens
    before the system was asked, or in a folder that takes the place of another.
    """
    while True:
        _wait([path for path in watched if path.exists()])
        now = _snapshot(watched, output)
        if now != seen:
            changed = {path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path)}
            seen = now
            yield changed


def _wait(watched: Sequence[Path]) -> None:
    """Wait until the system tells of a change, or until it is time to look all the same.

    Where the system cannot tell, since a folder is gone or too many are watched, that time is all.
    """
    from watchfiles import watch as batches

    try:
        told = batches(*watched, watch_filter=None, step=_SETTLED, rust_timeout=_LOOK_AGAIN, yield_on_timeout=True)
        with closing(told):  # now, not when it is collected: there a Ctrl-C would be lost
            next(told)
    except (OSError, RuntimeError):
        Event().wait(_LOOK_AGAIN / 1_000)


def _snapshot(watched: Sequence[Path], output: Path) -> _Snapshot:
    """What every file that matters looks like from outside."""
    found: _Snapshot = {}
    for top in watched:
        inside = (Path(folder, name) for folder, _, names in os.walk(top) for name in names)
        for path in (top, *(path for path in inside if _matters(path, output))):
            with suppress(OSError):
                facts = path.stat()
                found[path] = (facts.st_ino, *((facts.st_mtime_ns, facts.st_size) if path.is_file() else ()))
    return found


def _matters(path: Path, output: Path) -> bool:
    """Whether a file may change the outcome: it is not what we write, nor what an editor does meanwhile."""
    name = path.name
    return not (
        name.startswith((".", "#"))
        or name.endswith(_BEING_WRITTEN)
        or name == _VIM_ASKS_WITH
        or path.suffix in _OURS
        or path == output
    )


def _time_of_day() -> str:
    from datetime import datetime

    return datetime.now().strftime("%H:%M:%S")
