"""What is told again without being looked at: only while everything is as it was; and nothing kept is trusted."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citedeck.cli import main
from citedeck.ledger import ENVIRONMENT
from citedeck.reading import read_deck

ARTICLE = "The mole is 640 metres long. It was built by Marta Oelsen in 1382.\n"
DECK = """deck: Harbour
source: harbour
facts:
  mole:
    ask: How long is the mole?
    answer: 640 metres
    quote: The mole is 640 metres long
  builder:
    ask: Who built the mole?
    answer: Marta Oelsen
    quote: built by Marta Oelsen
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    root = tmp_path / "work"
    for folder in ("decks", "source"):
        (root / folder).mkdir(parents=True)
    (root / "source" / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (root / "decks" / "a.yaml").write_text(DECK, encoding="utf-8")
    other = DECK.replace("Harbour", "Other").replace("  mole:", "  mole-b:").replace("  builder:", "  builder-b:")
    (root / "decks" / "b.yaml").write_text(other, encoding="utf-8")
    return root


def run(root: Path, *command: str) -> Result:
    result = CliRunner().invoke(main, ["-C", str(root), *command], catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The decks that are read from now on."""
    read: list[str] = []

    def noted(path: Path, shown: str) -> object:
        read.append(path.name)
        return read_deck(path, shown)

    monkeypatch.setattr("citedeck.workspace.read_deck", noted)
    monkeypatch.setattr("citedeck.building.bench.read_deck", noted)
    return read


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def written(name: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).write_text(text, encoding="utf-8")

    return change


def removed(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


CHANGES: dict[str, Callable[[Path], None]] = {
    "an answer": replaced("decks/a.yaml", "answer: 640 metres", "answer: 650 metres"),
    "a question": replaced("decks/a.yaml", "How long is", "How long was"),
    "a comment": replaced("decks/a.yaml", "facts:\n", "facts:\n  # so far\n"),
    "the article": replaced("source/harbour.txt", "640", "650"),
    "a new article of the same name": written("source/harbour.md", ARTICLE),
    "what is known of the article": written("source/references.yaml", "- id: harbour\n  title: The harbour\n"),
    "references that cannot be read": written("source/references.yaml", "- id: [\n"),
    "a new deck": written("decks/c.yaml", DECK.replace("  mole:", "  mole-c:").replace("  builder:", "  builder-c:")),
    "a deck of the same id": written("decks/c.yaml", DECK.replace("source:", "id: a\nsource:")),
    "a deck that is gone": removed("decks/b.yaml"),
    "a lock that is gone": removed("decks/a.lock"),
    "a lock that was edited": replaced("decks/a.lock", "Oelsen", "Olsen"),
    "a package that is gone": removed("build/a.apkg"),
    "a package that was changed": written("build/a.apkg", "no package"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_noticed(root: Path, tmp_path: Path, change: Callable[[Path], None]) -> None:
    """What is told and written is what it is without anything kept."""
    for _ in range(2):
        run(root, "build"), run(root, "check")
    change(root)
    plain = tmp_path / "plain" / "work"
    shutil.copytree(root, plain)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ENVIRONMENT, "")
        expected = run(plain, "check"), run(plain, "build")
    found = run(root, "check"), run(root, "build")
    assert found[0].output == expected[0].output
    assert [one.exit_code for one in found] == [one.exit_code for one in expected]
    wrote = found[1].output.replace(" is as it was", "").replace("wrote ", "").replace(str(root), "")
    assert wrote == expected[1].output.replace("wrote ", "").replace(str(plain), "")
    for path in (*plain.glob("build/*"), *plain.glob("decks/*.lock")):
        assert (root / path.relative_to(plain)).read_bytes() == path.read_bytes(), path.name


def test_what_has_not_changed_is_told_without_a_look(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, checked = run(root, "build"), run(root, "check")
    read = looked(monkeypatch)
    again = run(root, "build")
    assert again.exit_code == first.exit_code == 0
    assert again.output.splitlines()[-1] == "When imported: 4 unchanged."
    assert again.output.splitlines()[-2] == first.output.splitlines()[-2]
    assert run(root, "check").output == checked.output
    os.utime(root / "decks" / "a.yaml", (1, 1))
    assert run(root, "build").output == again.output
    assert read == []


def test_only_the_deck_that_changed_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(root, "build")
    read = looked(monkeypatch)
    CHANGES["a question"](root)
    assert "When imported: 1 updated, 3 unchanged." in run(root, "build").output
    assert read == ["a.yaml"]


@pytest.mark.parametrize("options", [["-o", "elsewhere"], ["--to", "tsv"], ["--strict"], ["a"], ["--touch"]])
def test_another_question_is_not_answered_by_what_is_kept(
    root: Path, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, "build")
    run(root, "build")
    read = looked(monkeypatch)
    told = run(root, "build", *options).output
    at_rest = options in (["--strict"], ["a"])  # decks that are so however they are asked for
    assert ("wrote" in told) is not at_rest
    assert bool(read) is not at_rest


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_among_the_decks_does_not_hang(root: Path) -> None:
    os.mkfifo(root / "decks" / "pipe.yaml")
    results = [run(root, "check") for _ in range(2)]
    assert results[0].output == results[1].output
    assert "a pipe or a device" in results[0].output


def test_a_folder_that_lies_elsewhere_is_never_taken_for_unchanged(root: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "c.yaml").write_text(DECK.replace("Harbour", "C"), encoding="utf-8")
    (root / "decks" / "more").symlink_to(tmp_path / "more", target_is_directory=True)
    before = run(root, "check").output
    replaced("c.yaml", "640 metres\n", "650 metres\n")(tmp_path / "more")
    after = run(root, "check").output
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patch:
        patch.setenv(ENVIRONMENT, "")
        assert after == run(root, "check").output
    assert before


@pytest.mark.parametrize("broken", [b"", b"{", b"\n[]", b"\xff\n{}", None])
def test_a_broken_cache_is_as_none(root: Path, tmp_path: Path, broken: bytes | None) -> None:
    """Also one in which only a word was changed."""
    expected, checked = run(root, "build"), run(root, "check")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"proved", b"denied") if broken is None else broken)
    assert run(root, "check").output == checked.output
    assert run(root, "build").exit_code == expected.exit_code


def test_a_cache_that_cannot_be_kept_stops_nothing(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "file"))
    assert run(root, "build").exit_code == 0
    assert run(root, "check").exit_code == 0


def test_another_code_trusts_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(root, "build")
    monkeypatch.setattr("citedeck.ledger.__version__", "0.0.0")
    read = looked(monkeypatch)
    run(root, "build")
    assert sorted(read) == ["a.yaml", "b.yaml"]
