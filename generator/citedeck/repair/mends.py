"""The ways to mend the quotes of a fact: each a citation with which the fact is accepted, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from citedeck.frozen import frozen
from citedeck.matching.anchor import Ambiguous, Haystack, NotFound
from citedeck.matching.fitting import as_quote
from citedeck.matching.nearest import nearest
from citedeck.matching.tokens import widened
from citedeck.model import Citation, Entry, Passage, Text
from citedeck.repair.caution import reason_to_look
from citedeck.verify.citing import is_missing
from citedeck.verify.drift import requoted, rewordings, settled
from citedeck.verify.locating import Found, accepted, locate
from citedeck.verify.stitching import pieces, seams

_LONGEST_SEAM = 300  # code points
_WORD = re.compile(r"\w")


@frozen
class Mend:
    """A citation with which a fact is accepted. `why` says what is amiss, `look` why a person must look first, if so;
    `spread` how many quotes stand for each of the old ones.
    """

    citation: Citation
    why: str
    look: str = ""
    spread: tuple[int, ...] = ()


@frozen
class Patient:
    """A fact whose quotes do not all stand in its source; where they do, and the sources it does not cite."""

    entry: Entry
    haystack: Haystack
    found: tuple[Found, ...]
    others: Callable[[], list[Haystack]]


def mend(patient: Patient) -> Mend | None:
    """The first way that leads to a citation with which the fact is accepted."""
    return next(filter(None, (way(patient) for way in WAYS)), None)


def level_typography(patient: Patient) -> Mend | None:
    """The quotes with the quotation marks, dashes and letters of the source; what cannot be seen is left alone."""
    source = {
        index: as_quote(one.text)
        for index, (quote, one) in enumerate(zip(patient.entry.quotes, patient.found, strict=True))
        if isinstance(one, Passage) and _seen(one.text) != _seen(quote)
    }
    if not source or not patient.entry.citation.quotes:
        return None
    return _requoted(patient, source, "the quote has other typography than the source, which is no error")


def _in_its_place(patient: Patient) -> Mend | None:
    """The prefix or suffix of the one place that proves the answer."""
    new = settled(patient.entry, patient.haystack)
    ambiguous = any(isinstance(one, Ambiguous) for one in patient.found)
    why = "the quote stands more than once, and one place proves the answer" if ambiguous else "the quote moved"
    return Mend(new, why, _look(patient, new)) if new else None


def _widened(patient: Patient) -> Mend | None:
    """A quote that cuts words in two, with the whole of them."""
    source = patient.haystack.source
    whole = {
        index: {
            as_quote(source.text[slice(*widened(source.text, cut.start, cut.end, source.language))]) for cut in one.cut
        }
        for index, one in enumerate(patient.found)
        if isinstance(one, NotFound) and one.cut and not one.elsewhere
    }
    if not whole or not patient.entry.citation.quotes or any(len(texts) > 1 for texts in whole.values()):
        return None
    return _requoted(
        patient, {index: texts.pop() for index, texts in whole.items()}, "the quote cuts a word or number in two"
    )


def _unstitched(patient: Patient) -> Mend | None:
    """A quote that leaves words out, as the list of its pieces: what it leaves out can turn what they say."""
    old, haystack = patient.entry.citation, patient.haystack
    stitched = [
        isinstance(one, NotFound) and not one.elsewhere and not one.cut and bool(seams(quote, haystack))
        for quote, one in zip(patient.entry.quotes, patient.found, strict=True)
    ]
    if not any(stitched) or not old.quotes:
        return None
    parts = [
        tuple(map(quote.with_value, pieces(quote, haystack))) if cut else (quote,)
        for quote, cut in zip(old.quotes, stitched, strict=True)
    ]
    entry = replace(patient.entry, citation=replace(old, quotes=tuple(piece for part in parts for piece in part)))
    citation = settled(entry, haystack) if all(parts) else None
    if citation is None:
        return None
    left_out = _left_out(replace(entry, citation=citation), haystack, [len(part) for part in parts])
    put_in = (seam[0].strip() for quote in old.quotes for seam in seams(quote, haystack) if _WORD.search(seam[0]))
    look = next((f"{words} goes" for words in put_in), "") or next(left_out, "")
    return Mend(citation, "the quote leaves words out", look, tuple(map(len, parts)))


def _left_out(entry: Entry, haystack: Haystack, spread: Sequence[int]) -> Iterator[str]:
    """What was left out between the pieces of quotes."""
    passages = iter(one for one in locate(entry, haystack) if isinstance(one, Passage))
    for count in spread:
        for before, after in pairwise(islice(passages, count)):
            left_out = as_quote(haystack.source.text[before.end : after.start])
            if after.start < before.end or len(left_out) > _LONGEST_SEAM:
                yield "its pieces do not stand side by side"
            elif left_out:
                yield f"“{left_out}” was left out"


def _from_another_source(patient: Patient) -> Mend | None:
    """The one other source in which every quote stands, if none stands in the source that is named; another article may
    say the same of something else.
    """
    if len(_missing(patient)) < len(patient.entry.quotes):
        return None
    old = patient.entry.citation
    proving = []
    for other in patient.others():
        citation = replace(old, source=Text(other.source.name))
        if accepted(replace(patient.entry, citation=citation), other):
            proving.append((other, citation))
    if len(proving) != 1:
        return None
    other, citation = proving[0]
    return Mend(
        citation, f"the quote stands in {other.source.path}", f"another article is cited: “{other.source.name}”"
    )


def _reworded(patient: Patient) -> Mend | None:
    """The nearest passage, for each quote that is missing."""
    entry = patient.entry
    missing = {index: nearest(patient.haystack, entry.quotes[index]) for index in _missing(patient)}
    if not missing or not entry.citation.quotes:
        return None
    found = list(rewordings(entry, patient.haystack, missing))
    if not found:
        return None
    texts = {index: fit.quote for index, fit in found[0].items()}
    lines = " and ".join(str(fit.passage.source.line(fit.passage.start)) for fit in found[0].values())
    mended = _requoted(
        patient, texts, f"the quote is not there; line {lines} of {patient.haystack.source.path} is like it"
    )
    if mended and not mended.look and len(found) > 1:
        return replace(mended, look="another passage is like it too, and would prove the answer")
    return mended


WAYS: tuple[Callable[[Patient], Mend | None], ...] = (
    _in_its_place,
    _widened,
    _unstitched,
    _from_another_source,
    _reworded,
)


def _seen(text: str) -> str:
    """What can be seen of a text, wherever its lines end."""
    return as_quote(text).replace("- ", "-")


def _missing(patient: Patient) -> list[int]:
    """The indexes of the quotes of which nothing is known but that they do not stand in the source."""
    found = zip(patient.entry.quotes, patient.found, strict=True)
    return [index for index, (quote, one) in enumerate(found) if is_missing(quote, one, patient.haystack)]


def _requoted(patient: Patient, new: dict[int, str], why: str) -> Mend | None:
    """Other quotes, if the fact is accepted with them; and the reason why a person must look at one of them."""
    entry = patient.entry
    citation = settled(requoted(entry, new), patient.haystack)
    if citation is None:
        return None
    return Mend(citation, why, _look(patient, citation))


def _look(patient: Patient, new: Citation) -> str:
    """Why a person must look at another citation of as many quotes, if so."""
    old, language = patient.entry.citation, patient.entry.language
    texts = [*zip(old.quotes, new.quotes, strict=True), (old.prefix, new.prefix), (old.suffix, new.suffix)]
    looks = (reason_to_look(before, after or "", language) for before, after in texts if before and before != after)
    beside = (f"“{after}” stands beside it" for before, after in texts if after and not before)
    return next(filter(None, (*looks, *beside)), "")
