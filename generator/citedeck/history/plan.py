"""What an import will do: an edition beside what was shipped before, or beside what somebody's Anki holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from citedeck.frozen import frozen
from citedeck.history.edition import Edition
from citedeck.history.lock import RETIRED, Shipped
from citedeck.model import Note

CARDS, TAGS = "cards", "tags"
"""What can change of a note besides its fields."""

OUTCOMES = "new", "updated", "stamped anew", "unchanged", "retired", "retired before", "in conflict"
"""What an import can do to a note, in a few words."""


@frozen
class Held:
    """What was shipped before, or what an Anki holds: notes by their guids, and the name of their deck.

    `foreign` are guids that belong to notes of other note types there, which an import leaves alone.
    """

    notes: Mapping[str, Shipped] = field(default_factory=dict)
    name: str = ""
    foreign: frozenset[str] = frozenset()


@frozen
class Change:
    """A part of a note that changes: a field by its name, its tags, or its cards by their numbers."""

    part: str
    old: str
    new: str


@frozen
class Step:
    """What happens to one note; `why`, where that needs a word."""

    fact: str
    guid: str
    changes: tuple[Change, ...] = ()
    why: str = ""


@frozen
class Plan:
    """What an import of an edition does to each note, and what is left to do in Anki.

    `conflicts` are notes that have changed, but that Anki leaves as they are. `retired` are those of facts that are
    gone since; of others that are gone for longer, only their number is told. `stamped` are as they were, but are
    written again, also over what a learner changed.
    """

    deck: str
    name: str
    new: tuple[Step, ...]
    updated: tuple[Step, ...]
    retired: tuple[Step, ...]
    conflicts: tuple[Step, ...]
    stamped: tuple[Step, ...]
    unchanged: int
    retired_before: int
    advice: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many notes have which outcome."""
        steps = len(self.new), len(self.updated), len(self.stamped)
        gone = len(self.retired), self.retired_before, len(self.conflicts)
        return dict(zip(OUTCOMES, (*steps, self.unchanged, *gone), strict=True))

    @property
    def changes(self) -> bool:
        """Whether the import does anything."""
        return bool(self.new or self.updated or self.retired or self.conflicts)


def plan(edition: Edition, held: Held | None = None) -> Plan:
    """The plan of an edition, compared with its lock or with what is `held`."""
    before = edition.before
    held = held or Held(edition.known, before.name if before else "")
    steps: dict[str, list[Step]] = {name: [] for name in ("new", "updated", "retired", "conflicts", "stamped")}
    unchanged = retired_before = 0
    known = held.notes or held.foreign
    if not known:
        steps["new"] = [Step(one.note.fact, one.note.guid) for one in edition.notes if one.state != "retired"]
        retired_before = len(edition.notes) - len(steps["new"])
    for shipped in edition.notes if known else ():
        outcome, step = _step(shipped, held)
        if outcome in steps:
            steps[outcome].append(step)
        elif shipped.state == "retired":
            retired_before += 1
        else:
            unchanged += 1
    found = {name: tuple(some) for name, some in steps.items()}
    advice = tuple(_advice(edition, held, found))
    return Plan(
        edition.deck.id, edition.deck.name, **found, unchanged=unchanged, retired_before=retired_before, advice=advice
    )


def _step(shipped: Shipped, held: Held) -> tuple[str, Step]:
    """What happens to a note: the name of the outcome, and the step."""
    note, known = shipped.note, held.notes.get(shipped.note.guid)
    if note.guid in held.foreign:
        why = "a note of another note type has its guid there: Anki updates neither"
        return "conflicts", Step(note.fact, note.guid, why=why)
    if known is None:
        return ("retired before" if shipped.state == "retired" else "new"), Step(note.fact, note.guid)
    changes = tuple(_changes(known.note, note))
    step = Step(note.fact, note.guid, changes)
    if shipped.state == "retired" and RETIRED not in known.note.tags:
        return ("retired" if shipped.mod > known.mod else "conflicts"), step
    if shipped.mod > known.mod:
        return "updated" if changes else "stamped", step
    if not changes:
        return "unchanged", step
    if all(change.part == TAGS for change in changes) and set(note.tags) <= set(known.note.tags):
        return "unchanged", step  # the learner's own tags, which stay
    why = "it was changed there after this was built: Anki keeps what it has"
    return "conflicts", Step(note.fact, note.guid, changes, why)


def _changes(old: Note, new: Note) -> Iterator[Change]:
    """The parts of a note that differ, its fields first; the Citation, which nobody sees, last."""
    names = dict.fromkeys((*new.fields, *old.fields))
    for name in sorted(names, key="Citation".__eq__):
        before, after = (unicodedata.normalize("NFC", one.fields.get(name, "")) for one in (old, new))
        if before != after:
            yield Change(name, before, after)
    if set(old.tags) != set(new.tags):
        yield Change(TAGS, " ".join(sorted(old.tags)), " ".join(new.tags))
    if set(new.cards) - set(old.cards) or set(old.cards) - set(new.cards):
        yield Change(CARDS, _numbers(old.cards), _numbers(new.cards))


def _numbers(ordinals: Iterable[int]) -> str:
    return ", ".join(str(ordinal + 1) for ordinal in ordinals)


def _advice(edition: Edition, held: Held, steps: Mapping[str, tuple[Step, ...]]) -> Iterator[str]:
    """What a learner must do or know, if anything."""
    if held.name and held.name != edition.deck.name:
        yield (
            f"Rename the deck “{held.name}” to “{edition.deck.name}” in Anki before the import: it knows decks by "
            "their names. Else its cards stay where they are, and new ones go into a second deck."
        )
    if steps["retired"]:
        yield (
            f"Facts that are gone stay in Anki with their reviews. Search for tag:{RETIRED} in its browser, and "
            "suspend what you find: what is deleted comes back with the next import."
        )
    retired = {one.note.fact: one.note.family for one in edition.notes if one.state == "retired"}
    living = {
        one.note.fact: one.note.family for one in edition.notes if one.note.fact in retired and one.state == "living"
    }
    anew = [step.fact for step in steps["new"] if step.fact in living]
    turned = [fact for fact in anew if retired[fact] != living[fact]]
    if turned:
        yield (
            f"These begin anew, since a note cannot change its type: {_named(turned)}. What they were is retired with "
            "its reviews, and comes back if the kind does."
        )
    changed = [fact for fact in anew if retired[fact] == living[fact]]
    if changed:
        yield f"These begin anew under another guid: {_named(changed)}. What they were is retired with its reviews."
    own = edition.before.notes if edition.before else {}
    arrived = [step.fact for step in steps["updated"] if step.guid in edition.known and step.guid not in own]
    if arrived:
        yield f"An import moves no card. These stay in the deck of Anki they are in: {_named(arrived)}."
    emptied = [step.fact for step in steps["updated"] if _loses_cards(step)]
    if emptied:
        yield (
            f"Cards of {_named(emptied)} ask for nothing now. Anki keeps them, with their reviews, until you delete "
            "them with Tools, Empty Cards."
        )
    gone = [note.fact for note in edition.pictureless]
    if gone:
        yield (
            f"Retired cards show pictures whose files are gone: {_named(gone)}. Who has them keeps them; who imports "
            "this for the first time reads there what they show. Put the files back into decks/, under any name, to "
            "ship them again."
        )
    if steps["conflicts"]:
        yield ("To replace what was changed in Anki, build with --touch FACT, and import that; else leave it as it is.")


def _loses_cards(step: Step) -> bool:
    return any(
        change.part == CARDS and set(filter(None, change.old.split(", "))) - set(change.new.split(", "))
        for change in step.changes
    )


def _named(facts: list[str]) -> str:
    few = ", ".join(facts[:5])
    return f"{few} and {len(facts) - 5} more" if len(facts) > 5 else few
