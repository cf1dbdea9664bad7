"""How a text is written as a YAML scalar: in the style of the one it replaces, if it reads back so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from citedeck.errors import CitedeckError
from citedeck.frozen import frozen
from citedeck.model import Text
from citedeck.reading.spans import Scalar
from citedeck.reading.tree import parse

_NO_WIDTH = 1 << 30
_LINE_END = re.compile(r"\r\n|\n|\r")
_UNSEEN = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff\ud800-\udfff]")


@frozen
class Setting:
    """Where a scalar is to stand: whether between brackets or braces, and how the file ends its lines."""

    flow: bool
    newline: str


def written(value: str, setting: Setting) -> str:
    """A text as a new scalar on one line: plain if that reads back, else in double quotes."""
    return _first_that_reads_back((value, _double(value)), value, setting)


def rewritten(value: str, old: Scalar, text: str, setting: Setting) -> str:
    """A text in place of a scalar of a file: in its style, and broken as wide as it was if it had several lines."""
    return _first_that_reads_back((*_in_style(value, old, text, setting), value, _double(value)), value, setting)


def says(node: object, value: str) -> bool:
    """Whether what was read is the text that was meant: lines of a literal block are broken where its spaces were."""
    return isinstance(node, Text) and _on_one_line(node) == _on_one_line(value)


def _on_one_line(value: str) -> str:
    return value.replace("\n", " ").strip()


def _in_style(value: str, old: Scalar, text: str, setting: Setting) -> Iterator[str]:
    head, *body = _LINE_END.split(text[old.start : old.end])
    indent = len(body[0]) - len(body[0].lstrip(" ")) if body else 0
    if old.style in ("|", ">"):
        wrapped = _wrapped(value, indent, indent, _width(body), setting)
        yield f"{head.rstrip()}{setting.newline}{' ' * indent}{wrapped}"
        return
    quoted = {"": value, "'": "'" + value.replace("'", "''") + "'", '"': _double(value)}[old.style]
    if body:
        column = old.start - text.rfind("\n", 0, old.start) - 1
        yield _wrapped(quoted, column, indent, _width([" " * column + head, *body]), setting)
    yield quoted


def _width(lines: list[str]) -> int:
    return max(map(len, lines)) if len(lines) > 1 else _NO_WIDTH


def _wrapped(value: str, column: int, indent: int, width: int, setting: Setting) -> str:
    """A text in lines of a width, the first of which begins at a column; a word that is too long stands out."""
    first, *words = value.split(" ")
    pieces, column = [first], column + len(first)
    for word in words:
        fits = column + 1 + len(word) <= width
        pieces.append(f" {word}" if fits else f"{setting.newline}{' ' * indent}{word}")
        column = column + 1 + len(word) if fits else indent + len(word)
    return "".join(pieces)


def _double(value: str) -> str:
    return _UNSEEN.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(value, ensure_ascii=False))


def _first_that_reads_back(forms: tuple[str, ...], value: str, setting: Setting) -> str:
    found = next((form for form in forms if _reads_back(form, value, setting)), None)
    if found is None:
        raise CitedeckError(f"“{value}” cannot be written in YAML", "Take the characters out that cannot be seen.")
    return found


def _reads_back(form: str, value: str, setting: Setting) -> bool:
    """Whether YAML reads a scalar as the text that is meant, and nothing else with it; and a person can."""
    if _UNSEEN.search(form):
        return False
    around = "- [{}, x]\n- y\n" if setting.flow else "-\n  - {}\n  - x\n- y\n"
    tree, faults = parse(around.format(form.replace(setting.newline, "\n    ")))
    if faults or not isinstance(tree, list) or not isinstance(tree[0], list) or not tree[0]:
        return False
    return says(tree[0][0], value) and [tree[0][1:], *tree[1:]] == [["x"], "y"]
