"""The browser that pages are looked at in, and a page in it that remembers what it should not have done.

With CITEDECK_SCREENSHOTS=FOLDER in the environment, what is looked at is kept there as PNGs.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, or what is made of it. Where there is none, the test is skipped; in CI it fails."""
    with sync_playwright() as playwright:
        installed = next(filter(None, map(shutil.which, _BROWSERS)), playwright.chromium.executable_path)
        if not Path(installed).exists():
            reason = f"no Chromium: put one of {', '.join(_BROWSERS)} on the PATH, or run `playwright install chromium`"
            (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
        browser = playwright.chromium.launch(executable_path=installed, args=_QUIET)
        yield browser
        browser.close()


def keep(page: Page, name: str, full_page: bool = True) -> None:
    """Keep a picture of a page, if someone wants it."""
    folder = os.environ.get("CITEDECK_SCREENSHOTS")
    if folder:
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=full_page)
