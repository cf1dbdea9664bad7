"""The real Anki, old or new, as the judge of our packages: a small helper round `anki.collection.Collection`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

import anki.collection  # before its other modules: they import each other in a circle
from anki.buildinfo import version
from anki.cards import Card, CardId
from anki.decks import DeckId
from anki.import_export_pb2 import (  # before 23.12, `anki.collection` does not pass the first on
    ImportAnkiPackageOptions,
    ImportCsvRequest,
)
from anki.models import NotetypeDict, NotetypeId
from anki.notes import NoteId
from anki.scheduler.v3 import CardAnswer, Scheduler

Row = tuple[object, ...]
CardKey = tuple[str, int]
"""A card by what never changes: the guid of its note, and its ordinal."""

Rating = Literal["again", "hard", "good", "easy"]
"""The button a learner presses under a card."""

_RATINGS = {
    "again": CardAnswer.AGAIN,
    "hard": CardAnswer.HARD,
    "good": CardAnswer.GOOD,
    "easy": CardAnswer.EASY,
}
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

    version = version

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.collection = anki.collection.Collection(str(folder / "collection.anki2"))

    def __enter__(self) -> AnkiEngine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.collection.close()

    def import_package(self, path: Path) -> dict[str, int]:
        """Import as the dialog does when nothing in it is touched; how many notes went which way, zeros left out."""
        options = ImportAnkiPackageOptions()  # empty is the dialog untouched: update “if newer”, everything else off
        request = anki.collection.ImportAnkiPackageRequest(package_path=str(path), options=options)
        return self._counted(self.collection.import_anki_package(request).log)

    def import_text(self, path: Path) -> dict[str, int]:
        """Import a text file as the dialog does when nothing in it is touched; how many notes went which way."""
        metadata = self.collection.get_csv_metadata(str(path), None)
        return self._counted(self.collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log)

    def _counted(self, log: Any) -> dict[str, int]:
        """How many notes went which way, zeros left out."""
        self.collection.models._clear_cache()  # which the import leaves as it was
        counts = {name: len(getattr(log, name)) for name in (*_COUNTS, "empty_first_field")}
        return {name: count for name, count in counts.items() if count}

    def export(self, path: Path) -> None:
        """Write the whole collection as a package, without learning progress, that older Ankis can read too."""
        if hasattr(anki.collection, "ExportAnkiPackageOptions"):
            options = anki.collection.ExportAnkiPackageOptions(with_media=True, legacy=True)
            self.collection.export_anki_package(out_path=str(path), options=options, limit=None)
        else:  # before 23.12
            write: Any = self.collection.export_anki_package
            write(out_path=str(path), limit=None, with_scheduling=False, with_media=True, legacy_support=True)

    def settle(self, clock: int) -> None:
        """Let everything Anki did to notes and note types by its own clock have been done at `clock`.

        For tests whose clock, in seconds since 1970, lies in the past: stamps later than it become it.
        """
        self._write("update notes set mod = ? where mod > ?", clock, clock)
        self._write("update notetypes set mtime_secs = ? where mtime_secs > ?", clock, clock)
        self.collection.models._clear_cache()

    def study(self) -> None:
        """Answer every card “Good” until it has graduated."""
        for card in self.cards().values():
            while self.collection.get_card(card.id).type != _REVIEW:
                self._answer(card.id, "good")

    def answer(self, card: CardKey, rating: Rating) -> None:
        """Answer one card, whether it is due or not; Anki offers no suspended card, so none should be given."""
        self._answer(self._card(card), rating)

    def _answer(self, card_id: CardId, rating: Rating) -> None:
        card = self.collection.get_card(card_id)
        card.start_timer()
        scheduler = self.collection.sched
        assert isinstance(scheduler, Scheduler)
        states = self.collection._backend.get_scheduling_states(card_id)
        answer = scheduler.build_answer(card=card, states=states, rating=_RATINGS[rating])
        # Anki moves a review whose millisecond is taken to the next. Where that crosses a second, the card no longer
        # agrees with its review; “Check Database” then mends the card and changes the schema.
        ((last,),) = self._rows("select ifnull(max(id), 0) from revlog")
        answer.answered_at_millis = max(answer.answered_at_millis, last + 1)
        scheduler.answer_card(answer)

    def edit(self, guid: str, field: str, text: str) -> None:
        """Change a field, as the learner does in the editor."""
        note = self.collection.get_note(self._note(guid))
        note[field] = text
        self.collection.update_note(note)

    def add(self, note_type: str, fields: Mapping[str, str], tags: Iterable[str] = ()) -> str:
        """Add a note by hand; its guid."""
        note = self.collection.new_note(self.note_type(note_type))
        for name, text in fields.items():
            note[name] = text
        note.tags = list(tags)
        self.collection.add_note(note, DeckId(1))
        return note.guid

    def remove(self, guids: Iterable[str]) -> None:
        """Delete notes with their cards."""
        self.collection.remove_notes([self._note(guid) for guid in guids])

    def tag(self, guid: str, tag: str) -> None:
        """Add a tag, as the learner does in the browser."""
        self.collection.tags.bulk_add([self._note(guid)], tag)

    def suspend(self, card: CardKey) -> None:
        """Take a card out of study until it is brought back."""
        self.collection.sched.suspend_cards([self._card(card)])

    def flag(self, card: CardKey, flag: int) -> None:
        """Give a card a coloured flag, 1 to 7, or none, 0."""
        self.collection.set_user_flag_for_cards(flag, [self._card(card)])

    def move(self, card: CardKey, deck: str) -> None:
        """Move a card to a deck, which is made if there is none of that name."""
        deck_id = self.collection.decks.id(deck)
        assert deck_id is not None
        self.collection.set_deck([self._card(card)], deck_id)

    def notes(self) -> dict[str, Note]:
        """Every note by its guid; that a guid is there twice is an error."""
        found: dict[str, Note] = {}
        for (note_id,) in self._rows("select id from notes order by id"):
            note = self.collection.get_note(NoteId(note_id))
            assert note.guid not in found, f"two notes have the guid {note.guid}"
            found[note.guid] = Note(_name(note.note_type()), dict(note.items()), list(note.tags))
        return found

    def mods(self) -> dict[str, int]:
        """The time of every note's last change, in seconds since 1970, by its guid."""
        return dict(self._rows("select guid, mod from notes"))

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
        note = self.collection.get_note(self._note(guid))
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

    def _note(self, guid: str) -> NoteId:
        ((note_id,),) = self._rows("select id from notes where guid = ?", guid)
        return NoteId(note_id)

    def _card(self, card: CardKey) -> CardId:
        guid, ordinal = card
        ((card_id,),) = self._rows("select id from cards where nid = ? and ord = ?", self._note(guid), ordinal)
        return CardId(card_id)

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        assert self.collection.db is not None
        return self.collection.db.all(sql, *values)

    def _write(self, sql: str, *values: Any) -> None:
        assert self.collection.db is not None
        self.collection.db.execute(sql, *values)


def _name(note_type: NotetypeDict | None) -> str:
    assert note_type is not None
    return str(note_type["name"])
