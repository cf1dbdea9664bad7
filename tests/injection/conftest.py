"""A deck of every group of payloads, judged and built, and a browser to look at what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from citedeck.case import Case
from citedeck.model import Verdict
from citedeck.workspace import Workspace, load
from tests.exporters.apkg.every_kind import T0, exported
from tests.injection.browser import Watched, watched
from tests.injection.corpus import CORPUS, GROUPS, Payload
from tests.injection.workspaces import written


@dataclass(frozen=True)
class Built:
    """The payloads of a group in a workspace of their own, and what became of it."""

    payloads: list[Payload]
    root: Path
    case: Case
    verdict: Verdict
    package: Path


@pytest.fixture(scope="session", params=GROUPS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    payloads = [payload for payload in CORPUS if payload.group == request.param]
    root = written(tmp_path_factory.mktemp(str(request.param)) / "workspace", payloads)
    case = load(Workspace(root))
    verdict = case.verdict()
    package = root / "deck.apkg"
    package.write_bytes(exported(verdict, T0))
    return Built(payloads, root, case, verdict, package)


@pytest.fixture
def view(chromium: Browser) -> Iterator[Watched]:
    view = watched(chromium)
    yield view
    view.page.context.close()
