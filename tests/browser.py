"""The browser that pages are looked at in, and a page in it that remembers what it should not have done.

With CITEDECK_SCREENSHOTS=FOLDER in the environment, what is looked at is kept there as PNGs.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

WIDE = (1440, 900)
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


@dataclass
class Reader:
    """Opens pages that are files, and notes what a page should not do."""

    browser: Browser
    files: dict[str, Path]
    complaints: list[str] = field(default_factory=list)
    opened: list[BrowserContext] = field(default_factory=list)

    def open(
        self,
        name: str,
        size: tuple[int, int] = WIDE,
        night: bool = False,
        anchor: str = "",
        scripts: bool = True,
    ) -> Page:
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if night else "light",
            java_script_enabled=scripts,
        )
        self.opened.append(context)
        page = context.new_page()
        address = self.files[name].as_uri()
        page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self._note(request.url, address))
        page.goto(address + anchor)
        return page

    def _note(self, url: str, address: str) -> None:
        if url.partition("#")[0] != address and not url.startswith("data:"):
            self.complaints.append(f"request: {url}")


@contextmanager
def reading(browser: Browser, files: dict[str, Path]) -> Iterator[Reader]:
    """A reader of files by their names; in the end no page may have done what it should not."""
    reader = Reader(browser, files)
    yield reader
    for context in reader.opened:
        context.close()
    assert reader.complaints == []
