"""Options that several commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pathlib import Path

    from citedeck.workspace import Workspace

_COMMAND = TypeVar("_COMMAND", bound=Callable[..., Any])
_FOLDER = "citedeck.folder"


def _remember(ctx: click.Context, _: click.Parameter, folder: str | None) -> None:
    if folder is not None:
        ctx.meta[_FOLDER] = folder


def workspace_option(command: _COMMAND) -> _COMMAND:
    """`-C DIR`, before or after the command's name, as git and make have it."""
    return click.option(
        "-C",
        "folder",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False),
        expose_value=False,
        callback=_remember,
        help="Use the workspace in DIR; else it is found from the current folder upward.",
    )(command)


def decks_argument(command: _COMMAND) -> _COMMAND:
    """`[DECK]...`: ids or paths."""
    return click.argument("decks", nargs=-1, metavar="[DECK]...")(command)


def strict_option(command: _COMMAND) -> _COMMAND:
    """`--strict`."""
    return click.option("--strict", is_flag=True, help="Treat warnings as errors.")(command)


def watch_option(command: _COMMAND) -> _COMMAND:
    """`--watch`."""
    return click.option(
        "--watch", "watched", is_flag=True, help="Go on: do it again whenever a deck, an article or a picture is saved."
    )(command)


def strangers(home: Workspace, decks: Sequence[str]) -> list[Path]:
    """The decks named by their paths that stand outside of the workspace's own folder of decks."""
    paths = ((base() / name).absolute() for name in decks)
    return [path for path in paths if path.is_file() and not path.is_relative_to(home.root / "decks")]


def named_folder() -> Path | None:
    """The folder given as -C, if one was."""
    from pathlib import Path

    folder = click.get_current_context().meta.get(_FOLDER)
    return None if folder is None else Path(folder)


def base() -> Path:
    """The folder that relative paths on the command line start from."""
    from pathlib import Path

    return named_folder() or Path.cwd()


def root() -> Path:
    """The root of the workspace this run is about."""
    from pathlib import Path

    from citedeck.roots import find_root, root_at

    folder = named_folder()
    return root_at(folder) if folder else find_root(Path.cwd())


def workspace() -> Workspace:
    """The workspace this run is about."""
    from citedeck.workspace import Workspace

    return Workspace(root())
