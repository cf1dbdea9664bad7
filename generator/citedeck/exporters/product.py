"""What becomes of a deck in a format: a file, and what the format could not express."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citedeck.frozen import frozen

if TYPE_CHECKING:  # a package of Anki needs no quiz
    from citedeck.quiz import Instead


@frozen
class Product:
    """The content of a file, and what stands in it `instead` of what the format cannot express: nothing is dropped
    silently. `questions` is how many a quiz asks; `advice` is a sentence that whoever uses the file must know.
    """

    content: bytes
    instead: tuple[Instead, ...] = ()
    questions: int = 0
    advice: str = ""
