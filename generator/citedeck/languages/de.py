"""German."""

from citedeck.languages.language import Language

GERMAN = Language(
    tag="de", articles=("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines")
)
