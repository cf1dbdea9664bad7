"""Printing: the only module that does, so that nothing in a deck or an article is a command to a terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, NamedTuple

import click

# All but tab and line end, and what click makes of the styles used here: bold, dim, five colours, and their end.
_COMMAND = re.compile(r"(\x1b\[(?:[0-2]|3[1-5])m)|[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PICTURES, _DELETE, _UNKNOWN = 0x2400, "\u2421", "\ufffd"


def plain(text: str) -> str:
    """A text in which every control character is shown as a picture: ␛ is none that a terminal obeys."""
    return _COMMAND.sub(lambda found: found[1] or _picture(found[0]), text)


def _picture(character: str) -> str:
    code = ord(character)
    return chr(_PICTURES + code) if code < ord(" ") else _DELETE if code == 0x7F else _UNKNOWN


def ask(prompt: str) -> str | None:
    """Print a prompt and wait for a line; None if there is none any more. A line that nobody typed is printed too."""
    click.echo(plain(prompt), nl=False)
    line = sys.stdin.readline() if sys.stdin else ""  # None where it was closed
    if not (sys.stdin and sys.stdin.isatty()):
        click.echo(plain(line.rstrip("\r\n")))
    return line.rstrip("\r\n") if line else None


class _Listener(NamedTuple):
    """Who hears what is printed: each text with whether it goes to stderr. `alone`, nobody else does."""

    heard: list[tuple[str, bool]]
    alone: bool


_listeners: list[_Listener] = []


@contextmanager
def listening(alone: bool = False) -> Iterator[list[tuple[str, bool]]]:
    """All that is printed meanwhile, or would be if one did not listen `alone`."""
    listener = _Listener([], alone)
    _listeners.append(listener)
    try:
        yield listener.heard
    finally:
        _listeners.remove(listener)


def echo(text: str, *, file: IO[Any] | None = None, err: bool = False) -> None:
    """Print a text on a line."""
    for listener in _listeners:
        listener.heard.append((text, err))
        if listener.alone:
            return
    click.echo(plain(text), file=file, err=err)


def secho(text: str, *, fg: str | None = None, bold: bool | None = None, err: bool = False, **where: Any) -> None:
    """Print a text on a line, in one style."""
    echo(click.style(text, fg=fg, bold=bold), err=err, **where)
