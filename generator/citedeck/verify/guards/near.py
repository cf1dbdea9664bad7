"""`near`: a phrase of the quote that tells which of several values is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citedeck.languages import language
from citedeck.matching.folding import fold, folded
from citedeck.matching.occurrences import occurrences
from citedeck.matching.quantity import Stretch
from citedeck.matching.standing import Standing
from citedeck.matching.tokens import stands_whole
from citedeck.model import Entry, Passage, Problem, Text
from citedeck.verify.guards.claim import Claim, content_words

_WORD = re.compile(r"[^\W_]+|[^\w\s]")


def near_objection(
    claim: Claim, own: Standing, rivals: Sequence[Standing], same_type: Sequence[Standing], near: Text
) -> Problem | None:
    """Why `near` does not single out the answer's value among others of its type; None if it does."""
    found = next(places(claim.passage, near), None)
    inside = [one for one in same_type if found and found[0] <= one.start and one.end <= found[1]]
    if found is None:
        message = f"“{near}” stands in another quote than “{claim.shown}”"
    elif len(inside) != 1:
        message = f"“{near}” holds {f'{len(inside)} such values' if inside else 'no such value'}"
    elif inside[0] is not own:
        message = f"near “{near}” stands “{inside[0].text}”, not “{claim.shown}”"
    elif not ties(claim, own, rivals, found):
        message = f"beside “{own.text}”, “{near}” shares no word with the question or the answer"
    else:
        return None
    hint = "Let `near` be a phrase of the quote that holds this one value, with a word of the question beside it."
    return claim.entry.problem(near, "rival-values", message, hint)


def misplaced_near(entry: Entry, passages: tuple[Passage, ...]) -> Problem | None:
    """The problem of a `near` that does not stand in the quotes exactly once."""
    near = entry.citation.near
    if near is None:
        return None
    found = sum(1 for passage in passages for _ in places(passage, near))
    if found == 1:
        return None
    message = f"“{near}” stands {f'{found} times' if found else 'nowhere'} in the quote"
    return entry.problem(near, "near-not-found", message, "Copy a phrase of the quote that stands there once.")


def places(passage: Passage, phrase: str) -> Iterator[Stretch]:
    """Where a phrase stands in a passage, token-bounded, but for typography."""
    window, needle = fold(passage.text), folded(phrase)
    for start in occurrences(window.text, needle):
        if window.whole(start, start + len(needle)):
            first, last = window.original(start, start + len(needle))
            if stands_whole(passage.source, passage.start + first, passage.start + last):
                yield passage.start + first, passage.start + last


def ties(claim: Claim, own: Standing, rivals: Sequence[Standing], phrase: Stretch) -> bool:
    """Whether a phrase around the value shares a word with the question or the answer that is no rival's too."""
    text = claim.passage.source.text
    begin = max((beyond(claim, one) for one in rivals if one.end <= own.start), default=phrase[0])
    beside = f"{text[max(phrase[0], begin) : own.start]} {text[own.end : phrase[1]]}"
    said = " ".join(claim.said.words) if claim.said else ""
    shared = content_words(beside, claim.tag) & content_words(f"{claim.asked} {said}", claim.tag)
    of_rivals = (text[one.end : beyond(claim, one)] for one in rivals)
    return bool(shared - content_words(" ".join(of_rivals), claim.tag))


def beyond(claim: Claim, rival: Standing) -> int:
    """Where the words that belong to a rival end: of “3 keepers and 154 steps”, before “and”."""
    text, stops = claim.passage.source.text, language(claim.tag).stop_words
    for word in _WORD.finditer(text, rival.end, claim.passage.end):
        if not word[0][0].isalnum() or word[0].casefold() in stops:
            return word.start()
    return claim.passage.end
