"""Every code a problem can have: what it means, why it is one, what to do. One table for each subject."""

from citedeck.codes.answers import ANSWERS
from citedeck.codes.explanation import Explanation, Severity
from citedeck.codes.files import FILES
from citedeck.codes.identity import IDENTITY
from citedeck.codes.lints import LINTS
from citedeck.codes.quotes import QUOTES
from citedeck.codes.shape import SHAPE
from citedeck.codes.sources import SOURCES
from citedeck.codes.yaml import YAML

__all__ = ["CODES", "Explanation", "Severity"]

CODES: dict[str, Explanation] = {
    **QUOTES,
    **ANSWERS,
    **SOURCES,
    **FILES,
    **YAML,
    **SHAPE,
    **IDENTITY,
    **LINTS,
}
