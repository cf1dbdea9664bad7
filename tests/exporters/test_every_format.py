"""Every kind of fact in every format: what the table of formats promises of each of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from citedeck.exporters import EXPORTERS
from citedeck.exporters.product import Product
from citedeck.history import Edition
from citedeck.workspace import Workspace, load
from tests.judging import EXAMPLES, judged

NOW = 1_700_000_000
KINDS = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))

pytestmark = [pytest.mark.parametrize("format_", EXPORTERS), pytest.mark.parametrize("kind", KINDS)]


def edition(root: Path, kind: str) -> Edition:
    """The smallest deck of a kind, as it is built for the first time."""
    judged(root, {kind: (EXAMPLES / f"{kind}.yaml").read_text("utf-8")})
    case = load(Workspace(root))
    return case.edition(case.verdict().decks[0], NOW)


def readable(content: bytes) -> str:
    """A file as text; an archive as that of all its files."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_it_holds_every_fact(format_: str, kind: str, tmp_path: Path) -> None:
    shipped = edition(tmp_path, kind)
    text = readable(EXPORTERS[format_].export(shipped).content)
    for item in shipped.deck.items:
        assert str(item.entry.id) in text
        assert all(word in text for word in item.evidence[0].text.split() if word.isalnum())


def test_the_same_edition_gives_the_same_bytes(format_: str, kind: str, tmp_path: Path) -> None:
    shipped = edition(tmp_path, kind)
    first, second = (EXPORTERS[format_].export(shipped) for _ in range(2))
    assert first == second
    assert isinstance(first, Product)


def test_what_it_cannot_express_is_told_of_facts_that_are_there(format_: str, kind: str, tmp_path: Path) -> None:
    shipped = edition(tmp_path, kind)
    facts = {str(item.entry.id) for item in shipped.deck.items}
    told = EXPORTERS[format_].export(shipped).instead
    assert {one.fact for one in told} <= facts
    assert all(one.what and one.why for one in told)
