"""German words that deny or qualify."""

from citedeck.languages.guards import Guards, Qualifier
from citedeck.languages.words import words

_FINITE = words(
    "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann konnte konnten muss musste soll"
)

GUARDS = Guards(
    negations=words(r"nicht nie niemals kein\w* nichts niemand\w* nirgends nirgendwo weder kaum selten"),
    exclusions=(
        *words(r"ohne statt anstatt anstelle au(?:ß|ss)er ausgenommen verneint\w* bestritt\w* bestreite\w* leugne\w*"),
        "mit ausnahme",
    ),
    contrasts=("anders als", r"im gegensatz zu\w?", r"im unterschied zu\w?"),
    affirmations=(
        "nicht (?:nur|blo(?:ß|ss)|allein|zuletzt|weniger als|mehr als|unweit|ohne|selten|bis)",
        "nichts (?:als|anderes als)",
        r"kein\w* (?:geringer\w*|ander\w*) als",
        r"kein\w* zweifel",
        "wenn nicht gar",
    ),
    verbal_negations=words("nicht nie niemals kaum"),
    conjunctions=words("aber sondern jedoch doch obwohl während wenn falls wo"),
    relatives=words(r"wer welche\w*"),
    complementizers=("dass",),
    comparing=("als", "wie"),
    subjects=words("er sie es wir ich ihr"),
    connectives=words("und oder dann dort stattdessen da so doch"),
    finite=_FINITE,
    pasts=_FINITE,
    fronted=words("wenn als obwohl da weil während nachdem bevor ohne statt anstatt anders im außer trotz"),
    prepositions=words("in im an am auf von vom für mit aus bei zu zur zum nach seit durch gegen um unter über"),
    ands=("und",),
    ors=("oder", "noch"),
    titles=words("dr prof st nr bzw ca etwa jan feb apr aug sept okt nov dez z.b d.h u.a geb gest gegr"),
    qualifiers=(
        Qualifier(
            before=(
                *words(r"etwa rund ungefähr circa ca\.? zirka gegen schätzungsweise vielleicht um ~ ≈"),
                *("an die", "um die"),
            ),
            asked=words("ungefähr ungefähre ungefähren schätzung etwa circa"),
        ),
        Qualifier(before=words("fast beinahe nahezu knapp"), asked=words("ungefähr etwa circa")),
        Qualifier(before=("weniger als", "unter", "<")),
        Qualifier(
            before=("höchstens", "maximal", "bis zu", "nicht mehr als", "≤"),
            after=("oder weniger",),
            asked=words("maximal maximum höchstzahl"),
        ),
        Qualifier(before=("mehr als", "über", "gut", ">"), after=("und mehr",)),
        Qualifier(
            before=("mindestens", "wenigstens", "nicht weniger als", "≥"),
            after=("oder mehr",),
            asked=words("minimum mindestzahl"),
        ),
        Qualifier(before=("vor",), of_dates=True),
        Qualifier(before=("nach",), of_dates=True),
        Qualifier(before=words("fast beinahe nahezu"), of_all=True),
    ),
    between=words("weitere weiteren dem der den jahr jahre"),
    common=words("gegen um unter über gut vor nach etwa rund knapp"),
    asking=words("wie wann was wer wen wem welche welcher welches welchem welchen wo wieviel"),
    asks_how_many=("wie viele", "wie viel", "wieviel"),
)
