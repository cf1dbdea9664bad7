"""The cards as a learner sees them: what Anki renders, looked at in a browser.

With CITEDECK_SCREENSHOTS=FOLDER in the environment, every page that is looked at here is kept there as a PNG.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from citedeck.notetypes import CLOZE, QUESTION, style
from tests.browser import keep
from tests.card_decks import GAPS, LONG_ARTICLE, LONG_FACTS, RICH, WORLD
from tests.card_measures import MARKS, OPTIONS, OVERFLOWING, TEXTS
from tests.card_sides import Side, View, side, sides_in
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import CARDS, FACTS, T0, Facts, package
from tests.small_png import of_colour


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> list[Side]:
    """Both sides of every card of the facts of every kind, those with a very long word, and all that was made up."""
    folder = tmp_path_factory.mktemp("cards")
    ours = package(folder / "ours", FACTS, tags=["clocks", "made-up::towers"])
    long = package(folder / "long", LONG_FACTS, T0, LONG_ARTICLE, id="long", tags=[LONG_FACTS["long-basic"]["hint"]])
    with AnkiEngine(folder / "anki") as anki:
        anki.import_package(ours)
        anki.import_package(long)
        for note_type, notes in ((QUESTION, {**WORLD, **RICH}), (CLOZE, GAPS)):
            for fact, fields in notes.items():
                citation = f'{{"fact": "{fact}"}}'
                anki.add(note_type.name, {**fields, "Citation": citation}, ["made-up", "clocks"])
        return [*sides_in(anki)]


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
        assert [text for text in shown if text["size"] < (10 if text["role"] in ("sub", "sup") else 13)] == [], one.fact
        assert view.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), one.fact
        assert view.page.evaluate(OVERFLOWING) == [], one.fact
        roles |= {text["role"] for text in shown}
    assert roles >= {"div.question", "div.answer", "blockquote", "mark", "cite", "span.section", "div.extra", "li"}
    assert roles >= {"li.right", "::beforeli", "::afterli.right", "div.hint", "a.hint", "span.cloze", "input"}
    assert view.complaints == []


def test_every_kind_is_looked_at(sides: list[Side]) -> None:
    named = {one.fact.rpartition("-")[0] for one in sides}
    assert named == {*CARDS, *LONG_FACTS, *WORLD, *RICH, *GAPS}


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


# Axe judges whole pages too, but what language, headings and landmarks the page round a card has is Anki's affair. And
# what scrolls, as a formula that is wider than the card, can be moved by the keyboard in Chromium 130 and newer.
NOT_OURS = ("html-has-lang", "landmark-one-main", "page-has-heading-one", "region", "scrollable-region-focusable")
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {rule: {"enabled": False} for rule in NOT_OURS},
}


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_axe_finds_nothing(view: View, sides: list[Side], night: bool) -> None:
    axe = Axe()
    for one in sides:
        view.show(one, night)
        view.show_hints()
        found = axe.run(view.page, options=AXE).response["violations"]
        assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found] == [], one.fact


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_where_the_system_chooses_the_colours_the_proof_is_marked(view: View, sides: list[Side], night: bool) -> None:
    view.page.emulate_media(forced_colors="active", color_scheme="dark" if night else "light")
    view.show(side(sides, "motto-1", "back"), night)
    (mark,) = view.page.evaluate(MARKS)
    assert mark["own"] != mark["behind"]
    right, *wrong = view.page.evaluate(
        "[...document.querySelectorAll('.options li')].map(one => getComputedStyle(one).borderTopWidth)"
    )
    assert right not in wrong


@pytest.mark.parametrize("script", ["arabic-1", "hebrew-choice-1", "arabic-gaps-1"])
def test_what_is_written_from_right_to_left_stands_on_the_right(view: View, sides: list[Side], script: str) -> None:
    view.show(side(sides, script, "back"), night=False)
    directions = (
        "names => names.map(name => [...document.querySelectorAll(name)].map(one => getComputedStyle(one).direction))"
    )
    shown = view.page.evaluate(directions, [".question", ".answer, .options", "blockquote", ".source", ".tags"])
    assert shown == [["rtl"], [] if "gaps" in script else ["rtl"], ["rtl"], ["rtl"], ["ltr"]]
    edges = view.page.evaluate(
        "[...document.querySelectorAll('blockquote')].map(one => getComputedStyle(one).borderRightWidth)"
    )
    assert edges == ["4px"]


def test_small_figures_leave_their_line_as_high_as_it_was(view: View, sides: list[Side]) -> None:
    view.show(side(sides, "founder-1", "back"), night=False)
    heights = view.page.evaluate(
        """() => ["H2O", "H<sub>2</sub>O", "10<sup>23</sup>", "<code>x</code>"].map(text => {
          const answer = document.querySelector(".answer");
          answer.innerHTML = text;
          return answer.getBoundingClientRect().height;
        })"""
    )
    assert len(set(heights)) == 1


NEWER_THAN_CHROMIUM_87 = (
    r"&|:(?:is|where|has|not|dir)\(|(?:color-mix|light-dark|oklch|lab|lch)\(|@(?:layer|container|scope|property)"
)
REMOTE = r"url\(|@import|@font-face"


def test_the_style_asks_nothing_of_new_browsers_and_nothing_of_the_network() -> None:
    rules = re.sub(r"/\*.*?\*/", "", style(), flags=re.DOTALL)
    assert re.findall(f"{NEWER_THAN_CHROMIUM_87}|{REMOTE}", rules) == []
    assert not re.search(r"\b(?:animation|transition)", style())  # so there is no motion to be reduced


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
        return [replace(one, html=_within(one.html, media)) for one in sides_in(anki)]


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
