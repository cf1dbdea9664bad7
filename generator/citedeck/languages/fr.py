"""French."""

from citedeck.languages.language import Language

FRENCH = Language(tag="fr", articles=("le", "la", "les", "un", "une", "des", "l'"))
