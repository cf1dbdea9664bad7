"""Whether the quote holds further values of the answer's type, and which of them is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citedeck.languages import language
from citedeck.matching.anchor import Haystack, anchor, occurrences
from citedeck.matching.answer import is_whole_value
from citedeck.matching.dates import Date
from citedeck.matching.folding import fold, folded
from citedeck.matching.quantities import Quantity, Stretch
from citedeck.matching.tokens import count_words, stands_whole
from citedeck.matching.values import Standing, Value, said
from citedeck.model import Entry, Passage, Problem, Text
from citedeck.verify.guards.claim import Claim, one_line
from citedeck.verify.pasting import pasted

_FEWEST_WORDS = 3
_MOST_NEAR_WORDS = 5


def rivalled(claim: Claim) -> Problem | None:
    own = _own_value(claim)
    if claim.pinned or own is None:
        return None
    rivals = [one for one in claim.standing if _is_rival(claim, own, one)]
    if not rivals or _tied_by_itself(claim, own):
        return None
    if claim.entry.citation.near:
        return _near_objection(claim, own, claim.entry.citation.near)
    shown = " and ".join(f"“{_text(one)}”" for one in sorted((own, *rivals), key=lambda one: one.start))
    message = f"the quote holds several values that could be meant: {shown}"
    return claim.problem("rival-values", message, "\n".join(_ways_out(claim, own, rivals)))


def _own_value(claim: Claim) -> Standing | None:
    """The value that the answer is; None for an answer that is more than a value."""
    if claim.said is None or len(claim.said.words) > _MOST_NEAR_WORDS or len(claim.touched) != 1:
        return None
    return claim.touched[0]


def _is_rival(claim: Claim, own: Standing, other: Standing) -> bool:
    """Whether a value of the quote could be taken for the answer, and is not one of the answers."""
    if other is own or other.start < claim.passage.start or claim.passage.end < other.end:
        return False
    if not is_whole_value(claim.passage.source, other.start, other.end):
        return False  # nobody could answer with half of 23–16
    if not _same_type(own.value, other.value) or _same(own.value, other.value) or _restates(own, other):
        return False
    further = (said(one, claim.passage.source) for one in claim.others)
    return not any(_same(reading, other.value) for one in further if one for reading in one.readings)


def _same_type(one: Value, other: Value) -> bool:
    if isinstance(one, Date) or isinstance(other, Date):
        return isinstance(one, Date) and isinstance(other, Date)
    return bool(one.type & other.type)


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Date) and isinstance(other, Date):
        return one.proves(other) or other.proves(one)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.value == other.value and one.type == other.type
    return False


def _restates(own: Standing, other: Standing) -> bool:
    """Whether one of two values only says the other again, in brackets and in another unit: 340 miles (550 km)."""
    first, second = sorted((own, other), key=lambda one: one.start)
    if not isinstance(first.value, Quantity) or not isinstance(second.value, Quantity):
        return False
    text = first.window.text
    between, after = text[first.value.end : second.value.start], text[second.value.end : second.value.end + 1]
    return (
        bool(re.fullmatch(r" [(\[](?:[^\W\d]+\.? )?", between))
        and after in ")]"
        and first.value.unit != second.value.unit
    )


def _tied_by_itself(claim: Claim, own: Standing) -> bool:
    """Whether the answer says by its own words which value is meant: 450 women, where the question is about women."""
    assert claim.said is not None
    return (
        bool(_content(" ".join(claim.said.words), claim.tag) & _content(claim.asked, claim.tag))
        and own.start >= claim.spot.start
    )


def _near_objection(claim: Claim, own: Standing, near: Text) -> Problem | None:
    """Why `near` does not single out the answer's value; None if it does."""
    found = list(_places(claim.passage, near))
    if len(found) != 1:
        return None  # told once for the fact
    start, end = found[0]
    inside = [
        one for one in claim.standing if start <= one.start and one.end <= end and _same_type(own.value, one.value)
    ]
    if len(inside) != 1:
        holds = f"{len(inside)} such values" if inside else "no such value"
        message = f"“{near}” holds {holds}"
    elif inside[0] is not own:
        message = f"near “{near}” stands “{_text(inside[0])}”, not “{claim.shown}”"
    elif not _shares(claim, own, start, end):
        message = f"“{near}” shares no word with the question or the answer"
    else:
        return None
    hint = "Let `near` be a phrase of the quote that holds this one value, with a word of the question beside it."
    return claim.entry.problem(near, "rival-values", message, hint)


def _places(passage: Passage, phrase: str) -> Iterator[Stretch]:
    """Where a phrase stands in a passage, token-bounded, but for typography."""
    window, needle = fold(passage.text), folded(phrase)
    for start in occurrences(window.text, needle):
        if window.whole(start, start + len(needle)):
            first, last = window.original(start, start + len(needle))
            if stands_whole(passage.source, passage.start + first, passage.start + last):
                yield passage.start + first, passage.start + last


def misplaced_near(entry: Entry, passages: tuple[Passage, ...]) -> Problem | None:
    """The problem of a `near` that does not stand in the quotes exactly once."""
    near = entry.citation.near
    if near is None:
        return None
    found = sum(1 for passage in passages for _ in _places(passage, near))
    if found == 1:
        return None
    message = f"“{near}” stands {f'{found} times' if found else 'nowhere'} in the quote"
    return entry.problem(near, "near-not-found", message, "Copy a phrase of the quote that stands there once.")


def _shares(claim: Claim, own: Standing, start: int, end: int) -> bool:
    text = claim.passage.source.text
    beside = f"{text[start : own.start]} {text[own.end : end]}"
    return bool(_content(beside, claim.tag) & (_content(claim.asked, claim.tag) | _content(_rest(claim), claim.tag)))


def _rest(claim: Claim) -> str:
    return " ".join(claim.said.words) if claim.said else ""


def _content(text: str, tag: str) -> set[str]:
    """The words of a text that say what it is about."""
    return set(re.findall(r"\w+", folded(text).casefold())) - set(language(tag).stop_words)


def _ways_out(claim: Claim, own: Standing, rivals: list[Standing]) -> Iterator[str]:
    """What can be pasted to say which value is meant: a narrower quote, or a phrase near the value."""
    narrower = _narrower_quote(claim, rivals)
    if narrower:
        yield f"Quote less: quote: {pasted(narrower)}"
    near = _phrase_near(claim, own, rivals)
    if near:
        yield f"{'Or say' if narrower else 'Say'} which is meant: near: {pasted(near)}"
    if not (narrower or near):
        yield "Quote less, so that only the value that is meant stands in the quote."


def _narrower_quote(claim: Claim, rivals: list[Standing]) -> str:
    """The stretch of the quote around the answer that holds no rival, if it is enough for a quote."""
    text, spot = claim.passage.source.text, claim.spot
    start = max((one.end for one in rivals if one.end <= spot.start), default=claim.passage.start)
    end = min((one.start for one in rivals if one.start >= spot.end), default=claim.passage.end)
    words = [(word.start() + start, word.end() + start) for word in re.finditer(r"\S+", text[start:end])]
    stops = language(claim.tag).stop_words
    while (
        words
        and words[0][1] <= spot.start
        and (_is_stop(text, words[0], stops) or (start > claim.passage.start and not _whole(claim, words[0])))
    ):
        words.pop(0)
    while words and words[-1][0] >= spot.end and _is_stop(text, words[-1], stops):
        words.pop()
    if not words:
        return ""
    stretch = text[words[0][0] : words[-1][1]].strip(" ,;:(—–-")
    enough = count_words(stretch) >= _FEWEST_WORDS and isinstance(
        anchor(Haystack(claim.passage.source), stretch), Passage
    )
    return one_line(stretch) if enough else ""


def _is_stop(text: str, word: Stretch, stops: tuple[str, ...]) -> bool:
    bare = text[slice(*word)].strip(",;:.()—–-").casefold()
    return not bare or bare in stops


def _whole(claim: Claim, word: Stretch) -> bool:
    return stands_whole(claim.passage.source, *word)


def _phrase_near(claim: Claim, own: Standing, rivals: list[Standing]) -> str:
    """The shortest phrase around the value that would do as `near`."""
    text = claim.passage.source.text
    limit = min((one.start for one in rivals if one.start >= own.end), default=claim.passage.end)
    begin = max((one.end for one in rivals if one.end <= own.start), default=claim.passage.start)
    after = [own.end + word.end() for word in re.finditer(r"\w[\w'’-]*", text[own.end : limit])][:_MOST_NEAR_WORDS]
    before = [begin + word.start() for word in re.finditer(r"\w[\w'’-]*", text[begin : own.start])][-_MOST_NEAR_WORDS:]
    stretches = [*((own.start, end) for end in after), *((start, own.end) for start in reversed(before))]
    for start, end in stretches:
        if _shares(claim, own, start, end) and len(list(_places(claim.passage, text[start:end]))) == 1:
            return one_line(text[start:end])
    return ""


def _text(one: Standing) -> str:
    return one.window.text[one.value.start : one.value.end]
