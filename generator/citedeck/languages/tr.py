"""Turkish."""

from citedeck.languages.bounds import Bounds, Endings
from citedeck.languages.language import Language

# Case and possession, as vowel harmony and the sound before ask for; then the copula and what else follows a name.
_CASES = """
    a e ya ye na ne ı i u ü yı yi yu yü nı ni nu nü da de ta te nda nde dan den tan ten ndan nden
    ın in un ün nın nin nun nün la le yla yle ca ce ça çe nca nce
"""
_POSSESSED = """
    sı si su sü sına sine suna süne sını sini sunu sünü sında sinde sunda sünde sından sinden sundan sünden
    sının sinin sunun sünün sıyla siyle suyla süyle ına ine una üne ını ini unu ünü ında inde unda ünde
    ından inden undan ünden ının inin unun ünün ıyla iyle uyla üyle
"""
_OTHERS = """
    ki daki deki taki teki ndaki ndeki dır dir dur dür tır tir tur tür ydı ydi ydu ydü yken yse yle dı di du dü
    tı ti tu tü
"""
_PLURAL = """
    lar ler ları leri lara lere larda lerde lardan lerden ların lerin larla lerle larını lerini larının lerinin
    larına lerine larında lerinde larından lerinden
"""
_DERIVED = "lı li lu lü lık lik luk lük lılar liler lular lüler cı ci cu cü çı çi çu çü"

_AFTER_NUMBERS = tuple(f"{_CASES}{_POSSESSED}{_OTHERS}".split())

TURKISH = Language(
    tag="tr",
    bounds=Bounds(
        endings=(
            Endings(
                joint="'",
                after_words=(*_AFTER_NUMBERS, *_PLURAL.split(), *_DERIVED.split()),
                after_numbers=_AFTER_NUMBERS,
            ),
        ),
    ),
)
