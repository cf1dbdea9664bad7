"""How an article is made up: its paragraphs, its sentences, and the headings a passage stands under."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from citedeck.frozen import frozen
from citedeck.seldom import seldom

_BLOCK = re.compile(r"[^\s][^\n]*(?:\n(?![ \t]*\n)[^\n]*)*")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_LONGEST_HEADING = 120
_NOT_A_HEADING = (".", ":", ",", ";", "。", "…", '."', ".”", "।")
# A full stop, its closing quotes, white space, and then no small letter: so ends a sentence.
_SENTENCE_END = seldom(r"(?:[.!?…]+[\"'”’)\]»]*\s+(?=[^\sa-z])|[。！？]+[」』”）]*)")
_ABBREVIATION = seldom(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Col|Lt|Sen|Rep|Gov|vs|etc|No|Fig|al|ca|cf|approx|Inc|Ltd|Co)|\b[A-Z]|\b[ap]\.m)\.\s*\Z"
)


@frozen
class Block:
    """A heading, or a paragraph and the headings it stands under, the article's title left out. `level` is that of a
    heading, from 1, and 0 for a paragraph.
    """

    start: int
    end: int
    headings: tuple[str, ...]
    level: int = 0


@dataclass(frozen=True)
class Outline:
    """The blocks of a text, which blank lines part. A short line alone, without a full stop, is a heading."""

    text: str

    def section(self, offset: int) -> tuple[str, ...]:
        """The headings above a place, the widest first, the article's title left out."""
        block = self.block(offset)
        return block.headings if block else ()

    def paragraph(self, start: int, end: int) -> tuple[int, int]:
        """The paragraph, or paragraphs, that hold a stretch of the text."""
        first = self.block(start)
        if first and first.start < end <= first.end:
            return first.start, first.end
        last = self.block(end - 1)
        return (first.start if first else start, max(end, last.end) if last else end)

    def sentences(self, start: int, end: int) -> tuple[int, int]:
        """The sentences that hold a stretch of the text, whole."""
        first, last = self.paragraph(start, end)
        bounds = self._bounds(first, last)
        begin, stop = bounds[bisect_right(bounds, start) - 1], bounds[bisect_left(bounds, end)]
        return begin, begin + len(self.text[begin:stop].rstrip())

    def blocks(self) -> tuple[Block, ...]:
        """All of the text, block for block: its title, its headings and its paragraphs."""
        return tuple(self._blocks)

    def sentences_of(self, block: Block) -> Iterator[tuple[int, int]]:
        """The sentences of a paragraph, without the white space between them."""
        for begin, stop in pairwise(self._bounds(block.start, block.end)):
            if begin < stop:
                yield begin, begin + len(self.text[begin:stop].rstrip())

    def _bounds(self, first: int, last: int) -> list[int]:
        """Where the sentences of a stretch begin, and where the last one ends."""
        known = self._known_bounds.get((first, last))
        if known is None:
            starts = [
                stop.end()
                for stop in _SENTENCE_END.finditer(self.text, first, last)
                if not _ABBREVIATION.search(self.text, max(first, stop.start() - 12), stop.start() + 1)
            ]
            known = self._known_bounds[first, last] = [first, *starts, last]
        return known

    @cached_property
    def _known_bounds(self) -> dict[tuple[int, int], list[int]]:
        return {}

    def block(self, offset: int) -> Block | None:
        """The last block that begins up to a place."""
        index = bisect_right(self._starts, offset) - 1
        return self._blocks[index] if index >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self._blocks]

    @cached_property
    def _blocks(self) -> list[Block]:
        blocks: list[Block] = []
        above: list[_Heading] = []
        after_text = False
        for found in _BLOCK.finditer(self.text):
            block, start = found[0].rstrip(), found.start()
            heading = _heading(block)
            if heading and blocks:
                above = _under(above, heading, after_text)
            after_text = heading is None
            level = 0 if heading is None else len(above) + 1
            blocks.append(Block(start, start + len(block), tuple(one.words for one in above), level))
        return blocks


@frozen
class _Heading:
    """The words of a heading, and its level where its text says it: the number of `#` in Markdown."""

    words: str
    level: int | None


def _under(above: list[_Heading], heading: _Heading, after_text: bool) -> list[_Heading]:
    """The headings in force once this one is read.

    In plain text, two headings in a row are a section and a part of it; one that follows text is the next part.
    """
    if heading.level is not None:
        return [*(one for one in above if one.level is not None and one.level < heading.level), heading]
    if after_text:
        return [heading] if len(above) < 2 else [*above[:-1], heading]
    return [*above, heading][-2:]


def _heading(block: str) -> _Heading | None:
    """A block as a heading, or None if it is none."""
    markdown = _MARKDOWN_HEADING.fullmatch(block)
    if markdown:
        return _Heading(markdown[2], len(markdown[1]))
    plain = "\n" not in block and len(block) <= _LONGEST_HEADING and not block.endswith(_NOT_A_HEADING)
    return _Heading(block, None) if plain else None
