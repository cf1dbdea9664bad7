"""Catalan."""

from citedeck.languages.language import Language

CATALAN = Language(tag="ca", articles=("el", "la", "els", "les", "un", "una", "uns", "unes", "l'"))
