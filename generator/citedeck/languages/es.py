"""Spanish."""

from citedeck.languages.language import Language

SPANISH = Language(tag="es", articles=("el", "la", "los", "las", "un", "una", "unos", "unas"))
