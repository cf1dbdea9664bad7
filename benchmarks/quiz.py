"""How long a deck takes to become a quiz, its wrong options drawn, beside how long it takes to be verified.

python benchmarks/quiz.py
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from citedeck.case import Case
from citedeck.quiz import quiz
from citedeck.workspace import Workspace, load

SIZES = (2_000, 4_000, 8_000)


def case(root: Path, facts: int) -> Case:
    """A deck on one article: names that are asked for by “who”, and years."""
    for folder in ("decks", "source"):
        (root / folder).mkdir()
    paragraphs, entries = ["The towns of the coast"], {}
    for number in range(facts // 2):
        founder, year = f"Tarn{number} Keeper", 1400 + number % 600
        quote = f"T{number} was founded by {founder} in {year}"
        paragraphs.append(f"Town {quote}. It lies by the sea.")
        entries[f"who-{number}"] = {"ask": f"Who founded the town T{number}?", "answer": founder, "quote": quote}
        asked = f"In which year was the town T{number} founded?"
        entries[f"year-{number}"] = {"ask": asked, "answer": year, "quote": quote}
    (root / "source" / "coast.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    deck = {"deck": "Coast", "source": "coast", "facts": entries}
    (root / "decks" / "coast.yaml").write_text(json.dumps(deck), encoding="utf-8")
    return load(Workspace(root))


def main() -> None:
    before = 0.0
    for facts in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            judged = case(Path(folder), facts)
            begin = time.perf_counter()
            (deck,) = judged.verdict().decks
            verified = time.perf_counter()
            items = quiz(deck).items
            taken = time.perf_counter() - verified
        chosen = sum(item.kind == "choice" for item in items)
        growth = f", {taken / before:.1f} times the one before" if before else ""
        before = taken
        print(f"{facts:,} facts, {chosen:,} with options drawn: {taken / (verified - begin):.2f} of verifying{growth}")


if __name__ == "__main__":
    main()
