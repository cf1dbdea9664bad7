"""English."""

from citedeck.languages.en.denials import GUARDS
from citedeck.languages.en.numbers import VALUES
from citedeck.languages.en.questions import LINTS, STOP_WORDS
from citedeck.languages.language import Language

ENGLISH = Language(
    tag="en", articles=("a", "an", "the"), stop_words=STOP_WORDS, values=VALUES, guards=GUARDS, lints=LINTS
)
