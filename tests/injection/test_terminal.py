"""What decks, articles and references hold reaches no terminal as a command to it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from citedeck.cli.wording import problem_lines
from citedeck.workspace import Workspace, load
from tests.cli.test_command import run

COMMANDS = {
    "title": "\x1b]0;pwned\x07",
    "erase": "\x1b[2J\x1b[H",
    "hidden": "\x1b[8mx\x1b[38;5;1my",
    "link": "\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "query": "\x1bP$qm\x1b\\",
    "c1": "\x9b2J\x9d0;pwned\x9c\x90\x85",
    "bell": "\x07\x08\x08\x08x",
    "return": "x\ry",
    "nul": "\x00\x7f\x0b\x0c\x0e\x0f",
    "bidi": "\u202etxt\u202c \u2066x\u2069 \u200fx",
    "line": "x\u2028y\u2029z",
}
_OURS = re.compile(r"\x1b\[(?:[0-2]|3[1-5])m")
_COMMAND = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def obeyed(told: str) -> list[str]:
    """The lines of what is told in which something is a command to a terminal, but for our own styles."""
    return [line for line in _OURS.sub("", told).split("\n") if _COMMAND.search(line)][:12]


def escaped(tree: object) -> str:
    """YAML in which every letter that is no ASCII is an escape."""
    return json.dumps(tree, indent=1)


def spoiled(root: Path, text: str) -> Path:
    """A workspace in which nothing is right, and everything that can be told holds the text."""
    for folder in ("decks", "source"):
        (root / folder).mkdir()
    article = f"T {text}\n\nBefore kiwi {text} after, pear {text} too. Plums {text} are blue, and 17 of them.\n"
    (root / "source" / "a.txt").write_bytes(article.encode())
    reference: dict[str, Any] = {"id": "a", "title": text, "date_order": text, text: text, "language": text}
    (root / "source" / "references.yaml").write_text(escaped([reference, {"id": text}, {"id": text}, text]))
    keys = {"ask": "What?", "answer": "blue", "quote": "Plums are blue, and 17 of them"}
    facts = {
        "good": {**keys, "quote": f"Before kiwi {text} after", "answer": "kiwi"},
        "near": keys,
        "nearer": {**keys, "quote": f"Before kiwi {text} later"},
        text: keys,
        "answer": {**keys, "answer": text, "quote": "kiwi"},
        "other": {**keys, "answer": f"x {text} 18", "quote": f"{text} too"},
        "source": {**keys, "source": text},
        "key": {**keys, text: text},
        "kind": {**keys, "kind": text},
        "tag": {**keys, "tags": [text, f"a {text}", f"citedeck::{text}"]},
        "image": {**keys, "image": {"file": text, "alt": text}},
        "guid": {**keys, "guid": text},
        "was": {**keys, "was": [text]},
        "flag": {**keys, "typed": text},
        "prefix": {**keys, "prefix": text, "suffix": text, "near": text},
        "attest": {**keys, "attest": {"by": text, "on": text, "why": text, "hash": text}},
        "ignore": {**keys, "ignore": {text: text}},
        "cloze": {"cloze": f"kiwi {{{{{text} }}", "quote": "kiwi"},
        "formula": {**keys, "ask": f"$\\{text}$ $\\href{{{text}}}{{x}}$ <b {text}>"},
        "twice": {"ask": f"W {text}", "answers": [text, text], "quote": "kiwi"},
        "options": {**keys, "distractors": [f"blue {text}", "blue"], "quote": f"Plums {text} are blue"},
    }
    for name, head in {"b": {}, "c": {"deck": f"D::{text}", "language": text, "id": text, text: text}}.items():
        deck = {"deck": "D", "source": "a", **head, "facts": facts}
        (root / "decks" / f"{name}.yaml").write_text(escaped(deck))
    (root / "decks" / "raw.yaml").write_bytes(f"deck: {text}\nfacts: [{text}\n".encode())
    (root / "decks" / "loose.yaml").write_bytes(f"deck: D\n{text}: *{text}\nfacts: !{text} {{}}\n".encode())
    return root


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_told_is_a_command_to_the_terminal(name: str, tmp_path: Path) -> None:
    root = spoiled(tmp_path, COMMANDS[name])
    for arguments in (["check"], ["check", "--json"], ["build"], ["plan"], ["repair"], ["report"]):
        result = run("-C", root, *arguments, color=True)
        assert not obeyed(result.output), arguments
    lines = [problem_lines(problem) for problem in load(Workspace(root)).verdict().problems]
    assert len(lines) > 30
    assert not list(filter(_COMMAND.search, lines))


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_asked_is_a_command_to_the_terminal(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    text = COMMANDS[name]
    for folder in ("decks", "source"):
        (tmp_path / folder).mkdir()
    (tmp_path / "source" / "a.txt").write_bytes(f"T {text}\n\nBefore kiwi {text} after, pear too.\n".encode())
    (tmp_path / "source" / "references.yaml").write_text(escaped([{"id": "a", "title": text}]))
    fact = {"ask": "Which fruit?", "answer": "kiwi", "typed": True, "quote": "Before kiwi"}
    (tmp_path / "decks" / "b.yaml").write_text(escaped({"deck": "D", "source": "a", "facts": {"one": fact}}))
    result = run("-C", tmp_path, "quiz", input=f"x{text}\nx\n", color=True)
    assert "Before kiwi" in result.output
    assert "1 right" in result.output
    assert not obeyed(result.output)
