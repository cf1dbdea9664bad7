"""The page of a quiz in a browser: by keyboard alone, on a phone, printed, without a script, and read aloud."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from citedeck.case import Case
from citedeck.exporters.page import export, written
from citedeck.exporters.page.folding import folding
from citedeck.languages import LANGUAGES
from citedeck.model import Text
from citedeck.quiz import Answer, Quiz, RecallTask, quiz
from citedeck.quiz.spellings import key
from citedeck.workspace import Workspace, load
from tests.browser import WIDE, Reader, keep, reading
from tests.exporters.reading import squeezed
from tests.quiz.strategies import NASTY, quizzes
from tests.small_png import of_colour

PHONE = (320, 640)
ARTICLE = """The catch of Saltmere

In 1990 Saltmere landed cod, herring and eel. The Cooperative (SFC) sold it in Norrin for 5,000 crowns.

Every boat carries a light of 5 mW. First the nets were mended, then the sails.
"""
DECK = """
deck: Coast::Fish
id: fish
source: fish
description: What was caught.
facts:
  where: {ask: In which town was it sold?, answer: Norrin, distractors: [Kelso, Amity], quote: sold it in Norrin,
    hint: It is *far*., extra: By boat., image: {file: boat.png, alt: A boat}}
  price: {ask: For what was the catch sold?, answer: '5,000 crowns', typed: true, quote: 'for 5,000 crowns'}
  catch: {cloze: 'landed {{c1::cod}}, {{c2::herring::a fish}} and eel'}
  list: {ask: Which two fish were landed?, answers: [cod, eel], quote: 'landed cod, herring and eel'}
  order: {ask: "What was mended, in order?", answers: [nets, sails], ordered: true,
    quote: 'the nets were mended, then the sails'}
  year: {ask: When was it landed?, answer: '1990', quote: In 1990 Saltmere}
  light: {ask: "What light, as $P$, does every boat carry?", answer: 5 mW, typed: true, quote: a light of 5 mW}
"""
TYPED = {1: ["5000 CROWNS"], 2: ["Cod", "the herring."], 3: ["eel", "cod"], 4: ["nets", "sails"], 6: ["5 mW"]}
KINDS = ("choice", "typed", "cloze", "list", "list", "recall", "typed")


def case_of(root: Path) -> Case:
    (root / "source").mkdir(parents=True)
    (root / "decks").mkdir()
    (root / "source" / "fish.txt").write_text(ARTICLE, "utf-8")
    (root / "decks" / "fish.yaml").write_text(DECK, "utf-8")
    (root / "decks" / "boat.png").write_bytes(of_colour(40, 90, 120, 60, 40))
    return load(Workspace(root))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of the deck, and that of the same deck after an edit."""
    folder = tmp_path_factory.mktemp("quiz")
    case = case_of(folder / "workspace")
    verdict = case.verdict()
    assert not verdict.errors, verdict.errors
    content = export(case.edition(verdict.decks[0], 1_700_000_000)).content
    files = {"quiz": folder / "quiz.html", "edited": folder / "sub" / "quiz.html"}
    files["edited"].parent.mkdir()
    files["quiz"].write_bytes(content)
    files["edited"].write_bytes(content.replace(b"For what was the catch sold?", b"What did they get?"))
    return files


@pytest.fixture
def reader(chromium: Browser, files: dict[str, Path]) -> Iterator[Reader]:
    with reading(chromium, files) as reader:
        yield reader


def press(page: Page, *keys: str) -> None:
    for one in keys:
        page.keyboard.press(one)


def focused(page: Page) -> str:
    """What has the focus, by what it says."""
    script = "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()"
    return str(page.evaluate(script))


def tab_to(page: Page, name: str) -> None:
    """Go on by keyboard to what has a name."""
    for _ in range(60):
        if focused(page).startswith(name):
            return
        press(page, "Tab")
    raise AssertionError(f"{name} is not to be reached by keyboard")


def result(page: Page) -> str:
    return page.locator(".question:visible .result").inner_text()


def overview(page: Page, name: str) -> list[str]:
    """What is said of the first two questions, each of which is there by its words too."""
    rows = [row.split("\n") for row in page.locator(f"#{name}-list li").all_inner_texts()[:2]]
    assert [row[2] for row in rows] == ["In which town was it sold?", "For what was the catch sold?"]
    return [" ".join(row[:2]) for row in rows]


def answer_by_keyboard(page: Page, right: bool) -> None:
    """Answer the question that is shown, and check it."""
    kind = page.locator(".question:visible").get_attribute("data-kind")
    number = page.locator(".question:visible").get_attribute("data-index")
    match kind:
        case "choice":
            press(page, "Tab")
            while page.evaluate("document.activeElement.type") != "radio":
                press(page, "Tab")
            press(page, "Space")
            option = "document.activeElement.closest('label').textContent.trim() === 'Norrin'"
            while page.evaluate(option) != right:
                press(page, "ArrowDown")
            press(page, "Enter")
        case "recall":
            tab_to(page, "Show the answer")
            press(page, "Enter")
            tab_to(page, "I knew it" if right else "I did not")
            press(page, "Enter")
        case _:
            boxes = TYPED[int(number or 0)]
            for place, text in enumerate(boxes):
                press(page, "Tab")
                while page.evaluate("document.activeElement.className.split(' ')[0]") != "box":
                    press(page, "Tab")
                page.keyboard.type(text if right or place else "5 MW" if number == "6" else "wrong")
            press(page, "Enter")


# --- the whole quiz


def test_the_whole_quiz_by_keyboard_alone(reader: Reader) -> None:
    page = reader.open("quiz")
    assert page.locator(".question").evaluate_all("all => all.map(one => one.dataset.kind)") == list(KINDS)
    for number in range(len(KINDS)):
        assert page.locator(".question:visible").count() == 1
        assert page.locator("legend:visible").inner_text() == f"Question {number + 1} of 7"
        right = number % 2 == 0
        answer_by_keyboard(page, right)
        assert result(page) == ("Right." if right else "Not right.")
        assert "mark" in page.locator(".question:visible .support").inner_html()
        assert focused(page) == ("Next question" if number < 6 else "Review and finish")
        press(page, "Enter")
    assert focused(page) == "Review"
    assert page.get_by_text("Every question has an answer.").is_visible()
    keep(page, "quiz-review")
    tab_to(page, "Finish")
    press(page, "Enter")
    assert focused(page) == "Your result"
    assert page.locator("#score").inner_text() == "4 of 7 right."
    assert overview(page, "outcome") == ["Question 1 right", "Question 2 not right"]
    keep(page, "quiz-result")
    tab_to(page, "Missed ones again (3)")
    press(page, "Enter")
    for number in (2, 4, 6):
        assert page.locator("legend:visible").inner_text() == f"Question {number} of 7"
        assert result(page) == ""
        answer_by_keyboard(page, right=True)
        assert result(page) == "Right."
        press(page, "Enter")
    tab_to(page, "Finish")
    press(page, "Enter")
    assert page.locator("#score").inner_text() == "3 of 3 right."
    assert page.locator("#missed").is_hidden()
    tab_to(page, "Start again")
    press(page, "Enter")
    assert page.locator("#count").inner_text() == "0 of 7 done, 0 right"


def test_before_finishing_one_may_go_back_and_change(reader: Reader) -> None:
    page = reader.open("quiz")
    page.locator(".question:visible .next").click()
    page.get_by_label("Your answer").and_(page.locator(":visible")).fill("50 crowns")
    page.locator("#to-review").click()
    assert overview(page, "review") == ["Question 1 open", "Question 2 answered"]
    told = page.locator("#review-sum").inner_text()
    assert "6 questions have no answer yet" in told
    assert "1 is answered but not checked" in told
    page.get_by_role("button", name="Question 2", exact=True).click()
    assert focused(page) == "Question 2 of 7"
    page.get_by_label("Your answer").and_(page.locator(":visible")).fill("5,000 crowns")
    page.locator("#to-review").click()
    page.locator("#finish").click()
    assert page.locator("#score").inner_text() == "1 of 7 right."
    assert overview(page, "outcome") == ["Question 1 no answer", "Question 2 right"]
    page.get_by_role("button", name="Question 1", exact=True).click()
    assert result(page) == "No answer."
    assert page.locator(".question:visible .mark").all_inner_texts() == ["right answer"]
    assert page.locator(".question:visible input:enabled").count() == 0
    page.locator("#to-review").click()
    assert page.locator("#outcome").is_visible()


def test_all_at_once(reader: Reader) -> None:
    page = reader.open("quiz")
    page.get_by_role("button", name="All at once").click()
    assert page.locator(".question:visible").count() == 7
    assert page.get_by_role("button", name="All at once").get_attribute("aria-pressed") == "true"
    form = page.locator("#question-2")
    form.locator(".box").fill("five")
    form.locator(".main-button").click()
    assert form.locator(".result").inner_text() == "Not right."
    assert form.locator(".box").get_attribute("aria-invalid") == "true"
    form.locator(".main-button").click()
    assert focused(page) == "Question 3 of 7"
    keep(page, "quiz-all")


def test_nothing_is_no_answer(reader: Reader) -> None:
    page = reader.open("quiz")
    for _ in range(7):
        kind = page.locator(".question:visible").get_attribute("data-kind")
        page.locator(".question:visible .main-button").click()
        if kind != "recall":
            assert result(page) == "Nothing is answered yet."
            assert not page.locator(".question:visible .feedback").is_visible()
        page.locator(".question:visible .next").click()
        if page.locator("#review").is_visible():
            break
    assert page.locator("#count").inner_text() == "0 of 7 done, 0 right"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        (["cod", "eel"], True),
        (["Eel ", "COD."], True),
        (["cod", "cod"], False),
        (["cod", ""], False),
        (["", "eel"], False),
    ],
)
def test_each_answer_of_a_list_counts_once(reader: Reader, typed: list[str], right: bool) -> None:
    page = reader.open("quiz")
    page.evaluate("go(3)")
    for box, text in zip(page.locator(".question:visible .box").all(), typed, strict=True):
        box.fill(text)
    page.locator(".question:visible .main-button").click()
    assert result(page) == ("Right." if right else "Not right.")


def test_an_ordered_list_must_be_in_order(reader: Reader) -> None:
    page = reader.open("quiz")
    page.evaluate("go(4)")
    for box, text in zip(page.locator(".question:visible .box").all(), ("sails", "nets"), strict=True):
        box.fill(text)
    page.locator(".question:visible .main-button").click()
    assert result(page) == "Not right."


# --- what is right


def folded_by_script(page: Page, texts: list[str]) -> list[list[str]]:
    return list(page.evaluate("texts => texts.map(text => [key(text, false), key(text, true)])", texts))


def folded_here(texts: list[str], tag: str = "en") -> list[list[str]]:
    return [[key(text, Answer(Text("x"), (), cased), tag) for cased in (False, True)] for text in texts]


def test_the_script_folds_every_letter_as_citedeck_does(reader: Reader) -> None:
    page = reader.open("quiz")
    texts = [
        form for one in filter(_is_telling, map(chr, range(sys.maxunicode + 1))) for form in (one, f"x-{one}B- {one}")
    ]
    for start in range(0, len(texts), 10_000):
        part = texts[start : start + 10_000]
        pairs = zip(part, folded_here(part), folded_by_script(page, part), strict=True)
        assert [(text, here, there) for text, here, there in pairs if here != there] == []


def _is_telling(letter: str) -> bool:
    """Whether a letter is assigned; of those without case, of which there are a hundred thousand, every 50th is."""
    kind = unicodedata.category(letter)
    return kind not in ("Cn", "Cs", "Co") and (kind != "Lo" or ord(letter) < 0x3000 or ord(letter) % 50 == 0)


_LETTERS = st.characters(exclude_categories=("Cn", "Cs", "Co"))
_PIECES = st.sampled_from((*NASTY, "the ", "a few", "A ", ". ", "- ", "third"))
_TYPED = st.lists(st.one_of(_PIECES, st.text(_LETTERS, max_size=5)), max_size=5).map("".join)


def test_the_script_folds_texts_as_citedeck_does(reader: Reader) -> None:
    page = reader.open("quiz")

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(_TYPED, min_size=20, max_size=60))
    def same(texts: list[str]) -> None:
        assert folded_by_script(page, texts) == folded_here(texts)

    same()


def test_the_script_knows_the_articles_of_every_language(reader: Reader) -> None:
    page = reader.open("quiz")
    for tag, known in LANGUAGES.items():
        page.evaluate("found => Object.assign(tables, found, { outer: new Set(found.outer) })", folding(tag))
        begins = [f"{article}{glue}" for article in known.articles for glue in ("", " ", "’", " ’ ")]
        ends = ("", " ", "Catch", "'catch'", *sorted(known.values.fractions))
        texts = [f"{before}{begin}{end}" for before in ("", "« ") for begin in begins for end in ends]
        assert folded_by_script(page, texts) == folded_here(texts, tag), tag


# --- kept in the browser


def answer_typed(page: Page, text: str) -> None:
    page.evaluate("go(1)")
    page.locator(".question:visible .box").fill(text)
    page.locator(".question:visible .main-button").click()


def reload(page: Page) -> None:
    """Open the page anew, once the browser has had time to store what it keeps."""
    page.wait_for_timeout(300)
    page.reload()


def test_progress_is_kept(reader: Reader) -> None:
    page = reader.open("quiz")
    answer_typed(page, "5,000 crowns")
    page.locator(".question:visible .main-button").click()
    page.locator(".question:visible .box").nth(0).fill("cod")
    reload(page)
    assert page.locator("#count").inner_text() == "1 of 7 done, 1 right"
    assert page.locator("legend:visible").inner_text() == "Question 3 of 7"
    assert page.locator(".question:visible .box").nth(0).input_value() == "cod"
    page.locator(".question:visible .back").click()
    assert result(page) == "Right."


def test_what_is_kept_of_a_changed_question_is_dropped(reader: Reader, files: dict[str, Path]) -> None:
    page = reader.open("quiz")
    answer_typed(page, "5,000 crowns")
    kept = page.evaluate("localStorage.getItem(place)")
    changed = json.loads(kept)
    changed["answers"]["price"]["version"] = "000000000000"
    page.evaluate("kept => localStorage.setItem(place, kept)", json.dumps(changed))
    reload(page)
    assert page.locator("#count").inner_text() == "0 of 7 done, 0 right"


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{",
        "null",
        "[]",
        "1",
        '{"answers": 1}',
        '{"answers": {}, "round": []}',
        '{"answers": {"price": null}, "round": ["x"]}',
        '{"answers": null, "round": null}',
    ],
)
def test_what_is_kept_may_be_broken(reader: Reader, kept: str) -> None:
    page = reader.open("quiz")
    page.evaluate("kept => localStorage.setItem(place, kept)", kept)
    reload(page)
    assert page.locator("#count").inner_text() == "0 of 7 done, 0 right"
    assert page.locator(".question:visible").count() == 1


def test_what_is_kept_of_an_outcome_that_there_is_not_is_dropped(reader: Reader) -> None:
    page = reader.open("quiz")
    page.evaluate("go(5), judge(items[5], 'right'), show()")
    kept = page.evaluate("localStorage.getItem(place)")
    page.evaluate("kept => localStorage.setItem(place, kept)", kept.replace('"right"', '"grand"'))
    reload(page)
    assert page.locator("#count").inner_text() == "0 of 7 done, 0 right"
    assert result(page) == ""


def test_a_question_that_was_added_is_asked(reader: Reader) -> None:
    page = reader.open("quiz")
    page.evaluate("items.forEach(item => judge(item, 'right')), finish()")
    kept = json.loads(page.evaluate("localStorage.getItem(place)"))
    del kept["answers"]["order"]  # as if the deck had got it since
    page.evaluate("kept => localStorage.setItem(place, kept)", json.dumps(kept))
    reload(page)
    assert page.locator("#count").inner_text() == "6 of 7 done, 1 right"
    assert page.locator("legend:visible").inner_text() == "Question 5 of 7"


def test_a_round_of_missed_ones_is_kept(reader: Reader) -> None:
    page = reader.open("quiz")
    page.evaluate("judge(items[5], 'right'), finish()")
    page.get_by_role("button", name="Missed ones again (6)").click()
    reload(page)
    assert page.locator("#count").inner_text() == "0 of 6 done, 0 right"


def test_without_storage_it_works_all_the_same(chromium: Browser, files: dict[str, Path]) -> None:
    context = chromium.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(files["quiz"].as_uri())
    answer_typed(page, "5,000 crowns")
    assert result(page) == "Right."
    assert errors == []
    context.close()


# --- for everyone


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_axe_finds_nothing(reader: Reader, night: bool, size: tuple[int, int]) -> None:
    page = reader.open("quiz", size, night)
    keep(page, f"quiz-{'night' if night else 'day'}")
    looks = (
        "go(0)",
        "items[0].radios[0].checked = true, items[0].button.click()",
        "go(2), items[2].boxes[0].value = 'eel', items[2].button.click()",
        "go(5), items[5].button.click()",
        "state.mode = 'all', show()",
        "turn('review')",
        "finish()",
    )
    for look in looks:
        page.evaluate(look)
        found = Axe().run(page)
        assert found.violations_count == 0, (look, found.generate_report())


def test_every_question_is_a_group_with_a_name(reader: Reader) -> None:
    page = reader.open("quiz")
    page.get_by_role("button", name="All at once").click()
    for number in range(1, 8):
        group = page.get_by_role("group", name=f"Question {number} of 7", exact=True)
        assert group.evaluate("one => one.tagName === 'FIELDSET' && one.firstElementChild.tagName === 'LEGEND'")
        assert group.evaluate("one => one.ariaDescribedByElements[0].textContent.trim()")
    cloze = page.get_by_role("group", name="Question 3 of 7").aria_snapshot()
    assert "Blank 2 of 2, hint: a fish" in cloze
    names = page.locator(".box").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert names == [
        "Your answer", "Blank 1 of 2", "Blank 2 of 2, hint: a fish", "Answer 1 of 2", "Answer 2 of 2", "Answer 1 of 2",
        "Answer 2 of 2", "Your answer",
    ]  # fmt: skip
    assert page.locator('[role="status"]').count() == 9
    assert page.locator("html").get_attribute("lang") == "en"


def test_of_several_boxes_words_say_which_is_right(reader: Reader) -> None:
    page = reader.open("quiz")
    marks = page.locator(".question:visible .mark")
    for number, typed, said in (
        (2, ("eel", "herring"), ["✗", "✓"]),
        (4, ("nets", ""), ["right", "not right"]),
    ):
        page.evaluate("number => go(number)", number)
        for box, text in zip(page.locator(".question:visible .box").all(), typed, strict=True):
            box.fill(text)
        page.locator(".question:visible .main-button").click()
        assert marks.all_inner_texts() == said
        keep(page, f"quiz-boxes-{number}")
    page.evaluate("go(2)")
    assert [marks.nth(place).get_attribute("aria-label") for place in (0, 1)] == ["not right", "right"]
    page.evaluate("begin([2])")
    assert marks.count() == 0


def test_targets_are_large_enough(reader: Reader) -> None:
    page = reader.open("quiz", PHONE)
    page.get_by_role("button", name="All at once").click()
    small = page.locator("button:visible, label:visible, .box:visible, summary:visible").evaluate_all(
        """all => all.map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 100)])
          .filter(([{ width, height }]) => width < 24 || height < 24)"""
    )
    assert small == []


@pytest.mark.parametrize("width", [320, 480, 1000])
def test_nothing_runs_out_of_the_page(reader: Reader, width: int) -> None:
    page = reader.open("quiz", (width, 800))
    for look in ("state.mode = 'all', show()", "turn('review')", "finish()"):
        page.evaluate(look)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look


def test_motion_and_colours_follow_the_reader(reader: Reader) -> None:
    page = reader.open("quiz")
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    day = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != day
    page.emulate_media(forced_colors="active")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_hints_pictures_and_formulas(reader: Reader) -> None:
    page = reader.open("quiz")
    assert page.locator(".question:visible img").evaluate("one => one.naturalWidth") == 60
    assert page.locator(".question:visible img").get_attribute("alt") == "A boat"
    assert not page.get_by_text("It is far.").is_visible()
    page.get_by_text("Hint", exact=True).click()
    assert page.get_by_text("It is far.").is_visible()
    assert page.locator("#question-7 math").count() == 1


def test_on_paper_there_are_the_questions_and_then_the_key(reader: Reader) -> None:
    page = reader.open("quiz")
    answer_typed(page, "5,000 crowns")
    page.emulate_media(media="print")
    assert page.locator("#key").get_by_text("The catch of Saltmere").and_(page.locator(":visible")).count() == 1
    assert page.locator(".question:visible").count() == 7
    assert page.locator("button:visible, .feedback:visible, .result:visible, progress:visible").count() == 0
    assert page.locator("#key").is_visible()
    assert page.locator("#key > ol > li").count() == 7
    assert page.locator("#key").evaluate("one => getComputedStyle(one).breakBefore") == "page"
    top, last = (page.locator(one).evaluate("one => one.getBoundingClientRect()") for one in ("#key", "#question-7"))
    assert top["top"] >= last["bottom"] - 1
    assert "sold it in Norrin" in page.locator("#key > ol > li").nth(0).inner_text()
    keep(page, "quiz-print")


def test_without_a_script_there_are_the_questions_and_the_key(reader: Reader) -> None:
    page = reader.open("quiz", scripts=False)
    assert page.locator(".question:visible").count() == 7
    assert page.locator("#key").is_visible()
    assert page.locator("button:visible").count() == 0


def test_it_says_that_the_answers_are_in_its_source(reader: Reader) -> None:
    assert "The answers are in the source of this page" in reader.open("quiz").locator("footer").inner_text()


def test_nothing_but_its_own_script_may_run(files: dict[str, Path]) -> None:
    text = files["quiz"].read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]


# --- nasty text


def test_nasty_text_is_shown_and_only_what_is_right_is_right(chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 800, "height": 600})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(quizzes())
    def shown(found: Quiz) -> None:
        page.goto("about:blank")  # whose script is another's
        page.set_content(written(found).content.decode("utf-8"))
        check(page, found)

    shown()
    assert [one for one in errors if "localStorage" not in one] == []
    context.close()


def check(page: Page, found: Quiz) -> None:
    prompts = page.locator(".question").evaluate_all(_READ)
    for item, prompt in zip(found.items, prompts, strict=True):
        assert squeezed(item.prompt) == squeezed(prompt["prompt"])
        if item.kind == "choice":
            assert [squeezed(one) for one in prompt["options"]] == [squeezed(str(one)) for one in item.task.options]  # type: ignore[union-attr]
    right = page.evaluate(_ANSWER)
    for item, outcomes in zip(found.items, right, strict=True):
        if item.kind == "choice":
            assert outcomes.count("right") == 1, item
        else:
            assert set(outcomes) <= {"right"}, (item, outcomes)


_READ = """all => all.map(one => {
  const words = element => {
    if (!element) return "";
    const copy = element.cloneNode(true);
    for (const line of copy.querySelectorAll("br")) line.replaceWith(" ");
    return copy.textContent;
  };
  const options = [...one.querySelectorAll(".option")].map(words);
  return { prompt: words(one.querySelector(".prompt .text")), options };
})"""

# Every option of a choice, and every spelling of every box, as the script judges them.
_ANSWER = """() => items.map(item => {
  if (item.kind === "choice") return item.radios.map(radio => {
    reset(item); radio.checked = true; judge(item); return item.outcome;
  });
  if (item.kind === "recall") return [];
  const most = Math.max(...item.answers.map(answer => answer.keys.length));
  return Array.from({ length: most }, (_, turn) => {
    reset(item);
    item.boxes.forEach((box, place) => { const { keys } = item.answers[place]; box.value = keys[turn % keys.length]; });
    judge(item);
    return item.outcome;
  });
})"""


def test_the_bytes_follow_from_the_deck(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    deck = case.verdict().decks[0]
    assert written(quiz(deck)) == written(quiz(deck))


def data_of(content: bytes) -> dict[str, Any]:
    found = re.search(rb'<script type="application/json" id="data">(.*?)</script>', content, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def test_a_question_has_another_version_once_it_is_another(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    before = data_of(written(quiz(case_of(tmp_path / "one").verdict().decks[0])).content)
    again = tmp_path / "two"
    case_of(again)
    path = again / "decks" / "fish.yaml"
    path.write_text(DECK.replace("Kelso", "Brill").replace("When was it landed?", "In which year?"), "utf-8")
    after = data_of(written(quiz(load(Workspace(again)).verdict().decks[0])).content)
    changed = [
        one["id"]
        for one, other in zip(before["items"], after["items"], strict=True)
        if one["version"] != other["version"]
    ]
    assert changed == ["where", "year"]


def test_what_was_recalled_is_another_question_once_its_answer_is_another(tmp_path: Path) -> None:
    found = quiz(case_of(tmp_path).verdict().decks[0])
    (recalled,) = (item for item in found.items if item.kind == "recall")
    other = replace(recalled, task=RecallTask((Text("1991"),)))
    versions = [
        data_of(written(replace(found, items=(item,))).content)["items"][0]["version"] for item in (recalled, other)
    ]
    assert versions[0] != versions[1]
