"""`citedeck build` beside the script one would write instead, on the same facts: ratios of medians, all in one run.

python -m benchmarks.scale [--facts 100000] [--sources 200] [--one-deck] [--pairs 5] [--growth]

Wall time, with as many processes as citedeck likes. Memory is that of all processes of a run, at its peak: what they
share is counted once (PSS, Linux only).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.towns import workspace

HERE = Path(__file__).parent
CITEDECK = [sys.executable, "-m", "citedeck"]
SAMPLE = 0.02  # seconds


class Bench:
    """Runs commands on a workspace, with a cache of its own."""

    def __init__(self, folder: Path, facts: int, sources: int, decks: int) -> None:
        self.root = folder / "work"
        self.cache = folder / "cache"
        self.plain = folder / "plain.apkg"
        self.facts = facts
        workspace(self.root, facts, sources, decks)

    def forget(self) -> None:
        """As if nothing had been built."""
        for folder in (self.cache, self.root / "build"):
            shutil.rmtree(folder, ignore_errors=True)
        for lock in (self.root / "decks").glob("*.lock"):
            lock.unlink()

    def script(self, name: str) -> list[str]:
        return [sys.executable, str(HERE / f"{name}.py"), str(self.root), str(self.plain)]

    def build(self) -> list[str]:
        return [*CITEDECK, "-C", str(self.root), "build"]

    def seconds(self, command: Sequence[str]) -> float:
        """How long a command takes."""
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=self._environment())
        return time.perf_counter() - started

    def megabytes(self, command: Sequence[str]) -> float:
        """The most memory that a command and its processes have at once."""
        peak = 0
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=self._environment()) as running:
            while running.poll() is None:
                peak = max(peak, sum(map(_kilobytes, _family(running.pid))))
                time.sleep(SAMPLE)
        return peak / 1024

    def edit(self, number: int) -> None:
        """Change one fact: what it asks."""
        deck = sorted((self.root / "decks").glob("*.yaml"))[0]
        text = deck.read_text(encoding="utf-8")
        before = "Who founded" if number == 0 else f"({number}) Who founded"
        deck.write_text(text.replace(f"ask: {before}", f"ask: ({number + 1}) Who founded", 1), encoding="utf-8")

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "CITEDECK_CACHE": str(self.cache)}


def _family(pid: int) -> list[int]:
    """A process and all that it began."""
    try:
        threads = Path(f"/proc/{pid}/task").iterdir()
        children = [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(child))]


def _kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _row(what: str, ours: Sequence[float], theirs: Sequence[float], unit: str) -> None:
    ratio = median(ours) / median(theirs)
    print(f"| {what} | {median(ours):.2f} {unit} | {median(theirs):.2f} {unit} | {ratio:.3f} |", flush=True)


def compare(bench: Bench, pairs: int) -> None:
    """Print the table."""
    plain, first, same, one, floor = ([] for _ in range(5))  # type: tuple[list[float], ...]
    for number in range(pairs):
        plain.append(bench.seconds(bench.script("plain_script")))
        bench.forget()
        first.append(bench.seconds(bench.build()))
        same.append(bench.seconds(bench.build()))
        bench.edit(number)
        one.append(bench.seconds(bench.build()))
        floor.append(bench.seconds(bench.script("floor")))
    print("| what | citedeck | beside | ratio |\n|---|---|---|---|")
    _row("first build / plain script", first, plain, "s")
    _row("nothing changed / first build", same, first, "s")
    _row("one fact changed / first build", one, first, "s")
    _row("first build / floor", first, floor, "s")
    _row("plain script / floor", plain, floor, "s")
    bench.forget()
    memory = bench.megabytes(bench.build()), bench.megabytes(bench.script("plain_script"))
    _row("peak memory / plain script", memory[:1], memory[1:], "MB")
    size = sum(path.stat().st_size for path in (bench.root / "build").iterdir())
    _row("size of packages / plain script's", [size / 1e6], [bench.plain.stat().st_size / 1e6], "MB")


def growth(sizes: Sequence[int]) -> None:
    """Print how the time for a fact grows with their number; 500 of them are a deck."""
    before = 0.0
    for facts in sizes:
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(Path(folder), facts, facts // 500, facts // 500)
            each = bench.seconds(bench.build()) / facts * 1e6
        grown = f", {each / before:.2f} times the one before" if before else ""
        print(f"{facts:>9,} facts: {each:6.1f} µs each{grown}", flush=True)
        before = each


def start_up(rounds: int = 21) -> None:
    """Print how long the command takes to say how it is used, and to check our own deck, beside bare imports."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), 5, 1, 1)
        own = [*CITEDECK, "-C", str(HERE.parent), "check"]
        commands = {
            "help": [*CITEDECK, "--help"],
            "click": [sys.executable, "-c", "import click"],
            "check": own,
            "pydantic": [sys.executable, "-c", "import pydantic, yaml, click"],
        }
        unknown = []
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(bench.seconds(command))
            shutil.rmtree(bench.cache, ignore_errors=True)
            unknown.append(bench.seconds(own))
    _row("`--help` / `import click`", times["help"], times["click"], "s")
    _row("`check` of our deck, again / `import pydantic, yaml, click`", times["check"], times["pydantic"], "s")
    _row("`check` of our deck, first time / the same", unknown, times["pydantic"], "s")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--facts", type=int, default=100_000)
    options.add_argument("--sources", type=int, default=200)
    options.add_argument("--one-deck", action="store_true", help="all facts in one deck, not a deck for each source")
    options.add_argument("--pairs", type=int, default=5)
    options.add_argument("--growth", action="store_true", help="10,000, 100,000 and 1,000,000 facts instead")
    given = options.parse_args()
    if given.growth:
        growth((10_000, 100_000, 1_000_000))
        return
    with tempfile.TemporaryDirectory() as folder:
        decks = 1 if given.one_deck else given.sources
        compare(Bench(Path(folder), given.facts, given.sources, decks), given.pairs)
    start_up()


if __name__ == "__main__":
    main()
