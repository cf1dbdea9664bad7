"""What can be pasted to say which of several values is meant: a narrower quote, or a `near`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citedeck.languages import language
from citedeck.matching.anchor import Haystack, anchor
from citedeck.matching.quantity import Stretch
from citedeck.matching.standing import Standing
from citedeck.matching.tokens import count_words
from citedeck.model import Passage
from citedeck.pasting import pasted
from citedeck.verify.guards.claim import Claim, one_line
from citedeck.verify.guards.near import beyond, places, ties

_FEWEST_WORDS = 3
_MOST_WORDS = 5
_WORD = re.compile(r"\w[\w'’-]*")
_AROUND = ",;:.()[]—–- \n"


def ways_out(claim: Claim, own: Standing, rivals: Sequence[Standing]) -> Iterator[str]:
    """Lines that say what to do, each with a line to paste if there is one."""
    narrower, near = _narrower_quote(claim, rivals), _phrase_near(claim, own, rivals)
    if narrower:
        yield f"Quote less: quote: {pasted(narrower)}"
    if near:
        yield f"{'Or say' if narrower else 'Say'} which is meant: near: {pasted(near)}"
    if not (narrower or near):
        yield "If it is the right one, quote less, so that it is the only such value in the quote."


def _bounds(claim: Claim, rivals: Sequence[Standing]) -> Stretch:
    """The stretch of the quote around the answer that holds nothing of a rival."""
    start = max((beyond(claim, one) for one in rivals if one.end <= claim.spot.start), default=claim.passage.start)
    end = min((one.start for one in rivals if one.start >= claim.spot.end), default=claim.passage.end)
    return min(start, claim.spot.start), end


def _narrower_quote(claim: Claim, rivals: Sequence[Standing]) -> str:
    """That stretch without the stop words at its ends, if it is enough for a quote."""
    text, spot = claim.passage.source.text, claim.spot
    start, end = _bounds(claim, rivals)
    words = [(word.start(), word.end()) for word in re.compile(r"\S+").finditer(text, start, end)]
    while words and words[0][1] <= spot.start and _is_stop(claim, words[0]):
        words.pop(0)
    while words and words[-1][0] >= spot.end and _is_stop(claim, words[-1]):
        words.pop()
    stretch = text[words[0][0] : words[-1][1]].strip(_AROUND) if words else ""
    if count_words(stretch) < _FEWEST_WORDS or not isinstance(anchor(Haystack(claim.passage.source), stretch), Passage):
        return ""
    return one_line(stretch)


def _is_stop(claim: Claim, word: Stretch) -> bool:
    bare = claim.passage.source.text[slice(*word)].strip(_AROUND).casefold()
    return not bare or bare in language(claim.tag).stop_words


def _phrase_near(claim: Claim, own: Standing, rivals: Sequence[Standing]) -> str:
    """The shortest phrase around the value that would do as `near`."""
    text = claim.passage.source.text
    start, end = _bounds(claim, rivals)
    after = [word.end() for word in _WORD.finditer(text, own.end, end)][:_MOST_WORDS]
    before = [word.start() for word in _WORD.finditer(text, start, own.start)][-_MOST_WORDS:]
    phrases = [*((own.start, stop) for stop in after), *((begin, own.end) for begin in reversed(before))]
    for phrase in phrases:
        words = text[slice(*phrase)]
        if ties(claim, own, rivals, phrase) and len(list(places(claim.passage, words))) == 1:
            return one_line(words)
    return ""
