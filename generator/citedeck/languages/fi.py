"""Finnish."""

from citedeck.languages.bounds import Bounds, Endings
from citedeck.languages.language import Language

_CASES = """
    n ta tä a ä ssa ssä sta stä lla llä lta ltä lle na nä ksi tta ttä an än en in on un yn ön hin han hen
    seen iin aan ään een oon uun nsa nsä kin kaan kään
"""
_PLURAL = "t ien iden ja jä issa issä ista istä illa illä ilta iltä ille ina inä iksi itta ittä ihin"

# After a foreign name whose last letter is silent: Bordeaux'ssa.
_AFTER_SILENCE = ("n", "ta", "tä", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle")

FINNISH = Language(
    tag="fi",
    bounds=Bounds(
        endings=(
            Endings(joint=":", after_words=(*_CASES.split(), *_PLURAL.split()), after_numbers=tuple(_CASES.split())),
            Endings(joint="'", after_words=_AFTER_SILENCE),
        ),
    ),
)
