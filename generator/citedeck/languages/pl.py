"""Polish."""

from citedeck.languages.bounds import Bounds, Endings
from citedeck.languages.language import Language

_AFTER_NAMES = "a owi em u ie y ego emu go mu m im ów om ami ach"
_AFTER_ABBREVIATIONS = "u owi em ie y i ów om ach ami a ę ą"

POLISH = Language(
    tag="pl",
    bounds=Bounds(
        endings=(
            Endings(joint="'", after_words=tuple(_AFTER_NAMES.split())),
            Endings(joint="-", after_words=tuple(_AFTER_ABBREVIATIONS.split())),
        ),
    ),
)
