"""Reviews that would pass to another fact: an id was given away, or what two cards ask was exchanged."""

from __future__ import annotations

from collections.abc import Mapping

from citedeck.asking import question_fields
from citedeck.history.likeness import alike, words
from citedeck.history.strays import Stray, Strays
from citedeck.identity import family
from citedeck.model import Entry, Note, Problem
from citedeck.seal import seal


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
    return None if adopts or alike(entry, before) else _replaced(entry, before)


def _turned(entry: Entry, before: Note) -> bool:
    """Whether the two cards of a fact have exchanged what they ask."""
    now, then = _fronts(question_fields(str(entry.id), entry.question)), _fronts(before.fields)
    return all(now) and now == then[::-1] != then


def _fronts(fields: Mapping[str, str]) -> tuple[str, str]:
    return fields.get("Question", ""), fields.get("Reverse question", "")


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
    asked = " ".join(words(before.fields.get("Question") or before.fields.get("Text", "")).split())
    message = f"nothing is left of what was shipped under this id, “{asked}”; its reviews stay with the id"
    hint = (
        "If it is another fact, give it an id of its own: so it begins anew. If it is the same in other words, leave "
        "it: you are told once."
    )
    return entry.problem(entry.id, "replaced-fact", message, hint)
