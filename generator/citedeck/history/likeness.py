"""Whether a fact may still be the one that was shipped: whether anything of it is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from citedeck.asking import question_fields
from citedeck.hypertext import read
from citedeck.matching.folding import folded_case
from citedeck.model import Entry, Note, gaps

_CONTENT = "Question", "Answer", "Text"


def alike(entry: Entry, before: Note) -> bool:
    """Whether a fact still asks, answers or quotes anything of what it did."""
    now = question_fields(str(entry.id), entry.question)
    return any(
        _within(one, other)
        for one, other in (
            *((words(now.get(name, "")), words(before.fields.get(name, ""))) for name in _CONTENT),
            *product(entry.quotes, _quotes(before)),
            *product(_asked(gaps(entry.question)), _asked(before.gaps)),
        )
    )


def _within(one: str, other: str) -> bool:
    """Whether one of two texts stands in the other, as whole words."""
    shorter, longer = sorted((folded_case(one), folded_case(other)), key=len)
    return bool(shorter) and re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer) is not None


def words(page: str) -> str:
    """What a learner reads in a field."""
    return read(page, gaps=True).text


def _quotes(note: Note) -> Iterator[str]:
    return (mark.text for mark in read(note.fields.get("Evidence", "")).content.find("mark"))


def _asked(gaps: Iterable[tuple[int, str]]) -> Iterator[str]:
    return (text for _, text in gaps)
