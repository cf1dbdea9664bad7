"""What the script of a page must know to compare what is typed as `quiz.spellings` does: its own tables.

In Python a text is folded cluster by cluster. Without a map back to the original that is the same as folding it whole,
as the script does: no mark joins what stands before its own cluster.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import Any

from citedeck.languages import language
from citedeck.matching.answer import NO_ARTICLES, OUTER
from citedeck.matching.folding import TYPOGRAPHY


def folding(tag: str) -> dict[str, Any]:
    """The tables for a language, as JSON can hold them."""
    known = language(tag)
    return {
        "typography": {chr(code): to for code, to in sorted(TYPOGRAPHY.items())},
        "case": _case(),
        "outer": OUTER,
        "articles": [article if article.endswith("'") else f"{article} " for article in known.articles],
        "noArticles": list(NO_ARTICLES),
        "fractions": sorted(known.values.fractions),
    }


@lru_cache(maxsize=1)
def _case() -> dict[str, str]:
    """What Unicode's full case folding makes of each code point that it changes."""
    every = map(chr, range(sys.maxunicode + 1))
    return {one: one.casefold() for one in every if one.casefold() != one}
