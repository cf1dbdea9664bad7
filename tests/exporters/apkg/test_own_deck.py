"""The repository's own deck, proved once more from what Anki shows: nothing here knows how citedeck proves.

Only Anki's HTML and the article's file are read. Every answer must stand in a passage that the card marks, and every
passage that it marks must stand in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from citedeck.workspace import Workspace, load
from tests.exporters.apkg.anki_engine import AnkiEngine, Rendered
from tests.exporters.apkg.every_kind import first_package
from tests.exporters.apkg.reading_back import Element, read, squeezed

ROOT = Path(__file__).parents[3]
ARTICLE = squeezed((ROOT / "source" / "north-korea-russia.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Rendered]]:
    """Every card of the deck as Anki shows it."""
    folder = tmp_path_factory.mktemp("own")
    (deck,) = load(Workspace(ROOT), ["north-korea-russia"]).verdict().decks
    path = folder / "deck.apkg"
    path.write_bytes(first_package(deck, 1_700_000_000))
    with AnkiEngine(folder / "anki") as anki:
        anki.import_package(path)
        yield [anki.render(card) for card in anki.cards().values()]


def answers(back: Element) -> list[str]:
    """What a card asks for: its answer without the question repeated above it, or the gap that is open."""
    given = back.find("right") or back.find("answer")
    gaps = [gap.text() for gap in back.find("cloze")]
    asked = [line.text() for line in back.find("asked")]
    found = [squeezed(answer.text()) for answer in given]
    for line in asked:
        found = [answer.removeprefix(squeezed(line)).strip() for answer in found]
    return found + [squeezed(gap) for gap in gaps]


def stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text and cut no word or number in two."""
    return re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(words)}(?!\w|[.,]\d)", text) is not None


def test_a_part_of_a_word_or_number_does_not_stand_there() -> None:
    assert stands_in("5,000", "some 5,000, or more")
    assert not stands_in("5,000", "15,000")
    assert not stands_in("5", "5,000")
    assert not stands_in("000", "5,000")
    assert not stands_in("arms", "harms")


def test_there_are_cards_to_prove(shown: list[Rendered]) -> None:
    assert len(shown) > 86


def test_what_a_card_marks_stands_in_the_article(shown: list[Rendered]) -> None:
    for card in shown:
        marked = [squeezed(mark.text()) for mark in read(card.back).find("mark")]
        assert marked
        assert [passage for passage in marked if passage not in ARTICLE] == []


def test_what_stands_round_the_mark_stands_in_the_article(shown: list[Rendered]) -> None:
    for card in shown:
        evidence = [squeezed(block.text()) for block in read(card.back).find("blockquote")]
        assert evidence
        assert [passage for passage in evidence if passage not in ARTICLE] == []


def test_the_answer_stands_in_what_is_marked(shown: list[Rendered]) -> None:
    unproved = []
    for card in shown:
        back = read(card.back)
        marked = [squeezed(mark.text()) for mark in back.find("mark")]
        asked_for = answers(back)
        assert asked_for
        unproved += [answer for answer in asked_for if not any(stands_in(answer, passage) for passage in marked)]
    assert unproved == []


def test_the_front_does_not_give_the_evidence(shown: list[Rendered]) -> None:
    for card in shown:
        front = read(card.front)
        assert not front.find("mark")
        assert not front.find("evidence")
        assert not front.find("answer")


def test_a_choice_has_its_answer_among_its_options_once(shown: list[Rendered]) -> None:
    choices = [read(card.back) for card in shown if read(card.back).find("options")]
    assert choices
    for back in choices:
        (answer,) = answers(back)
        options = [squeezed(option.text()) for box in back.find("options") for option in box.find("li")]
        right = [squeezed(option.text()) for option in back.find("right")]
        assert options.count(answer) == 1
        assert right == [answer]
        marked = " ".join(squeezed(mark.text()) for mark in back.find("mark"))
        assert [option for option in options if option != answer and stands_in(option, marked)] == []


def test_the_source_is_named_on_every_back(shown: list[Rendered]) -> None:
    title = ARTICLE[: ARTICLE.index(" A Deepening Alliance")]
    for card in shown:
        (source,) = read(card.back).find("cite")
        assert squeezed(source.text()) == title
