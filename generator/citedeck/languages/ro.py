"""Romanian."""

from citedeck.languages.bounds import Bounds, Endings
from citedeck.languages.language import Language

# The article and its cases, as foreign words and abbreviations have them.
_ARTICLES = "ul ului uri urile urilor a ei le lor ii i ilor ele elor"

ROMANIAN = Language(
    tag="ro",
    articles=("un", "o", "niște"),
    bounds=Bounds(
        endings=(Endings(joint="-", after_words=tuple(_ARTICLES.split())),),
        openings=("într", "dintr", "printr"),
    ),
)
