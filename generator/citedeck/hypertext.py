"""The HTML of a field -> what a learner reads there: the way back from `markup`.

Read is what citedeck writes, and the plain markup that Anki's editor makes of what is typed there. Everything else may
look like something else than its words say (10<sup>23</sup> is not 1023), so it is told.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import field

from citedeck import tex
from citedeck.frozen import frozen
from citedeck.markup import commands, formulas, visible
from citedeck.model import ADDRESS, raised
from citedeck.seldom import seldom

_TOKEN = seldom(
    r"<(?P<end>/)?(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<attributes>(?:\s+[A-Za-z-]+(?:=\"[^\"<]*\")?)*)\s*/?>"
    r"|(?P<text>[^<]+)|(?P<odd><.{0,20})",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([A-Za-z-]+)(?:=\"([^\"]*)\")?")
_BRACES = seldom(r"(\{\{c[1-9][0-9]{0,2}::|\{\{|\}\}|::)")
_FORMULA = re.compile(r"\\\((.+?)\\\)", re.DOTALL)  # splits words from formulas: every second piece is one
_DEEPEST = 30
_SAMPLE = 30

# Which attributes an element may have, with which values.
_PLAIN: dict[str, dict[str, re.Pattern[str]]] = {
    **{tag: {} for tag in (*"biu", "em", "strong", "code", "sub", "sup", "br", "cite", "mark", "ol", "ul")},
    "a": {"href": ADDRESS},
    "blockquote": {"lang": re.compile(".*", re.DOTALL), "dir": re.compile("auto")},
    "li": {"class": re.compile("right")},
    "p": {"class": re.compile("asked")},
    "div": {"class": re.compile("asked|long")},
    "span": {"class": re.compile("section")},
}
_BLOCKS = frozenset(("blockquote", "div", "li", "ol", "p", "ul", "section"))
_VOID = "br"
GAP, HINT = "gap", "hint"


@frozen
class Element:
    """A piece of a field: its tag and attributes, and what stands in it.

    A gap of a cloze is an element too, `gap` with its `number`, and its hint one within it.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, gaps filled; what makes a line of its own stands on one."""
        return raised(
            "".join(child if isinstance(child, str) else _in_line(child) for child in self.children), self.tag
        )

    def find(self, tag: str) -> Iterator[Element]:
        """Every element of this tag in it, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag == tag:
                    yield child
                yield from child.find(tag)

    def leaves(self, within: tuple[Element, ...] = ()) -> Iterator[tuple[str, tuple[Element, ...]]]:
        """Its texts one by one, each with the elements it stands in."""
        for child in self.children:
            if isinstance(child, str):
                yield child, within
            elif child.tag == _VOID:
                yield "\n", within
            else:
                yield from child.leaves((*within, child))


def _in_line(element: Element) -> str:
    """The words of an element among others."""
    if element.tag == HINT:
        return ""
    if element.tag == _VOID:
        return "\n"
    block = element.tag in _BLOCKS or element.attributes.get("class") in _BLOCKS
    return f"\n{element.text}\n" if block else element.text


@frozen
class Hypertext:
    """A field as read. `unread` are pieces of it whose look nobody can tell from their words."""

    content: Element
    unread: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.content.text


def read(page: str, gaps: bool = False, math: bool = True) -> Hypertext:
    """Read the HTML of a field; with `gaps`, as Anki reads the text of a cloze, without `math` what no card shows."""
    reader = _Reader(gaps, math)
    for token in _TOKEN.finditer(page):
        reader.take(token)
    return reader.hypertext(page)


class _Reader:
    """Builds the tree of a field, and collects what cannot be read of it."""

    def __init__(self, gaps: bool, math: bool) -> None:
        self._gaps = gaps
        self._math = math
        self._open = [Element("field")]
        self._unread: list[str] = []

    def hypertext(self, page: str) -> Hypertext:
        """What was read; an element that is still open is odd."""
        self._unread += [f"<{element.tag}>" for element in self._open[1:]]
        self._unread += commands(page)
        if visible(page) != page:
            self._unread.append("a control character")
        return Hypertext(self._open[0], tuple(self._unread))

    def take(self, token: re.Match[str]) -> None:
        if token["odd"]:
            self._unread.append(token["odd"])
        elif token["text"]:
            self._take_text(token["text"])
        elif token["end"]:
            self._close(token["tag"].lower(), token[0])
        else:
            self._take_tag(token)

    def _take_tag(self, token: re.Match[str]) -> None:
        tag = token["tag"].lower()
        attributes = {name.lower(): html.unescape(value) for name, value in _ATTRIBUTE.findall(token["attributes"])}
        if not _is_plain(tag, attributes):
            self._unread.append(token[0][:_SAMPLE])
        if tag == _VOID:
            self._open[-1].children.append(Element(tag))
        else:
            self._begin(Element(tag, attributes))

    def _take_text(self, text: str) -> None:
        words = ""
        for place, piece in enumerate(_BRACES.split(text) if self._gaps else (text,)):
            if place % 2 == 0 or (piece == "::" and not self._in_gap()):
                words += piece
            else:
                self._take_words(words)
                self._take_brace(piece)
                words = ""
        self._take_words(words)

    def _in_gap(self) -> bool:
        return any(element.tag == GAP for element in self._open)

    def _take_brace(self, piece: str) -> None:
        inside = self._open[-1]
        if piece.startswith("{{c") and not self._in_gap():
            self._begin(Element(GAP, {"number": piece[3:-2]}))
        elif piece == "::" and inside.tag == GAP:
            self._begin(Element(HINT))
        elif piece == "}}" and inside.tag in (GAP, HINT):
            if inside.tag == HINT:
                self._open.pop()
            self._open.pop()
        else:
            self._unread.append(piece)

    def _take_words(self, page: str) -> None:
        inside, text = self._open[-1], html.unescape(page.replace("\n", " "))
        for place, words in enumerate(_FORMULA.split(text) if self._math else (text,)):
            if place % 2 and not tex.flaw(words):
                inside.children.append(Element("math", children=[words]))
            elif words:
                self._unread += [rf"\({words}"[:_SAMPLE]] if place % 2 else formulas(words)
                inside.children.append(words)

    def _begin(self, element: Element) -> None:
        if len(self._open) > _DEEPEST:
            self._unread.append(f"<{element.tag}>")
            return
        self._open[-1].children.append(element)
        self._open.append(element)

    def _close(self, tag: str, shown: str) -> None:
        if self._open[-1].tag == tag and tag in _PLAIN:
            self._open.pop()
        else:
            self._unread.append(shown)


def _is_plain(tag: str, attributes: dict[str, str]) -> bool:
    allowed = _PLAIN.get(tag)
    return allowed is not None and all(
        name in allowed and allowed[name].fullmatch(value) for name, value in attributes.items()
    )
