"""English words that deny or qualify."""

from citedeck.languages.guards import Guards, Qualifier
from citedeck.languages.words import words

_FINITE = words("is are was were has have had can could will would may might must does did do shall should")
_SUBJECTS = "he she it they we i you"
_PASTS = words(
    r"""\w+ed became began bought broke brought built came chose drew drove fell felt fled flew fought found gave grew
    held kept knew laid lay led left lent lit lost made meant met paid put ran rode rose said sang sank sat saw sent set
    shot sold sought spent spoke stole stood struck swam swore taught threw told took thought went withdrew won wore
    wrote"""
)

_DENYING = (
    *words(r"not never no none nobody nothing nowhere neither nor cannot hardly barely scarcely rarely seldom"),
    *("no one", r"\w+n't", r"\w+ n't", r"(?:could|would|should|did|does|do|is|was|were|has|have|had|ca|wo|are)nt"),
)
_FAILING = (
    *("without", "excluding", r"except(?:ing)?", "except(?:ing)? for", "rather than", "instead of", "other than"),
    *(r"den(?:y|ies|ied|ying)", r"fail(?:s|ed|ing)? to", r"refus(?:e|es|ed|ing) to"),
    *(r"declin(?:e|es|ed|ing) to", r"lack(?:s|ed|ing)?(?: of)?", r"false(?:ly)? that", r"ceased? to"),
    *("with the exception of", "as opposed to", "in lieu of", "in place of"),
    *(r"avoid(?:s|ed|ing)?", r"neglect(?:s|ed)? to", r"prevent(?:s|ed)? from", "devoid of", "anything but", "far from"),
    *("acquitted of", "everything but", "everyone but"),
)

_ABOUT = (
    *words(r"about around approximately approx\.? roughly some circa c\. ca\.? ~ ∼ ≈ ± estimated perhaps maybe"),
    *("possibly", "probably", "an estimated", "estimated at", "projected", "an average of", "near to", "nearer to"),
    *("something like", "in the neighbou?rhood of", "in the region of", "(?:in|of|on) the order of", "more or less"),
    "give or take",
)
_LIMITS = {
    limit: (
        *(f"what {verb} the {limit}" for verb in ("is", "was", "are", "were")),
        *(f"{limit} {noun}" for noun in words("number amount length height depth speed age size weight")),
    )
    for limit in ("maximum", "minimum")
}

GUARDS = Guards(
    negations=_DENYING,
    exclusions=_FAILING,
    contrasts=("unlike", "in contrast to", "in contrast with", "as distinct from"),
    affirmations=(
        r"not (?:only|merely|simply|solely|least|to mention|until|till|unlike|without|uncommon(?:ly)?|lost on)",
        r"not just(?! (?:now|yet))",
        r"no (?:doubt|wonder)",
        r"no\.? ?[0-9]+",
        r"(?:no|not) (?:fewer|less|more|later|earlier|longer|larger|higher) than",
        r"nothing (?:but|less than|short of)",
        r"none other than",
        r"whether or not",
        r"if not",
        r"cannot but",
        r"other than that",
    ),
    carriers=(
        *("unable to", "absen(?:t|ce)", "missing", "ceas(?:e|es|ed) to", "fail(?:s|ed)? to"),
        *("refus(?:e|es|ed) to", "lack(?:s|ed)?"),
    ),
    comparing=("than", "as"),
    absolute=words("no nobody nothing none nowhere"),
    verbal_negations=(
        rf"(?:{'|'.join(_FINITE)}|am|be|been) (?:\w+ )?(?:not|never|nowhere)",
        *(r"\w+n't", r"\w+ n't", "cannot", "never", "no longer", "neither"),
        *words("hardly barely scarcely rarely seldom"),
        *(r"fail(?:s|ed) to", r"refus(?:es|ed) to", r"declin(?:es|ed) to", r"den(?:ies|ied)", r"lack(?:s|ed)"),
    ),
    conjunctions=words("but although though whereas while until till if when whenever where unless"),
    relatives=words("who whom whose which"),
    complementizers=("that",),
    subjects=words(_SUBJECTS),
    connectives=words("and or there however instead then so yet this these those"),
    finite=_FINITE,
    pasts=_PASTS,
    with_participles=(
        *(r"(?:am|is|are|was|were|be|been|being|has|have|had)(?: \w+)? not", r"(?:is|are|was|were|ha[sd]|have)n't"),
        "never",
    ),
    fronted=words(
        """when whenever if although though while because since as after before once unless until whereas without unlike
        instead except rather given despite even where wherever"""
    ),
    prepositions=words("in on at of for by with from to into during since as under over between among through against"),
    ands=("and",),
    ors=("or", "nor"),
    titles=words(
        """mr mrs ms dr prof st mt jr sr gen col lt capt sgt maj sen rep gov pres rev hon vs no nos fig vol ch sec inc
        ltd co ft op corp jan feb mar apr jun jul aug sep sept oct nov dec approx ca cf al e.g i.e"""
    ),
    qualifiers=(
        Qualifier(
            before=_ABOUT,
            after=("odd", "or so", "or thereabouts", "more or less", "give or take"),
            asked=words("approximate approximately estimate estimates estimated rough roughly"),
        ),
        Qualifier(
            before=(
                *("nearly", "almost", "close to", "just under", "not quite", "just short of", "(?:just )?shy of"),
                *("approach(?:ing|es|ed)?", "close on"),
            ),
            asked=("about", "around", "approximately", "roughly"),
        ),
        Qualifier(before=("just over",), asked=("about", "around", "approximately", "roughly")),
        Qualifier(before=("less than", "fewer than", "under", "below", "well under", "<"), after=("and less",)),
        Qualifier(
            before=(
                *("at most", "at the (?:very )?most", "up to", "(?:no|not) more than", "as many as", "as much as"),
                *("(?:a )?maximum of", "≤"),
            ),
            after=("or (?:less|fewer|under|younger|earlier|below)", "and (?:under|below|younger)", "at (?:the )?most"),
            asked=(*_LIMITS["maximum"], "upper limit", "the most"),
        ),
        Qualifier(
            before=(
                *("more than", "(?:well )?over", "above", "beyond", "in excess of", "north of", ">"),
                *("exceed(?:s|ed|ing)?", "surpass(?:es|ed|ing)?"),
            ),
            after=("and more", "and counting"),
        ),
        Qualifier(
            before=(
                *("at least", "at the (?:very )?least", "(?:no|not) (?:less|fewer) than", "as (?:few|little) as"),
                *("upwards? of", "(?:a )?minimum of", "≥"),
            ),
            after=(
                "or (?:more|over|above|older|taller|larger|longer|higher|later|greater|thereafter)",
                *("and (?:above|over|up|older|upwards?)", "at (?:the very )?least", "plus"),
            ),
            asked=(*_LIMITS["minimum"], "lower limit", "the least"),
        ),
        Qualifier(before=(r"[a-z]{3,}er than",)),
        Qualifier(before=("all but",)),
        Qualifier(before=("maximum:?", "minimum:?")),
        Qualifier(before=("half(?: of)?", "twice", "thrice", "double", "a (?:third|quarter|fifth|tenth) of", "times")),
        Qualifier(before=("before", "prior to", "earlier than"), of_dates=True),
        Qualifier(before=("after", "later than"), of_dates=True),
        Qualifier(before=("(?:no|not) later than",), of_dates=True),
        Qualifier(before=("(?:no|not) earlier than", "not before"), of_dates=True),
        Qualifier(before=("half past", "(?:a )?quarter (?:past|to)", "minutes (?:past|to)")),
        Qualifier(before=("almost", "nearly", "virtually", "practically"), of_all=True),
        Qualifier(after=("and (?:a|one) (?:half|third|quarter)", "and three quarters"), of_all=True),
        Qualifier(after=("below (?:zero|freezing)",), asked=("below zero", "below freezing")),
    ),
    between=words("another further additional extra very year years total of age all the in on at"),
    common=words("about around over under above below beyond some before after"),
    asking=words("how what which when whom who whose"),
    asks_how_many=("how many", "how much"),
)
