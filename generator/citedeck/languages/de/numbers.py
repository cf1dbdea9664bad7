"""How numbers, units and dates are said in German."""

from itertools import product

from citedeck.languages.de.units import UNITS
from citedeck.languages.values import Values
from citedeck.languages.words import words

_ONES = words("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
_TEENS = words("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
_TENS = words("zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig")
_JOINED = ("", "ein", *_ONES[2:])
_BELOW_HUNDRED = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS))},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{
        f"{ones}und{tens}": 10 * ten + one
        for (ten, tens), (one, ones) in product(enumerate(_TENS, 2), enumerate(_JOINED[:10]))
        if one
    },
}
_BY_NAME = {"ein": 1, **{word: number for word, number in _BELOW_HUNDRED.items() if number > 1}}
_NUMERALS = {
    **_BELOW_HUNDRED,
    "dreißig": 30,
    "hundert": 100,
    "tausend": 1000,
    **{f"{word}hundert": 100 * number for word, number in _BY_NAME.items() if number < 20},
    **{f"{word}tausend": 1000 * number for word, number in _BY_NAME.items()},
}

_ORDINAL_STEMS = {
    **{
        stem: number
        for number, stem in enumerate(words("erst zweit dritt viert fünft sechst siebt acht neunt zehnt"), 1)
    },
    **{f"{word}t": number for word, number in _BELOW_HUNDRED.items() if 10 < number < 20},
    **{f"{word}st": number for word, number in _BELOW_HUNDRED.items() if number >= 20},
}

_MONTHS = words("januar februar märz april mai juni juli august september oktober november dezember")
_WEEKDAYS = words("montag dienstag mittwoch donnerstag freitag samstag sonntag")

VALUES = Values(
    decimal=",",
    groups=". ",
    minus=("minus",),
    numerals=_NUMERALS,
    hundred=(),
    scales={
        "dutzend": 12,
        "tsd.": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio.": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd.": 10**9,
        "mrd": 10**9,
        "billion": 10**12,
        "billionen": 10**12,
        "billiarde": 10**15,
        "billiarden": 10**15,
    },
    one=("ein", "eine", "einen", "einer"),
    joiners=("und",),
    point=("komma",),
    fractions={
        "halb": 2,
        "halbe": 2,
        "halber": 2,
        "halbes": 2,
        "hälfte": 2,
        **{f"{stem}el": number for stem, number in _ORDINAL_STEMS.items() if 2 < number < 11},
    },
    ordinals={
        f"{stem}{ending}": number for stem, number in _ORDINAL_STEMS.items() for ending in ("e", "er", "es", "en", "em")
    },
    pronouns=(r"eins von\b", r"ein(?:er|e|es|en|em) (?:von|der|des)\b"),
    labels=words("nr nummer kapitel artikel paragraf seite band tabelle abbildung teil klasse stufe typ version linie"),
    multiples=words("einmal zweimal dreimal doppelt paar dutzende beide mehrere"),
    vague=("mehrere", "einige", "viele", "hundert(?:e|er)? von", "zehn"),
    no_nouns=words("fach mal"),
    ranges=("bis", "oder", "und"),
    units=UNITS,
    per=("pro", "je"),
    months={
        **{month: number for number, month in enumerate(_MONTHS, 1)},
        **{month[:3]: number for number, month in enumerate(_MONTHS, 1)},
        "jänner": 1,
        "sept": 9,
    },
    weekdays={**{day: number for number, day in enumerate(_WEEKDAYS, 1)}, "sonnabend": 6},
    eras={
        f"{before}{space}{of}": sign
        for before, sign in (("v.", -1), ("n.", 1))
        for space in (" ", "")
        for of in ("chr.", "chr", "u. z.", "u.z.")
    },
    centuries=("jahrhundert", "jahrhunderts", "jahrhunderte"),
    decade_endings=("er jahre", "er-jahre", "er jahren", "er-jahren", "er"),
    year_cues=words(
        """in im jahr jahre jahres seit bis von ab um vor nach gegen anno zwischen und anfang mitte ende frühjahr sommer
        herbst winter"""
    ),
    counted=(*words("menschen personen leute männer frauen kinder einwohner soldaten prozent millionen %"), *UNITS),
)
