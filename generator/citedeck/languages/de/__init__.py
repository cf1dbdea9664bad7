"""German."""

from citedeck.languages.de.questions import ARTICLES, LINTS, STOP_WORDS
from citedeck.languages.language import Language

GERMAN = Language(tag="de", articles=tuple(sorted(ARTICLES)), stop_words=STOP_WORDS, lints=LINTS)
