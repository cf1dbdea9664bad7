"""Names of units and currencies in English."""

from citedeck.languages.words import units, words

_NAMES = """
m: metre, metres, meter, meters
µm: micron, microns
mi: mile, miles
yd: yard, yards
ft: foot, feet
inch: inch, inches
nmi: nautical mile, nautical miles
ly: light-year, light-years, light year, light years
pc: parsec, parsecs
fathom: fathom, fathoms
league: league, leagues
g: gram, grams, gramme, grammes
t: tonne, tonnes, metric ton, metric tons
ton: ton, tons
lb: pound, pounds
oz: ounce, ounces
carat: carat, carats
s: second, seconds
min: minute, minutes
h: hour, hours
day: day, days
week: week, weeks
fortnight: fortnight, fortnights
month: month, months
year: year, years
decade: decade, decades
century: century, centuries
millennium: millennium, millennia
ha: hectare, hectares
acre: acre, acres
l: litre, litres, liter, liters
gal: gallon, gallons
pt: pint, pints
qt: quart, quarts
bbl: barrel, barrels
W: watt, watts
hp: horsepower
J: joule, joules
Wh: watt-hour, watt-hours, watt hour, watt hours
cal: calorie, calories
eV: electronvolt, electronvolts
N: newton, newtons
Pa: pascal, pascals
bar: bar, bars
atm: atmosphere, atmospheres
V: volt, volts
Ω: ohm, ohms
Hz: hertz
bit: bit, bits
byte: byte, bytes
kB: kilobyte, kilobytes
MB: megabyte, megabytes
GB: gigabyte, gigabytes
TB: terabyte, terabytes
dB: decibel, decibels
Bq: becquerel, becquerels
Sv: sievert, sieverts
Gy: gray, grays
mol: mole, moles
kn: knot, knots
K: kelvin, kelvins
°: degree, degrees
°C: degree celsius, degrees celsius, degree centigrade, degrees centigrade, degree c, degrees c, celsius
°F: degree fahrenheit, degrees fahrenheit, degree f, degrees f, fahrenheit
%: percent, percents, per cent, per cents, percentage, percentages
pp: percentage point, percentage points, percent point, percent points
‰: permille
ppm: part per million, parts per million
ppb: part per billion, parts per billion
dollar: dollar, dollars
USD: us dollar, us dollars, u.s. dollar, u.s. dollars, american dollar, american dollars
CAD: canadian dollar, canadian dollars
AUD: australian dollar, australian dollars
NZD: new zealand dollar, new zealand dollars
HKD: hong kong dollar, hong kong dollars
SGD: singapore dollar, singapore dollars
MXN: mexican peso, mexican pesos
EUR: euro, euros
GBP: pound sterling, pounds sterling, british pound, british pounds
JPY: yen
CNY: yuan, renminbi
CHF: swiss franc, swiss francs
INR: indian rupee, indian rupees
RUB: ruble, rubles, rouble, roubles
KRW: won
TRY: turkish lira
ILS: shekel, shekels
VND: dong
UAH: hryvnia, hryvnias
ZAR: rand
HUF: forint, forints
PLN: zloty, zlotys
SEK: swedish krona, swedish kronor
NOK: norwegian krone, norwegian kroner
DKK: danish krone, danish kroner
krone: krona, kronor, krone, kroner
crown: crown, crowns
cent: cent, cents
penny: penny, pence
franc: franc, francs
peso: peso, pesos
rupee: rupee, rupees
lira: lira, liras
mark: mark, marks
a.m.: a.m., am
p.m.: p.m., pm
o'clock: o'clock
shilling: shilling, shillings
guilder: guilder, guilders
drachma: drachma, drachmas
"""
"""A unit by its symbol (`matching/measures.py`), and its names, a line each."""

_PREFIXES = {
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "hecto": "h",
    "deci": "d",
    "centi": "c",
    "milli": "m",
    "micro": "µ",
    "nano": "n",
    "pico": "p",
}
_PREFIXED = frozenset(words("m g s l W J Wh cal eV N Pa bar V Ω Hz bit Bq Sv Gy mol"))

UNITS: dict[str, str] = units(_NAMES, _PREFIXES, _PREFIXED)
"""Every name of a unit, in small letters, with the symbol it stands for."""
