"""What stops a run: the one exception of citedeck, caught once at the edge."""

from __future__ import annotations


class CitedeckError(Exception):
    """Something outside the decks keeps us from going on: the command ends with exit code 2.

    What is wrong *in* a deck is never raised; it is a `model.Problem`, collected and shown with all the others.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[CitedeckError], tuple[str, str]]:
        """How it comes from one process to another."""
        return CitedeckError, (self.message, self.hint)
