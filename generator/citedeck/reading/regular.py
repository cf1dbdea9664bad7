"""Decks as most people write them, read without a parser in a third of its time.

What YAML means only `tree` knows. Of a text in which every line has a form that can mean but one thing to YAML,
`regular` says what `tree.parse` says of it; of any other it says nothing, and that is left to the parser.
"""

from __future__ import annotations

import re

from citedeck.model import Text, text_at
from citedeck.reading.tree import Node

_FACTS = "facts"
_INDENT = "    "
"""What stands before the keys of a fact; before its id it is half of that."""

_CONTROLS = r"\x00-\x1f\x7f-\x9f"  # tabs and most ends of lines among them
_ODD = "\u2028\u2029\ufeff\ufffe\uffff"  # further ends of lines, and what may not stand in YAML
_INDICATORS = r"-?:,\[\]{}#&*!|>'\"%@` "  # whatever begins with none of these is plain

# Only `: ` and ` #` end what is plain on its line, and the space around it is no part of it.
_ON = rf"[^:#{_CONTROLS}]*(?:(?::(?! )|(?<! )#)[^:#{_CONTROLS}]*)*(?<![: ])"
_PLAIN = rf"[^{_INDICATORS}{_CONTROLS}]{_ON}"
# It goes on below as long as lines are deeper than its key; there nothing but `:` and `#` means anything.
_MORE = rf"(?:\n{_INDENT} +[^:# {_CONTROLS}]{_ON})*"
# In quotes only the closing one means something, and in double ones the backslash.
_QUOTED = rf"\"[^\"\\{_CONTROLS}]*\"|'[^'{_CONTROLS}]*'"
# In brackets these mean something within what is plain, too.
_WORDS = rf"[^{_INDICATORS}{_CONTROLS}][^:#,?\[\]{{}}{_CONTROLS}]*(?<! )"
_LIST = rf"\[{_WORDS}(?:, {_WORDS})*\]"
_ITEMS = rf"(?:\n{_INDENT}  - (?:{_PLAIN}|{_QUOTED}))+"
_VALUE = rf" (?:({_PLAIN})({_MORE})|({_QUOTED}|{_LIST}))|({_ITEMS})"
# The colon of a key must stand within 1024 code points.
_KEY = "[a-z]{1,99}"
_ID = rf"(?=.{{2,200}}$){_PLAIN}"
_PIECE = re.compile(rf"^(?:{_INDENT}({_KEY}):(?:{_VALUE})|  ({_ID}):| *(?:#[^{_CONTROLS}]*)?)$", re.MULTILINE)
"""A key and its value, an id, or a line that says nothing."""


def regular(text: str) -> dict[str, Node] | None:
    """The tree of a deck that is regular, as `tree.parse` makes it without a fault; None for every other text."""
    own, found, below = text.partition(f"\n{_FACTS}:\n")
    if not found or any(odd in text for odd in _ODD):
        return None
    line = own.count("\n") + 2
    # A block means the same however far it is indented: the deck's own keys are read as those of a fact, without ids.
    head = _read(_INDENT + own.replace("\n", "\n" + _INDENT), 1, 1)
    body = _read(below, line + 1, len(_INDENT) + 1) if head else None
    if head is None or body is None:
        return None
    (tree, _), (above, facts) = head, body
    if above or _FACTS in tree or not (facts and all(facts.values())):
        return None
    return {**tree, text_at(_FACTS, line, 1): facts}


def _read(text: str, first: int, column: int) -> tuple[dict[str, Node], dict[str, Node]] | None:
    """The keys above the first id with their values, and the ids with theirs. The text begins at the line `first`, its
    keys stand at `column`.
    """
    above: dict[str, Node] = {}
    block, blocks = above, dict[str, Node]()
    line, silent, new = first, 0, str.__new__
    pieces = _PIECE.findall(text)
    for key, plain, more, held, items, name in pieces:
        if plain:
            block[key] = value = new(Text, plain)  # what `text_at` does, without the call
            value.line, value.column = line, column
            if more:
                block[key] = value.with_value(_unfolded(plain + more))
                line += more.count("\n")
        elif name:
            blocks[text_at(name, line, 3)] = block = {}
        elif held[:1] == "[":
            block[text_at(key, line, column)] = _in_brackets(held, line, column + len(key) + 2)
        elif held:
            block[key] = text_at(held[1:-1], line, column)
        elif items:
            block[text_at(key, line, column)] = _below(items, line, column + 4)
            line += items.count("\n")
        else:
            silent += 1
        line += 1
    every_line = line == first + text.count("\n") + 1
    once = len(pieces) - silent == len(above) + len(blocks) + sum(map(len, blocks.values()))
    return (above, blocks) if every_line and once else None


def _unfolded(lines: str) -> str:
    """A plain value that goes on below."""
    return " ".join([line.lstrip(" ") for line in lines.split("\n")])


def _in_brackets(value: str, line: int, column: int) -> list[Node]:
    """The items of a list whose bracket opens at a column."""
    items: list[Node] = []
    for item in value[1:-1].split(", "):
        items.append(text_at(item, line, column + 1))
        column += len(item) + len(", ")
    return items


def _below(items: str, line: int, column: int) -> list[Node]:
    """The items of a list that stand at a column, each on a line of its own, below the line of their key."""
    _, *values = items.split(f"\n{_INDENT}  - ")
    return [text_at(_bare(value), number, column) for number, value in enumerate(values, line + 1)]


def _bare(value: str) -> str:
    """A value without its quotation marks."""
    return value[1:-1] if value[0] in "\"'" else value
