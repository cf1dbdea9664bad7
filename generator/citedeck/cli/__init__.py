"""The command: arguments in, exit code out. The only place that prints.

Heavy modules are imported by the command that needs them, when it runs, and the command's own when it is named: help
and completion are instant.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import IO, Any

import click

from citedeck import __version__
from citedeck.cli.options import workspace_option
from citedeck.cli.stopping import as_error, show_error
from citedeck.cli.terminal import echo
from citedeck.errors import CitedeckError

_COMMANDS = {
    "attest": "Vouch for a paraphrase.",
    "audit": "Verify a package that was built.",
    "build": "Verify decks, then write them for Anki, or as quizzes.",
    "check": "Verify every fact against the passage it cites.",
    "explain": "Explain the CODE of a problem; without one, list all codes.",
    "new": "Start a deck, or a whole workspace.",
    "plan": "Say what an import will do.",
    "quiz": "Ask the questions of a deck in the terminal.",
    "repair": "Propose what would mend quotes.",
    "report": "Verify decks, then write a page to look at: the articles, with every passage that facts rest on, and "
    "the facts, each as its cards and with its problems.",
    "schema": "Print the JSON Schema of deck files, for editors.",
}
"""Each command, a module of its name, and what the list of commands says of it: what the command says of itself."""

CANNOT_GO_ON = 2
INTERRUPTED = 130


class _Stop(click.ClickException):
    """A CitedeckError at the edge: its message, its hint, exit code 2."""

    exit_code = CANNOT_GO_ON

    def __init__(self, error: CitedeckError) -> None:
        super().__init__(error.message)
        self._error = error

    def show(self, file: IO[Any] | None = None) -> None:
        show_error(self._error, file)


class _Edge(click.Group):
    """The one place that catches what stops a run. `commands` are but names, with a line of help; `resolve_command`
    gives the one that is to be run.
    """

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        return name, loaded(name) if name and command else None, rest

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):  # “ and 北 where the terminal or pipe has no such letters
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click ends quietly when nobody reads on
        except (CitedeckError, OSError) as error:
            raise _Stop(as_error(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as bug:
            from traceback import format_exc

            echo(format_exc(), err=True)
            message = "This is a bug in citedeck: please report it with the lines above."
            raise _Stop(CitedeckError(f"{type(bug).__name__}: {bug}", message)) from bug
        except KeyboardInterrupt:
            echo("citedeck: interrupted; no file was left half written", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=_Edge, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="citedeck")
@workspace_option
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn facts that cite an article into Anki decks and quizzes in which every answer is proved.

    A workspace is a folder with decks/ (YAML files of facts) and source/ (the articles they cite). A fact is accepted
    only if its quote stands in the source and its answer stands in the quote; a deck is built only if all its facts
    are accepted.

    \b
    Begin:     citedeck new my-article     in an empty folder
    Verify:    citedeck check
    Build:     citedeck build              then import build/*.apkg into Anki
    Again:     citedeck plan               what the next import will change
    Look:      citedeck report             what the decks rest on, as a page
    Learn:     citedeck quiz               without Anki, in the terminal

    Exit codes: 0 done, 1 problems in the decks, 2 wrong usage or unable to go on.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False


for _name, _line in _COMMANDS.items():
    main.add_command(click.Command(_name, help=_line))


def loaded(name: str) -> click.Command:
    """The command of a name, from its module."""
    command: click.Command = getattr(import_module(f"citedeck.cli.{name}"), name)
    return command
