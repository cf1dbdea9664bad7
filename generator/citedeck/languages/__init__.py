"""The languages citedeck knows words of: the table of them. Any other language works too, with what needs no words."""

from citedeck.languages.de import GERMAN
from citedeck.languages.en import ENGLISH
from citedeck.languages.language import Bounds, Guards, Language, Lints, Values

__all__ = ["LANGUAGES", "Bounds", "Guards", "Language", "Lints", "Values", "language"]

LANGUAGES: dict[str, Language] = {known.tag: known for known in (ENGLISH, GERMAN)}
"""Every language by its BCP 47 primary subtag."""


def language(tag: str) -> Language:
    """What is known of the language of a BCP 47 tag; for one that is not in the table, nothing but its name."""
    primary = tag.split("-", maxsplit=1)[0].casefold()
    return LANGUAGES.get(primary) or Language(tag=primary)
