"""The page of a report in a browser: nothing live, nothing asked for, all of it at hand by mouse and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from citedeck.report.filling import card_style
from citedeck.workspace import Workspace
from tests.browser import WIDE, Reader, keep, reading
from tests.report.workspaces import mixed, report
from tests.small_png import with_palette

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "report.png"
PHONE = (320, 640)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of the mixed workspace, and that of its deck with facts of every kind alone."""
    folder = tmp_path_factory.mktemp("report")
    workspace = mixed(folder / "workspace")
    files = {"mixed": folder / "mixed.html", "varnholt": folder / "varnholt.html"}
    files["mixed"].write_text(report(workspace), encoding="utf-8")
    files["varnholt"].write_text(report(workspace, "varnholt"), encoding="utf-8")
    return files


@pytest.fixture
def reader(chromium: Browser, files: dict[str, Path]) -> Iterator[Reader]:
    with reading(chromium, files) as reader:
        yield reader


def fact(page: Page, id: str) -> Locator:
    return page.locator(f'[id="fact-varnholt/{id}"]')


def shown(page: Page) -> list[str]:
    return page.locator(".fact:visible h3").all_text_contents()  # what is out of sight has no inner text yet


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def wait_for_count(page: Page, count: str) -> None:
    page.get_by_role("status").get_by_text(count, exact=True).wait_for()


ALL = "13 facts"

# --- what everyone can read


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_axe_finds_nothing(reader: Reader, night: bool, size: tuple[int, int]) -> None:
    page = reader.open("mixed", size, night)
    keep(page, f"report-{'night' if night else 'day'}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.locator('[id="fact-varnholt/clocks"]').scroll_into_view_if_needed()
    fact_link = page.locator('a.mark[href="#fact-varnholt/founder"]').first
    fact_link.click()
    assert page.get_by_role("dialog").is_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 480, 700, 1000, 1440, 2560])
def test_nothing_runs_out_of_the_page(reader: Reader, width: int) -> None:
    page = reader.open("mixed", (width, 800))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    out = page.evaluate(
        """() => [...document.body.querySelectorAll("*")]
          .filter(element => element.checkVisibility() && !element.closest(".skips, .unseen"))
          .filter(element => element.getBoundingClientRect().right > innerWidth + 0.5)
          .map(element => element.outerHTML.slice(0, 120))"""
    )
    assert out == []


def test_right_to_left_text_has_its_gutter_on_the_right(reader: Reader) -> None:
    page = reader.open("mixed")
    paragraph = page.locator(".para", has_text="شجرة زيتون")
    assert paragraph.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.locator(".para", has_text="Nobody has seen").evaluate(
        "element => getComputedStyle(element).direction"
    ) == "ltr"  # fmt: skip


# --- the article


def test_sentences_without_a_fact_stand_out_and_not_by_colour_alone(reader: Reader) -> None:
    page = reader.open("varnholt")
    bare = page.locator(".prose .bare")
    assert bare.count() == page.locator("text=No fact rests on:").count() > 0
    assert "dotted" in bare.first.evaluate("element => getComputedStyle(element).textDecorationStyle")
    paper = page.locator(".articles").evaluate("element => getComputedStyle(element).backgroundColor")
    assert bare.first.evaluate("element => getComputedStyle(element).backgroundColor") != paper
    assert re.fullmatch(
        r"Paragraph with facts on [0-9]+/[0-9]+ sentences", page.locator(".gutter").first.text_content() or ""
    )


def test_figures_are_those_of_the_terminal(reader: Reader) -> None:
    page = reader.open("varnholt")
    total = page.locator(".total").inner_text()
    said = re.search(r"(\d+) % (\d+) of (\d+) sentences, (\d+) of (\d+) paragraphs", " ".join(total.split()))
    assert said, total
    rows = page.locator(".contents tbody tr").all_inner_texts()
    figures = [re.search(r"(\d+) of (\d+)", row) for row in rows]
    assert len(rows) > 1
    assert sum(int(one[1]) for one in figures if one) == int(said[2])
    assert sum(int(one[2]) for one in figures if one) == int(said[3])


def test_a_section_leads_to_where_it_begins(reader: Reader) -> None:
    page = reader.open("varnholt", (1440, 400))
    page.locator(".contents a", has_text="A Heavy Inheritance").click()
    heading = page.locator(".head", has_text="A Heavy Inheritance")
    box, pane = heading.bounding_box(), page.locator("#articles").bounding_box()
    assert box
    assert pane
    assert pane["y"] <= box["y"] < pane["y"] + pane["height"]


# --- to and fro


def test_a_passage_leads_to_its_fact_and_a_fact_to_its_passage(reader: Reader) -> None:
    page = reader.open("varnholt")
    page.locator("a.mark", has_text="The Regulator").first.click()
    assert focused(page) == "fact-varnholt/regulator"
    assert "lit" in str(fact(page, "regulator").get_attribute("class"))
    assert page.locator(".prose .mark.lit").all_inner_texts()[0].startswith("The Regulator")
    fact(page, "motto").get_by_role("link", name="Passage").click()
    assert page.evaluate("document.activeElement.textContent").startswith("its motto is")
    lit = "".join(page.locator(".prose .mark.lit").all_inner_texts())
    assert lit == "its motto is “slow is exact”"
    assert page.locator(".fact.lit h3").all_inner_texts() == ["motto"]


def test_a_passage_of_several_facts_lets_one_choose(reader: Reader) -> None:
    page = reader.open("varnholt")
    passage = page.locator("a.mark", has_text="The guild was founded in 1382").first
    passage.click()
    chooser = page.get_by_role("dialog", name="2 facts rest on this")
    assert chooser.get_by_role("link").all_inner_texts() == [
        "founder\nWho founded the clockmakers' guild of Varnholt?",
        "founded\nIn which year was the guild founded?",
    ]
    page.keyboard.press("Escape")
    assert not chooser.is_visible()
    assert page.evaluate("document.activeElement.textContent") == passage.inner_text()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert not chooser.is_visible()
    assert focused(page) == "fact-varnholt/founded"


def test_a_fact_with_two_quotes_lights_both(reader: Reader) -> None:
    page = reader.open("varnholt", anchor="#fact-varnholt/apprentice")
    assert page.locator(".prose .mark.lit").all_inner_texts() == [
        "swept the stairs for the first of them",
        "filed brass for the second",
    ]
    ways = fact(page, "apprentice").locator(".way").all_text_contents()
    assert ways == ["Passage 1 of apprentice", "Passage 2 of apprentice"]


def test_by_keyboard_alone(reader: Reader) -> None:
    page = reader.open("varnholt")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page) == "facts"
    while focused(page) != "by-text":
        page.keyboard.press("Tab")
    page.keyboard.type("regulator")
    wait_for_count(page, f"1 of {ALL}")
    while page.evaluate("document.activeElement.className") != "way":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("The Regulator")
    page.keyboard.press("Enter")
    assert focused(page) == "fact-varnholt/regulator"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_what_one_goes_to_is_in_sight(reader: Reader, size: tuple[int, int]) -> None:
    page = reader.open("mixed", size)
    for id in ("apprentice", "founder", "third-key"):
        page.evaluate("id => { location.hash = '#fact-varnholt%2F' + id }", id)
        page.wait_for_timeout(100)
        assert _top_in_sight(page, fact(page, id).locator("h3"))
        fact(page, id).get_by_role("link", name="Passage").first.click()
        page.wait_for_timeout(100)
        assert _top_in_sight(page, page.locator(".prose .mark.lit").first)


def _top_in_sight(page: Page, element: Locator) -> bool:
    """Whether nothing stands over an element's top left corner."""
    return bool(
        element.evaluate(
            """element => {
              const { left, top } = element.getClientRects()[0];
              const seen = document.elementFromPoint(left + 2, top + 2);
              return seen !== null && (element.contains(seen) || seen.contains(element));
            }"""
        )
    )


def test_an_anchor_of_nothing_is_no_error(reader: Reader) -> None:
    page = reader.open("varnholt", anchor="#fact-%E0%A4%A")
    assert page.locator(".lit").count() == 0


def test_without_scripts_all_is_there_and_anchors_lead_both_ways(reader: Reader) -> None:
    page = reader.open("varnholt", scripts=False)
    assert not page.locator("#filter").is_visible()
    assert len(shown(page)) == 13
    page.locator("a.mark", has_text="The Regulator").first.click()
    assert page.url.endswith("#fact-varnholt/regulator")
    assert fact(page, "regulator").evaluate("element => element.matches(':target')")
    fact(page, "regulator").get_by_role("link", name="Passage").click()
    assert page.locator(".prose .mark:target").inner_text().startswith("The Regulator")


# --- the filter


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("#by-text", "REGULATOR", ["regulator"]),
        ("#by-text", "widow's clock", ["clocks"]),
        ("#by-text", "salt 1391", ["salt-clock"]),
        ("#by-text", "oelsen guild", ["founder", "guild-year"]),
        ("#by-text", "zebra", []),
        ("#by-kind", "term", ["regulator"]),
        ("#by-kind", "cloze", ["salt-clock", "loss", "third-key"]),
        ("#by-level", "not proved", ["guild-year", "broken"]),
        ("#by-problem", "error", ["guild-year", "broken"]),
        ("#by-problem", "warning", ["it"]),
        ("#by-problem", "any", ["guild-year", "it", "broken"]),
        ("#by-problem", "code answer-not-in-quote", ["guild-year"]),
    ],
)
def test_the_filter(reader: Reader, field: str, value: str, expected: list[str]) -> None:
    page = reader.open("varnholt")
    control = page.locator(field)
    control.fill(value) if field == "#by-text" else control.select_option(value)
    wait_for_count(page, f"{len(expected)} of {ALL}")
    assert shown(page) == expected
    assert page.get_by_text("No fact passes the filter.").is_visible() == (not expected)
    page.get_by_role("button", name="Reset").click()
    wait_for_count(page, ALL)
    assert len(shown(page)) == 13


def test_a_deck_is_chosen_among_several(reader: Reader) -> None:
    page = reader.open("mixed")
    page.locator("#by-deck").select_option(label="港の時計 (1)")
    wait_for_count(page, "1 of 18 facts")
    assert page.locator(".deck:visible h2").all_inner_texts() == ["港の時計"]


def test_the_article_marks_only_what_facts_that_are_shown_rest_on(reader: Reader) -> None:
    page = reader.open("varnholt")
    before = page.locator(".prose a.mark[href]").count()
    page.locator("#by-kind").select_option("term")
    wait_for_count(page, f"1 of {ALL}")
    linked = page.locator(".prose a.mark[href]")
    assert before > linked.count()
    assert all("Regulator" in text or "clock by which" in text for text in linked.all_inner_texts())
    assert linked.first.evaluate("element => getComputedStyle(element).backgroundColor") != "rgba(0, 0, 0, 0)"
    plain = page.locator(".prose .mark", has_text="its motto is").first
    assert plain.evaluate("element => getComputedStyle(element).backgroundColor") == "rgba(0, 0, 0, 0)"
    page.get_by_role("button", name="Reset").click()
    wait_for_count(page, ALL)
    assert linked.count() == before


def test_an_anchor_of_a_fact_that_is_filtered_out_shows_it(reader: Reader) -> None:
    page = reader.open("varnholt")
    page.locator("#by-text").fill("regulator")
    wait_for_count(page, f"1 of {ALL}")
    page.evaluate("location.hash = '#fact-varnholt%2Fmotto'")
    wait_for_count(page, ALL)
    assert focused(page) == "fact-varnholt/motto"


# --- facts


def test_a_fact_is_shown_as_all_its_cards(reader: Reader) -> None:
    page = reader.open("varnholt")
    assert fact(page, "seal").locator(".card").count() == 4
    assert fact(page, "seal").locator(".pair-name").count() == 2
    fact(page, "clocks").scroll_into_view_if_needed()
    assert fact(page, "clocks").locator(".card").count() == 6
    front, back = (fact(page, "motto").locator(".card").nth(number) for number in (0, 1))
    assert "What is the guild's motto?" in (front.text_content() or "")
    assert back.locator(".right").text_content() == "slow is exact"
    assert back.locator("mark").text_content() == "its motto is “slow is exact”"


LOOKS = """() => [...document.querySelectorAll(".card *")].map(element => {
  const style = getComputedStyle(element);
  const names = ["color", "backgroundColor", "fontFamily", "fontSize", "fontWeight", "fontStyle", "lineHeight",
    "display", "textAlign", "textDecorationLine", "listStyleType", "whiteSpace", "borderTop", "boxShadow",
    "marginTop", "paddingTop", "paddingInlineStart", "overflowWrap", "position"];
  return [element.outerHTML.slice(0, 60), ...names.map(name => style[name])];
})"""


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_a_card_looks_as_its_own_style_alone_makes_it(reader: Reader, chromium: Browser, night: bool) -> None:
    page = reader.open("mixed", night=night)
    cards = page.evaluate("[...document.querySelectorAll('.card')].map(card => card.outerHTML)")
    alone = chromium.new_page()
    small = "<style>.card { font-size: 1rem !important }</style>"
    scheme = "nightMode" if night else ""
    alone.set_content(f'<!doctype html><html class="{scheme}"><style>{card_style()}</style>{small}{"".join(cards)}')
    assert page.evaluate(LOOKS) == alone.evaluate(LOOKS)


def test_what_is_not_proved_is_a_draft_with_its_problems(reader: Reader) -> None:
    page = reader.open("varnholt")
    text = fact(page, "guild-year").text_content() or ""
    assert "Not proved: no card is made." in text
    assert "1383" in text
    assert "answer-not-in-quote" in text
    assert fact(page, "guild-year").locator(".card").count() == 0
    broken = fact(page, "broken").text_content() or ""
    assert "It could not be read." in broken
    assert "missing-key" in broken
    assert "pronoun" in (fact(page, "it").text_content() or "")
    assert fact(page, "it").locator(".card").count() == 2


def test_problems_that_belong_to_no_fact_stand_on_top(reader: Reader) -> None:
    page = reader.open("mixed")
    above = page.get_by_role("region", name="Problems that belong to no fact")
    assert "decks/broken.yaml:1:8" in above.inner_text()
    assert page.locator(".above .told-one").count() == 1


def test_a_picture_is_in_the_file_once_and_on_every_card_that_has_it(reader: Reader, files: dict[str, Path]) -> None:
    assert files["varnholt"].read_text(encoding="utf-8").count("data:image/png;base64,") == 1
    page = reader.open("varnholt")
    pictures = page.locator(".card img")
    assert pictures.count() == 2 + 6
    assert pictures.evaluate_all("all => all.map(one => one.naturalWidth)") == [60] * 8
    assert pictures.last.get_attribute("alt") == 'The "seal" <b>'


def test_a_hint_is_shown_when_it_is_asked_for(reader: Reader) -> None:
    page = reader.open("varnholt")
    front = fact(page, "founder").locator(".card").first
    assert not front.get_by_text("A widow").is_visible()
    front.locator("summary").click()
    assert front.get_by_text("A widow").is_visible()


# --- texts that would like to be code


def test_texts_stay_texts(reader: Reader, files: dict[str, Path]) -> None:
    page = reader.open("mixed")
    assert page.evaluate("[document.scripts.length, document.styleSheets.length]") == [1, 1]
    # only what the page and the cards are made of
    assert set(page.evaluate("[...document.body.querySelectorAll('*')].map(one => one.localName)")) <= ELEMENTS
    text = page.locator("body").text_content() or ""
    for words in (
        '<script>alert(1)</script> & the "end"',
        "It says {{ 7*7 }} and {% raw %} and </style><b>bold</b> here. A line with ]]> and <!-- in it.",
        "[sound:a.mp3]",
        "</article></section>",
        "nowhere <script>alert('x')</script> {{ 7*7 }} {% x %} ]]> </style> <!-- onerror=\"alert(1)\"",
    ):
        assert words in text
    page.locator("#by-text").fill('onerror="alert(1)"')
    wait_for_count(page, "2 of 18 facts")


ELEMENTS = {
    *("a", "article", "b", "bdi", "blockquote", "br", "button", "center", "cite", "code", "dd", "details", "dialog"),
    *("div", "dl", "dt", "form", "h1", "h2", "h3", "h4", "header", "hr", "img", "input", "label", "li", "main"),
    *("mark", "nav", "ol", "optgroup", "option", "p", "rect", "section", "select", "span", "strong", "summary", "svg"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}


# --- schemes and paper


def test_light_and_dark(reader: Reader) -> None:
    page = reader.open("varnholt", night=True)
    colour = "getComputedStyle(document.querySelector('.card')).backgroundColor"
    dark = page.evaluate(colour)
    page.get_by_role("button", name="Light").click()
    light = page.evaluate(colour)
    assert light != dark
    assert page.evaluate("localStorage.getItem('citedeck-scheme')") == "light"
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(colour) == dark


def test_the_scheme_that_was_chosen_is_that_of_the_next_page(reader: Reader) -> None:
    page = reader.open("varnholt")
    assert page.get_by_role("button", name="Dark").is_visible()
    page.add_init_script("localStorage.setItem('citedeck-scheme', 'dark')")
    page.reload()
    assert page.evaluate("document.documentElement.className") == "nightMode"
    assert page.get_by_role("button", name="Light").is_visible()


def test_on_paper_all_cards_are_light_and_nothing_can_be_clicked(reader: Reader) -> None:
    page = reader.open("varnholt", night=True)
    light = reader.open("varnholt").evaluate("getComputedStyle(document.querySelector('.card')).backgroundColor")
    page.emulate_media(media="print")
    page.wait_for_function("!document.documentElement.classList.contains('nightMode')")
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).backgroundColor") == light
    for control in ("#by-text", "#by-kind", "#scheme", ".ways", "#filter button"):
        assert not page.locator(control).first.is_visible(), control
    tall = page.evaluate("[...document.querySelectorAll('.face')].map(one => one.getBoundingClientRect().height)")
    assert len(tall) > 30
    assert min(tall) > 40
    breaks = "[...document.querySelectorAll('.pair')].map(one => getComputedStyle(one).breakInside)"
    assert set(page.evaluate(breaks)) == {"avoid"}
    assert page.evaluate("document.body.scrollHeight") > 5_000  # the panes are as tall as what they hold
    assert page.pdf(format="A4").startswith(b"%PDF")


# --- the picture of the README


def test_the_picture_of_the_readme(chromium: Browser, tmp_path: Path, bless: bool) -> None:
    if bless:
        PICTURE.write_bytes(_picture(chromium, tmp_path))
    picture = PICTURE.read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width > height > 1000


def _picture(chromium: Browser, folder: Path) -> bytes:
    """The report of our own deck, a fact and its passage lit."""
    path = folder / "report.html"
    path.write_text(report(Workspace(ROOT), "north-korea-russia"), encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1240, "height": 780}, device_scale_factor=1.5)
    page = context.new_page()
    page.goto(f"{path.as_uri()}#fact-north-korea-russia/nis")
    page.wait_for_timeout(300)
    picture = with_palette(page.screenshot(), page)
    context.close()
    return picture
