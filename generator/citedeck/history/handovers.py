"""Reviews that would pass to another fact: an id was given away, or the two cards of a fact ask each other's."""

from __future__ import annotations

from collections.abc import Mapping

from citedeck.history.likeness import alike, asked_by, content, keeps_an_answer, words
from citedeck.history.strays import Stray, Strays
from citedeck.identity import family
from citedeck.matching.folding import folded_case
from citedeck.model import Entry, Listing, Note, Problem


def handed_over(entry: Entry, before: Note, strays: Strays) -> Problem | None:
    """What speaks against a fact's having the note that it has, which was shipped as it was `before`.

    That its author says `guid:` settles whose note it is.
    """
    if before.family != family(entry.question):
        return _of_another_type(entry, before)
    if strays.seal_of(entry, before.guid) == before.seal:
        return None
    if _turned(asked_by(entry), before.fields):
        return _exchanged_sides(entry)
    if entry.identity.guid or content(entry) == content(before):
        return None
    twin = strays.twin(entry, before.guid)
    if twin:
        return _exchanged_fact(entry, twin, before)
    if not alike(entry, before):
        return _replaced(entry, before, "nothing is left of what was shipped under this id")
    if isinstance(entry.question, Listing) and len(before.gaps) > 1 and not keeps_an_answer(entry, before):
        return _replaced(entry, before, "no answer is left of the list that was shipped under this id")
    return None


def _turned(now: Mapping[str, str], then: Mapping[str, str]) -> bool:
    """Whether a card asks now what the other card of its note asked, or is asked by its answer."""
    front, back, answer = _sides(now)
    was_front, was_back, _ = _sides(then)
    crossed = front == was_back, back == was_front, bool(was_back) and answer == was_front
    return bool(front) and front != was_front and any(crossed)


def _sides(fields: Mapping[str, str]) -> tuple[str, ...]:
    """What the two cards of a question note ask, and the answer of the first."""
    names = "Question", "Reverse question", "Answer"
    return tuple(folded_case(words(fields.get(name, ""))) for name in names)


def _of_another_type(entry: Entry, before: Note) -> Problem:
    message = (
        f"the guid {before.guid} is that of a {before.family} note, “{before.fact}”; this fact is a "
        f"{family(entry.question)} note, and Anki changes no note's type"
    )
    hint = "Take `guid:` out: the fact gets a note of its own, and the other one is retired with its reviews."
    return entry.problem(entry.identity.guid or entry.id, "guid-of-another-type", message, hint)


def _exchanged_sides(entry: Entry) -> Problem:
    message = "a card of it would ask what its other card asked, and have the reviews of that"
    hint = (
        "Put the two sides in the order they had: whichever comes first, a learner is asked for both. Or give the fact "
        "a new id, and it begins anew."
    )
    return entry.problem(entry.id, "exchanged-sides", message, hint)


def _exchanged_fact(entry: Entry, twin: Stray, before: Note) -> Problem:
    shipped = twin.shipped.note
    message = (
        f"it asks and answers what “{shipped.fact}” ({twin.path}) was shipped with; under the id “{entry.id}” it would "
        "have the reviews of another fact"
    )
    hint = (
        "An id belongs to its fact for good, wherever it stands in the deck: give each its own id back.\n"
        f"Or say in both facts whose reviews they have, in this one with: guid: {shipped.guid}\n"
        f"To keep what this id has: guid: {before.guid}"
    )
    return entry.problem(entry.id, "exchanged-fact", message, hint)


def _replaced(entry: Entry, before: Note, what: str) -> Problem:
    asked = " ".join(words(before.fields.get("Question") or before.fields.get("Text", "")).split())
    message = f"{what}, “{asked}”; its reviews stay with the id"
    hint = (
        "If it is another fact, give it an id of its own: so it begins anew. If it is the same in other words, build; "
        f"or say so for good with: guid: {before.guid}"
    )
    return entry.problem(entry.id, "replaced-fact", message, hint)
