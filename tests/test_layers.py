"""Who may import whom: arrows only go down."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import citedeck

ROOT = Path(citedeck.__file__).parent

# Each row may import itself and the rows above it.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("seldom", "typings"),
    ("frozen",),
    ("codes", "dimensions", "errors", "languages", "pages", "tex"),
    ("model",),
    ("files", "identity", "markdown", "markup", "matching", "notetypes", "outline", "pasting", "seal", "writing"),
    ("asking", "cards", "coverage", "hypertext", "kinds", "ledger", "roots"),
    ("reading", "sources", "images", "history"),
    ("verify", "standalone"),
    ("notes",),
    ("quiz",),
    ("case", "exporters"),
    ("workspace",),
    ("audit", "repair", "report", "shipping"),
    ("building",),
    ("cli",),
    ("pytest_plugin",),
)

# What only one place may know.
OWNERS: dict[str, tuple[str, ...]] = {
    "yaml": ("reading/tree.py", "reading/spans.py"),
    "genanki": ("exporters/apkg",),
    "sqlite3": ("exporters/apkg",),
    "pydantic": ("kinds", "reading/shapes.py"),
    "rapidfuzz": ("matching/nearest.py",),
    "click": ("cli",),
    "latex2mathml": ("tex/mathml.py",),
    "markdown_it": ("markdown",),
    "nh3": ("markup.py",),
    "pytest": ("pytest_plugin.py",),
    "text2qti": ("exporters/qti.py",),
    "tempfile": ("writing.py", "exporters/apkg"),
    "jinja2": ("standalone.py",),
    "markupsafe": ("standalone.py", "report", "exporters/page"),
    "platformdirs": ("ledger.py",),
    "multiprocessing": ("building/crew.py",),
    "watchfiles": ("cli/watching.py",),
    "time": ("writing.py",),
}

MODULES = sorted(ROOT.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The full names of what a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are absolute"
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def part(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def layer(name: str) -> int:
    return next(number for number, row in enumerate(LAYERS) if name in row)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_its_own_part_or_layers_below(path: Path) -> None:
    if part(path) in ("__init__", "__main__"):
        return
    own = part(path)
    for name in imported(path):
        if name.startswith("citedeck."):
            other = name.split(".")[1]
            if other not in (own, "__version__"):
                assert layer(other) < layer(own), f"{own} must not import {other}"


def test_every_part_stands_in_the_table() -> None:
    parts = {part(path) for path in MODULES} - {"__init__", "__main__"}
    assert parts == {name for row in LAYERS for name in row}


@pytest.mark.parametrize("library", OWNERS)
def test_what_a_single_place_may_know(library: str) -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if any(name.split(".")[0].removesuffix("_core") == library for name in imported(path))
    }
    assert users, f"nothing uses {library}"
    assert all(user.startswith(OWNERS[library]) for user in users)


def test_nothing_imports_ankis_own_package() -> None:
    assert not [path for path in MODULES for name in imported(path) if name.split(".")[0] in ("anki", "aqt")]


def test_only_one_module_prints() -> None:
    calls = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("print", "click.echo", "click.secho", "sys.stdout.write")
    }
    assert calls
    assert calls == {"cli/terminal.py"}
