"""An edition of a deck: every note with the time from which on it is what it is, and the lock that remembers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from citedeck.errors import CitedeckError
from citedeck.frozen import frozen
from citedeck.history.lock import LAST_ID, RETIRED, Layout, Lock, Shipped, State, digest, fields_of, joined
from citedeck.model import LAST_SECOND, Deck, Family, Note, Picture
from citedeck.notetypes import layouts

_UNNUMBERED = 0
_Draft = tuple[Note, int, int, str, State, tuple[tuple[int, str], ...]]
"""What a `Shipped` is made of once its number is known: to make one twice is dear."""

_WRONG_CLOCK = "The clock was wrong when its lock was written. Get the lock from before that back."


@frozen
class Edition:
    """What is shipped of a deck at a time. `notes` are those of its facts in their order, then those of retired facts;
    `known` is how they were shipped last, by their guids, with whatever deck. `before` is what was shipped of this deck
    until now, `lock` what is from now on. `kept` are pictures of retired facts that are still there.
    """

    deck: Deck
    notes: tuple[Shipped, ...]
    known: Mapping[str, Shipped]
    before: Lock | None
    lock: Lock
    kept: tuple[Picture, ...] = ()

    @property
    def pictures(self) -> dict[str, Picture]:
        """The pictures that are shipped, by their names, each once, in the order of the names."""
        shown = (item.image for item in self.deck.items if item.image)
        return {one.name: one for one in sorted((*self.kept, *shown), key=lambda one: one.name)}

    @property
    def pictureless(self) -> tuple[Note, ...]:
        """The notes that show a picture whose file is gone."""
        there = self.pictures.keys()
        return tuple([one.note for one in self.notes if one.note.media and set(one.note.media) - there])


@frozen
class Abroad:
    """What other decks have: which of them a guid belongs to by the facts they have now, and what their locks hold."""

    claims: Mapping[str, str] = field(default_factory=dict)
    shipped: Mapping[str, Shipped] = field(default_factory=dict)


def reckon(
    deck: Deck,
    notes: Iterable[Note],
    before: Lock | None,
    now: int,
    abroad: Abroad | None = None,
    touched: Callable[[str], bool] = lambda _: False,
) -> Edition:
    """The edition of a deck at `now`, in seconds since 1970.

    A note that has not changed keeps its time; one that has gets a later one, and so does every note of a fact that is
    `touched`.
    """
    reckoning = _Reckoning(before or Lock(deck.id, deck.name), now, abroad or Abroad(), touched)
    notes = list(notes)
    living = list(reckoning.living(notes))
    retired = reckoning.retired(notes)
    current = tuple(_numbered([*living, *retired], now))
    kept = {one.note.guid: one for one in (*current, *reckoning.moved)}
    return Edition(deck, current, reckoning.known, before, Lock(deck.id, deck.name, kept, reckoning.layouts(current)))


def _numbered(drafts: Sequence[_Draft], now: int) -> Iterator[Shipped]:
    """The notes, each with a number of its own: milliseconds until now, room left after each for those of its cards.

    Two sides of a merge may have given one number to two notes.
    """
    rooms = [1 + len(draft[0].cards) for draft in drafts]
    wanted = sum([room for draft, room in zip(drafts, rooms, strict=True) if draft[1] == _UNNUMBERED])
    free = max([now * 1000 - wanted, 1, *[draft[1] + room for draft, room in zip(drafts, rooms, strict=True)]])
    used = {_UNNUMBERED}
    for (note, known, mod, hash_, state, former), room in zip(drafts, rooms, strict=True):
        id = known
        if id in used:
            id, free = free, free + room
        if id > LAST_ID:
            raise CitedeckError(f"there is no number left for the note of “{note.fact}”", _WRONG_CLOCK)
        used.add(id)
        yield Shipped(note, id, mod, hash_, state, former)


class _Reckoning:
    """Gives every note its time and its number."""

    def __init__(self, before: Lock, now: int, abroad: Abroad, touched: Callable[[str], bool]) -> None:
        self._before = before
        self._now = now
        self._abroad = abroad
        self._touched = touched
        self.known: dict[str, Shipped] = {}
        self.moved: list[Shipped] = []

    def living(self, notes: Iterable[Note]) -> Iterator[_Draft]:
        """The notes of a deck's facts."""
        before, abroad = self._before.notes, self._abroad.shipped
        for note in notes:
            own, elsewhere = before.get(note.guid), abroad.get(note.guid)
            known = joined(elsewhere, own) if own and elsewhere else own or elsewhere
            id = own.id if own else _UNNUMBERED
            if known is None:
                yield note, id, self._now, digest(note), "living", ()
                continue
            self.known[note.guid] = known
            yield self._again(note, known, id, "living", self._touched(note.fact))

    def retired(self, living: Sequence[Note]) -> Iterator[_Draft]:
        """The notes of facts that are gone: shipped as they were, with a tag. What moved away is kept in mind."""
        if not self._before.notes:
            return
        there, facts = {note.guid for note in living}, {note.fact for note in living}
        for guid, one in sorted(self._before.notes.items(), key=lambda item: (item[1].id, item[0])):
            elsewhere = self._abroad.shipped.get(guid)
            held = elsewhere is not None and elsewhere.state != "moved" and elsewhere.mod >= one.mod
            if guid in there or held:
                continue
            if guid in self._abroad.claims:
                self.moved.append(replace(one, state="moved"))
            else:
                self.known[guid] = one
                tags = tuple(sorted({*one.note.tags, RETIRED}))
                touched = self._touched(one.note.fact) and one.note.fact not in facts
                yield self._again(
                    replace(one.note, tags=tags, as_json=fields_of(one.note)), one, one.id, "retired", touched
                )

    def layouts(self, notes: Iterable[Shipped]) -> dict[Family, Layout]:
        """What the note types look like, those that no note uses any more as they were."""
        found, used = dict(self._before.layouts), {one.note.family for one in notes}
        for family, look in layouts().items():
            known = found.get(family)
            if family in used and (known is None or known.hash != look):
                found[family] = Layout(look, self._later(known.mod if known else None))
        return found

    def _again(self, note: Note, before: Shipped, id: int, state: State, touched: bool) -> _Draft:
        """A note that was shipped before."""
        former: dict[int, str] = {}
        if before.former or before.note.gaps:
            numbers = {number for number, _ in note.gaps}
            former = {number: asked for number, asked in (*before.former, *before.note.gaps) if number not in numbers}
        hash_ = digest(note)
        mod = before.mod if hash_ == before.hash and not touched else self._later(before.mod)
        return note, id, mod, hash_, state, tuple(sorted(former.items()))

    def _later(self, mod: int | None) -> int:
        later = self._now if mod is None else max(self._now, mod + 1)
        if later > LAST_SECOND:
            raise CitedeckError("what was shipped cannot change any more: it has the last time there is", _WRONG_CLOCK)
        return later
