"""Swedish."""

from citedeck.languages.bounds import Bounds, Endings
from citedeck.languages.language import Language

_ENDINGS = "s n en et t ns ens ets ar er or arna erna orna arnas ernas"

SWEDISH = Language(
    tag="sv",
    articles=("en", "ett", "den", "det", "de"),
    bounds=Bounds(
        endings=(
            Endings(
                joint=":",
                after_words=tuple(_ENDINGS.split()),
                after_numbers=("s",),
            ),
        ),
    ),
)
