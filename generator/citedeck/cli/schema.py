"""`citedeck schema`: the JSON Schema of a deck file."""

from __future__ import annotations

import json

import click

from citedeck.cli.terminal import echo


@click.command()
def schema() -> None:
    """Print the JSON Schema of deck files, for editors.

    Save it as decks/deck.schema.json, and editors with a YAML language server complete and check decks whose first
    line is "# yaml-language-server: $schema=deck.schema.json".
    """
    from citedeck.kinds.table import json_schema

    echo(json.dumps(json_schema(), indent=2))
