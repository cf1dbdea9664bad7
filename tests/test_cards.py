"""The cards on our own pages are those that Anki renders."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from citedeck.cards import Face, _compiled, faces
from citedeck.model import Deck, Note
from citedeck.notes import notes
from citedeck.notetypes import NOTE_TYPES
from tests.exporters.apkg.anki_engine import AnkiEngine, CardKey
from tests.exporters.apkg.every_kind import FACTS, T0, first_package, judged
from tests.exporters.apkg.test_nasty_text import Words, everything

REMARKS = {"hint": "One of *these*", "extra": "A < B", "tags": ["zinc", "Brass::old", "ärger", "amber"]}
ANKIS_HINT = re.compile(
    r'\n<a class=hint href="#"\nonclick="[^"]+"(?: draggable=false)?>\n(?P<label>[^<]+)</a>\n'
    r'<div id="hint[0-9a-f]+" class=hint style="display: none">(?P<text>.*?)</div>\n',
    re.DOTALL,
)
OUR_HINT = r'<details class="hint"><summary class="hint">\g<label></summary><div class="hint">\g<text></div></details>'


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnkiEngine]:
    folder = tmp_path_factory.mktemp("anki")
    with AnkiEngine(folder / "anki") as engine:
        engine.import_package(_written(folder, judged(folder, FACTS).decks[0]))  # brings the note types
        yield engine


def _written(folder: Path, deck: Deck) -> Path:
    path = folder / "deck.apkg"
    path.write_bytes(first_package(deck, T0))
    return path


def rendered(anki: AnkiEngine) -> dict[CardKey, Face]:
    """Every card as Anki renders it, but for what needs JavaScript or its window."""
    found = {}
    for key, card in anki.cards().items():
        shown, name = anki.render(card), str(card.template()["name"])
        right = shown.fields.get("Typed answer", "")
        front, back = (ANKIS_HINT.sub(OUR_HINT, side) for side in (shown.front, shown.back))
        found[key] = Face(
            card.ord,
            f"{name} {card.ord + 1}" if "Text" in shown.fields else name,
            front.replace("[[type:Typed answer]]", '<div class="typeans"></div>'),
            back.replace("[[type:Typed answer]]", f'<code class="typeans">{right}</code>'),
        )
    return found


def imported(anki: AnkiEngine, folder: Path, deck: Deck) -> dict[CardKey, Face]:
    """The cards of a deck as Anki renders them; its notes are taken out again."""
    before = anki.notes().keys()
    anki.import_package(_written(folder, deck))
    found = {key: face for key, face in rendered(anki).items() if key[0] not in before}
    anki.remove({guid for guid, _ in found})
    return found


def of_a_deck(deck: Deck) -> dict[CardKey, Face]:
    return {(note.guid, face.ordinal): face for note in notes(deck) for face in faces(note)}


def added(anki: AnkiEngine, note: Note) -> tuple[Face, ...]:
    """The cards that Anki makes of a note which is added by hand."""
    guid = anki.add(NOTE_TYPES[note.family].name, note.fields, note.tags)
    found = [face for key, face in rendered(anki).items() if key[0] == guid]
    anki.remove({guid})
    return tuple(sorted(found, key=lambda face: face.ordinal))


@pytest.mark.parametrize("remarks", [{}, REMARKS], ids=["bare", "with remarks"])
def test_every_kind_is_rendered_as_anki_renders_it(
    anki: AnkiEngine, tmp_path: Path, remarks: dict[str, object]
) -> None:
    facts = {fact: {**keys, **remarks} for fact, keys in FACTS.items()}
    (deck,) = judged(tmp_path, facts, id="again").decks
    assert of_a_deck(deck) == imported(anki, tmp_path, deck)


numbers = itertools.count()


@settings(max_examples=25, derandomize=True, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(everything)
@example(Words("[[type:Answer]]", "\\(x\\)", "}}", "{{c3::x}}", ("<b>",)))
def test_nasty_text_is_rendered_as_anki_renders_it(anki: AnkiEngine, tmp_path: Path, words: Words) -> None:
    deck = words.deck(10_000 + next(numbers))
    assert of_a_deck(deck) == imported(anki, tmp_path, deck)


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("{{c1::a}} b {{c2::c}}", (0, 1)),
        ("{{c1::a::what?}} b {{c3::c::and this, &amp; that?}}", (0, 2)),
        ("{{c1::a}}, {{c1::b::hint}} and {{c1::c}}", (0,)),
        ("{{c9::a}} {{c10::b}} {{c123::c}}", (8, 9, 122)),
        ("<b>{{c1::a}}</b> and {{c2::<em>b</em> <sup>2</sup>}}", (0, 1)),
        ("{{c1::<code>a &lt; &quot;b&quot;</code>}} é {{c2::日本 ÿ Ā שלום 👩🏽‍🚀}}", (0, 1)),
        ("one<br>{{c1::a<br>b}}\n<ul><li>{{c2::c\nd}}</li></ul>", (0, 1)),
        ("{{c1::}} {{c2:: }} {{c3::x::}} {{c4::a:b::c::d}}", (0, 1, 2, 3)),
        (r"\({{c1::x^2}} + {{c2::<b>y</b> &lt; 1}}\) but <i>not</i> {{c3::\[z\]}}", (0, 1, 2)),
        ("}} {{ {{c1::a}} }} {{d1::b}} {{c::d}}", (0,)),
    ],
)
def test_gaps_are_rendered_as_anki_renders_them(anki: AnkiEngine, text: str, cards: tuple[int, ...]) -> None:
    note = Note("", "", "cloze", {"Text": text, "Hint": text.replace("{", "(")}, cards=cards)
    assert faces(note) == added(anki, note)


@pytest.mark.parametrize(
    "nothing", ["", " ", "<br>", "<div></div>", "\n<br />\t<DIV>", "\u00a0", "\u3000", "&nbsp;", "<p></p>", "0"]
)
def test_what_is_empty_for_anki_is_empty_here(anki: AnkiEngine, nothing: str) -> None:
    names = ("Typed answer", "Options", "Hint", "Extra", "Image")
    note = Note("", "", "question", {"Question": "q", "Answer": "a", **dict.fromkeys(names, nothing)})
    assert faces(note) == added(anki, note)


def test_a_card_is_named_as_in_ankis_browser() -> None:
    both = Note("", "", "question", {"Question": "q", "Reverse question": "r"}, cards=(0, 1))
    assert [(face.ordinal, face.name) for face in faces(both)] == [(0, "Question"), (1, "Reverse")]
    gaps = Note("", "", "cloze", {"Text": "{{c2::a}} {{c11::b}}"}, cards=(1, 10))
    assert [(face.ordinal, face.name) for face in faces(gaps)] == [(1, "Cloze 2"), (10, "Cloze 11")]


def test_nothing_on_a_card_is_a_script() -> None:
    note = Note("", "", "question", {"Question": "q", "Typed answer": "1382", "Hint": "h"})
    both = "".join(face.front + face.back for face in faces(note))
    assert not re.search(r"<script|\bon\w+=|javascript:", both)


@pytest.mark.parametrize(
    "template",
    [
        *("{{Nobody}}", "{{text:Answer}}", "{{FrontSide}}", "{{#hint:Answer}}x{{/hint:Answer}}", "{{=<% %>=}}"),
        *(
            "{{#Answer}}x",
            "x{{/Answer}}",
            "{{#Answer}}x{{/Question}}",
            "{{Answer",
            "{{#Answer}}{{#Question}}{{/Answer}}",
        ),
    ],
)
def test_a_template_that_only_anki_knows_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match=r"a card cannot show|ends nothing|has no end"):
        _compiled(template, frozenset(("Question", "Answer")))


def test_thousands_of_notes_take_no_time() -> None:
    fields = {"Text": "The {{c1::Salt Clock}} struck in {{c2::1391::year}}. " * 3, "Evidence": "e" * 500, "Hint": "h"}
    began = time.perf_counter()
    for _ in range(5_000):
        faces(Note("", "", "cloze", fields, cards=(0, 1)))
    assert time.perf_counter() - began < 2  # a third of a second where nothing else is running
