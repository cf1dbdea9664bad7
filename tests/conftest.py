"""Options of the tests, and the browser they share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from anki.buildinfo import version as anki_version
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

os.environ["CITEDECK_CACHE"] = ""  # no run of a test may lean on an earlier one


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="Write what the tests find as what they expect from now on.")


def pytest_report_header() -> str:
    """Say which engine judges our packages: `make test-engines` asks several."""
    return f"engine: Anki {anki_version}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests counted, also where several processes ran them."""
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for line in (value for name, value in report.user_properties if name == "counted"):
            terminalreporter.write_line(str(line))


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be written instead of compared."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One for the whole run: Playwright cannot be started twice."""
    from tests.browser import launched  # old engines are asked without one

    with launched() as browser:
        yield browser


settings.register_profile("citedeck", deadline=None)  # machines are slow when they are cold
settings.load_profile("citedeck")
