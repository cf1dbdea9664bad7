"""The languages citedeck knows words of: the table of them. Any other language works too, with what needs no words."""

from functools import lru_cache

from citedeck.languages.ar import ARABIC
from citedeck.languages.az import AZERBAIJANI
from citedeck.languages.bounds import Bounds
from citedeck.languages.ca import CATALAN
from citedeck.languages.da import DANISH
from citedeck.languages.de import GERMAN
from citedeck.languages.el import GREEK
from citedeck.languages.en import ENGLISH
from citedeck.languages.es import SPANISH
from citedeck.languages.fi import FINNISH
from citedeck.languages.fr import FRENCH
from citedeck.languages.guards import Guards
from citedeck.languages.he import HEBREW
from citedeck.languages.hu import HUNGARIAN
from citedeck.languages.it import ITALIAN
from citedeck.languages.ko import KOREAN
from citedeck.languages.language import Language
from citedeck.languages.lints import Lints
from citedeck.languages.nb import BOKMAL, NORWEGIAN
from citedeck.languages.nl import DUTCH
from citedeck.languages.pl import POLISH
from citedeck.languages.pt import PORTUGUESE
from citedeck.languages.ro import ROMANIAN
from citedeck.languages.sv import SWEDISH
from citedeck.languages.tr import TURKISH
from citedeck.languages.values import Values
from citedeck.languages.words import words

__all__ = ["LANGUAGES", "Bounds", "Guards", "Language", "Lints", "Values", "language"]

LANGUAGES: dict[str, Language] = {
    known.tag: known
    for known in (
        ARABIC,
        AZERBAIJANI,
        BOKMAL,
        CATALAN,
        DANISH,
        DUTCH,
        ENGLISH,
        FINNISH,
        FRENCH,
        GERMAN,
        GREEK,
        HEBREW,
        HUNGARIAN,
        ITALIAN,
        KOREAN,
        NORWEGIAN,
        POLISH,
        PORTUGUESE,
        ROMANIAN,
        SPANISH,
        SWEDISH,
        TURKISH,
    )
}
"""Every language by its BCP 47 primary subtag."""


_OF_THREE_LETTERS = dict(
    pair.split(":")
    for pair in words(
        """ara:ar aze:az cat:ca dan:da deu:de dut:nl ell:el eng:en fin:fi fra:fr fre:fr ger:de gre:el heb:he hun:hu
        ita:it kor:ko nld:nl nob:nb nor:no pol:pl por:pt ron:ro rum:ro spa:es swe:sv tur:tr"""
    )
)
"""The codes of ISO 639-2 that libraries give, where BCP 47 has one of two letters."""


@lru_cache(maxsize=64)
def language(tag: str) -> Language:
    """What is known of the language of a BCP 47 tag; for one that is not in the table, nothing but its name."""
    primary = tag.split("-", maxsplit=1)[0].casefold()
    primary = _OF_THREE_LETTERS.get(primary, primary)
    return LANGUAGES.get(primary) or Language(tag=primary)
