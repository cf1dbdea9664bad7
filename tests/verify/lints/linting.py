"""What the lints say of facts that a test writes."""

from pathlib import Path

from citedeck.model import DeckFile, Problem
from citedeck.reading import read_deck
from citedeck.verify.lints import Glance, lint, lint_deck


def linted(folder: Path, keys: str, language: str = "en") -> list[str]:
    """The codes of what is odd about a single fact, given as the keys of a YAML mapping in braces."""
    return [problem.code for problem in problems(folder, keys, language)]


def problems(folder: Path, keys: str, language: str = "en") -> list[Problem]:
    """What is odd about a single fact."""
    (entry,) = _read(folder, f"  a: {{{keys}}}\n", language).entries
    return lint(entry)


def compared(folder: Path, *facts: str, language: str = "en") -> list[tuple[str, str | None]]:
    """The codes of what is odd about facts beside each other, each with its fact: a, b, c and so on."""
    lines = "".join(f"  {name}: {{{keys}}}\n" for name, keys in zip("abcdefgh", facts, strict=False))
    return [
        (problem.code, problem.fact) for problem in lint_deck(Glance.at(_read(folder, lines, language).entries).asked)
    ]


def _read(folder: Path, facts: str, language: str) -> DeckFile:
    path = folder / "deck.yaml"
    path.write_text(f"deck: d\nsource: s\nlanguage: {language}\nfacts:\n{facts}", "utf-8")
    deck = read_deck(path, "decks/deck.yaml")
    assert not deck.problems
    return deck
