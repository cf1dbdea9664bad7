"""A package as what was shipped with it: it stands in for a lock, or tells what somebody's Anki holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citedeck.exporters.apkg.opening import Package, PackedNote
from citedeck.history import RETIRED, Held, Layout, Lock, Shipped, digest, same_id
from citedeck.hypertext import GAP, read
from citedeck.model import Family, Note
from citedeck.notes.citation import Claim, read_citation
from citedeck.notetypes import NOTE_TYPES, look

_FAMILIES: dict[int, Family] = {note_type.id: family for family, note_type in NOTE_TYPES.items()}
_PICTURE = re.compile(r'<img [^>]*?src="([^"]+)"')


def recall(package: Package, deck: str) -> Lock | None:
    """The lock of a deck, by its id, as a package of it tells; None if the package holds none of its notes."""
    own = [
        (packed, shipped, claim)
        for packed, shipped, claim in _readable(package)
        if claim is not None and same_id(claim.deck, deck)
    ]
    if not own:
        return None
    layouts = {
        shipped.note.family: Layout(look(packed.type.fields, packed.type.sides, packed.type.style), packed.type.mod)
        for packed, shipped, _ in own
        if packed.type
    }
    return Lock(deck, own[0][0].deck, {shipped.note.guid: shipped for _, shipped, _ in own}, layouts)


def held(package: Package) -> Held:
    """What an Anki holds, as its own export tells."""
    readable = list(_readable(package))
    notes = {shipped.note.guid: shipped for _, shipped, _ in readable}
    names = {packed.deck for packed, *_ in readable}
    foreign = frozenset(packed.guid for packed in package.notes) - notes.keys()
    return Held(notes, names.pop() if len(names) == 1 else "", foreign)


def _readable(package: Package) -> Iterator[tuple[PackedNote, Shipped, Claim | None]]:
    """The notes of citedeck's note types, with what their citations say, if that can be read."""
    for packed in package.notes:
        family = _FAMILIES.get(packed.type.id) if packed.type else None
        if family and len(packed.values) == len(NOTE_TYPES[family].fields):
            names = (field.name for field in NOTE_TYPES[family].fields)
            fields = {name: value for name, value in zip(names, packed.values, strict=True) if value}
            claim = read_citation(read(fields.get("Citation", "")).text)
            yield packed, _shipped(packed, family, fields, claim), claim if isinstance(claim, Claim) else None


def _shipped(packed: PackedNote, family: Family, fields: dict[str, str], claim: Claim | str) -> Shipped:
    note = Note(
        packed.guid,
        claim.fact if isinstance(claim, Claim) else packed.guid,
        family,
        fields,
        tuple(sorted(packed.tags)),
        packed.cards,
        tuple(_gaps(fields["Text"])) if "Text" in fields else (),
        tuple(sorted({name for value in fields.values() for name in _PICTURE.findall(value)})),
        claim.seal if isinstance(claim, Claim) else "",
    )
    return Shipped(note, packed.id, packed.mod, digest(note), "retired" if RETIRED in packed.tags else "living")


def _gaps(text: str) -> Iterator[tuple[int, str]]:
    """What the gaps of a cloze ask for, by their numbers."""
    asked: dict[int, list[str]] = {}
    for gap in read(text, gaps=True).content.find(GAP):
        asked.setdefault(int(gap.attributes["number"]), []).append(" ".join(gap.text.split()))
    return ((number, " … ".join(texts)) for number, texts in asked.items())
