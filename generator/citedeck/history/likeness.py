"""Whether a fact is the one that was shipped: whether it asks the same, or anything of it is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product

from citedeck.matching.folding import folded_case
from citedeck.model import Entry, Note, gaps, prompts

Content = tuple[str, ...]
"""What a fact asks and answers, in the words a learner reads; how it is asked (typed, among options) does not count."""

_CONTENT = "Question", "Answer", "Text"
_RUN = 20  # characters that two passages have in common by chance no longer


def content(fact: Entry | Note) -> Content:
    """What a fact asks and answers now, or did as it was shipped."""
    fields = fact.fields if isinstance(fact, Note) else asked_by(fact)
    return tuple(folded_case(words(fields.get(name, ""))) for name in _CONTENT)


def asked_by(entry: Entry) -> Mapping[str, str]:
    """The fields that ask what a fact asks now."""
    from citedeck.asking import question_fields

    return question_fields(str(entry.id), entry.question)


def words(page: str) -> str:
    """What a learner reads in a field."""
    from citedeck.hypertext import read

    return read(page, gaps=True).text


def alike(entry: Entry, before: Note) -> bool:
    """Whether a fact still asks what it did, or has the same answer from the same passage. Either alone does not tell:
    many facts have one answer, and many rest on one passage.
    """
    question, answer, text = content(entry)
    was_question, was_answer, was_text = content(before)
    asked = (question, text, *map(folded_case, prompts(entry.question)))
    if _any_alike(asked, (was_question, was_text)):
        return True
    answered = _within(answer, was_answer) or keeps_an_answer(entry, before)
    return answered and _any_alike(map(folded_case, entry.quotes), _quotes(before))


def _any_alike(some: Iterable[str], others: Iterable[str]) -> bool:
    return any(_within(one, other) or _share_a_run(one, other) for one, other in product(some, others))


def keeps_an_answer(entry: Entry, before: Note) -> bool:
    """Whether any gap asks for what one did, perhaps in other words."""
    now, then = ([folded_case(text) for _, text in some] for some in (gaps(entry.question), before.gaps))
    return any(_within(one, other) for one, other in product(now, then))


def stands_in(text: str, around: str) -> bool:
    """Whether a text stands in another one, as whole words where words are parted by spaces."""
    return bool(text) and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", around, re.ASCII) is not None


def _within(one: str, other: str) -> bool:
    """Whether one of two texts stands in the other."""
    return stands_in(*sorted((one, other), key=len))


def _share_a_run(one: str, other: str) -> bool:
    return not _runs(one).isdisjoint(_runs(other))


def _runs(text: str) -> set[str]:
    return {text[start : start + _RUN] for start in range(len(text) - _RUN + 1)}


def _quotes(note: Note) -> list[str]:
    from citedeck.hypertext import read

    return [folded_case(mark.text) for mark in read(note.fields.get("Evidence", "")).content.find("mark")]
