"""Every code a problem can have: what it means, why it is one, what to do. One table for each subject."""

from citedeck.codes.answers import ANSWERS
from citedeck.codes.explanation import Explanation, Severity
from citedeck.codes.files import FILES
from citedeck.codes.history import HISTORY
from citedeck.codes.identity import IDENTITY
from citedeck.codes.images import IMAGES
from citedeck.codes.lints import LINTS
from citedeck.codes.packages import PACKAGES
from citedeck.codes.quotes import QUOTES
from citedeck.codes.shape import SHAPE
from citedeck.codes.sources import SOURCES
from citedeck.codes.yaml import YAML

__all__ = ["CODES", "NEVER_IGNORED", "TABLES", "Explanation", "Severity"]

TABLES: tuple[dict[str, Explanation], ...] = (
    QUOTES,
    ANSWERS,
    SOURCES,
    FILES,
    IMAGES,
    YAML,
    SHAPE,
    IDENTITY,
    HISTORY,
    LINTS,
    PACKAGES,
)
"""The tables, in the order in which a deck is judged."""

CODES: dict[str, Explanation] = {code: explanation for table in TABLES for code, explanation in table.items()}
"""Every code."""

NEVER_IGNORED = frozenset({"attested"})
"""Warnings that no fact can `ignore`: what is not proved is said to be so."""
