"""What was shipped of the note types stays as it is for ever."""

from citedeck.exporters.apkg.models import Model
from citedeck.history import Layout
from citedeck.identity import stable_id
from citedeck.notetypes import CLOZE, NOTE_TYPES, QUESTION

# Anki knows a note type again by its id, and its fields and templates pairwise by theirs. If one of the lists below has
# to be edited for a test to pass, every learner gets a second note type “…+” whose notes are never updated again. The
# one edit allowed: a spare field gets a name, its id and its place staying as they are.
QUESTION_FIELDS = [
    (1763881201001, "Question"),
    (1763881201002, "Answer"),
    (1763881201003, "Typed answer"),
    (1763881201004, "Options"),
    (1763881201005, "Reverse question"),
    (1763881201006, "Reverse answer"),
    (1763881201007, "Evidence"),
    (1763881201008, "Source"),
    (1763881201009, "Hint"),
    (1763881201010, "Extra"),
    (1763881201011, "Image"),
    (1763881201012, "Citation"),
    (1763881201013, "Spare 1"),
    (1763881201014, "Spare 2"),
    (1763881201015, "Spare 3"),
    (1763881201016, "Spare 4"),
]
QUESTION_TEMPLATES = [(1763881202001, "Question"), (1763881202002, "Reverse"), (1763881202003, "Spare")]
CLOZE_FIELDS = [
    (1763881203001, "Text"),
    (1763881203002, "Evidence"),
    (1763881203003, "Source"),
    (1763881203004, "Hint"),
    (1763881203005, "Extra"),
    (1763881203006, "Image"),
    (1763881203007, "Citation"),
    (1763881203008, "Spare 1"),
    (1763881203009, "Spare 2"),
    (1763881203010, "Spare 3"),
    (1763881203011, "Spare 4"),
]
CLOZE_TEMPLATES = [(1763881204001, "Cloze")]

FRONT_BACK, CLOZES = 0, 1  # the numbers Anki writes


def test_there_are_two_note_types() -> None:
    assert NOTE_TYPES == {"question": QUESTION, "cloze": CLOZE}


def test_the_question_note_type_is_frozen() -> None:
    assert (QUESTION.id, QUESTION.name, QUESTION.kind) == (1763881200001, "citedeck question", FRONT_BACK)
    assert [(field.id, field.name) for field in QUESTION.fields] == QUESTION_FIELDS
    assert [(template.id, template.name) for template in QUESTION.templates] == QUESTION_TEMPLATES


def test_the_cloze_note_type_is_frozen() -> None:
    assert (CLOZE.id, CLOZE.name, CLOZE.kind) == (1763881200002, "citedeck cloze", CLOZES)
    assert [(field.id, field.name) for field in CLOZE.fields] == CLOZE_FIELDS
    assert [(template.id, template.name) for template in CLOZE.templates] == CLOZE_TEMPLATES


def test_what_genanki_writes_is_what_is_frozen() -> None:
    written = Model(QUESTION, Layout("", 7)).to_json(0, 0)
    assert [(field["id"], field["name"]) for field in written["flds"]] == QUESTION_FIELDS
    assert [(template["id"], template["name"]) for template in written["tmpls"]] == QUESTION_TEMPLATES
    assert (written["id"], written["sortf"], written["type"]) == ("1763881200001", 0, FRONT_BACK)
    written = Model(CLOZE, Layout("", 7)).to_json(0, 0)
    assert [(field["id"], field["name"]) for field in written["flds"]] == CLOZE_FIELDS
    assert (written["id"], written["sortf"], written["type"]) == ("1763881200002", 0, CLOZES)


def test_a_row_has_its_values_in_the_frozen_order() -> None:
    question = {name: name.lower() for _, name in reversed(QUESTION_FIELDS)}
    assert QUESTION.row(question) == [name.lower() for _, name in QUESTION_FIELDS]
    assert CLOZE.row({"Citation": "c", "Text": "t"}) == ["t", "", "", "", "", "", "c", "", "", "", ""]


def test_no_id_stands_twice_and_javascript_can_hold_each() -> None:
    ids = [one.id for one in NOTE_TYPES.values()]
    ids += [field.id for one in NOTE_TYPES.values() for field in one.fields]
    ids += [template.id for one in NOTE_TYPES.values() for template in one.templates]
    assert len(set(ids)) == len(ids) == 33
    assert max(ids) < 2**53


def test_a_decks_id_is_frozen() -> None:
    assert stable_id("deck", "north-korea-russia") == 166197701576718
