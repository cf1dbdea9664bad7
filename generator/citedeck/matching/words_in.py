"""The words of a text as the tables of languages list them: which of a table's words a text holds is told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from citedeck.languages.words import as_listed

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 8)
def words_in(text: str) -> frozenset[str]:
    """Every run of letters of a text, as listed."""
    return frozenset(_WORD.findall(as_listed(text)))


def first_words(listed: Iterable[str]) -> frozenset[str]:
    """The first run of letters of each word or phrase of a table; of those that begin with something else, nothing."""
    return frozenset(found[0] for found in map(_WORD.match, listed) if found)
