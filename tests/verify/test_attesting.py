"""The seal of an attestation: what voids it, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from citedeck.seal import seal
from citedeck.workspace import Workspace, load

FACT = {"ask": "Who drew the plans?", "answer": "a woman", "quote": "Ada Lindqvist drew the plans", "extra": "x"}


def sealed(root: Path, fact: dict[str, str], source: str = "harbour") -> str:
    (root / "source").mkdir(parents=True)
    (root / "decks").mkdir()
    keys = "".join(f"    {key}: {value}\n" for key, value in fact.items())
    (root / "decks" / "d.yaml").write_text(f"deck: d\nsource: {source}\nfacts:\n  a:\n{keys}", encoding="utf-8")
    (entry,) = load(Workspace(root)).decks[0].entries
    return seal(entry)


@pytest.mark.parametrize(
    ("change", "voids"),
    [
        ({}, False),
        ({"ask": "Who made the plans?"}, True),
        ({"answer": "a man"}, True),
        ({"answer": "A woman"}, True),
        ({"quote": "Ada Lindqvist drew the plan"}, True),
        ({"quote": "[Ada Lindqvist, drew the plans]"}, True),
        ({"reverse": "What did she do?"}, True),
        ({"typed": "true"}, True),
        ({"distractors": "[a man]"}, True),
        ({"source": "town"}, True),
        ({"source": "harbour"}, False),
        ({"quote": "Ada  Lindqvist\n      drew the plans"}, False),
        ({"extra": "y"}, False),
        ({"hint": "z"}, False),
        ({"tags": "[t]"}, False),
        ({"attest": "{by: A, on: 2024-05-14, why: w}"}, False),
    ],
)
def test_what_voids_an_attestation(tmp_path: Path, change: dict[str, str], voids: bool) -> None:
    before, after = sealed(tmp_path / "0", FACT), sealed(tmp_path / "1", FACT | change)
    assert (before != after) is voids


def test_letters_may_be_composed_in_any_way(tmp_path: Path) -> None:
    composed, parted = ({**FACT, "answer": answer} for answer in ("caf\u00e9", "cafe\u0301"))
    assert sealed(tmp_path / "0", composed) == sealed(tmp_path / "1", parted)


def test_a_seal_never_changes(tmp_path: Path) -> None:
    """Seals lie in decks: another way to make them would void every attestation there is."""
    assert sealed(tmp_path, FACT) == "b81a983f1fee1bf9"
