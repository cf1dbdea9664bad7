"""Both sides of cards as Anki renders them, in pages as Anki makes them, and what a browser does with those."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.exporters.apkg.anki_engine import AnkiEngine

# What Anki's own style sheet says about the page of a card, in so far as it meets ours.
ANKI_STYLE = """
body { margin: 20px; overflow-wrap: break-word; }
body.nightMode { background-color: #2c2c2c; color: #fcfcfc; }
li { text-align: start; }
#typeans { width: 100%; box-sizing: border-box; }
code#typeans { white-space: pre-wrap; }
.typeGood, .typeBad, .typeMissed { color: black; }
.typeGood { background: #afa; }
.typeBad { background: #faa; }
.typeMissed { background: #ccc; }
"""
FONT = "font-family: 'Liberation Sans'; font-size: 20px"


@dataclass(frozen=True)
class Side:
    """One side of a card as HTML, and the style of its note type."""

    fact: str
    name: str
    html: str
    css: str

    def page(self, night: bool) -> str:
        """The side within a page as Anki makes it."""
        scheme = "nightMode night_mode" if night else ""
        return (
            f'<!doctype html><html lang="en" class="{scheme}"><head><meta charset="utf-8">'
            f"<title>A card</title><style>{ANKI_STYLE}</style></head>"
            f'<body class="card card1 {scheme}"><div id="qa"><style>{self.css}</style>{self.html}</div></body></html>'
        )


def sides_in(anki: AnkiEngine) -> Iterator[Side]:
    """Both sides of every card."""
    for card in anki.cards().values():
        rendered = anki.render(card)
        fact = re.search(r'"fact": "([^"]+)"', rendered.fields["Citation"])
        assert fact is not None
        expected = rendered.fields.get("Typed answer")
        compared = anki.collection.compare_answer(expected, "1383") if expected else ""
        box = f'<center><input type="text" id="typeans" style="{FONT}"></center>'
        name = f"{fact[1]}-{card.ord + 1}"
        yield Side(name, "front", rendered.front.replace("[[type:Typed answer]]", box), rendered.css)
        diff = f'<span style="{FONT}">{compared}</span>'
        yield Side(name, "back", rendered.back.replace("[[type:Typed answer]]", diff), rendered.css)


def side(sides: list[Side], fact: str, name: str) -> Side:
    return next(one for one in sides if (one.fact, one.name) == (fact, name))


@dataclass
class View:
    """A page in a browser, and everything it did that it should not have done."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def show(self, side: Side, night: bool) -> None:
        self.page.set_content(side.page(night))

    def show_hints(self) -> None:
        for hint in self.page.locator("a.hint").all():
            hint.click()
