"""Rendered HTML as the text a learner sees; shares nothing with citedeck."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = {"main", "div", "p", "li", "ol", "ul", "hr", "br", "blockquote"}
_VOID = {"hr", "br", "img", "input"}


@dataclass
class Element:
    """An element of a page: its tag, its classes, and what stands in it."""

    tag: str
    classes: frozenset[str] = frozenset()
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def text(self, hidden: bool = False) -> str:
        """The text as it stands, blocks parted by a space; with or without what is hidden until it is asked for."""
        if not hidden and self._is_hidden:
            return ""
        inner = "".join(child if isinstance(child, str) else child.text(hidden) for child in self.children)
        return f" {inner} " if self.tag in _BLOCKS else inner

    @property
    def _is_hidden(self) -> bool:
        return "display: none" in self.attributes.get("style", "") or (self.tag == "a" and "hint" in self.classes)

    def find(self, name: str) -> list[Element]:
        """Every element of this tag, or with this class, in the order of the page."""
        found = [self] if name == self.tag or name in self.classes else []
        return found + [each for child in self.children if isinstance(child, Element) for each in child.find(name)]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, frozenset(attributes.get("class", "").split()), attributes)
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(html: str) -> Element:
    """The elements of a page; an element that is not closed where it should be is an error."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not closed"
    return reader.open[0]


def squeezed(text: str) -> str:
    """A text in NFC, its runs of white space one space each, none at its ends."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def plain(html: str) -> str:
    """What a learner can read of some HTML."""
    return squeezed(read(html).text())
