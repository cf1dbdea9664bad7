"""A workspace of as many facts as one likes: invented towns, each told of in a paragraph on which five facts rest.

python -m benchmarks.towns FOLDER FACTS SOURCES DECKS
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SYLLABLES = re.findall("[A-Z][a-z]+", "AlBerCorDunElFenGarHolIsJorKelLumMarNorOsPerQuilRosSelTorUlVenWynYarZor")
BETWEEN = (
    "It lies by the sea, and its quays were built of dark stone.",
    "Merchants came from the north, though few of them stayed for long.",
    "In winter the roads were closed, and letters took many weeks.",
    "The old walls still stand, and the market is held every week.",
    "Much of what is known of it comes from the letters of its keepers.",
    "Its boats carried salt, timber and wool to the towns of the coast.",
)

Fact = dict[str, str | list[str]]


def workspace(root: Path, facts: int, sources: int, decks: int) -> None:
    """Write a workspace of so many facts on so many sources: each source has a deck of its own, or all share one."""
    if decks not in (1, sources):
        raise ValueError("one deck, or one for each source")
    for folder in ("decks", "source"):
        (root / folder).mkdir(parents=True)
    together: list[str] = []
    for number in range(sources):
        source = f"coast-{number:04}"
        paragraphs, found = [f"The towns of coast {number}"], []
        for paragraph, some in _towns(random.Random(number), facts // sources):
            paragraphs.append(paragraph)
            found += some
        (root / "source" / f"{source}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        if decks == 1:
            together += [_entry(f"{number}-{name}", {**fact, "source": source}) for name, fact in found]
        else:
            text = "".join(_entry(name, fact) for name, fact in found)
            head = f"deck: Towns::Coast {number:04}\nsource: {source}\nfacts:\n"
            (root / "decks" / f"{source}.yaml").write_text(head + text, encoding="utf-8")
    if decks == 1:
        (root / "decks" / "towns.yaml").write_text("deck: Towns\nfacts:\n" + "".join(together), encoding="utf-8")


def _towns(chance: random.Random, facts: int) -> Iterator[tuple[str, list[tuple[str, Fact]]]]:
    """The paragraphs of a source, each with its facts."""

    def name(syllables: int) -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).capitalize()

    known: set[str] = set()
    for start in range(0, facts, 5):
        town = next(one for one in iter(lambda: name(5), "") if one not in known)
        known.add(town)
        order, founder = name(3), f"{name(3)} {name(2)}"
        year, people = chance.randrange(1400, 1999), f"{chance.randrange(1_200, 98_000):,} people"
        length = f"{chance.randrange(120, 980)} metres"
        founding = f"{town} was founded by {founder} in {year}"
        mole = f"Its mole is {length} long and was built by the Order of {order}"
        told = [f"{founding}, and it counted {people} at the census.", chance.choice(BETWEEN), f"{mole}."]
        found: list[tuple[str, Fact]] = [
            (f"{town}-founder", {"ask": f"Who founded {town}?", "answer": founder, "quote": founding}),
            (
                f"{town}-year",
                {
                    "ask": f"In which year was {town} founded?",
                    "answer": str(year),
                    "quote": founding,
                    "tags": ["years"],
                },
            ),
            (
                f"{town}-people",
                {
                    "cloze": f"it counted {{{{{people}}}}} at the census",
                    "quote": f"{founding}, and it counted {people} at the census",
                },
            ),
            (f"{town}-mole", {"ask": f"How long is the mole of {town}?", "answer": length, "quote": mole}),
            (
                f"{town}-order",
                {
                    "ask": f"Which order built the mole of {town}?",
                    "answer": f"the Order of {order}",
                    "typed": "true",
                    "quote": mole,
                },
            ),
        ]
        yield " ".join([*told, chance.choice(BETWEEN)]), found[: facts - start]


def _entry(name: str, fact: Fact) -> str:
    """A fact as it stands in a deck, written as people write."""
    lines = [f"  {name}:\n"]
    for key, value in fact.items():
        said = f"[{', '.join(value)}]" if isinstance(value, list) else value
        lines.append(f"    {key}: {json.dumps(said) if said[0] == '{' else said}\n")
    return "".join(lines)


if __name__ == "__main__":
    workspace(Path(sys.argv[1]), *map(int, sys.argv[2:5]))
