"""How numbers, units and dates are said in English."""

from itertools import product

from citedeck.languages.en.units import UNITS
from citedeck.languages.values import Values
from citedeck.languages.words import words

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMERALS = {
    "zero": 0,
    **{word: number for number, word in enumerate(words(_ONES), 1)},
    **{word: 10 * number for number, word in enumerate(words(_TENS), 2)},
}

_FIRST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
)
_FIRST += " sixteenth seventeenth eighteenth nineteenth twentieth"
_ROUND = "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_ORDINALS = {
    **{word: number for number, word in enumerate(words(_FIRST), 1)},
    **{word: 10 * number for number, word in enumerate(words(_ROUND), 3)},
    **{
        f"{tens}-{first}": 10 * ten + one
        for (ten, tens), (one, first) in product(enumerate(words(_TENS), 2), enumerate(words(_FIRST)[:9], 1))
    },
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}

_FRACTIONS = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    **{
        f"{word}{ending}": parts
        for parts, word in enumerate(words("third fourth fifth sixth seventh eighth ninth tenth"), 3)
        for ending in ("", "s")
    },
}

_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"

_LIKE = {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 10**6, "billion": 10**9, "trillion": 10**12}

VALUES = Values(
    decimal=".",
    groups=", ",
    minus=("minus", "negative"),
    numerals=_NUMERALS,
    hundred=("hundred",),
    scales={
        **{word: size for word, size in _LIKE.items() if word != "hundred"},
        "bn": 10**9,
        "mn": 10**6,
        "tn": 10**12,
        "mln": 10**6,
        "quadrillion": 10**15,
        "lakh": 10**5,
        "crore": 10**7,
    },
    money_scales={"k": 1000, "K": 1000, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9, "mm": 10**6},
    one=("a", "an", "one"),
    joiners=("and",),
    point=("point",),
    fractions=_FRACTIONS,
    ordinals=_ORDINALS,
    ordinal_endings=("st", "nd", "rd", "th"),
    pronouns=(
        r"one (?:of|another|who|whom|that|which|by|or more|or the other)\b",
        r"one's\b",
        r"one (?:point|time|day|morning|evening|night|stage|occasion|example|reason|side|hand|way)\b",
        r"(?<=no )one\b",
        r"(?<=the )one\b",
        r"(?<=this )one\b",
        r"(?<=that )one\b",
        r"(?<=any )one\b",
        r"(?<=some )one\b",
        r"(?<=every )one\b",
        r"(?<=each )one\b",
        r"(?<=which )one\b",
    ),
    labels=words(
        """no nos number numbers chapter article section page pages figure fig table line route highway channel
flight type version volume vol part class level phase stage step grade category model room platform
gate track act scene verse book appendix paragraph amendment resolution unit block zone district
ward sector"""
    ),
    capitals_name=True,
    at=("in", "at", "near"),
    multiples=words("once twice thrice double triple pair pairs couple dozens tens score both single several"),
    vague=("several", "few", "many", "hundreds? of", "tens of", "dozens of", "half an?", "quarter of an?", "couple of"),
    no_nouns=words("odd plus ish something fold nil strong"),
    ranges=("to", "or", "and", "through"),
    units=UNITS,
    squares={"square": "²", "sq": "²", "sq.": "²", "cubic": "³", "cu": "³", "cu.": "³"},
    implied={"how old": "year", "what age": "year", "which age": "year"},
    per=("per", "a", "an", "each", "every"),
    months={
        **{month: number for number, month in enumerate(words(_MONTHS), 1)},
        **{month: number for number, month in enumerate(words(_SHORT_MONTHS), 1)},
        "sept": 9,
    },
    weekdays={
        **{day: number for number, day in enumerate(words(_WEEKDAYS), 1)},
        **{day[:3]: number for number, day in enumerate(words(_WEEKDAYS), 1)},
    },
    of=("of",),
    eras={"bc": -1, "bce": -1, "b.c.": -1, "b.c.e.": -1, "ad": 1, "ce": 1, "a.d.": 1, "c.e.": 1},
    centuries=("century", "centuries"),
    decade_endings=("s", "'s"),
    counted=(
        *words("people persons men women children million billion percent % members students soldiers troops workers"),
        *(name for name, symbol in UNITS.items() if symbol not in ("month", "day", "year")),
    ),
    year_cues=words(
        """in since by until till from of during before after around circa c. ca. year years to and between
early mid late spring summer autumn fall winter about season"""
    ),
)
