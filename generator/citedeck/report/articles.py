"""Articles as a report shows them: cut into segments wherever a sentence or a passage begins or ends."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest
from urllib.parse import quote

from citedeck.coverage import Coverage, Paragraph, Section
from citedeck.markup import visible
from citedeck.model import Item, Passage
from citedeck.outline import Outline
from citedeck.report.views import (
    BlockView,
    Figure,
    PassageView,
    SectionView,
    SegmentView,
    SentenceView,
    SourceView,
    share,
)
from citedeck.sources import title


class Articles:
    """The articles of a report. `items` are the proved facts by the anchors of theirs."""

    def __init__(self, covered: Iterable[Coverage], items: Mapping[str, Item]) -> None:
        self._marked: dict[str, _Marked] = {}
        cited: defaultdict[str, list[tuple[Passage, str]]] = defaultdict(list)
        for anchor, item in items.items():
            for passage in item.evidence:
                cited[passage.source.path].append((passage, anchor))
        before, views = 0, []
        for number, one in enumerate(covered, 1):
            marked = _Marked(number, before, cited[one.source.path])
            self._marked[one.source.path] = marked
            views.append(_source(number, one, marked))
            before += len(marked.starts)
        self.views = tuple(views)

    def passage(self, passage: Passage) -> PassageView:
        """Where a passage is shown."""
        return self._marked[passage.source.path].passage(passage)


class _Marked:
    """The passages of an article, and the segments that were made of them so far, which are numbered on."""

    def __init__(self, article: int, before: int, passages: Sequence[tuple[Passage, str]]) -> None:
        self.starts: list[int] = []
        self._article = article
        self._before = before
        self._begin = sorted(passage.start for passage, _ in passages)
        self._end = sorted(passage.end for passage, _ in passages)
        self._cuts = sorted({*self._begin, *self._end})
        self._coming = sorted(
            (passage.start, order, passage.end, anchor) for order, (passage, anchor) in enumerate(passages)
        )
        self._next = 0
        self._open: list[tuple[int, int, str]] = []

    def segments(self, text: str, start: int, end: int) -> Iterator[SegmentView]:
        """A stretch of the article in its segments; to be asked for from the first stretch to the last."""
        cuts = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        for begin, stop in pairwise((start, *cuts, end)):
            words = visible(text[begin:stop])
            facts = bisect_right(self._begin, begin) - bisect_right(self._end, begin)
            if not facts:
                yield SegmentView(words)
                continue
            self.starts.append(begin)
            is_link = any(letter.isalnum() for letter in words)
            href = f"#{quote(self._first(begin), safe='/~')}" if is_link else ""
            yield SegmentView(words, self._before + len(self.starts) - 1, facts, href)

    def _first(self, offset: int) -> str:
        """The anchor of the first fact that rests on the letter there."""
        while self._next < len(self._coming) and self._coming[self._next][0] <= offset:
            _, order, end, anchor = self._coming[self._next]
            heapq.heappush(self._open, (order, end, anchor))
            self._next += 1
        while self._open[0][1] <= offset:
            heapq.heappop(self._open)
        return self._open[0][2]

    def passage(self, passage: Passage) -> PassageView:
        first = self._before + bisect_left(self.starts, passage.start)
        last = self._before + bisect_left(self.starts, passage.end) - 1
        return PassageView(first, last, f"#{passage_anchor(first)}")


def passage_anchor(segment: int) -> str:
    return f"passage-{segment}"


def _source(number: int, one: Coverage, marked: _Marked) -> SourceView:
    blocks = tuple(_blocks(number, one, marked))
    sections = tuple(
        SectionView(section.headings, _section_anchor(number, order), _figure(section))
        for order, section in enumerate(one.sections)
    )
    return SourceView(
        anchor=f"article-{number}",
        title=visible(title(one.source)),
        path=one.source.path,
        language=one.source.language,
        blocks=blocks,
        sections=sections,
        figure=_figure(one),
        paragraphs=len(one.paragraphs),
        covered_paragraphs=one.covered_paragraphs,
        bare=next((sentence.bare for block in blocks for sentence in block.sentences if sentence.bare), ""),
    )


def _blocks(number: int, one: Coverage, marked: _Marked) -> Iterator[BlockView]:
    """The blocks of an article; the heading right above a section, or its first paragraph, has the section's anchor."""
    text, blocks = one.source.text, Outline(one.source.text).blocks()
    begins = {section.paragraphs[0].start: order for order, section in enumerate(one.sections)}
    paragraphs = iter(one.paragraphs)
    headed = False
    for block, below in zip_longest(blocks, blocks[1:]):
        section = begins.get(below.start if block.level and below else block.start)
        anchor = "" if section is None or headed else _section_anchor(number, section)
        if block.level:
            headed = section is not None
            words = SentenceView(tuple(marked.segments(text, block.start, block.end)))
            share = _figure(one.sections[section]) if section is not None else None
            yield BlockView((words,), block.level, share, anchor)
        else:
            headed = False
            paragraph = next(paragraphs)
            yield BlockView(tuple(_sentences(number, paragraph, marked, text)), 0, _figure(paragraph), anchor)


def _sentences(number: int, paragraph: Paragraph, marked: _Marked, text: str) -> Iterator[SentenceView]:
    for sentence, after in zip_longest(paragraph.sentences, paragraph.sentences[1:]):
        segments = tuple(marked.segments(text, sentence.start, sentence.end))
        bare = "" if sentence.covered else f"bare-{number}-{sentence.start}"
        yield SentenceView(segments, bare, text[sentence.end : after.start] if after else "")


def _section_anchor(number: int, section: int) -> str:
    return f"section-{number}-{section}"


def _figure(one: Coverage | Section | Paragraph) -> Figure:
    return share(one.covered, len(one.sentences))
