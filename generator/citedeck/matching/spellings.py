"""Everything that a pattern of a language's tables matches, written out.

The tables are in a small dialect of patterns: letters, groups, alternatives, what may be left out, classes of letters.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

OPEN = "\x00"
"""Stands for what a pattern leaves open, and what it looks at beside itself stands for nothing."""

_ATOM = re.compile(
    r"(?P<group>\((?:\?(?::|(?P<look><?[=!])))?)|(?P<class>\[[^\]]*\]|\\[a-zA-Z]|\.)|\\(?P<sign>.)|(?P<char>[^?*+{^$])"
)
_REPEATED = re.compile(r"[*+]|\{[^}]*\}")


@cache  # patterns are those of tables, and most stand in several
def spellings(pattern: str) -> frozenset[str]:
    """Everything that a pattern matches, in small letters; `OPEN` for what it leaves open."""
    written, end = _alternatives(pattern, 0)
    assert end == len(pattern), pattern
    return frozenset(written)


def _alternatives(pattern: str, position: int) -> tuple[set[str], int]:
    """What can be written for a pattern from a place on to the end of its group, and that end."""
    every: set[str] = set()
    written = {""}
    while position < len(pattern) and pattern[position] != ")":
        if pattern[position] == "|":
            every, written, position = every | written, {""}, position + 1
            continue
        atom, position = _atom(pattern, position)
        written = {before + after for before, after in product(written, atom)}
    return every | written, position


def _atom(pattern: str, position: int) -> tuple[set[str], int]:
    """One piece of a pattern with what says how often it stands there."""
    found = _ATOM.match(pattern, position)
    assert found, pattern
    if found["group"]:
        atom, closing = _alternatives(pattern, found.end())
        atom, position = {""} if found["look"] else atom, closing + 1
    else:
        position = found.end()
        atom = {OPEN if found["class"] else (found["sign"] or found["char"]).lower()}
    if repeated := _REPEATED.match(pattern, position):
        return {OPEN}, repeated.end()
    if pattern[position : position + 1] == "?":
        return {*atom, ""}, position + 1
    return atom, position
