"""English."""

from itertools import product

from citedeck.languages.language import Guards, Language, Values, words

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

# a name, its plural, its symbol; a hyphen in a name is a space
_UNITS = """
metre metres m; meter meters m; micron microns µm; mile miles mi; yard yards yd; foot feet ft; inch inches inch
nautical-mile nautical-miles nmi; light-year light-years ly; parsec parsecs pc; fathom fathoms fathom
league leagues league; gram grams g; gramme grammes g; tonne tonnes t; ton tons ton; metric-ton metric-tons t
pound pounds lb; ounce ounces oz; carat carats carat; second seconds s; minute minutes min; hour hours h
day days day; week weeks week; fortnight fortnights fortnight; month months month; year years year
decade decades decade; century centuries century; millennium millennia millennium; hectare hectares ha
acre acres acre; litre litres l; liter liters l; gallon gallons gal; pint pints pt; quart quarts qt
barrel barrels bbl; watt watts W; horsepower horsepower hp; joule joules J; watt-hour watt-hours Wh
calorie calories cal; electronvolt electronvolts eV; newton newtons N; pascal pascals Pa; bar bars bar
atmosphere atmospheres atm; volt volts V; ohm ohms Ω; hertz hertz Hz; bit bits bit; byte bytes byte
decibel decibels dB; becquerel becquerels Bq; sievert sieverts Sv; gray grays Gy; mole moles mol; knot knots kn
kelvin kelvins K; degree degrees °; degree-celsius degrees-celsius °C; degree-centigrade degrees-centigrade °C
degree-fahrenheit degrees-fahrenheit °F; degree-c degrees-c °C; degree-f degrees-f °F; celsius celsius °C
fahrenheit fahrenheit °F; percent percents %; per-cent per-cents %; percentage percentages %
percentage-point percentage-points pp; percent-point percent-points pp; permille permille ‰
part-per-million parts-per-million ppm; part-per-billion parts-per-billion ppb; dollar dollars dollar
us-dollar us-dollars USD; u.s.-dollar u.s.-dollars USD; american-dollar american-dollars USD
canadian-dollar canadian-dollars CAD; australian-dollar australian-dollars AUD
new-zealand-dollar new-zealand-dollars NZD; hong-kong-dollar hong-kong-dollars HKD
singapore-dollar singapore-dollars SGD; mexican-peso mexican-pesos MXN; euro euros EUR
pound-sterling pounds-sterling GBP; british-pound british-pounds GBP; yen yen JPY; yuan yuan CNY
renminbi renminbi CNY; swiss-franc swiss-francs CHF; indian-rupee indian-rupees INR; ruble rubles RUB
rouble roubles RUB; won won KRW; turkish-lira turkish-lira TRY; shekel shekels ILS; dong dong VND
hryvnia hryvnias UAH; rand rand ZAR; forint forints HUF; zloty zlotys PLN; swedish-krona swedish-kronor SEK
norwegian-krone norwegian-kroner NOK; danish-krone danish-kroner DKK; krona kronor krone; krone kroner krone
crown crowns crown; cent cents cent; penny pence penny; franc francs franc; peso pesos peso; rupee rupees rupee; lira liras lira
mark marks mark; a.m. am a.m.; p.m. pm p.m.; o'clock o'clock o'clock; shilling shillings shilling; guilder guilders guilder; drachma drachmas drachma
"""
_PREFIXES = {
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "milli": "m", "centi": "c", "deci": "d", "micro": "µ", "nano": "n",
    "hecto": "h", "pico": "p",
}  # fmt: skip
_UNITS_BY_NAME = {
    name.replace("-", " "): symbol
    for line in _UNITS.strip().replace(";", "\n").splitlines()
    for *names, symbol in [line.split()]
    for name in names
}
_PREFIXED = {
    f"{prefix}{name}": f"{sign}{'B' if symbol == 'byte' else symbol}"
    for (prefix, sign), (name, symbol) in product(_PREFIXES.items(), _UNITS_BY_NAME.items())
    if symbol
    in (
        "m",
        "g",
        "s",
        "l",
        "W",
        "J",
        "Wh",
        "cal",
        "eV",
        "N",
        "Pa",
        "bar",
        "V",
        "Ω",
        "Hz",
        "bit",
        "byte",
        "Bq",
        "Sv",
        "Gy",
        "mol",
    )
}

_LIKE = {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 10**6, "billion": 10**9, "trillion": 10**12}

ENGLISH = Language(
    tag="en",
    articles=("a", "an", "the"),
    stop_words=words(
        """a about after all also an and any are as at be been before between but by can could did do does
during each for from had has have he her him his how i if in into is it its many may me more most much no
nor not of off on one only or other our out over own per she should so some such than that the their
them then there these they this those to under until up us very was we were what when where which while
who whom whose why will with would you your"""
    ),
    values=Values(
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
        ranges=("to", "or", "and", "through"),
        units={**_UNITS_BY_NAME, **_PREFIXED},
        squares={"square": "²", "sq": "²", "sq.": "²", "cubic": "³", "cu": "³", "cu.": "³"},
        per=("per", "an", "a"),
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
            *words(
                "people persons men women children million billion percent % members students soldiers troops workers deaths"
            ),
            *(name for name, symbol in _UNITS_BY_NAME.items() if symbol not in ("month", "day", "year")),
        ),
        year_cues=words(
            """in since by until till from of during before after around circa c. ca. year years to and between
early mid late spring summer autumn fall winter about season"""
        ),
    ),
    guards=Guards(
        negations=(
            r"not",
            r"never",
            r"no",
            r"none",
            r"nobody",
            r"nothing",
            r"nowhere",
            r"no one",
            r"without",
            r"neither",
            r"nor",
            r"cannot",
            r"\w+n't",
            r"rather than",
            r"instead of",
            r"except(?:ing)?",
            r"excluding",
            r"other than",
            r"den(?:y|ies|ied|ying)",
            r"fail(?:s|ed|ing)? to",
            r"refus(?:e|es|ed|ing) to",
            r"declin(?:e|es|ed|ing) to",
            r"hardly",
            r"barely",
            r"scarcely",
            r"unlike",
            r"lack(?:s|ed|ing)?(?: of)?",
            r"false(?:ly)? that",
        ),
        affirmations=(
            r"not (?:only|just|merely|simply|solely|least|to mention|until|till|unlike|without|uncommon(?:ly)?)",
            r"no (?:doubt|fewer|less|more|sooner|later|earlier)",
            r"no\.? ?[0-9]+",
            r"not (?:fewer|less|more|later|earlier) than",
            r"nothing (?:but|less than|short of)",
            r"none other than",
            r"whether or not",
            r"if not",
            r"never(?:theless|-ending| before)",
            r"cannot but",
            r"not lost on",
        ),
        auxiliaries=words("is are was were has have had can could will would may might must does did"),
        verbal_negations=(
            r"(?:am|is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must) (?:\w+ )?(?:not|never)",
            r"\w+n't",
            r"cannot",
            r"(?:had |has |have |was |were |is |are )?never",
            r"no longer",
            r"fail(?:s|ed|ing) to",
            r"refus(?:es|ed|ing) to",
            r"declin(?:es|ed|ing) to",
            r"den(?:ies|ied)",
            r"(?:hardly|barely|scarcely)",
            r"lack(?:s|ed)",
            r"neither",
        ),
        openers=(
            *words(
                "but although though whereas while because until till unless if when where who which whom whose after before"
            ),
            r"and (?:then|so|later|instead|he|she|it|they|we|i|you|was|were|is|are|has|had|have|did|does|can|could|will|would|\w+ed)",
        ),
        subjects=words("and or he she it they we i you there however instead then so yet this these those"),
        relatives=words("that and or as than"),
        subordinators=words(
            """when whenever if although though while because since as after before once unless until whereas
without unlike instead except rather given despite even where wherever"""
        ),
        alternatives=("or", "nor"),
        about=(
            *words("""about around approximately approx approx. roughly some circa c. ca. ~ ≈ ± estimated perhaps maybe
possibly probably nearly almost"""),
            "an estimated",
            "close to",
            "near to",
            "nearer to",
            "in the region of",
            "in the order of",
            "of the order of",
            "on the order of",
            "something like",
            "just under",
            "just over",
            "more or less",
            "give or take",
        ),
        below=(
            "nearly",
            "almost",
            "close to",
            "just under",
            "well under",
            "under",
            "below",
            "less than",
            "fewer than",
            "lower than",
            "smaller than",
            "shorter than",
            "up to",
            "at most",
            "at the most",
            "no more than",
            "not more than",
            "no fewer than",
            "not quite",
            "as many as",
            "as much as",
            "a maximum of",
            "maximum of",
            "<",
            "≤",
        ),
        above=(
            "over",
            "above",
            "more than",
            "greater than",
            "larger than",
            "longer than",
            "higher than",
            "at least",
            "at the least",
            "no less than",
            "not less than",
            "no fewer than",
            "not fewer than",
            "as few as",
            "as little as",
            "upwards of",
            "upward of",
            "in excess of",
            "exceeding",
            "just over",
            "well over",
            "a minimum of",
            "minimum of",
            ">",
            "≥",
        ),
        asks_about=words("approximate estimate estimates rough roughly"),
        most=("at most", "maximum", "upper limit", "as many as", "as much as"),
        least=("at least", "minimum", "lower limit"),
        common=words("about around over under above below some before after"),
        asking=words("how what which when whom who whose"),
        beside_dates=(
            "before",
            "after",
            "prior to",
            "not before",
            "not until",
            "no earlier than",
            "no later than",
            "later than",
            "earlier than",
        ),
        trailing={
            "or more": "above",
            "or so": "about",
            "or less": "below",
            "or fewer": "below",
            "or over": "above",
            "or under": "below",
            "and more": "above",
            "at least": "above",
            "at most": "below",
            "or thereabouts": "about",
        },
        almost=("almost", "nearly", "virtually", "practically"),
    ),
)
