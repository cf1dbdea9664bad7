"""The real Anki as the judge of our packages: a small helper round `anki.collection.Collection`."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import anki.collection  # before its other modules: they import each other in a circle
from anki.cards import Card, CardId
from anki.decks import DeckId
from anki.models import NotetypeDict, NotetypeId
from anki.notes import NoteId
from anki.scheduler.v3 import CardAnswer, Scheduler

Row = tuple[object, ...]
CardKey = tuple[str, int]
"""A card by what never changes: the guid of its note, and its ordinal."""

_COUNTS = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck")
_REVIEW = 2  # the type of a card that has graduated


@dataclass(frozen=True)
class Note:
    """A note as Anki holds it."""

    note_type: str
    fields: dict[str, str]
    tags: list[str]


@dataclass(frozen=True)
class Rendered:
    """A card as Anki renders it: its two sides as HTML, and how many sounds or speeches Anki took out of them."""

    front: str
    back: str
    css: str
    sounds: int
    fields: dict[str, str]


class AnkiEngine:
    """An Anki collection in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.collection = anki.collection.Collection(str(folder / "collection.anki2"))

    def __enter__(self) -> AnkiEngine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.collection.close()

    def import_package(self, path: Path) -> dict[str, int]:
        """Import as the dialog does when nothing in it is touched; how many notes went which way, zeros left out."""
        options = (
            anki.collection.ImportAnkiPackageOptions()
        )  # its defaults are the dialog's: update “if newer”, everything else off
        request = anki.collection.ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = self.collection.import_anki_package(request).log
        self.collection.models._clear_cache()  # which the import leaves as it was
        counts = {name: len(getattr(log, name)) for name in (*_COUNTS, "empty_first_field")}
        return {name: count for name, count in counts.items() if count}

    def study(self) -> None:
        """Answer every card “Good” until it has graduated."""
        for card in self.cards().values():
            while self.collection.get_card(card.id).type != _REVIEW:
                self._answer(card.id)
        self.collection.fix_integrity()  # now and then it has the time of a last review to add, from the review itself

    def _answer(self, card: CardId) -> None:
        states = self.collection._backend.get_scheduling_states(card)
        answer = CardAnswer(
            card_id=card,
            current_state=states.current,
            new_state=states.good,
            rating=CardAnswer.GOOD,
            answered_at_millis=int(time.time() * 1000),
            milliseconds_taken=1500,
        )
        scheduler = self.collection.sched
        assert isinstance(scheduler, Scheduler)
        scheduler.answer_card(answer)

    def notes(self) -> dict[str, Note]:
        """Every note by its guid; that a guid is there twice is an error."""
        found: dict[str, Note] = {}
        for (note_id,) in self._rows("select id from notes order by id"):
            note = self.collection.get_note(NoteId(note_id))
            assert note.guid not in found, f"two notes have the guid {note.guid}"
            found[note.guid] = Note(_name(note.note_type()), dict(note.items()), list(note.tags))
        return found

    def cards(self) -> dict[CardKey, Card]:
        """Every card, in the order in which new ones are shown."""
        ids = self._rows("select id from cards order by due, ord")
        cards = [self.collection.get_card(CardId(card_id)) for (card_id,) in ids]
        return {(card.note().guid, card.ord): card for card in cards}

    def history(self) -> dict[CardKey, tuple[Row, list[Row]]]:
        """The row of every card, and those of its reviews: what an import must never touch."""
        return {
            key: (
                tuple(self._rows("select * from cards where id = ?", card.id)[0]),
                [tuple(row) for row in self._rows("select * from revlog where cid = ? order by id", card.id)],
            )
            for key, card in self.cards().items()
        }

    def render(self, card: Card) -> Rendered:
        """A card as Anki shows it, but for the box that its windows put in the place of `[[type:…]]`."""
        output = card.render_output(reload=True)
        sounds = len(output.question_av_tags) + len(output.answer_av_tags)
        return Rendered(output.question_text, output.answer_text, output.css, sounds, dict(card.note().items()))

    def generated_ordinals(self, guid: str) -> list[int]:
        """The cards Anki makes by itself when a note with the same fields is added by hand."""
        (note_id,) = self._rows("select id from notes where guid = ?", guid)[0]
        note = self.collection.get_note(NoteId(note_id))
        twin = self.collection.new_note(self.note_type(_name(note.note_type())))
        twin.fields = list(note.fields)
        self.collection.add_note(twin, DeckId(1))
        ordinals = sorted(card.ord for card in twin.cards())
        self.collection.remove_notes([twin.id])
        return ordinals

    def note_type(self, name: str) -> NotetypeDict:
        """A note type by its name."""
        found = self.collection.models.by_name(name)
        assert found is not None, f"there is no note type {name}"
        return found

    def note_type_names(self) -> set[str]:
        """The names of the note types that are not Anki's own."""
        every = self.collection.models.all_names_and_ids()
        return {one.name for one in every if self.collection.models.use_count(self._by_id(one.id))}

    def _by_id(self, note_type: int) -> NotetypeDict:
        found = self.collection.models.get(NotetypeId(note_type))
        assert found is not None
        return found

    @property
    def schema_changed(self) -> object:
        """When the schema last changed, in milliseconds: a change forces a full sync."""
        return self._rows("select scm from col")[0][0]

    def empty_cards(self) -> str:
        """Anki's report of cards with nothing on their front; empty if there are none."""
        return self.collection.get_empty_cards().report

    def damage(self) -> str:
        """What Anki's “Check Database” finds to mend; empty if there is nothing."""
        report, sound = self.collection.fix_integrity()
        return "" if sound else report

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        assert self.collection.db is not None
        return self.collection.db.all(sql, *values)


def _name(note_type: NotetypeDict | None) -> str:
    assert note_type is not None
    return str(note_type["name"])
