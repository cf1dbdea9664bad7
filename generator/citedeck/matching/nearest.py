"""The passages of a source that are nearest to a quote that does not stand in it. They suggest; they never decide."""

from __future__ import annotations

from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from citedeck.frozen import frozen
from citedeck.matching.anchor import Haystack
from citedeck.matching.fitting import Fit, fit
from citedeck.matching.tokens import widened
from citedeck.model import Passage

_MOST = 3
_LEAST_SCORE = 60.0
_WORST_BEHIND_BEST = 20.0
_PUNCTUATION = ".,;:!?"


@frozen
class Near:
    """A passage like the quote, and what would have to change: `[-in the quote-]{+in the source+}`."""

    fit: Fit
    line: int
    diff: str

    @property
    def passage(self) -> Passage:
        return self.fit.passage


def nearest(haystack: Haystack, quote: str) -> list[Near]:
    """Up to three passages, the most alike first; none that has little in common with the quote."""
    windows = haystack.windows.like(quote)
    texts = [haystack.source.text[start:end] for start, end in windows]
    ranked = process.extract(quote, texts, scorer=fuzz.partial_ratio, limit=2 * _MOST, score_cutoff=_LEAST_SCORE)
    found = []
    for text, _, index in ranked:
        stretch = _alike(quote, text)
        if stretch:
            start, end = (windows[index][0] + place for place in stretch)
            passage = Passage(haystack.source, *widened(haystack.source.text, start, end, haystack.source.language))
            found.append((fuzz.ratio(quote, passage.text), passage))
    found.sort(key=lambda scored: -scored[0])
    least = max(_LEAST_SCORE, found[0][0] - _WORST_BEHIND_BEST) if found else 0
    fits = [fit(quote, passage) for score, passage in found[:_MOST] if score >= least]
    # what is alike may begin behind the “not” that came in: what fits the words of the quote holds it
    alike = {(one.passage.start, one.passage.end): one for one in fits}
    return [
        Near(one, haystack.source.line(one.passage.start), word_diff(quote, one.passage.text)) for one in alike.values()
    ]


def nearest_words(answer: str, passage: Passage) -> str:
    """The words of a passage that are nearest to an answer, or nothing."""
    stretch = _alike(answer, passage.text)
    if stretch is None:
        return ""
    start, end = (passage.start + place for place in stretch)
    words = passage.source.text[slice(*widened(passage.source.text, start, end, passage.source.language))]
    return words if fuzz.ratio(answer.casefold(), words.casefold()) >= _LEAST_SCORE else ""


def _alike(wanted: str, text: str) -> tuple[int, int] | None:
    """The stretch of a text that is most like what is wanted."""
    alignment = fuzz.partial_ratio_alignment(wanted, text)
    if alignment is None:
        return None
    start, end = alignment.dest_start, alignment.dest_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def word_diff(old: str, new: str) -> str:
    """The words of two texts as a word diff of git shows them; the punctuation beside a word is the new text's."""
    before, after = old.split(), new.split()
    pieces = []
    bare = [word.strip(_PUNCTUATION) or word for word in before], [word.strip(_PUNCTUATION) or word for word in after]
    for change, start, end, other, last in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        if change == "equal":
            pieces.append(" ".join(after[other:last]))
            continue
        gone = f"[-{' '.join(before[start:end])}-]" if end > start else ""
        come = f"{{+{' '.join(after[other:last])}+}}" if last > other else ""
        pieces.append(gone + come)
    return " ".join(pieces)
