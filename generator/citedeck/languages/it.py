"""Italian."""

from citedeck.languages.language import Language

ITALIAN = Language(tag="it", articles=("il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "l'", "un'"))
