"""Pictures: as an author names them, and as they are shipped."""

from __future__ import annotations

from pathlib import Path

from citedeck.frozen import frozen
from citedeck.model.places import Text


@frozen
class Image:
    """A picture as a fact names it: a file, from the folder of its deck, and what it shows."""

    file: Text
    alt: Text


@frozen
class Picture:
    """A picture that was found and is one: the name it is shipped under, made of its content; where it lies; and what
    it shows. Its bytes are left there until a package is written.
    """

    name: str
    path: Path
    alt: str
