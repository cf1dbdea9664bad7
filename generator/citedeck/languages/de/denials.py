"""German words that deny or qualify."""

from citedeck.languages.guards import Guards
from citedeck.languages.words import words

_FINITE = words(
    "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann konnte konnten muss musste soll"
)

GUARDS = Guards(
    negations=(
        *words(r"nicht nie niemals kein\w* nichts niemand\w* nirgends nirgendwo ohne weder statt anstatt anstelle"),
        *words(r"ausser ausgenommen kaum verneint\w* bestritt\w* bestreite\w* leugne\w*"),
        "anders als",
        "im gegensatz zu\\w?",
        "im unterschied zu\\w?",
    ),
    affirmations=(
        "nicht (?:nur|bloss|allein|zuletzt|weniger als|unweit|ohne|selten)",
        "nicht bis",
        "nichts (?:als|anderes als)",
        r"kein\w* (?:geringer\w*|ander\w*) als",
        r"kein\w* zweifel",
        "wenn nicht gar",
        "ob oder ob nicht",
    ),
    verbal_negations=words("nicht nie niemals kaum"),
    openers=(
        *words(r"aber sondern jedoch doch obwohl während weil bis bevor nachdem wenn falls wo wer welche\w*"),
        rf"und (?:dann|später|er|sie|es|{'|'.join(_FINITE)})",
    ),
    subjects=words("und oder er sie es wir ich ihr dann dort stattdessen da so doch"),
    relatives=words("und oder dass als wie aber"),
    auxiliaries=_FINITE,
    subordinators=words("wenn als obwohl da weil während nachdem bevor ohne statt anstatt anders im ausser trotz"),
    alternatives=("oder", "noch"),
    about=(
        *words("etwa rund ungefähr circa ca. zirka gegen schätzungsweise fast beinahe nahezu vielleicht knapp um"),
        "an die",
        "um die",
    ),
    below=(
        *words("fast beinahe nahezu knapp unter höchstens maximal"),
        *("weniger als", "bis zu", "nicht mehr als", "nicht ganz"),
    ),
    above=(*words("über mindestens wenigstens gut"), "mehr als", "nicht weniger als"),
    asks_about=words("ungefähr ungefähre ungefähren schätzung"),
    most=words("höchstens maximal maximum höchstzahl"),
    least=words("mindestens minimum mindestzahl"),
    common=words("gegen um unter über gut vor nach etwa rund knapp"),
    asking=words("wie wann was wer wen wem welche welcher welches welchem welchen wo wieviel"),
    beside_dates=words("vor nach"),
    trailing={"oder mehr": "above", "und mehr": "above", "oder weniger": "below"},
    almost=words("fast beinahe nahezu"),
)
