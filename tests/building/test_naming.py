"""Decks that are named are taken for what they are, drafted apart or together; nothing is written for others."""

from __future__ import annotations

from pathlib import Path

import pytest

from citedeck.building import Order, apart, discard, together
from citedeck.errors import CitedeckError
from citedeck.ledger import Ledger
from citedeck.shipping import last_built
from citedeck.workspace import Workspace, load
from tests.cli.test_command import run
from tests.exporters.apkg.every_kind import FACTS, T0
from tests.history.workshop import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Decks `a` and `b`, `c` under the id `see`, and `d` in a folder."""
    workshop = Workshop(tmp_path).write("a", FACTS).write("b", FACTS).write("c", FACTS, id="see")
    (tmp_path / "decks" / "inner").mkdir()
    return workshop.write("inner/d", FACTS, id="d")


def drafted(workshop: Workshop, *names: str, base: str = ".", strict: bool = False) -> list[str] | None:
    """The decks that are drafted apart under these names, as they would be together; None where they cannot be."""
    home, folder = Workspace(workshop.root), workshop.root / "build"
    order = Order(home, ("apkg",), folder, T0, strict)
    found = apart(order, Ledger(workshop.root), names, workshop.root / base, 1, lambda _: None)
    if found is None:
        return None
    case = load(home, names, workshop.root / base, last_built(home, folder))
    verdict = case.verdict()
    whole = together(order, case, verdict)
    shipped = [draft.path for draft in found.drafts if draft.cargoes]
    assert sorted(shipped) == sorted(draft.path for draft in whole)
    assert sorted(found.problems, key=str) == sorted(verdict.problems, key=str)
    assert found.summary == verdict.summary
    discard([*found.drafts, *whole])
    return shipped


A, B, C, D = "decks/a.yaml", "decks/b.yaml", "decks/c.yaml", "decks/inner/d.yaml"


@pytest.mark.parametrize(
    ("names", "base", "taken"),
    [
        ([], ".", [A, B, C, D]),
        (["a"], ".", [A]),
        (["decks/a.yaml"], ".", [A]),
        (["see", "decks/a.yaml"], ".", [A, C]),
        (["a", "a", "decks/a.yaml"], ".", [A]),
        (["c.yaml"], "decks", [C]),
        (["../decks/inner/d.yaml", "b"], "decks", [B, D]),
        (["d"], "decks/inner", [D]),
        (["decks/./inner/../b.yaml"], ".", [B]),
    ],
)
def test_decks_are_named_by_id_or_by_path(names: list[str], base: str, taken: list[str], workshop: Workshop) -> None:
    assert drafted(workshop, *names, base=base) == taken


def test_a_deck_is_named_by_a_link_to_it(workshop: Workshop) -> None:
    (workshop.root / "link").symlink_to(workshop.path("b"))
    assert drafted(workshop, "link") == [B]


def test_a_deck_outside_is_drafted_together_with_the_others(workshop: Workshop) -> None:
    (workshop.root / "e.yaml").write_bytes(workshop.path("a").read_bytes().replace(b'"A"', b'"E"'))
    assert drafted(workshop, "e.yaml") is None
    assert run("-C", workshop.root, "build", "e.yaml").exit_code == 0
    assert [path.name for path in (workshop.root / "build").iterdir()] == ["e.apkg"]


def test_a_name_that_is_an_id_and_a_path_is_an_id(workshop: Workshop) -> None:
    workshop.write("f", FACTS, id="inner")
    assert drafted(workshop, "inner", base="decks") is None  # it has to be looked into
    assert run("-C", workshop.root / "decks", "build", "inner").exit_code == 2  # no workspace there
    workshop.path("a").rename(workshop.root / "see")
    (workshop.root / "see").write_text("no deck", encoding="utf-8")
    assert run("-C", workshop.root, "build", "see").exit_code == 0
    assert [path.name for path in (workshop.root / "build").iterdir()] == ["see.apkg"]


@pytest.mark.parametrize("name", ["nobody", "c", "decks", "", "decks/nothing.yaml", "A"])
def test_a_name_that_is_none_stops_it(name: str, workshop: Workshop) -> None:
    assert drafted(workshop, name, "a") is None
    with pytest.raises(CitedeckError):
        load(Workspace(workshop.root), [name, "a"], workshop.root)
    assert run("-C", workshop.root, "build", name, "a").exit_code == 2
    assert list((workshop.root / "build").iterdir()) == []


def test_a_deck_that_leads_nowhere_hides_no_other(workshop: Workshop) -> None:
    (workshop.root / "decks" / "z.yaml").symlink_to("nothing")
    (workshop.root / "a").mkdir()
    assert drafted(workshop, "a") is None
    assert run("-C", workshop.root, "build", "a").exit_code == 0
    assert workshop.package("a").exists()


@pytest.mark.parametrize("names", [[], ["a"], ["decks/e.yaml"], ["b"]], ids=str)
def test_an_id_that_is_taken_is_told_at_both(names: list[str], workshop: Workshop) -> None:
    workshop.write("e", FACTS, id="A")
    assert drafted(workshop, *names) is None
    result = run("-C", workshop.root, "build", *names, *(["see"] if names else []))
    built = {path.stem for path in (workshop.root / "build").iterdir()}
    if names == ["b"]:
        assert (result.exit_code, built) == (0, {"b", "see"})
    else:
        assert result.exit_code == 1
        assert "duplicate-deck-id" in result.output
        assert built == ({"b", "d", "see"} if not names else {"see"})


def test_strict_ships_no_deck_with_a_warning(workshop: Workshop) -> None:
    workshop.write("b", {**FACTS, "thin": {**FACTS["founded"], "ask": "When was it?", "quote": "in 1382"}})
    assert drafted(workshop) == [A, B, C, D]
    assert drafted(workshop, strict=True) == [A, C, D]
    result = run("-C", workshop.root, "build", "--strict")
    assert result.exit_code == 1
    assert "Nothing was written for a deck with problems." in result.output
    assert not workshop.package("b").exists()
    assert workshop.package("a").exists()


def test_locked_writes_nothing_if_the_lock_of_one_would_change(workshop: Workshop) -> None:
    run("-C", workshop.root, "build")
    before = workshop.package("a").read_bytes()
    workshop.write("inner/d", {"founder": FACTS["founder"]}, id="d").package("a").unlink()
    result = run("-C", workshop.root, "build", "--locked")
    assert result.exit_code == 2
    assert "--locked: nothing was written, for decks/inner/d.lock would change" in result.output
    assert not workshop.package("a").exists()
    assert run("-C", workshop.root, "build", "--locked", "a").exit_code == 0
    assert workshop.package("a").read_bytes() == before


@pytest.mark.parametrize("references", ["- [", "- id: varnholt\n  date_order: never\n", "no list"])
def test_nothing_is_written_while_the_references_cannot_be_read(references: str, workshop: Workshop) -> None:
    (workshop.root / "source" / "references.yaml").write_text(references, encoding="utf-8")
    assert drafted(workshop) == []
    result = run("-C", workshop.root, "build")
    assert result.exit_code == 1
    assert "source/references.yaml:" in result.output
    assert list((workshop.root / "build").iterdir()) == []
    assert sorted(path.suffix for path in (workshop.root / "decks").iterdir() if path.is_file()) == [".yaml"] * 3


def test_what_stops_one_deck_is_told_after_what_is_wrong_with_others(workshop: Workshop) -> None:
    """Its lock has the last time there is."""
    import json

    from citedeck.history.lines import signed
    from citedeck.model import LAST_SECOND

    run("-C", workshop.root, "build")
    lines = [json.loads(line) for line in workshop.lock_path("a").read_text("utf-8").splitlines()]
    late = [{key: LAST_SECOND if key == "mod" else one for key, one in line.items() if key != "sum"} for line in lines]
    workshop.lock_path("a").write_text("".join(f"{signed(line)}\n" for line in late), "utf-8")
    workshop.write("a", {**FACTS, "founder": {**FACTS["founder"], "hint": "x"}})
    workshop.write("b", {**FACTS, "thin": {**FACTS["founded"], "ask": "When was it?", "quote": "in 1382"}})
    output = run("-C", workshop.root, "build").output
    assert output.index("decks/b.yaml") < output.index("it has the last time there is")
