"""Units and currencies: the symbols they are known by, what each measures, and which of them means which.

Symbols keep their case: mW is not MW. Names of units are data of the languages; they lead to these symbols.
"""

from __future__ import annotations

_DIMENSIONS: dict[str, str] = {
    "length": "m km hm dm cm mm µm nm pm mi yd ft inch nmi ly pc kpc Mpc AU fathom furlong league",
    "mass": "kg g mg µg ng t kt Mt lb oz stone ton cwt carat",
    "time": "s ms µs ns min h day week fortnight month year decade century millennium",
    "area": "m² km² cm² mm² ha acre mi² ft² yd² inch²",
    "volume": "l ml µl cl dl hl m³ cm³ mm³ km³ mi³ ft³ yd³ inch³ gal pt qt bbl bushel",
    "speed": "m/s km/h km/s mph kn ft/s mi/s",
    "temperature": "°C °F K",
    "angle": "°",
    "power": "W mW kW MW GW TW hp",
    "energy": "J kJ MJ GJ Wh kWh MWh GWh TWh cal kcal eV keV MeV GeV TeV BTU",
    "force": "N kN MN lbf",
    "pressure": "Pa hPa kPa MPa GPa bar mbar atm psi mmHg",
    "electricity": "V mV kV MV mA Ω kΩ MΩ Ah mAh",
    "frequency": "Hz kHz MHz GHz THz rpm bpm",
    "data": "bit kbit Mbit Gbit Tbit byte kB MB GB TB PB KiB MiB GiB TiB",
    "data rate": "bit/s kbit/s Mbit/s Gbit/s kB/s MB/s GB/s",
    "sound": "dB",
    "radiation": "Bq kBq MBq GBq TBq Sv mSv µSv Gy mGy Ci",
    "amount": "mol mmol µmol",
    "percent": "% ‰ ppm ppb",
    "percentage points": "pp",
    "money": "dollar USD CAD AUD NZD HKD SGD MXN GBP EUR JPY CNY CHF INR RUB KRW TRY ILS VND BRL SEK NOK DKK PLN "
    "CZK HUF ZAR NGN UAH crown cent penny krone franc peso rupee mark lira shilling guilder drachma",
}

DIMENSION: dict[str, str] = {unit: dimension for dimension, units in _DIMENSIONS.items() for unit in units.split(" ")}
"""What each unit measures; a compound such as kg/m³ measures itself."""

_ALIASES: dict[str, str] = {
    "µm": "um",
    "µg": "ug mcg",
    "l": "L",
    "ml": "mL",
    "cl": "cL",
    "dl": "dL",
    "µl": "µL uL",
    "h": "hr hrs",
    "s": "sec secs",
    "min": "mins",
    "year": "yr yrs",
    "lb": "lbs",
    "mph": "mi/h",
    "km/h": "kph kmh kmph km/hr",
    "kn": "kts",
    "m²": "m2 m^2 sqm",
    "km²": "km2 km^2",
    "cm²": "cm2 cm^2",
    "mi²": "mi2",
    "ft²": "ft2",
    "m³": "m3 m^3",
    "cm³": "cm3 cc",
    "km³": "km3",
    "ft³": "ft3",
    "bit/s": "bps",
    "kbit/s": "kbps kb/s",
    "Mbit/s": "Mbps Mb/s",
    "Gbit/s": "Gbps Gb/s",
    "kB": "KB",
    "°C": "℃",
    "°F": "℉",
    "Ω": "\u2126",
    "%": "pct",
}

# Names that languages lead to, and symbols that are too often something else: no figure makes a unit of them.
_NO_SYMBOLS = {"inch", "day", "week", "fortnight", "month", "year", "decade", "century", "millennium", "league", "ton"}
_NO_SYMBOLS |= {"carat", "stone", "acre", "fathom", "furlong", "bushel", "byte", "dollar", "cent", "penny", "krone"}
_NO_SYMBOLS |= {
    "crown",
    "franc",
    "peso",
    "rupee",
    "mark",
    "lira",
    "shilling",
    "guilder",
    "drachma",
    "pm",
    "pt",
    "kt",
    "TRY",
}

_SYMBOLS: dict[str, str] = {
    **{unit: unit for unit in DIMENSION if unit not in _NO_SYMBOLS},
    **{alias: unit for unit, aliases in _ALIASES.items() for alias in aliases.split(" ") if alias not in _NO_SYMBOLS},
}

SYMBOLS: dict[str, str] = {**_SYMBOLS, **{symbol.replace("µ", "μ"): unit for symbol, unit in _SYMBOLS.items()}}
"""Every symbol a figure may be followed by, with the unit it stands for; micro is one letter or the other."""

CURRENCY_SIGNS: dict[str, frozenset[str]] = {
    "US$": frozenset({"USD"}),
    "U.S.$": frozenset({"USD"}),
    "CA$": frozenset({"CAD"}),
    "C$": frozenset({"CAD"}),
    "AU$": frozenset({"AUD"}),
    "A$": frozenset({"AUD"}),
    "NZ$": frozenset({"NZD"}),
    "HK$": frozenset({"HKD"}),
    "S$": frozenset({"SGD"}),
    "R$": frozenset({"BRL"}),
    "$": frozenset({"dollar"}),
    "£": frozenset({"GBP"}),
    "€": frozenset({"EUR"}),
    "¥": frozenset({"JPY", "CNY"}),
    "₹": frozenset({"INR"}),
    "₽": frozenset({"RUB"}),
    "₩": frozenset({"KRW"}),
    "₺": frozenset({"TRY"}),
    "₪": frozenset({"ILS"}),
    "₫": frozenset({"VND"}),
    "₴": frozenset({"UAH"}),
    **{
        code: frozenset({code})
        for code in DIMENSION
        if len(code) == 3 and code.isupper() and DIMENSION[code] == "money"
    },
}
"""Signs and codes that stand before an amount, with what they may mean."""

GENERIC: dict[str, frozenset[str]] = {
    "dollar": frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD"}),
    "krone": frozenset({"SEK", "NOK", "DKK"}),
    "crown": frozenset({"SEK", "NOK", "DKK", "CZK", "krone"}),
    "franc": frozenset({"CHF"}),
    "peso": frozenset({"MXN"}),
    "rupee": frozenset({"INR"}),
    "lira": frozenset({"TRY"}),
}
"""Units that are true of several others: a US dollar is a dollar, though not the other way round."""

COMPOSED = frozenset({"ft", "yd", "lb", "stone", "h", "min", "°"})
"""Units that a smaller one may follow as a part of the same value: 5 ft 11 in."""

Meanings = frozenset[str]
"""What a unit as written may mean; empty where none is written."""


def agrees(said: Meanings, there: Meanings) -> bool:
    """Whether the unit of an answer is true of that in its passage, whatever that means: £ may be no “pound”."""
    covered = said.union(*(GENERIC.get(unit, frozenset()) for unit in said))
    return bool(there) and there <= covered


def named(units: Meanings, there: Meanings) -> bool:
    """Whether a text names a unit that a passage may mean, or all the parts of a compound: miles a day."""
    return any(unit in units or set(unit.split("/")) <= units or agrees(units, frozenset({unit})) for unit in there)


def dimension(meanings: Meanings) -> Meanings:
    """What a unit may measure."""
    return frozenset(DIMENSION.get(unit, unit) for unit in meanings)
