"""A made-up article with facts of every kind, and how a test builds a package from such facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from citedeck.exporters import EXPORTERS
from citedeck.history import reckon
from citedeck.model import Deck, Verdict
from citedeck.notes import notes
from citedeck.workspace import Workspace, load

Facts = dict[str, dict[str, Any]]

T0 = 1_700_000_000
T1 = T0 + 86_400
T2 = T1 + 86_400

ARTICLE = """\
The Clockmakers of Varnholt

Beginnings

The guild was founded in 1382 by Marta Oelsen, a widow who had learned the trade in Lübeck. Its seal shows a heron & \
an hourglass, and its motto is “slow is exact”. In the margin of the charter a later hand wrote {{c7::forged}} and <b>.

The Three Towers

A Heavy Inheritance

Varnholt keeps three tower clocks: the Salt Clock, the Fish Clock and the Widow's Clock. The Salt Clock struck first \
in 1391; the Fish Clock followed in 1410, and the Widow's Clock in 1466. The Regulator (the guild's name for a clock \
by which others are set) hangs in the north tower. It loses under two seconds a year. An apprentice served seven \
years, swept the stairs for the first of them, and filed brass for the second. Nobody has seen the third key, which, \
the wardens say, lies where the river bends.
"""

FACTS: Facts = {
    "founder": {
        "ask": "Who founded the clockmakers' guild of Varnholt?",
        "answer": "Marta Oelsen",
        "quote": "The guild was founded in 1382 by Marta Oelsen",
        "hint": "A widow",
        "extra": "The name is also written Ölsen.",
        "tags": ["people", "guild"],
    },
    "seal": {
        "ask": "Which bird stands on the guild's seal?",
        "answer": "heron",
        "reverse": "Where does Varnholt show a heron?",
        "quote": "Its seal shows a heron & an hourglass",
    },
    "founded": {
        "ask": "In which year was the guild founded?",
        "answer": "1382",
        "typed": True,
        "quote": "The guild was founded in 1382",
    },
    "regulator": {
        "term": "Regulator",
        "meaning": "a clock by which others are set",
        "quote": "The Regulator (the guild's name for a clock by which others are set)",
    },
    "motto": {
        "ask": "What is the guild's motto?",
        "answer": "slow is exact",
        "distractors": ["time is a river", "the hand knows"],
        "quote": "its motto is “slow is exact”",
    },
    "salt-clock": {
        "cloze": "The {{Salt Clock}} struck first in {{1391}}; the Fish Clock followed in 1410",
    },
    "loss": {
        "cloze": "It loses under {{c2::two seconds::how much?}} a {{c4::year}}",
    },
    "third-key": {
        "cloze": "Nobody has seen {{c1::the third key}}, which, the wardens say, lies {{c1::where the river bends}}",
    },
    "clocks": {
        "ask": "Which tower clocks does Varnholt keep?",
        "answers": ["the Salt Clock", "the Fish Clock", "the Widow's Clock"],
        "quote": "three tower clocks: the Salt Clock, the Fish Clock and the Widow's Clock",
        "hint": "Three of them",
    },
    "apprentice": {
        "ask": "What did an apprentice do in the first two years, in order?",
        "answers": ["swept the stairs", "filed brass"],
        "ordered": True,
        "quote": ["swept the stairs for the first of them", "filed brass for the second"],
    },
}

CARDS: dict[str, list[int]] = {
    "founder": [0],
    "seal": [0, 1],
    "founded": [0],
    "regulator": [0, 1],
    "motto": [0],
    "salt-clock": [0, 1],
    "loss": [1, 3],
    "third-key": [0],
    "clocks": [0, 1, 2],
    "apprentice": [0, 1],
}
"""The ordinals of the cards that each of the facts must have."""


def judged(root: Path, facts: Facts, article: str = ARTICLE, **head: Any) -> Verdict:
    """The verdict on a workspace with one deck of these facts; `head` are further keys of the deck."""
    for folder in ("decks", "source"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    deck = {"deck": "Made up::Varnholt", "id": "varnholt", "source": "varnholt", **head, "facts": facts}
    (root / "source" / "varnholt.txt").write_text(article, encoding="utf-8")
    (root / "decks" / "varnholt.yaml").write_text(json.dumps(deck, ensure_ascii=False, indent=1), encoding="utf-8")
    return load(Workspace(root)).verdict()


def exported(verdict: Verdict, now: int) -> bytes:
    """The package of the one deck of a verdict that found no errors."""
    assert not verdict.errors, "\n".join(f"{problem.place}: {problem.message}" for problem in verdict.errors)
    return first_package(verdict.decks[0], now)


def first_package(deck: Deck, now: int) -> bytes:
    """The package of a deck that was never built before."""
    return EXPORTERS["apkg"].export(reckon(deck, notes(deck), None, now)).content


def package(root: Path, facts: Facts, now: int = T0, article: str = ARTICLE, **head: Any) -> Path:
    """The path of a package of these facts, built at `now`, in seconds since 1970."""
    path = root / "varnholt.apkg"
    path.write_bytes(exported(judged(root, facts, article, **head), now))
    return path
