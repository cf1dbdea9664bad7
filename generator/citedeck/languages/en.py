"""English."""

from citedeck.languages.language import Language

ENGLISH = Language(tag="en", articles=("a", "an", "the"))
