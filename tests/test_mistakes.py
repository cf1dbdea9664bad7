"""For every code a wrong deck, mistakes/<code>.yaml, and beside it the exact words a user sees, mistakes/<code>.txt.

Where there is mistakes/<code>.before.yaml, that is the deck as it was built before; mistakes/<code>.lock is its lock.
Where there is mistakes/<code>.svg or .png, it lies beside the deck.
Where there is mistakes/<code>.sql, the deck is right, and the mistake is what that does to the package built of it;
so it is with the codes of REPACKED.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import citedeck
from citedeck.cli.wording import problem_lines
from citedeck.codes import CODES, TABLES
from citedeck.codes.lints import LINTS
from citedeck.shipping import Dock, last_built
from citedeck.workspace import Workspace, load
from tests.audit.packages import altered, changed, repacked
from tests.exporters.apkg.every_kind import first_package
from tests.small_png import of_colour

MISTAKES = Path(__file__).parent / "mistakes"
NOW = 1_700_000_000
GENERATOR = Path(citedeck.__file__).parent

# What cannot lie in a repository as it is.
SPECIAL: dict[str, Callable[[Path], object]] = {
    "not-a-file": Path.mkdir,
    "lock-lost": lambda deck: deck.with_suffix(".lock").unlink(),
    "unreadable-file": lambda deck: deck.symlink_to("moved-away.yaml"),
    "image-unreadable": lambda deck: deck.with_suffix(".png").symlink_to(f"{deck.stem}.png"),
    "image-not-a-file": lambda deck: deck.with_suffix(".png").mkdir(),
    "image-too-large": lambda deck: deck.with_suffix(".png").write_bytes(of_colour(0, 0, 0).ljust(5_000_001, b"\0")),
}

# The pictures of notes whose packages are tampered with.
SPECIAL |= {
    code: lambda deck: deck.with_suffix(".png").write_bytes(of_colour(0, 0, 0))
    for code in ("image-differs", "image-left-out", "image-missing")
}
# What is done to the files of a package.
REPACKED: dict[str, dict[str, bytes | None]] = {"image-differs": {"0": of_colour(200, 0, 0)}}

RULES_OF_OUR_OWN = {"quote-too-thin", "quote-too-long", "unknown-markup", "ignore-unused"}

_TELLS = {"Problem", "problem", "fault", "Fault", "_Fault", "_tell", "_fault", "_matching"}
_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")


def _printed(code: str, root: Path) -> str:
    """What `citedeck check` says of a workspace that holds this mistake alone."""
    decks = root / "decks"
    decks.mkdir()
    shutil.copytree(MISTAKES / "source", root / "source")
    if (MISTAKES / f"{code}.before.yaml").exists():
        shutil.copyfile(MISTAKES / f"{code}.before.yaml", decks / f"{code}.yaml")
        _build(root)
    for part in (".yaml", ".2.yaml", ".yml", ".lock", ".svg", ".png"):
        deck = MISTAKES / f"{code}{part}"
        if deck.exists():
            shutil.copyfile(deck, decks / deck.name)
    if code in SPECIAL:
        SPECIAL[code](decks / f"{code}.yaml")
    workspace = Workspace(root)
    verdict = load(workspace, stand_in=last_built(workspace, root / "build")).verdict()
    sql = MISTAKES / f"{code}.sql"
    problems = verdict.problems
    if sql.exists() or code in REPACKED:
        content = repacked(first_package(verdict.decks[0], NOW), REPACKED.get(code, {}))
        found = changed(root, root, altered(content, sql.read_text("utf-8") if sql.exists() else "", root))
        problems = (*found.notes.problems, *found.retired.problems)
    return "".join(f"{problem_lines(problem)}\n" for problem in problems)


def _build(root: Path) -> None:
    """Build the decks of a workspace, as `citedeck build` does."""
    case = load(Workspace(root))
    dock = Dock(Workspace(root), case, "apkg", root / "build")
    for deck in case.verdict().decks:
        dock.load(case.edition(deck, NOW)).ship()


@pytest.mark.parametrize("code", CODES)
def test_words(code: str, tmp_path: Path, bless: bool) -> None:
    printed = _printed(code, tmp_path)
    golden = MISTAKES / f"{code}.txt"
    if bless:
        golden.write_text(printed, "utf-8")
    assert printed == golden.read_text("utf-8")
    assert f": {code}: " in printed
    assert str(tmp_path) not in printed


def test_every_code_has_a_mistake() -> None:
    assert {path.stem for path in MISTAKES.glob("*.txt")} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_explained(code: str) -> None:
    explanation = CODES[code]
    assert explanation.summary
    assert explanation.why.endswith(".")
    assert explanation.repair.endswith((".", "…"))


def test_no_code_stands_in_two_tables() -> None:
    assert sum(map(len, TABLES)) == len(CODES)


@pytest.mark.parametrize("code", sorted(set(LINTS) - RULES_OF_OUR_OWN))
def test_a_lint_names_the_rule_it_follows(code: str) -> None:
    assert LINTS[code].rule.endswith(".")


def _literals(node: ast.AST) -> Iterator[str]:
    for found in ast.walk(node):
        if (
            isinstance(found, ast.Constant)
            and isinstance(found.value, str)
            and (_CODE.fullmatch(found.value) or found.value in CODES)
        ):
            yield found.value


def _told(module: Path) -> Iterator[str]:
    """The codes that a module gives to problems."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _TELLS:
                yield from (code for argument in node.args for code in _literals(argument))


MODULES = [path for path in sorted(GENERATOR.rglob("*.py")) if "codes" not in path.parts]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_every_code_that_is_told_is_known(module: Path) -> None:
    assert set(_told(module)) <= set(CODES)


def test_every_code_is_told_somewhere() -> None:
    literals = {literal for module in MODULES for literal in _literals(ast.parse(module.read_text("utf-8")))}
    assert set(CODES) <= literals
    assert {code for module in MODULES for code in _told(module)} > {"answer-not-in-quote", "bad-id", "yaml-alias"}
