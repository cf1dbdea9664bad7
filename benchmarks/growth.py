"""How the time of a check grows with texts made to be slow: each twice as large as the one before.

python benchmarks/growth.py

A ratio of 2 is linear growth, 4 would be quadratic. The sizes end with those that a checker must stand: a hundred
thousand quotes, a line of a megabyte, ten thousand combining marks on one letter, ten thousand nested braces.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from citedeck.workspace import Workspace, load

STEPS = 4

Facts = dict[str, dict[str, object]]


def many_quotes(size: int) -> tuple[str, Facts]:
    text = "".join(f"In house {number} lived {number + 3:,} people of the guild.\n" for number in range(size))
    fact = "How many people lived in house {0}?", "In house {0} lived {1:,} people of the guild."
    return text, {
        f"f{number}": {"ask": fact[0].format(number), "answer": number + 3, "quote": fact[1].format(number, number + 3)}
        for number in range(size)
    }


def wrong_quotes(size: int) -> tuple[str, Facts]:
    text, facts = many_quotes(size)
    return text, {name: {**fact, "quote": f"{fact['quote']} indeed"} for name, fact in facts.items()}


def long_line(size: int) -> tuple[str, Facts]:
    text = "the sea, not the land – of 15,000 or 3/4 «ships» " * (size // 49) + "The mole is 640 metres long."
    facts: Facts = {
        "a": {"ask": "How long is the mole?", "answer": "640 metres", "quote": "The mole is 640 metres long."}
    }
    facts["b"] = {"ask": "How much of the line?", "answer": "640 metres", "quote": text}
    return text, facts


def marks(size: int) -> tuple[str, Facts]:
    word = "e" + "\u0301" * size
    text = f"The word {word} stands here, and it is no other."
    return text, {"a": {"ask": "Which word stands here?", "answer": word, "quote": text}}


def signs(size: int) -> tuple[str, Facts]:
    text = "not " + "-'1,2.3 (" * size + " end of it."
    return text, {"a": {"ask": "What is it?", "answer": "end of it", "quote": f"{text}"}}


def braces(size: int) -> tuple[str, Facts]:
    text = "The mole is 640 metres long."
    return text, {"a": {"cloze": "The mole is {{640}} " + "{{" * size + "metres" + "}}" * size + " long."}}


def markup(size: int) -> tuple[str, Facts]:
    text = "The mole is 640 metres long."
    remark = "*a **b** `c` $x^{2}$ [d](https://example.org) 10^2^ <b>e</b> {{ \\* [ _" * size
    cloze = "The mole is {{640}} metres long." + " *a **b** `c` $x$" * size
    return text, {
        "a": {"ask": "How long is the mole?", "answer": "640 metres", "quote": text, "extra": f"- {remark}\n- b"},
        "b": {"cloze": cloze, "quote": text},
    }


CASES: dict[str, tuple[Callable[[int], tuple[str, Facts]], int]] = {
    "quotes": (many_quotes, 100_000),
    "wrong quotes": (wrong_quotes, 20_000),
    "code points in a line": (long_line, 1_000_000),
    "combining marks": (marks, 10_000),
    "signs": (signs, 20_000),
    "nested braces": (braces, 10_000),
    "pieces of markup": (markup, 10_000),
}


def seconds(text: str, facts: Facts) -> float:
    """How long a check of one deck takes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("decks", "source"):
            (root / name).mkdir()
        deck = {"deck": "Growth", "source": "s", "facts": facts}
        (root / "source" / "s.txt").write_text(text, "utf-8")
        (root / "decks" / "d.yaml").write_text(json.dumps(deck, ensure_ascii=False, indent=0), "utf-8")
        start = time.perf_counter()
        load(Workspace(root)).verdict()
        return time.perf_counter() - start


def main() -> None:
    for name, (make, largest) in CASES.items():
        before = 0.0
        for step in range(STEPS):
            size = largest >> (STEPS - 1 - step)
            taken = seconds(*make(size))
            ratio = f"{taken / before:5.2f} times the one before" if before else ""
            print(f"{size:>9,} {name:<22} {taken:7.2f} s  {ratio}", flush=True)
            before = taken


if __name__ == "__main__":
    main()
