"""Whether an answer leaves out a qualifier that stands beside it: nearly, at least, before, or more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from citedeck.languages import language
from citedeck.matching.dates import Date
from citedeck.matching.folding import folded
from citedeck.matching.numerals import alternation
from citedeck.matching.values import Standing
from citedeck.model import Problem
from citedeck.verify.guards.claim import GAP, Claim, has_word, one_line
from citedeck.verify.pasting import pasted

_REACH = 60  # code points in which a qualifier is looked for


def qualified(claim: Claim) -> Problem | None:
    source, spot = claim.passage.source, claim.spot
    first = next((one for one in claim.touched if _begins_with(claim, one)), None)
    begin = min(first.start, spot.start) if first else spot.start
    before = f"{folded(f'{source.text[max(0, begin - _REACH) : begin]}|')[:-1]}"
    found = _qualifier(claim.tag, _kind(first)).search(before)
    if found and not _carried(claim, found["qualifier"].casefold()):
        whole = one_line(before[found.start() :] + source.text[begin : spot.end])
        return _dropped(claim, found["qualifier"], whole)
    if first:
        end = max(first.end, spot.end)
        after = folded(f"|{source.text[end : end + _REACH]}")[1:]
        trailing = _trailing(claim.tag).match(after)
        if trailing and not _carried(claim, trailing[1].casefold()):
            return _dropped(claim, trailing[1], one_line(source.text[spot.start : end] + after[: trailing.end()]))
    return None


def _dropped(claim: Claim, qualifier: str, whole: str) -> Problem:
    message = f"the passage says “{whole}”, and neither question nor answer says “{qualifier}”"
    hint = f"Say it in the question, or in the answer: answer: {pasted(whole)}"
    return claim.problem("qualifier-dropped", message, hint)


def _kind(first: Standing | None) -> str:
    return "any" if first is None else "date" if isinstance(first.value, Date) else "quantity"


def _begins_with(claim: Claim, one: Standing) -> bool:
    """Whether the answer begins with this value, but for an article or a sign before it."""
    ahead = claim.passage.source.text[claim.spot.start : max(claim.spot.start, one.start)]
    return not ahead.strip() or ahead.strip().casefold() in language(claim.tag).articles


def _carried(claim: Claim, qualifier: str) -> bool:
    """Whether the question or the answer carries a qualifier, or another that says the same."""
    words = claim.words
    tables = (
        (words.about, words.asks_about),
        (words.below, words.most),
        (words.above, words.least),
        (words.beside_dates, ()),
    )
    named = words.trailing.get(qualifier)
    trailing = {"about": words.about, "below": words.below, "above": words.above}
    same = {qualifier}
    for table, asking in tables:
        if qualifier in table or (named and trailing[named] is table):
            same.update(table, asking)
    return any(_says(text, word, claim.tag) for text in (claim.asked, claim.answer) for word in same)


def _says(text: str, qualifier: str, tag: str) -> bool:
    """Whether a text qualifies something with these words: about how many, about 15; not what it is about."""
    guards = language(tag).guards
    if qualifier not in guards.common:
        return has_word(text, qualifier)
    follows = rf"(?:{alternation(guards.asking)})(?!\w)|[^\w\s]?\d|{re.escape(folded(GAP))}"
    return re.search(rf"(?<!\w){re.escape(qualifier)} (?:{follows})", folded(text).casefold()) is not None


@lru_cache(maxsize=64)
def _qualifier(tag: str, kind: str) -> re.Pattern[str]:
    """The qualifiers that may stand before an answer of a kind, with an article after them."""
    words = language(tag).guards
    tables = {
        "any": words.almost,
        "quantity": (*words.about, *words.below, *words.above),
        "date": (*words.about, *words.below, *words.above, *words.beside_dates),
    }
    return _ending(tables[kind], language(tag).articles)


def _ending(qualifiers: Iterable[str], articles: Iterable[str]) -> re.Pattern[str]:
    article = rf"(?:(?:{alternation(articles)}) )?"
    return re.compile(
        rf"(?<!\w)(?P<qualifier>{alternation(qualifiers)})(?:(?<=\w)(?!\w)|(?<=\W)) ?{article}\Z", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _trailing(tag: str) -> re.Pattern[str]:
    return re.compile(rf",? ({alternation(language(tag).guards.trailing)})(?!\w)", re.IGNORECASE)
