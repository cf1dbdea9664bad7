"""`citedeck new`: a first deck, or a whole workspace."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from citedeck.cli.options import base, named_folder, workspace_option
from citedeck.cli.terminal import echo
from citedeck.errors import CitedeckError

_NAME = re.compile(r"[^\W_][\w.-]{0,99}")


@click.command(short_help="Start a deck, or a whole workspace.")
@click.argument("name")
@workspace_option
def new(name: str) -> None:
    """Start a deck called NAME; in an empty folder, a whole workspace with a small example.

    A deck for an article that is there already, source/NAME.txt, begins empty; else an example article comes with it.
    Nothing is ever overwritten.
    """
    from citedeck.kinds.texts import is_reserved
    from citedeck.roots import DECKS, SOURCE
    from citedeck.writing import write_new

    if is_reserved(name) and name[:1].isalnum():
        hint = "Anki or Windows has another use for a file of that name; choose another."
        raise CitedeckError(f"the name “{name[:80]}” is reserved", hint)
    if not _NAME.fullmatch(name) or is_reserved(name):
        raise CitedeckError(f"“{name[:80]}” cannot be the name of a deck", "Use letters, digits, “-”, “_” and “.”.")
    root = _root()
    decks, source = root / DECKS, root / SOURCE
    there = next((path for path in decks.glob("*.y*ml") if path.stem.casefold() == name.casefold()), None)
    if there:
        raise CitedeckError(f"the deck {there} is there already", "Choose another name; nothing was written.")
    for path, content in _files(name, decks, source).items():
        if not path.exists():
            write_new(path, content.encode("utf-8"))
            echo(f"wrote {path}")
    echo("Next: write facts, then run `citedeck check`.")


def _root() -> Path:
    """Where to write: the workspace, or an empty folder that is to become one."""
    from citedeck.roots import DECKS, SOURCE, is_root, root_around

    root = base()
    empty = all(path.name.startswith(".") for path in root.iterdir())
    if empty or is_root(root):
        return root
    found = None if named_folder() else root_around(root)
    if found:
        return found
    hint = f"Make an empty folder for it, or make {DECKS}/ and {SOURCE}/ here."
    raise CitedeckError(f"{root.absolute()} is neither a workspace nor empty", hint)


def _files(name: str, decks: Path, source: Path) -> dict[Path, str]:
    """What to write and where: the deck, its article if it has none, and the schema for editors."""
    from citedeck.kinds.table import json_schema
    from citedeck.pages import template

    title = name.replace("-", " ").replace("_", " ").capitalize()
    has_article = any(path.stem == name for path in source.glob("*.*"))
    filled = {"NAME": name, "TITLE": title}

    def starter(page: str) -> str:
        return re.sub("NAME|TITLE", lambda word: filled[word[0]], template(f"starter/{page}"))

    files = {decks / f"{name}.yaml": starter("empty.yaml" if has_article else "deck.yaml")}
    if not has_article:
        files[source / f"{name}.txt"] = starter("article.txt")
        files[source / "references.yaml"] = starter("references.yaml")
    files[decks / "deck.schema.json"] = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    return files
