"""Names of units and currencies in German."""

from citedeck.languages.words import units, words

_NAMES = """
m: meter, metern, metre
mi: meile, meilen
nmi: seemeile, seemeilen
ly: lichtjahr, lichtjahre, lichtjahren
g: gramm
t: tonne, tonnen
s: sekunde, sekunden
min: minute, minuten
h: stunde, stunden
day: tag, tage, tagen
week: woche, wochen
month: monat, monate, monaten
year: jahr, jahre, jahren
decade: jahrzehnt, jahrzehnte, jahrzehnten
century: jahrhunderte, jahrhunderten
ha: hektar
km²: quadratkilometer, quadratkilometern
m²: quadratmeter, quadratmetern
m³: kubikmeter, kubikmetern
l: liter, litern
km/h: stundenkilometer, stundenkilometern
W: watt
J: joule
Wh: wattstunde, wattstunden
cal: kalorie, kalorien
Hz: hertz
V: volt
Pa: pascal
bar: bar
°: grad
°C: grad celsius
°F: grad fahrenheit
%: prozent
pp: prozentpunkt, prozentpunkte, prozentpunkten
‰: promille
EUR: euro, euros
dollar: dollar, dollars
USD: us-dollar
GBP: pfund sterling
CHF: schweizer franken
franc: franken
crown: krone, kronen
cent: cent
mark: mark
RUB: rubel
JPY: yen
o'clock: uhr
"""
"""A unit by its symbol (`matching/measures.py`), and its names, a line each."""

_PREFIXES = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T", "zenti": "c", "milli": "m", "mikro": "µ", "nano": "n"}
_PREFIXED = frozenset(words("m g l W J Wh cal Hz V Pa bar"))

UNITS: dict[str, str] = units(_NAMES, _PREFIXES, _PREFIXED)
"""Every name of a unit, in small letters, with the symbol it stands for."""
