"""How long reading a deck takes, beside what PyYAML needs for the same text: ratios of medians, all in one run.

python benchmarks/reading.py [FACTS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import yaml

from citedeck.reading import read_deck

ROUNDS = 5


def deck(facts: int) -> str:
    """A deck of so many facts."""
    return "deck: Benchmark\nsource: article\nfacts:\n" + "".join(
        f"  fact-{number}:\n"
        f"    ask: Who built boat number {number}?\n"
        f"    answer: Person {number}\n"
        f"    quote: it was Person {number} who built that boat, they said\n"
        f"    tags: [boats, people]\n"
        for number in range(facts)
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(facts: int) -> None:
    text = deck(facts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.yaml"
        path.write_text(text, encoding="utf-8")
        contestants: dict[str, Callable[[], object]] = {
            "yaml.load (CSafeLoader)": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
            "yaml.parse (CSafeLoader)": lambda: sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader)),
            "citedeck.reading.read_deck": lambda: read_deck(path, "deck.yaml"),
        }
        times: dict[str, list[float]] = {name: [] for name in contestants}
        for _ in range(ROUNDS):
            for name, work in contestants.items():
                times[name].append(seconds(work))
    base = median(times["yaml.load (CSafeLoader)"])
    print(f"{facts} facts, median of {ROUNDS} rounds")
    for name, each in times.items():
        print(f"{name:<28} {median(each):7.3f} s   {median(each) / base:5.2f} of yaml.load")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
