"""Where every key and value of a YAML text stands, to the code point: what an edit in place must know."""

from __future__ import annotations

import re
from typing import TypeAlias

import yaml

from citedeck.frozen import frozen
from citedeck.reading.tree import PARSER, as_editors_see

_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")


@frozen
class Scalar:
    """A text: `[start, end)` without an anchor or tag before it; `style` is `'`, `"`, `|`, `>`, or nothing if plain."""

    start: int
    end: int
    style: str
    value: str


@frozen
class Sequence:
    """A list; `flow` if it is written with brackets."""

    start: int
    end: int
    flow: bool
    items: tuple[Span, ...]


@frozen
class Mapping:
    """Keys and values in their order; `flow` if it is written with braces."""

    start: int
    end: int
    flow: bool
    items: tuple[tuple[Scalar, Span], ...]

    def value(self, key: str) -> Span | None:
        """The value of a key, if the key is there."""
        return next((value for name, value in self.items if name.value == key), None)


Span: TypeAlias = "Scalar | Sequence | Mapping"


def spans(text: str) -> Span:
    """The spans of a document that `tree.parse` reads without a fault."""
    node = yaml.compose(as_editors_see(text), Loader=PARSER)
    assert node is not None
    return _span(text, node)


def _span(text: str, node: yaml.Node) -> Span:
    start, end = node.start_mark.index, node.end_mark.index
    match node:
        case yaml.ScalarNode():
            return _scalar(text, node)
        case yaml.SequenceNode():
            items = tuple(_span(text, item) for item in node.value)
            flow = bool(node.flow_style)
            return Sequence(start, end if flow or not items else items[-1].end, flow, items)
        case yaml.MappingNode():
            pairs = tuple((_scalar(text, key), _span(text, value)) for key, value in node.value)
            flow = bool(node.flow_style)
            return Mapping(start, end if flow or not pairs else pairs[-1][1].end, flow, pairs)
        case _:
            raise TypeError(node)


def _scalar(text: str, node: yaml.ScalarNode) -> Scalar:
    end = node.end_mark.index
    properties = _PROPERTIES.match(text, node.start_mark.index, end)
    start = properties.end() if properties else node.start_mark.index
    style = node.style or ""
    if style in ("|", ">"):  # a block ends where the next token begins: not with the blank lines between
        end = start + len(text[start:end].rstrip())
    return Scalar(start, end, style, node.value)
