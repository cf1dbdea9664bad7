"""Portuguese."""

from citedeck.languages.language import Language

PORTUGUESE = Language(tag="pt", articles=("o", "a", "os", "as", "um", "uma", "uns", "umas"))
