"""The tokens of a text -> its words, and what lies over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from citedeck.model import Mark, Span, raised
from citedeck.seldom import seldom

if TYPE_CHECKING:
    from markdown_it.token import Token

# What looks like a tag, a link, a formula as Anki writes it, or one without an end, in what was read as text.
_UNREAD = seldom(
    r"</?[A-Za-z][^<>\n]*>|!?\[[^\[\]\n]*\]\(\S{0,300}\)|\\(?:\(.{1,200}?\\\)|\[.{1,200}?\\\])|\$\\[A-Za-z][^$\n]{0,60}"
)
_LINE_ENDS = ("softbreak", "hardbreak")
_WITHIN: dict[str, Mark | None] = {"code_inline": "code", "formula": "math", "raised": None}  # whose tag says it
_DEEPEST = 20  # what lies over one place; more is left out


class Reader:
    """Writes down the words of tokens, and what lies over them."""

    def __init__(self) -> None:
        self.unread: list[str] = []
        self._pieces: list[str] = []
        self._at = 0  # the length of them all
        self._spans: list[Span] = []
        self._open: list[int] = []
        self._after_paragraph = False

    def words(self) -> str:
        """The words as they read, figures above and below the line raised and lowered."""
        letters = list("".join(self._pieces))
        for span in reversed(self.spans()):
            if span.mark in ("sub", "sup"):
                within = slice(span.start, span.end)
                letters[within] = raised("".join(letters[within]), span.mark)
        return "".join(letters)

    def spans(self) -> tuple[Span, ...]:
        """What lies over the words, what lies over none left out."""
        return tuple(span for span in self._spans if span.start < span.end)

    def take(self, tokens: Iterable[Token]) -> None:
        """Blocks: paragraphs, and lists in lists."""
        for token in tokens:
            if token.type == "inline":
                self._take_inline(token.children or [])
            elif token.nesting == 1:
                self._break("\n\n" if self._after_paragraph and token.tag == "p" else "\n")
                if token.tag != "p":
                    self._begin(cast(Mark, token.tag))
            elif token.tag != "p":
                self._end()
            self._after_paragraph = token.type == "paragraph_close"

    def _break(self, lines: str) -> None:
        at_start = self._open and self._spans[self._open[-1]].start == self._at
        if self._at and not at_start:
            self._add(lines)

    def _take_inline(self, tokens: Sequence[Token]) -> None:
        paired = _paired(tokens)
        for place, token in enumerate(tokens):
            if token.type == "text" or (token.type == "tag" and place not in paired):
                self._say(token.content)
            elif token.type in _LINE_ENDS:
                self._add("\n")
            elif token.type == "escaped":
                self._add(token.content)
            elif token.type in _WITHIN:
                self._say_as(_WITHIN[token.type] or cast(Mark, token.tag), token.content)
            elif token.nesting == 1 or (token.content.startswith("<") and not token.content.startswith("</")):
                self._begin(cast(Mark, token.tag), str(token.attrs.get("href", "")))
            else:
                self._end()

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._at += len(text)

    def _say(self, text: str) -> None:
        self.unread += (found[0] for found in _UNREAD.finditer(text))
        self._add(text)

    def _say_as(self, mark: Mark, text: str) -> None:
        """Write down a text that is all within one element."""
        self._begin(mark)
        self._add(text)
        self._end()

    def _begin(self, mark: Mark, href: str = "") -> None:
        self._open.append(len(self._spans))
        self._spans.append(Span(self._at, self._at, mark, href))

    def _end(self) -> None:
        place = self._open.pop()
        span = self._spans[place]
        if span.start == self._at:
            self._add(span.href)  # a link without words is called by its address
        if len(self._open) >= _DEEPEST:
            return
        self._spans[place] = replace(span, end=self._at)


def _paired(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of the tags that have a partner within the same markup; the others are text."""
    paired: set[int] = set()
    stack: list[int] = []
    for place, token in enumerate(tokens):
        if token.type == "tag" and token.content.startswith("</"):
            if stack and tokens[stack[-1]].type == "tag" and tokens[stack[-1]].tag == token.tag:
                paired |= {stack.pop(), place}
        elif token.type == "tag" or token.nesting == 1:
            stack.append(place)
        elif token.nesting == -1:
            while tokens[stack.pop()].nesting != 1:
                pass
    return frozenset(paired)
