"""The picture of the README shows a card of our own deck. With `--bless` it is taken anew."""

from __future__ import annotations

import html
from pathlib import Path

from playwright.sync_api import Browser

from citedeck.workspace import Workspace, load
from tests.card_sides import sides_in
from tests.exporters.apkg.anki_engine import AnkiEngine
from tests.exporters.apkg.every_kind import T0, first_package
from tests.small_png import with_palette

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "card.png"

FRAME = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px; display: inline-flex; gap: 16px; background: transparent; }
iframe { width: 320px; height: 680px; border: 1px solid #8886; border-radius: 22px; }
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
    """Front and back of a card of our own deck by day, and its back by night, as on a phone."""
    (deck,) = load(Workspace(ROOT), ["north-korea-russia"]).verdict().decks
    path = folder / "deck.apkg"
    path.write_bytes(first_package(deck, T0))
    with AnkiEngine(folder / "anki") as anki:
        anki.import_package(path)
        front, back = (one for one in sides_in(anki) if one.fact == f"{fact}-1")
    pages = (front.page(night=False), back.page(night=False), back.page(night=True))
    frames = "".join(f'<iframe scrolling="no" srcdoc="{html.escape(page)}"></iframe>' for page in pages)
    context = chromium.new_context(viewport={"width": 1400, "height": 720}, device_scale_factor=2)
    view = context.new_page()
    view.set_content(FRAME + frames)
    picture = with_palette(view.locator("body").screenshot(omit_background=True), view)
    context.close()
    return picture
