"""What facts rest on of an article: which of its sentences and paragraphs, counted section by section."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from citedeck.frozen import frozen
from citedeck.model import Source, Verdict
from citedeck.outline import Block, Outline


@frozen
class Sentence:
    """A sentence, as offsets into its source, and whether a fact rests on a part of it."""

    start: int
    end: int
    covered: bool


@frozen
class Paragraph:
    """A paragraph by its sentences. Headings are none."""

    sentences: tuple[Sentence, ...]

    @property
    def start(self) -> int:
        return self.sentences[0].start

    @property
    def covered(self) -> int:
        """How many of its sentences facts rest on."""
        return sum(sentence.covered for sentence in self.sentences)


@frozen
class Section:
    """Paragraphs in a row under the same headings, the widest first; none before the first heading."""

    headings: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    @property
    def covered(self) -> int:
        """How many of its sentences facts rest on."""
        return sum(sentence.covered for sentence in self.sentences)


@frozen
class Coverage:
    """What facts rest on of a source."""

    source: Source
    sections: tuple[Section, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(paragraph for section in self.sections for paragraph in section.paragraphs)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for section in self.sections for sentence in section.sentences)

    @property
    def covered(self) -> int:
        """How many of its sentences facts rest on."""
        return sum(section.covered for section in self.sections)

    @property
    def covered_paragraphs(self) -> int:
        return sum(paragraph.covered > 0 for paragraph in self.paragraphs)


def percent(part: int, whole: int) -> int:
    """A share of a hundred, rounded down: 100 means all. Next to nothing is 1, for 0 means nothing."""
    return max(part * 100 // whole, min(part, 1)) if whole else 0


def coverage(sources: Sequence[Source], verdict: Verdict) -> tuple[Coverage, ...]:
    """What the accepted facts of a verdict rest on of each source, whether or not their decks can be shipped."""
    stretches: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for finding in verdict.findings:
        for passage in finding.item.evidence if finding.item else ():
            stretches[passage.source.path].append((passage.start, passage.end))
    return tuple(_coverage(source, _Covered(stretches[source.path])) for source in sources)


class _Covered:
    """Stretches of a text, those that meet joined."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meets(self, start: int, end: int) -> bool:
        """Whether one of them has a letter in common with a stretch."""
        first = bisect_right(self._ends, start)
        return first < len(self._starts) and self._starts[first] < end


def _coverage(source: Source, covered: _Covered) -> Coverage:
    outline = Outline(source.text)

    def paragraph(block: Block) -> Paragraph:
        bounds = outline.sentences_of(block)
        return Paragraph(tuple(Sentence(start, end, covered.meets(start, end)) for start, end in bounds))

    text = (block for block in outline.blocks() if not block.level)
    sections = groupby(text, key=lambda block: block.headings)
    return Coverage(source, tuple(Section(headings, tuple(map(paragraph, blocks))) for headings, blocks in sections))
