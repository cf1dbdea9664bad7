"""Dutch."""

from citedeck.languages.language import Language

DUTCH = Language(tag="nl", articles=("de", "het", "een"))
