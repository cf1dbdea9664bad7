"""`citedeck new`: a first deck, or a whole workspace."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from citedeck.cli.options import base, named_folder, workspace_option
from citedeck.errors import CitedeckError

_NAME = re.compile(r"[\w-][\w.-]*")


@click.command()
@click.argument("name")
@workspace_option
def new(name: str) -> None:
    """Start a deck called NAME; in an empty folder, a whole workspace with a small example.

    A deck for an article that is there already, source/NAME.txt, begins empty; else an example article comes with it.
    Nothing is ever overwritten.
    """
    from citedeck.workspace import DECKS, SOURCE, find, is_workspace
    from citedeck.writing import write_new

    if not _NAME.fullmatch(name) or name.casefold() == "collection" or name.casefold().startswith("backup-"):
        raise CitedeckError(f"“{name}” cannot be the name of a deck", "Use letters, digits, “-”, “_” and “.”.")
    root = base()
    if not is_workspace(root):
        try:
            root = root if named_folder() else find(root).root
        except CitedeckError:
            root = base()
    if not is_workspace(root) and any(not path.name.startswith(".") for path in root.iterdir()):
        hint = f"Make an empty folder for it, or make {DECKS}/ and {SOURCE}/ here."
        raise CitedeckError(f"{root.absolute()} is neither a workspace nor empty", hint)
    files = _files(name, root / DECKS, root / SOURCE)
    for path in files:
        if path.exists() and path.name == f"{name}.yaml":
            raise CitedeckError(f"the deck {path} is there already", "Choose another name; nothing was written.")
    for path, content in files.items():
        if not path.exists():
            write_new(path, content.encode("utf-8"))
            click.echo(f"wrote {path}")
    click.echo("Next: write facts, then run `citedeck check`.")


def _files(name: str, decks: Path, source: Path) -> dict[Path, str]:
    """What to write and where: the deck, its article if it has none, and the schema for editors."""
    from citedeck.kinds import json_schema
    from citedeck.pages import template

    title = name.replace("-", " ").replace("_", " ").capitalize()
    has_article = any(path.stem == name for path in source.glob("*.*"))
    deck = template("starter/empty.yaml" if has_article else "starter/deck.yaml")
    files = {decks / f"{name}.yaml": deck.replace("NAME", name).replace("TITLE", title)}
    if not has_article:
        files[source / f"{name}.txt"] = template("starter/article.txt")
        files[source / "references.yaml"] = template("starter/references.yaml").replace("NAME", name)
    files[decks / "deck.schema.json"] = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    return files
