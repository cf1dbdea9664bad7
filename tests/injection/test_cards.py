"""Every payload on the cards: imported into the real Anki, and looked at in a real browser."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.injection.browser import CARD, Watched
from tests.injection.conftest import Built
from tests.injection.corpus import CORPUS, Payload
from tests.injection.reading import CARDS, back, front, link
from tests.injection.workspaces import deck_name, squeezed, tag
from tests.mathjax import SHOWN, typeset

_APART = ("image", "options", "typed", "tags")
_AT_ONCE = 8  # payloads on a page


@dataclass(frozen=True)
class Shown:
    """A card of a fact as Anki renders it."""

    kind: str
    ordinal: int
    front: str
    back: str
    tags: frozenset[str]


def test_the_corpus_is_large_and_repeats_nothing() -> None:
    assert len({payload.written for payload in CORPUS}) == len(CORPUS) >= 450


LIVE = (
    ("<script>window.pwned=1</script>", "a script ran"),
    ("<b><img src=x onerror=window.pwned=1></b>", "attribute: onerror"),
    ("<b onmouseover=window.pwned=1>x</b>", "a script ran"),
    ('<img src="https://evil.example/x.png">', "request: https://evil.example/x.png"),
    ('<a href="javascript:pwned=1">x</a>', "link: "),
    ("<b style='color: red'>x</b>", "no hint: "),
    ("<iframe srcdoc=x></iframe>", "a frame"),
    ("<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1&gt;'>", "mutation: "),
    ("<!-- x -->", "comment: "),
    ("<script>alert(1)</script>", "dialog: 1"),
    ("</section><section>x", "element: <em>"),
)


@pytest.mark.parametrize(("page", "complaint"), LIVE)
def test_what_is_live_is_noticed(page: str, complaint: str, view: Watched) -> None:
    view.show([f"{page}<em></em>"])
    allowed = {tag: known for tag, known in CARD.items() if tag != "em"}
    assert [one for one in view.tried(allowed) if one.startswith(complaint)]


def test_nothing_is_live_and_what_was_text_is_text(built: Built, view: Watched, tmp_path: Path) -> None:
    cards = imported(built, tmp_path)
    assert {name: [(card.kind, card.ordinal) for card in shown] for name, shown in cards.items()} == {
        payload.name: CARDS for payload in built.payloads
    }
    for first in range(0, len(built.payloads), _AT_ONCE):
        shown = [(one, card) for one in built.payloads[first : first + _AT_ONCE] for card in cards[one.name]]
        view.show(side for _, card in shown for side in (card.front, card.back))
        read = view.read()
        assert view.tried(CARD) == []
        for (payload, card), asked, told in zip(shown, read[::2], read[1::2], strict=True):
            compare(payload, card, asked, told)
            assert card.tags == {squeezed(tag(payload))}
    suspects = [card for one in built.payloads if set("\\$") & set(one.written) for card in cards[one.name]]
    if suspects:
        view.show(side for card in suspects for side in (card.front, card.back))
        assert_typeset(view)


def assert_typeset(view: Watched) -> None:
    """MathJax as Anki has it finds the formulas that stand on the cards, and no others."""
    formulas = [formula for side in view.read() for formula in side["formulas"]]
    typeset(view.page)
    found = view.page.evaluate(SHOWN)
    assert [rf"\({one['tex']}\)" for one in found] == formulas
    assert [one for one in found if one["errors"] or one["live"]] == []
    assert [complaint for complaint in view.complaints if "MathJax localStorage" not in complaint] == []


def imported(built: Built, folder: Path) -> dict[str, list[Shown]]:
    """The cards of payloads, by their names, when their deck was imported into Anki."""
    found: defaultdict[str, list[Shown]] = defaultdict(list)
    with AnkiEngine(folder / "anki") as anki:
        assert anki.import_package(built.package) == {"new": 6 * len(built.payloads)}
        for card in anki.cards().values():
            rendered = anki.render(card)
            assert rendered.sounds == 0
            name, kind = re.findall(r'"fact": "([\w-]+)\.(\w+)"', rendered.fields["Citation"])[0]
            box, expected = "[[type:Typed answer]]", rendered.fields.get("Typed answer", "")
            boxes = [side.count("[[type:") for side in (rendered.front, rendered.back)]
            assert boxes == [int(kind == "typed")] * 2
            compared = anki.collection.compare_answer(expected, built.payloads[0].written) if expected else ""
            asked, told = rendered.front.replace(box, ""), rendered.back.replace(box, compared)
            found[name].append(Shown(kind, card.ord, asked, told, frozenset(card.note().tags)))
        deck = built.verdict.decks[0]
        named = anki.collection.decks.by_name(deck_name(deck.id, built.payloads))
        assert named is not None
        assert not re.search(r"<(?!br>|span>|/span>)", named["desc"])
        assert anki.damage() == ""
    return found


def compare(payload: Payload, card: Shown, asked: dict[str, Any], told: dict[str, Any]) -> None:
    """What is read on both sides of a card is what is to be read there."""
    for read, expected in ((asked, front), (told, back)):
        boxes = {box: squeezed(text) for box, text in read["boxes"].items() if box not in _APART}
        assert boxes == expected(payload, card.kind, card.ordinal), (payload, card)
        formulas = re.findall(r"\\\(.*?\\\)", payload.shown) if payload.group == "formulas" else []
        assert set(read["formulas"]) <= set(formulas), (payload, card)
        assert set(map(squeezed, read["alt"])) <= {squeezed(payload.written)}
    assert {squeezed(text) for box, text in told["boxes"].items() if box == "tags"} == {
        squeezed(one) for one in card.tags
    }
    leading = [href.partition(":~:")[0].removesuffix("#") for href in told["href"]]
    assert leading == [address.removesuffix("#") for address in link(payload, card.kind)]
    assert set(told["lang"]) == {"en"}
    assert bool(told["links"]) == (payload.group == "links" and payload.shown != payload.written), payload
    if card.kind == "choice":
        text = payload.in_line
        for read in (asked, told):
            options = [squeezed(option) for option in (f"kiwi {text}", f"{text} plum", f"fig {text}")]
            assert sorted(map(squeezed, read["options"])) == sorted(options)
            assert list(map(squeezed, read["right"])) == options[:1]
