"""What stops a run, as a terminal shows it."""

from __future__ import annotations

from typing import IO, Any

from citedeck.cli.terminal import echo, secho
from citedeck.errors import CitedeckError


def as_error(error: CitedeckError | OSError) -> CitedeckError:
    """What stops a run: what citedeck says of it, else what the system does."""
    if isinstance(error, CitedeckError):
        return error
    name = f"{error.filename}: " if error.filename else ""
    return CitedeckError(f"{name}{(error.strerror or str(error)).lower()}")


def show_error(error: CitedeckError, file: IO[Any] | None = None) -> None:
    """Print what stopped a run, and what to do."""
    secho(f"citedeck: {error.message}", file=file, err=True, fg="red")
    if error.hint:
        echo(f"  {error.hint}", file=file, err=True)
