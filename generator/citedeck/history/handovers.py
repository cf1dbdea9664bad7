"""Reviews that would pass to another fact: an id was given away, or what two cards ask was exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from citedeck.asking import question_fields
from citedeck.history.strays import Stray, Strays
from citedeck.hypertext import read
from citedeck.identity import family
from citedeck.matching.folding import folded_case
from citedeck.model import Entry, Note, Problem, gaps
from citedeck.seal import seal

_CONTENT = "Question", "Answer", "Text"


def handed_over(entry: Entry, before: Note, strays: Strays) -> Problem | None:
    """What speaks against a fact's having the note that it has, which was shipped as it was `before`.

    That its author says `guid:` settles whose note it is.
    """
    adopts = entry.identity.guid
    if before.family != family(entry.question):
        return _of_another_type(entry, before)
    if seal(entry) == before.seal:
        return None
    if _turned(entry, before):
        return _exchanged_sides(entry)
    twin = None if adopts else strays.twin(entry, before.guid)
    if twin:
        return _exchanged_fact(entry, twin)
    return None if adopts or _same(entry, before) else _replaced(entry, before)


def _turned(entry: Entry, before: Note) -> bool:
    """Whether the two cards of a fact have exchanged what they ask."""
    now, then = _fronts(question_fields(str(entry.id), entry.question)), _fronts(before.fields)
    return all(now) and now == then[::-1] != then


def _fronts(fields: Mapping[str, str]) -> tuple[str, str]:
    return fields.get("Question", ""), fields.get("Reverse question", "")


def _same(entry: Entry, before: Note) -> bool:
    """Whether a fact still asks, answers or quotes anything of what it did."""
    now = question_fields(str(entry.id), entry.question)
    return any(
        _alike(one, other)
        for one, other in (
            *((_words(now.get(name, "")), _words(before.fields.get(name, ""))) for name in _CONTENT),
            *product(entry.quotes, _quotes(before)),
            *product(_asked(gaps(entry.question)), _asked(before.gaps)),
        )
    )


def _alike(one: str, other: str) -> bool:
    """Whether one of two texts stands in the other, as whole words."""
    shorter, longer = sorted((folded_case(one), folded_case(other)), key=len)
    return bool(shorter) and re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer) is not None


def _words(page: str) -> str:
    return read(page, gaps=True).text


def _quotes(note: Note) -> Iterator[str]:
    return (mark.text for mark in read(note.fields.get("Evidence", "")).content.find("mark"))


def _asked(gaps: Iterable[tuple[int, str]]) -> Iterator[str]:
    return (text for _, text in gaps)


def _of_another_type(entry: Entry, before: Note) -> Problem:
    message = (
        f"the guid {before.guid} is that of a {before.family} note, “{before.fact}”; this fact is a "
        f"{family(entry.question)} note, and Anki changes no note's type"
    )
    hint = "Take `guid:` out: the fact gets a note of its own, and the other one is retired with its reviews."
    return entry.problem(entry.identity.guid or entry.id, "guid-of-another-type", message, hint)


def _exchanged_sides(entry: Entry) -> Problem:
    message = "its two cards have exchanged what they ask, and each would have the reviews of the other"
    hint = "Put the two back in their order: a learner is asked for both, whichever comes first."
    return entry.problem(entry.id, "exchanged-sides", message, hint)


def _exchanged_fact(entry: Entry, twin: Stray) -> Problem:
    shipped = twin.shipped.note
    message = (
        f"it asks, answers and quotes what “{shipped.fact}” ({twin.path}) was shipped with; under the id “{entry.id}” "
        "it would have the reviews of another fact"
    )
    hint = (
        "An id belongs to its fact for good, wherever it stands in the deck: give each its own id back. Or say whose "
        f"reviews it has with: guid: {shipped.guid}"
    )
    return entry.problem(entry.id, "exchanged-fact", message, hint)


def _replaced(entry: Entry, before: Note) -> Problem:
    asked = " ".join(_words(before.fields.get("Question") or before.fields.get("Text", "")).split())
    message = f"nothing is left of what was shipped under this id, “{asked}”; its reviews stay with the id"
    hint = (
        "If it is another fact, give it an id of its own: so it begins anew. If it is the same in other words, leave "
        "it: you are told once."
    )
    return entry.problem(entry.id, "replaced-fact", message, hint)
