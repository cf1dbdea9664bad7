"""Passages as a card shows them: marked in the paragraph or the sentences around them, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from citedeck.markup import to_attribute, to_html
from citedeck.model import Passage
from citedeck.outline import Outline

LONGEST_PARAGRAPH = 420  # in code points; of a longer paragraph the card shows the sentences that hold the quote


def evidence(passages: tuple[Passage, ...], language: str, outline: Outline) -> str:
    """Each quote marked in the paragraph or the sentences around it; quotes of one sentence share it."""
    around: dict[tuple[int, int], list[Passage]] = {}
    for passage in sorted(passages, key=lambda passage: passage.start):
        around.setdefault(context(passage, outline), []).append(passage)
    begin = blockquote(passages[0].source.reference.language or language)
    return "".join(f"{begin}{_marked(start, end, marked)}</blockquote>" for (start, end), marked in around.items())


@lru_cache(maxsize=64)
def blockquote(language: str) -> str:
    """How a passage in a language begins."""
    return f'<blockquote lang="{to_attribute(language)}" dir="auto">'


def context(passage: Passage, outline: Outline) -> tuple[int, int]:
    """The paragraph around a passage; of a long one, the sentences that hold it."""
    start, end = outline.paragraph(passage.start, passage.end)
    return (start, end) if end - start <= LONGEST_PARAGRAPH else outline.sentences(passage.start, passage.end)


def _marked(start: int, end: int, passages: Iterable[Passage]) -> str:
    pieces = []
    for passage in passages:
        text = passage.source.text
        begin = max(start, passage.start)
        if begin < passage.end:
            pieces.append(to_html(one_line(text[start:begin])))
            pieces.append(f"<mark>{to_html(one_line(text[begin : passage.end]))}</mark>")
            start = passage.end
    pieces.append(to_html(one_line(text[start:end])))
    return "".join(pieces)


def one_line(text: str) -> str:
    """A paragraph without its line breaks: as long as before."""
    return text.replace("\n", " ")
