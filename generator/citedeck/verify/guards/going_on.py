"""What stands right beside an answer and belongs to it, where no one value is read: × 10²³, 5 ft 11, 5:45 p.m."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from citedeck.languages import language
from citedeck.matching.folding import folded
from citedeck.matching.measures import COMPOSED
from citedeck.matching.numerals import alternation, numeral
from citedeck.matching.quantity import Quantity
from citedeck.matching.unit_names import units_of
from citedeck.seldom import seldom
from citedeck.verify.guards.claim import Claim, has_word

_REACH = 24  # code points beside an answer that are looked at
_FACTOR = seldom(r" ?(?:[×·±^]|x(?= ?\d)) ?[\d(][\d.,]*[⁰¹²³⁴-⁹⁻]*")
_FACTOR_BEFORE = seldom(r"[\d)] ?[×·±] ?\Z")
_FACTOR_SIGNS = ("×", "·", "±")
_TIME = re.compile(r"\d[:.]\d\d\Z")
_PERCENT = seldom(r"(?:%|\bper ?cent|\bpct\.?|\bProzent)\Z", re.IGNORECASE)
_PERCENT_ENDS = ("%", "t", "T", ".")
_POINTS_AFTER = seldom(r"[ -]?(?:points?|pts|Punkten?)\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = {"a.m.", "p.m."}


def going_on(claim: Claim) -> str:
    """An answer with what belongs to it beside it, as it stands in the source; nothing if it is whole."""
    text, spot, own = claim.passage.source.text, claim.spot, claim.own
    before, after = text[max(0, spot.start - _REACH) : spot.start], text[spot.end : spot.end + _REACH]
    for part in _PARTS if claim.touched or own[0].isdigit() or own[-1].isdigit() else _PARTS_OF_WORDS:
        if found := part(claim, before, own, after):
            return found
    return ""


def _factor(_: Claim, before: str, own: str, after: str) -> str:
    """The other factor of a product, or a tolerance."""
    behind = _FACTOR.match(after) if own[-1].isdigit() else None
    multiplied = own[0].isdigit() and before.rstrip(" ").endswith(_FACTOR_SIGNS)
    ahead = _FACTOR_BEFORE.search(before) if multiplied else None
    return f"{own}{behind[0]}" if behind else f"{ahead[0]}{own}" if ahead else ""


def _half_of_the_day(claim: Claim, _: str, own: str, after: str) -> str:
    """The a.m. or p.m. of a time, unless the question names it."""
    if not own[-1].isdigit() or own[-3:-2] not in (":", ".") or not _TIME.search(own):
        return ""
    text = folded(f"|{after}")[1:]
    unit = units_of(claim.tag).at(text, 1 if text.startswith(" ") else 0)
    if unit is None or unit.meanings.isdisjoint(_CLOCK):
        return ""
    said = text[: unit.end]
    return "" if has_word(claim.asked, said.strip()) else f"{own}{said}"


def _points(_: Claim, __: str, own: str, after: str) -> str:
    """The points of percentage points, which are no percentage."""
    found = _POINTS_AFTER.match(after) if own.endswith(_PERCENT_ENDS) and _PERCENT.search(own) else None
    return f"{own}{found[0]}" if found else ""


def _smaller_unit(claim: Claim, _: str, own: str, after: str) -> str:
    """The rest of a value in two units: the inches after the feet."""
    if not (own[-1].isalpha() or own[-1] == "°") or not after.startswith(" ") or not claim.touched:
        return ""
    for one in claim.touched:
        value = one.value
        if one.end == claim.spot.end and isinstance(value, Quantity) and not COMPOSED.isdisjoint(value.unit):
            rest = numeral(folded(f"|{after}")[1:], 1, claim.tag)
            return f"{own}{after[: rest.whole_end]}" if rest else ""
    return ""


def _number_of_a_scale(claim: Claim, before: str, own: str, _: str) -> str:
    """The number before a scale word: two of two million."""
    if claim.told or own[0].isdigit():
        return ""
    first = _FIRST_WORD.match((own if own.isascii() else folded(own)).casefold())
    if first is None or first[0] not in _sizes(claim.tag):
        return ""
    number = _ahead_of_a_scale(claim.tag).search(folded(f"{before}|")[:-1])
    return f"{number[0]}{own}" if number else ""


@lru_cache(maxsize=64)
def _sizes(tag: str) -> frozenset[str]:
    """The scale words of a language, and their plurals."""
    values = language(tag).values
    sizes = {*values.scales, *values.hundred}
    return frozenset(sizes | {f"{size}s" for size in sizes})


@lru_cache(maxsize=64)
def _ahead_of_a_scale(tag: str) -> re.Pattern[str]:
    values = language(tag).values
    vague = "|".join(values.vague) or "(?!)"
    return re.compile(rf"(?:\d|\b(?:{alternation(values.numerals)}|{vague}))[ -]\Z", re.IGNORECASE)


_PARTS: tuple[Callable[[Claim, str, str, str], str], ...] = (
    _factor,
    _half_of_the_day,
    _points,
    _smaller_unit,
    _number_of_a_scale,
)
_PARTS_OF_WORDS = (_number_of_a_scale,)
"""Those that may belong to an answer that touches no value, and neither begins nor ends with a figure."""
