"""An edit of a YAML text, and whether an edited text says what was meant and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from operator import getitem
from typing import Any, TypeAlias

from citedeck.frozen import frozen
from citedeck.reading.scalars import says
from citedeck.reading.tree import parse

Value: TypeAlias = "str | tuple[str, ...] | dict[str, str]"

_LINE_END = re.compile(r"\r\n|\r")


@frozen
class Put:
    """An edit: the value that is to stand at the end of a path of keys and of indexes from 0.

    A key that is not there yet is added to its mapping, behind the key `after` if that is there, else behind the last.
    """

    path: tuple[str | int, ...]
    value: Value
    after: str = ""


def says_what_is_meant(before: str, after: str, puts: Sequence[Put]) -> bool:
    """Whether an edited text has every value where it was put, and without them says what it said before."""
    old, old_faults = parse(_LINE_END.sub("\n", before))
    new, new_faults = parse(_LINE_END.sub("\n", after))
    if [fault.code for fault in old_faults] != [fault.code for fault in new_faults]:
        return False
    for put in sorted(puts, key=lambda put: put.path[-1] if isinstance(put.path[-1], int) else -1):
        _take_out(old, put.path, 1)
        if not _is(_take_out(new, put.path, len(put.value) if isinstance(put.value, tuple) else 1), put.value):
            return False
    return old == new


def _take_out(tree: Any, path: tuple[str | int, ...], width: int) -> Any:
    """Put nothing in the place of a value, or of so many items of a list; the value, or these items."""
    *steps, last = path
    holder = reduce(getitem, steps, tree)
    if isinstance(last, int):
        items = holder[last : last + width]
        holder[last : last + width] = [None]
        return items
    value = holder.get(last)
    holder[last] = None
    return value


def _is(node: Any, value: Value) -> bool:
    """Whether a tree says a value, and nothing else."""
    if isinstance(value, dict):
        return isinstance(node, dict) and list(node) == list(value) and all(map(says, node.values(), value.values()))
    texts = (value,) if isinstance(value, str) else value
    nodes = node if isinstance(node, list) else [node]
    return len(nodes) == len(texts) and all(map(says, nodes, texts))
