"""What qualifiers look like before and after an answer, and where they may stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from citedeck.languages import language
from citedeck.languages.guards import Qualifier
from citedeck.matching.brinks import Brink
from citedeck.matching.numerals import alternation
from citedeck.matching.telltales import Telltales
from citedeck.seldom import seldom

REACH = 60
"""Code points beside an answer in which a qualifier is looked for."""


class Patterns(NamedTuple):
    """What a qualifier looks like before and after an answer, and what tells that it may stand there."""

    qualifier: Qualifier
    tells_before: Telltales
    before: re.Pattern[str]
    after: re.Pattern[str]


@lru_cache(maxsize=64)
def patterns(tag: str) -> tuple[Patterns, ...]:
    """Each qualifier of a language with what it looks like."""
    known = language(tag)
    guards = known.guards
    between = rf"(?:(?:{alternation((*known.articles, *guards.between))}) ){{0,3}}"
    return tuple(
        Patterns(
            qualifier,
            Telltales(qualifier.before, known),
            seldom(rf"(?P<words>{_whole(qualifier.before)})[)\]]? ?{between}[(\[]?\Z", re.IGNORECASE),
            seldom(rf",? \(?(?P<words>{'|'.join(qualifier.after) or '(?!)'})(?!\w| than)", re.IGNORECASE),
        )
        for qualifier in guards.qualifiers
    )


@lru_cache(maxsize=64)
def brink(tag: str, is_value: bool) -> Brink:
    """What qualifiers of a language end and begin with, before an answer and after it; only a value has most."""
    known = language(tag)
    qualifiers = [one for one in known.guards.qualifiers if one.of_all or is_value]
    before = [pattern for one in qualifiers for pattern in one.before]
    after = [pattern for one in qualifiers for pattern in one.after]
    return Brink(before, after, (*known.articles, *known.guards.between))


def _whole(patterns: tuple[str, ...]) -> str:
    """Patterns as whole words; a sign is whole wherever it stands."""
    words = "|".join(pattern for pattern in patterns if re.match(r"[\w(\[]", pattern)) or "(?!)"
    signs = "|".join(pattern for pattern in patterns if not re.match(r"[\w(\[]", pattern)) or "(?!)"
    return rf"(?<![\w°])(?:{words})(?![^\W\d])|(?:{signs})"
