"""Whether an answer states a value whole: its sign, scale word, unit and era, or what the question completes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citedeck.languages import language
from citedeck.matching.dates import Date
from citedeck.matching.folding import folded
from citedeck.matching.measures import named
from citedeck.matching.quantities import scales_named, units_named
from citedeck.matching.quantity import Quantity, Stretch
from citedeck.matching.standing import Standing
from citedeck.matching.values import order_of, values
from citedeck.model import Problem
from citedeck.pasting import pasted
from citedeck.verify.guards.claim import Claim, has_word, one_line
from citedeck.verify.guards.going_on import going_on


def partial(claim: Claim) -> Problem | None:
    beyond = going_on(claim)
    if beyond:
        message = f"“{claim.shown}” is only a part of what stands there: “{one_line(beyond)}”"
        return claim.problem("partial-quantity", message, "Answer with all of it, or quote a passage that states less.")
    for one in claim.touched:
        if claim.holds((one.start, one.end)) and not (isinstance(one.value, Quantity) and one.value.range_at):
            continue  # all of it is answered
        missing = list(_left_out(claim, one))
        if missing:
            whole = one_line(claim.passage.source.text[one.start : one.end])
            message = f"“{claim.shown}” is only a part of “{whole}”"
            hint = f"Answer with all of it: answer: {pasted(whole)}"
            asked = " ".join(word for word in missing if word)
            return claim.problem("partial-quantity", message, f"{hint}\nOr ask for it in “{asked}”." if asked else hint)
    return None


def _left_out(claim: Claim, one: Standing) -> Iterator[str]:
    """What belongs to a value and stands neither in the answer nor in what is asked; nothing to say if it cuts the
    number itself.
    """
    value = one.value
    if isinstance(value, Date):
        if not _may_cut(claim, one):
            yield ""
        return
    figures = one.original(value.figures)
    if not claim.overlaps(figures):
        if claim.told is None and _names_an_amount(claim):
            yield ""
        return
    if value.range_at and _cuts_range(claim, value.hyphened, one.original(value.range_at)):
        yield ""
        return
    if not claim.holds(figures):
        yield ""
        return
    scale_left_out = value.scale_at and not claim.tells(one.original(value.scale_at))
    if value.scale_at and scale_left_out and value.scale not in scales_named(folded(claim.asked), claim.tag):
        yield one.window.text[slice(*value.scale_at)].strip(" -")
    left_out = [at for at in value.unit_at if not claim.tells(one.original(at))]
    if left_out and not named(units_named(folded(claim.asked), claim.tag), value.unit):
        yield from (one.window.text[slice(*at)] for at in left_out)


def _names_an_amount(claim: Claim) -> bool:
    """Whether an answer that leaves out a number says another: an hour of half an hour, a million of two million."""
    values = language(claim.tag).values
    words = re.findall(r"[^\W\d_]+", folded(claim.answer).casefold())
    sizes = {*values.scales, *values.hundred}
    begins_with_one = any(word in values.one for word in words[:1])
    return begins_with_one or any(word in sizes or word.removesuffix("s") in sizes for word in words)


def _cuts_range(claim: Claim, hyphened: bool, whole: Stretch) -> bool:
    """Whether an answer is one end of a range that the quote cuts, or that is written with a hyphen: 5–10."""
    cut = whole[0] < claim.passage.start or claim.passage.end < whole[1]
    return (cut or hyphened) and not claim.tells(whole)


def _may_cut(claim: Claim, one: Standing) -> bool:
    """Whether an answer may state this much of a date: all of it, it cut short, or a part the question completes."""
    date = one.value
    assert isinstance(date, Date)
    if claim.holds((one.start, one.end)) or date.ambiguous:
        return True
    era = date.era_at and (date.year or 0) < 0 and not claim.holds(one.original(date.era_at))
    asked = values(folded(claim.asked), claim.tag, order_of(claim.passage.source))
    if era:
        eras = (word for word, sign in language(claim.tag).values.eras.items() if sign < 0)
        return any(has_word(claim.asked, word) for word in eras)
    text = claim.passage.source.text[claim.spot.start : claim.spot.end]
    parts = [value for value in values(folded(text), claim.tag) if isinstance(value, Date)]
    if any(date.proves(part) or (part.month, part.day) == (date.month, date.day) for part in parts):
        return True
    bare = folded(text).strip(" .,")
    if bare == str(abs(date.year or 0)) or not any(character.isdigit() for character in bare):
        return date.unit == "year" or _names_unit(claim)
    named = (value.month for value in asked if isinstance(value, Date))
    return date.month in named or _names_unit(claim)


def _names_unit(claim: Claim) -> bool:
    return any(has_word(claim.asked, word) for word in language(claim.tag).values.centuries)
