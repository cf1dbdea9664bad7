"""Whether an answer leaves out a qualifier that stands beside it: nearly, at least, before, or more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from citedeck.languages import language
from citedeck.languages.guards import Qualifier
from citedeck.matching.dates import Date
from citedeck.matching.folding import folded
from citedeck.matching.numerals import alternation
from citedeck.matching.standing import Standing
from citedeck.matching.surroundings import cuts_word, reach_after, reach_before
from citedeck.model import Problem
from citedeck.pasting import pasted
from citedeck.verify.guards.claim import GAP, Claim, has_word, one_line
from citedeck.verify.guards.qualifiers import REACH, Patterns, brink, patterns

_MOST_IN_A_ROW = 3  # qualifiers: more than about 300
_NOUN = re.compile(r" [^\W\d_]+(?= )")


class _Said(NamedTuple):
    """A qualifier as it is said beside an answer, and the answer with it."""

    qualifier: Qualifier
    words: str
    whole: str


def qualified(claim: Claim) -> Problem | None:
    for said in _beside(claim):
        if not _carried(claim, said):
            message = f"the passage says “{said.whole}”, and neither question nor answer says “{said.words}”"
            hint = f"Say it in the question, or in the answer: answer: {pasted(said.whole)}"
            return claim.problem("qualifier-dropped", message, hint)
    return None


def _beside(claim: Claim) -> Iterable[_Said]:
    """The qualifiers right before and right after an answer, with the values it touches."""
    text, begin, end = claim.passage.source.text, claim.spot.start, claim.spot.end
    first = None
    for one in claim.touched:
        end = max(end, one.end)
        if first is None and _begins_with(claim, one):
            first, begin = one, min(begin, one.start)
    if not claim.around.may_be_qualified:
        as_claimed = begin == claim.spot.start and end == claim.spot.end
        if not (claim.cuts if as_claimed else cuts_word(text, begin, end)):
            return ()
    is_value = first is not None or claim.own[0].isdigit()
    before, after = text[max(0, begin - REACH) : begin], text[end : end + REACH]
    if not (before.isascii() and after.isascii()):
        before, after = folded(f"{before}|")[:-1], folded(f"|{after}")[1:]
    told = brink(claim.tag, is_value)
    ahead, behind = told.may_end(before), told.may_begin(after)
    if not behind and claim.own[-1].isdigit():
        behind = any(told.may_begin(rest) for _, rest in _beyond(claim, after))
    if not (ahead or behind):
        return ()
    is_date = first is None or isinstance(first.value, Date)
    fitting = [
        one
        for one in patterns(claim.tag)
        if one.qualifier.of_all or (is_value and (is_date or not one.qualifier.of_dates))
    ]
    before, after = text[reach_before(text, begin, REACH) : begin], text[end : reach_after(text, end, REACH)]
    before, after = folded(f"{before}|")[:-1], folded(f"|{after}")[1:]
    answer = text[claim.spot.start : end]
    said = [one for skipped, rest in _beyond(claim, after) for one in _after(fitting, answer + skipped, rest)]
    return chain(said if behind else (), _before(fitting, before, text[begin : claim.spot.end]) if ahead else ())


def _beyond(claim: Claim, after: str) -> list[tuple[str, str]]:
    """What stands after an answer; and after what it counts, if it is a bare number: 48 people at least."""
    noun = _NOUN.match(after) if claim.own[-1].isdigit() else None
    return [("", after), (noun[0], after[noun.end() :])] if noun else [("", after)]


def _after(fitting: list[Patterns], answer: str, after: str) -> Iterator[_Said]:
    for one in fitting:
        if found := one.after.match(after):
            yield _Said(one.qualifier, found["words"], one_line(answer + after[: found.end()]))


def _before(fitting: list[Patterns], before: str, answer: str) -> Iterator[_Said]:
    whole_before = before
    likely = [one for one in fitting if one.tells_before.may_stand_in(before)]
    for _ in range(_MOST_IN_A_ROW):
        searched = ((one.qualifier, one.before.search(before)) for one in likely)
        found_all = [(found.start("words"), found["words"], qualifier) for qualifier, found in searched if found]
        if not found_all:
            return
        start, words, qualifier = min(found_all, key=lambda one: one[0])  # the longest: not less than, not “less than”
        yield _Said(qualifier, words, one_line(whole_before[start:] + answer))
        before = before[:start]


def _begins_with(claim: Claim, one: Standing) -> bool:
    """Whether the answer begins with this value, but for an article or a sign before it."""
    if one.start <= claim.spot.start:
        return True
    ahead = claim.passage.source.text[claim.spot.start : one.start]
    known = language(claim.tag)
    return set(ahead.casefold().split()) <= {*known.articles, *known.guards.between}


def _carried(claim: Claim, said: _Said) -> bool:
    """Whether the question or the answer carries a qualifier, in these words or in others of the same meaning."""
    words = [said.words.casefold(), *said.qualifier.asked]
    same = _any_of((*said.qualifier.before, *said.qualifier.after))
    for text in (claim.asked, claim.answer):
        plain = folded(text).casefold()
        found = (one[0] for one in same.finditer(plain))
        if any(_says(plain, word, claim.tag) for word in (*words, *found)):
            return True
    return False


def _says(text: str, words: str, tag: str) -> bool:
    """Whether a text qualifies something with these words: about how many, about 15; or asks what it is about."""
    guards = language(tag).guards
    if words not in guards.common:
        return has_word(text, words)
    follows = rf"(?:{alternation(guards.asking)})(?!\w)|[^\w\s]?\d|{re.escape(folded(GAP))}"
    return re.search(rf"(?<!\w){re.escape(words)}(?: (?:{follows})|\W*\Z)", text) is not None


@lru_cache(maxsize=256)
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    plain = [pattern for pattern in patterns if re.match(r"[\w(]", pattern)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(plain) or '(?!)'})(?!\w)")
