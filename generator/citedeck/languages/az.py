"""Azerbaijani."""

from citedeck.languages.bounds import Bounds, Endings
from citedeck.languages.language import Language

_CASES = "a ə ya yə ı i u ü nı ni nu nü yı yi yu yü ın in un ün nın nin nun nün da də dan dən la lə dır dir dur dür"

AZERBAIJANI = Language(
    tag="az",
    bounds=Bounds(
        endings=tuple(
            Endings(joint=joint, after_words=tuple(_CASES.split()), after_numbers=tuple(_CASES.split()))
            for joint in ("'", "-")
        )
    ),
)
