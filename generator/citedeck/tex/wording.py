"""How it is said what a formula lacks, or has too much: each the end of a sentence, “the formula “…” …”."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from citedeck.tex.commands import COMMANDS, ENVIRONMENTS

_BACKSLASH = "\\"
_ALIKE = 0.75  # of a misspelt name and the one that was meant


def unknown_environment(name: str) -> str:
    return f"begins “{name}”, which is no table a formula may hold{_meant(name, ENVIRONMENTS)}"


def unknown(word: str) -> str:
    return f"uses \\{word}, which is no command a formula may hold{_meant(word, COMMANDS, _BACKSLASH)}"


def missing_end(opened: str) -> str:
    match opened:
        case "{":
            return "has an opening brace without its partner"
        case "[":
            return "has an opening “[” without its partner"
        case "left":
            return "has \\left without \\right"
        case _:
            return f"has \\begin{{{opened}}} without \\end{{{opened}}}"


def missing_begin(what: str) -> str:
    match what:
        case "{":
            return "has a closing brace without its partner"
        case "left":
            return "has \\right without \\left"
        case _:
            return f"has \\end{{{what}}} without \\begin{{{what}}}"


def shown_end(what: str) -> str:
    return {"": "", "{": "}", "left": "\\right"}.get(what, f"\\end{{{what}}}")


def _meant(name: str, known: Iterable[str], before: str = "") -> str:
    close = get_close_matches(name, known, n=1, cutoff=_ALIKE)
    return f" (did you mean {before}{close[0]}?)" if close else ""
