"""Hungarian."""

from citedeck.languages.bounds import Bounds, Endings
from citedeck.languages.language import Language

# “With” takes on the last consonant; plurals and adjectives are not for numbers: az 1990-es évek.
_CASES = """
    t at et ot öt ban ben ba be ból ből on en ön n ra re ról ről nál nél hoz hez höz tól től nak nek val vel
    ig ként ért kor ától étől án én jén ján jától jétől jában jében jában ja je jának jének
"""
_WITH = "bal bel cal cel dal del gal gel kal kel lal lel mal mel nal nel pal pel ral rel sal sel tal tel szal szel"
_OTHERS = "k ak ek ok ök i s as es os ös é beli"

HUNGARIAN = Language(
    tag="hu",
    articles=("a", "az", "egy"),
    bounds=Bounds(
        endings=(
            Endings(
                joint="-",
                after_words=tuple(f"{_CASES} {_WITH} {_OTHERS}".split()),
                after_numbers=tuple(f"{_CASES} {_WITH}".split()),
            ),
        ),
    ),
)
