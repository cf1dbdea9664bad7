"""Greek."""

from citedeck.languages.language import Language

GREEK = Language(
    tag="el",
    articles=(
        "ο",
        "η",
        "το",
        "οι",
        "τα",
        "τον",
        "την",
        "τη",
        "τους",
        "τις",
        "του",
        "της",
        "των",
        "ένας",
        "μια",
        "μία",
        "ένα",
    ),
)
