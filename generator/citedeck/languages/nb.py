"""Norwegian, by either of its tags."""

from dataclasses import replace

from citedeck.languages.bounds import Bounds, Endings
from citedeck.languages.language import Language

_ENDINGS = ("s", "en", "a", "et", "er", "ene", "ens", "ets", "enes")

NORWEGIAN = Language(
    tag="no",
    articles=("en", "ei", "et", "den", "det", "de"),
    bounds=Bounds(endings=tuple(Endings(joint=joint, after_words=_ENDINGS) for joint in ("-", "'"))),
)
BOKMAL = replace(NORWEGIAN, tag="nb")
