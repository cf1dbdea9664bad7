"""The picture of a quiz in the README. With `--bless` it is taken anew."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from citedeck.exporters.page import written
from citedeck.quiz import quiz
from citedeck.workspace import Workspace, load
from tests.small_png import with_palette

ROOT = Path(__file__).parents[3]
PICTURE = ROOT / "docs" / "quiz.png"
FRAME = """<!doctype html><style>
body { margin: 0; padding: 12px; display: inline-flex; gap: 16px; }
img { height: 760px; border: 1px solid #8886; border-radius: 16px; }
</style>"""


def test_the_picture_of_the_readme(chromium: Browser, tmp_path: Path, bless: bool) -> None:
    if bless:
        PICTURE.write_bytes(_picture(chromium, tmp_path))
    picture = PICTURE.read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 250_000
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width > height > 1000


def _picture(chromium: Browser, folder: Path) -> bytes:
    """A choice by day, answered wrong, and a list by night on a phone, answered right."""
    (deck,) = load(Workspace(ROOT), ["north-korea-russia"]).verdict().decks
    path = folder / "quiz.html"
    path.write_bytes(written(quiz(deck)).content)
    choice = _look(chromium, path, "light", 700, "reconstruction-priority", "items[chosen].radios[1].checked = true")
    boxes = "items[chosen].boxes.forEach((box, number) => { box.value = ['russia', 'North Korea'][number]; })"
    listed = _look(chromium, path, "dark", 340, "allied-nations", boxes)
    context = chromium.new_context(viewport={"width": 1300, "height": 800}, device_scale_factor=1.5)
    page = context.new_page()
    images = (f'<img src="data:image/png;base64,{base64.b64encode(one).decode()}">' for one in (choice, listed))
    page.set_content(FRAME + "".join(images))
    page.wait_for_timeout(200)
    picture = with_palette(page.locator("body").screenshot(omit_background=True), page)
    context.close()
    return picture


def _look(chromium: Browser, path: Path, scheme: Literal["light", "dark"], width: int, fact: str, answer: str) -> bytes:
    """A question that was answered, from its head to its passage."""
    context = chromium.new_context(
        viewport={"width": width, "height": 1020}, device_scale_factor=1.5, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("fact => { window.chosen = data.items.findIndex(item => item.id === fact); go(chosen); }", fact)
    page.evaluate(answer)
    page.evaluate("items[chosen].button.click()")
    page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    picture = page.screenshot()
    context.close()
    return picture
