"""`citedeck audit`: verify a package that was built, with nothing but what lies in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from citedeck.cli.judging import progress
from citedeck.cli.options import base, strict_option, workspace, workspace_option
from citedeck.cli.terminal import echo, secho

if TYPE_CHECKING:
    from citedeck.audit import Audit


@click.command(short_help="Verify a package that was built.")
@click.argument("file", metavar="FILE.apkg", type=click.Path(path_type=Path))
@click.option("--json", "as_json_", is_flag=True, help="Print one JSON object instead of lines.")
@strict_option
@workspace_option
@click.pass_context
def audit(ctx: click.Context, file: Path, as_json_: bool, strict: bool) -> None:
    """Verify every note of an Anki package against source/, by what its cards show.

    The decks are not read. Problems are told as by check; the line is the number of the note in the package, the
    column that of its field. Exit code 1 if there are any. Notes of retired facts are audited too, and told last; notes
    that citedeck did not make are left alone.
    """
    from citedeck.cli.wording import show_problems

    found = _audited(file)
    verdicts = found.notes, found.retired
    failed = any(verdict.errors or (strict and verdict.warnings) for verdict in verdicts)
    if as_json_:
        echo(json.dumps(_as_json(found), indent=1))
    else:
        for verdict in verdicts:
            show_problems(verdict.problems)
        secho("; ".join(_summary(found)), fg="red" if failed else "green")
    ctx.exit(1 if failed else 0)


def _audited(file: Path) -> Audit:
    from citedeck.audit import audit as judge
    from citedeck.exporters.apkg.opening import open_package

    place, path = workspace(), base() / file
    package = open_package(path, place.shown(path))
    library, problems = place.library()
    with progress(len(package.notes)) as on_note:
        return judge(package, place.shown(path), library, problems, on_note)


def _summary(found: Audit) -> Iterator[str]:
    """How it went: the notes, those of retired facts, those left alone."""
    from citedeck.cli.wording import counted, summary_line

    yield summary_line(found.notes.summary, "note")
    if found.retired.findings:
        yield f"retired: {summary_line(found.retired.summary, 'note')}"
    if found.foreign:
        yield f"{counted(found.foreign, 'other note')} not audited"


def _as_json(found: Audit) -> dict[str, Any]:
    """As of check, for the notes of the deck; the same again for those of retired facts."""
    from citedeck.cli.wording import as_json

    return {**as_json(found.notes), "retired": as_json(found.retired), "foreign": found.foreign}
