"""Danish."""

from citedeck.languages.bounds import Bounds, Endings
from citedeck.languages.language import Language

_ENDINGS = ("s", "en", "et", "er", "erne", "ens", "ets", "ernes", "e")

DANISH = Language(
    tag="da",
    articles=("en", "et", "den", "det", "de"),
    bounds=Bounds(endings=tuple(Endings(joint=joint, after_words=_ENDINGS) for joint in ("'", "-"))),
)
