"""German."""

from citedeck.languages.de.denials import GUARDS
from citedeck.languages.de.numbers import VALUES
from citedeck.languages.de.questions import ARTICLES, LINTS, STOP_WORDS
from citedeck.languages.language import Language

GERMAN = Language(
    tag="de", articles=tuple(sorted(ARTICLES)), stop_words=STOP_WORDS, values=VALUES, guards=GUARDS, lints=LINTS
)
