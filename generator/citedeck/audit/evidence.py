"""Whether the evidence a card shows is that of its fact: what is marked, what stands round it, whose words it is."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.audit.articles import Article
from citedeck.audit.notes import AGAIN, Note
from citedeck.frozen import frozen
from citedeck.hypertext import Element, read
from citedeck.matching.anchor import Haystack
from citedeck.matching.folding import fold, folded
from citedeck.matching.nearest import nearest
from citedeck.matching.occurrences import occurrences
from citedeck.model import Passage, Problem
from citedeck.notes.cited import source_line

_Places = frozenset[int]
"""Code points of an article as folding levels it."""


@frozen
class _Block:
    """A passage as a card shows it: its text, and which stretches of that are marked."""

    text: str
    marks: tuple[tuple[int, int], ...]


def evidence(note: Note, passages: tuple[Passage, ...], article: Article) -> list[Problem]:
    """What is wrong with the Evidence and the Source of a note whose quotes stand at these passages."""
    return [*_passages(note, passages, article), *_source(note, passages[0], article)]


def _passages(note: Note, passages: tuple[Passage, ...], article: Article) -> list[Problem]:
    shown, field = article.shown, note.fields["Evidence"].content
    beside = "".join(words for words, within in field.leaves() if not within or within[0].tag != "blockquote").strip()
    if beside:
        return [
            note.problem("Evidence", "evidence-differs", f"“{beside}” stands among its evidence, but in no passage")
        ]
    proved = frozenset(
        place for passage in passages for place in range(*shown.folded.stretch(passage.start, passage.end))
    )
    problems: list[Problem] = []
    marked: set[int] = set()
    for block in map(_block, field.find("blockquote")):
        places = list(_marked(block, article))
        fitting = next((found for found in places if found <= proved), None)
        if not places:
            problems.append(_not_there(note, block, shown))
        elif fitting is None:
            problems.append(_not_marked(note, block, passages))
        marked |= fitting or frozenset()
    if not problems and marked != proved:
        quotes = "” and “".join(passage.text for passage in passages)
        problems.append(
            note.problem("Evidence", "evidence-differs", f"its cards do not mark all of the quote “{quotes}”")
        )
    return problems


def _block(element: Element) -> _Block:
    text = ""
    marks: list[tuple[int, int]] = []
    for words, within in element.leaves():
        if any(one.tag == "mark" for one in within):
            marks.append((len(text), len(text) + len(words)))
        text += words
    return _Block(text, tuple(marks))


def _marked(block: _Block, article: Article) -> Iterator[_Places]:
    """What the marks of a block cover in the article, for each place where the block stands in it whole."""
    there, needle = article.shown.folded, fold(block.text)
    stretches = [needle.stretch(start, end) for start, end in block.marks]
    for offset in occurrences(there.text, needle.text):
        end = offset + len(needle.text)
        if there.stretch(*article.outline.sentences(*there.original(offset, end))) == (offset, end):
            yield frozenset(offset + place for start, end in stretches for place in range(start, end))


def _not_there(note: Note, block: _Block, shown: Haystack) -> Problem:
    near = [f"line {near.line}: {near.diff}" for near in nearest(shown, block.text)[:1]]
    hint = "\n".join(["The nearest, with [-what the card shows-] and {+what stands there+}:", *near])
    message = f"what its cards show as evidence does not stand in {shown.source.path} as whole sentences"
    return note.problem("Evidence", "evidence-differs", message, hint if near else AGAIN)


def _not_marked(note: Note, block: _Block, passages: tuple[Passage, ...]) -> Problem:
    marked = "” and “".join(block.text[start:end] for start, end in block.marks)
    quotes = "” and “".join(passage.text for passage in passages)
    return note.problem("Evidence", "evidence-differs", f"its cards mark “{marked}”, but the quote is “{quotes}”")


def _source(note: Note, passage: Passage, article: Article) -> list[Problem]:
    shown, expected = note.fields["Source"].content, read(source_line(passage, article.outline)).content
    if folded(shown.text) != folded(expected.text):
        message = f"its cards call the source “{folded(shown.text)}”, but it is “{folded(expected.text)}”"
        return [note.problem("Source", "evidence-differs", message)]
    links, right = ([link.attributes.get("href", "") for link in one.find("a")] for one in (shown, expected))
    if links != right:
        message = f"its cards link to {_all(links)}, but the source is {_all(right)}"
        return [note.problem("Source", "evidence-differs", message)]
    return []


def _all(links: list[str]) -> str:
    return " and ".join(links) or "nowhere"
