"""Several processes at the bench: each drafts the decks it is given."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from citedeck.building.bench import Bench, OnPart
from citedeck.building.drafts import Draft, discard, secured
from citedeck.errors import CitedeckError

_WORTH_A_PROCESS = 200_000  # bytes of deck files that are drafted in about the time a process takes to begin
_LOOKS = 0.5  # seconds between two looks at whether the process that began this one is still there


def jobs_for(paths: Sequence[Path], wanted: int | None) -> int:
    """How many processes are worth their while; as many at most as are `wanted`, or as there are cores."""
    size = sum(path.stat().st_size for path in paths if path.is_file())
    most = min(wanted or _cores(), len(paths))
    return max(1, min(most, size // _WORTH_A_PROCESS))


def _cores() -> int:
    """The processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


def draft_all(
    bench: Bench, paths: Sequence[Path], jobs: int, on_part: OnPart = lambda _: None
) -> Generator[Draft, None, None]:
    """The drafts of decks in the order of their paths, each drafted alone, in so many processes."""
    if jobs == 1:
        yield from (secured(bench.draft(path, on_part)) for path in paths)
        return
    # A fork has all that is loaded at once; elsewhere than on Linux it is not safe.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, context, _begin, (bench, os.getpid())) as pool:
        waiting = [pool.submit(_draft, path) for path in paths]
        waiting.reverse()
        try:
            while waiting:
                done = secured(waiting[-1].result())  # while others are drafted
                on_part(1.0)
                waiting.pop()
                yield done
        except BrokenProcessPool as broken:
            hint = "Perhaps there was not enough memory: build with --jobs 1."
            raise CitedeckError("a process that judged decks was killed; nothing was written", hint) from broken
        finally:
            pool.shutdown(cancel_futures=True)
            _discard(waiting)


def _discard(waiting: Sequence[Future[Draft]]) -> None:
    """Take the files of drafts away that nobody waits for any more."""
    for one in waiting:
        with suppress(BaseException):
            discard([one.result(timeout=0)])


_mine: list[Bench] = []  # the bench of this process


def _begin(bench: Bench, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; who began it ends it
    Thread(target=_end_with, args=(parent,), daemon=True).start()
    _mine[:] = [bench]


def _end_with(parent: int) -> None:
    """End when a parent that was killed can end nobody any more: who lives on has its lock, and all wait for that."""
    nothing = Event()
    while os.getppid() == parent:
        nothing.wait(_LOOKS)
    os._exit(1)


def _draft(path: Path) -> Draft:
    return _mine[0].draft(path)
