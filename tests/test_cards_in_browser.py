"""The cards as a learner sees them: what Anki renders, looked at in a browser.

With `--bless` the picture of the README, docs/card.png, is taken anew.
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from citedeck.workspace import Workspace, load
from tests.browser import keep, launched
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import CARDS, FACTS, T0, Facts, first_package, package
from tests.small_png import of_colour, with_palette

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "card.png"
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
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG_ARTICLE = f"{LONG} and others\n\nThe association was called {LONG}, and for a short while {LONG}en.\n"
LONG_QUOTE = f"The association was called {LONG}, and for a short while {LONG}en"
LONG_FACTS: Facts = {
    "long-basic": {
        "ask": f"{LONG}s 1?",
        "answer": LONG,
        "reverse": f"{LONG}?",
        "quote": LONG_QUOTE,
        "hint": LONG,
        "extra": LONG,
    },
    "long-typed": {"ask": f"{LONG}s 2?", "answer": LONG, "typed": True, "quote": LONG_QUOTE},
    "long-term": {"term": LONG, "meaning": f"{LONG}en", "quote": LONG_QUOTE},
    "long-choice": {"ask": f"{LONG}s 3?", "answer": LONG, "distractors": [f"{LONG}{LONG}"], "quote": LONG_QUOTE},
    "long-cloze": {"cloze": f"The association was called {{{{c1::{LONG}::{LONG}}}}}, and"},
    "long-list": {"ask": f"{LONG}s 4?", "answers": [LONG, "association"], "quote": LONG_QUOTE},
}


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


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> list[Side]:
    """Both sides of a card of each fact: the facts of every kind, and those with a very long word."""
    folder = tmp_path_factory.mktemp("cards")
    ours = package(folder / "ours", FACTS, tags=["clocks"])
    long = package(folder / "long", LONG_FACTS, T0, LONG_ARTICLE, id="long")
    with AnkiEngine(folder / "anki") as anki:
        anki.import_package(ours)
        anki.import_package(long)
        return [*_sides(anki, "Made up::Varnholt")]


def _sides(anki: AnkiEngine, deck: str) -> Iterator[Side]:
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


@pytest.fixture(params=[(320, 640), (1024, 768)], ids=["phone", "desktop"])
def view(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[View]:
    width, height = request.param
    context = chromium.new_context(viewport={"width": width, "height": height})
    view = View(context.new_page())
    view.page.on("console", lambda message: view.complaints.append(f"console: {message.text}"))
    view.page.on("pageerror", lambda error: view.complaints.append(f"error: {error}"))
    view.page.on("request", lambda request: view.complaints.append(f"request: {request.url}"))
    yield view
    context.close()


# Every element that shows text of its own: its role, its contrast with what lies behind it, and its size.
TEXTS = """() => {
  const channels = colour => {
    const found = colour.match(/^rgba?\\(([^)]+)\\)$/);
    if (!found) throw new Error(`cannot read the colour ${colour}`);
    const [r, g, b, a = 1] = found[1].split(",").map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const behind = element => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) layers.push(channels(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const luminance = colour => {
    const [r, g, b] = colour.slice(0, 3).map(value => value / 255)
      .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const measured = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo), back = behind(element);
    return {
      role: (pseudo || "") + element.tagName.toLowerCase() + [...element.classList].map(name => "." + name).join(""),
      within: element.closest("[class]")?.className ?? "",
      contrast: contrast(over(channels(style.color), back), back),
      size: parseFloat(style.fontSize),
    };
  };
  const found = [];
  const shows = (element, pseudo) => !["none", "normal"].includes(getComputedStyle(element, pseudo).content);
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility() || element.closest("style")) continue;
    const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (own || element.tagName === "INPUT") found.push(measured(element, null));
    for (const pseudo of ["::before", "::after"]) if (shows(element, pseudo)) found.push(measured(element, pseudo));
  }
  return found;
}"""

OVERFLOWING = """() => [...document.body.querySelectorAll("*")]
  .filter(element => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 0.5)
  .map(element => element.outerHTML.slice(0, 120))"""

MARKS = """() => [...document.querySelectorAll("mark")].map(mark => ({
  width: mark.checkVisibility() ? mark.getBoundingClientRect().width : 0,
  own: getComputedStyle(mark).backgroundColor,
  behind: getComputedStyle(mark.closest("blockquote")).backgroundColor,
}))"""

# How each option looks, all that follows from its own length left out.
OPTIONS = """() => [...document.querySelectorAll(".options li")].map(option => {
  const looks = pseudo => {
    const style = getComputedStyle(option, pseudo);
    const names = [...style].filter(name => !/size|width|height|origin/.test(name) || /border|font/.test(name));
    return Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]));
  };
  return {
    right: option.classList.contains("right"),
    text: option.textContent,
    looks: { own: looks(null), before: looks("::before"), after: looks("::after") },
  };
})"""


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_every_text_can_be_read_and_nothing_runs_out_of_the_page(view: View, sides: list[Side], night: bool) -> None:
    roles = set()
    for one in sides:
        view.show(one, night)
        keep(view.page, f"{one.fact}-{one.name}-{'night' if night else 'day'}")
        shown = view.page.evaluate(TEXTS)
        view.show_hints()
        shown += view.page.evaluate(TEXTS)
        assert [text for text in shown if text["contrast"] < 4.5] == [], one.fact
        assert [text for text in shown if text["size"] < 13] == [], one.fact
        assert view.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), one.fact
        assert view.page.evaluate(OVERFLOWING) == [], one.fact
        roles |= {text["role"] for text in shown}
    assert roles >= {"div.question", "div.answer", "blockquote", "mark", "cite", "span.section", "div.extra", "li"}
    assert roles >= {"li.right", "::beforeli", "::afterli.right", "div.hint", "a.hint", "span.cloze", "input"}
    assert view.complaints == []


def test_every_kind_is_looked_at(sides: list[Side]) -> None:
    named = {one.fact.rpartition("-")[0] for one in sides}
    assert named == CARDS.keys() | LONG_FACTS.keys()


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_the_paper_is_the_cards_own(view: View, sides: list[Side], night: bool) -> None:
    """Anki's night has colours of its own for the page; the others of the card do not fit them."""
    view.show(side(sides, "founder-1", "back"), night)
    paper = "getComputedStyle(document.body).getPropertyValue('--paper').trim()"
    probe = f"document.body.appendChild(Object.assign(document.createElement('i'), {{style: `color: ${{{paper}}}`}}))"
    wanted = view.page.evaluate(f"getComputedStyle({probe}).color")
    assert view.page.evaluate("getComputedStyle(document.body).backgroundColor") == wanted


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_the_proof_is_marked_on_the_back(view: View, sides: list[Side], night: bool) -> None:
    for one in sides:
        view.show(one, night)
        marks = view.page.evaluate(MARKS)
        assert bool(marks) == (one.name == "back")
        assert all(mark["width"] > 0 and mark["own"] != mark["behind"] for mark in marks)


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_the_right_option_is_told_on_the_back_and_not_by_colour_alone(
    view: View, sides: list[Side], night: bool
) -> None:
    for fact in ("motto-1", "long-choice-1"):
        view.show(side(sides, fact, "front"), night)
        front = view.page.evaluate(OPTIONS)
        assert sum(option["right"] for option in front) == 1
        assert all(option["looks"] == front[0]["looks"] for option in front)
        view.show(side(sides, fact, "back"), night)
        back = view.page.evaluate(OPTIONS)
        assert [option["text"] for option in back] == [option["text"] for option in front]
        (right,) = (option["looks"] for option in back if option["right"])
        for wrong in (option["looks"] for option in back if not option["right"]):
            assert int(right["own"]["font-weight"]) > int(wrong["own"]["font-weight"])
            assert right["after"]["content"] != wrong["after"]["content"] == "none"


def test_a_hint_shows_when_it_is_asked_for(view: View, sides: list[Side]) -> None:
    view.page.set_content(side(sides, "founder-1", "front").page(night=False))
    assert not view.page.get_by_text("A widow").is_visible()
    view.page.locator("a.hint").click()
    assert view.page.get_by_text("A widow").is_visible()
    assert view.complaints == []


# --- a picture of a fact

PICTURES = {"wide": (2400, 300), "tall": (300, 2400), "small": (40, 30)}
SHOWN_PICTURE = """async () => {
  const image = document.querySelector(".image img");
  await image.decode();
  const { width, height } = image.getBoundingClientRect(), { color, backgroundColor } = getComputedStyle(image);
  return { width, height, colours: [color, backgroundColor] };
}"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> list[Side]:
    """Both sides of cards that show a picture, which stands in the page itself."""
    folder = tmp_path_factory.mktemp("pictured")
    (folder / "decks").mkdir()
    facts: Facts = {}
    for (name, size), fact in zip(PICTURES.items(), ("founder", "motto", "salt-clock"), strict=True):
        (folder / "decks" / f"{name}.png").write_bytes(of_colour(80, 120, 160, *size))
        facts[name] = {**FACTS[fact], "image": {"file": f"{name}.png", "alt": "The seal"}}
    with AnkiEngine(folder / "anki") as anki:
        anki.import_package(package(folder, facts))
        media = Path(anki.collection.media.dir())
        return [replace(one, html=_within(one.html, media)) for one in _sides(anki, "Made up::Varnholt")]


def _within(page: str, media: Path) -> str:
    def content(name: re.Match[str]) -> str:
        return f'src="data:image/png;base64,{base64.b64encode((media / name[1]).read_bytes()).decode()}"'

    return re.sub(r'src="(citedeck-[^"]+)"', content, page)


def test_a_picture_fits_the_page_in_its_own_proportions(view: View, pictured: list[Side]) -> None:
    for one in pictured:
        width, height = PICTURES[one.fact.rpartition("-")[0]]
        colours = []
        for night in (False, True):
            view.show(one, night)
            shown = view.page.evaluate(SHOWN_PICTURE)
            keep(view.page, f"{one.fact}-{one.name}-{'night' if night else 'day'}")
            assert view.page.evaluate(OVERFLOWING) == []
            assert shown["height"] <= 0.6 * view.page.evaluate("innerHeight") + 0.5
            assert shown["width"] <= width
            assert shown["width"] / shown["height"] == pytest.approx(width / height, rel=0.02)
            colours.append(shown["colours"])
        assert colours[0] == colours[1]  # a black drawing on nothing is seen at night too
    assert view.complaints == []


# --- the picture of the README

FRAME = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px; display: inline-flex; gap: 16px; background: transparent; }
iframe { width: 320px; height: 640px; border: 1px solid #8886; border-radius: 22px; }
</style>"""


def test_the_picture_of_the_readme(chromium: Browser, tmp_path: Path, bless: bool) -> None:
    if bless:
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_bytes(_picture(chromium, tmp_path, "kursk-location"))
    picture = PICTURE.read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 250_000
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert (width % 2, height % 2) == (0, 0)
    assert width > height > 1000


def _picture(chromium: Browser, folder: Path, fact: str) -> bytes:
    """Front and back of a card of our own deck, by day and by night, as on a phone."""
    (deck,) = load(Workspace(ROOT), ["north-korea-russia"]).verdict().decks
    path = folder / "deck.apkg"
    path.write_bytes(first_package(deck, T0))
    with AnkiEngine(folder / "anki") as anki:
        anki.import_package(path)
        sides = [one for one in _sides(anki, deck.name) if one.fact == f"{fact}-1"]
    pages = (one.page(night) for night, one in product((False, True), sides))
    frames = "".join(f'<iframe scrolling="no" srcdoc="{html.escape(page)}"></iframe>' for page in pages)
    context = chromium.new_context(viewport={"width": 1400, "height": 680}, device_scale_factor=2)
    view = context.new_page()
    view.set_content(FRAME + frames)
    picture = with_palette(view.locator("body").screenshot(omit_background=True), view)
    context.close()
    return picture
