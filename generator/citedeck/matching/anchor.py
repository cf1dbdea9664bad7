"""Where a quote stands in its source: in exactly one place, or an error that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from citedeck.frozen import frozen
from citedeck.matching.folding import Folded, fold, folded
from citedeck.matching.occurrences import Searched
from citedeck.matching.tokens import bounded, stands_whole
from citedeck.matching.windows import Windows
from citedeck.model import Passage, Source

_MOST_SUGGESTIONS = 50


@dataclass(frozen=True)
class Haystack:
    """A source made ready for searching; it is folded once, and only if an exact search fails.

    `suggestions` counts how often its nearest passages may still be searched for: that is slow, and after so many
    wrong quotes something else is wrong. `anchored` are the quotes found without a prefix or suffix: facts share them.
    """

    source: Source
    suggestions: Iterator[int] = field(default_factory=lambda: iter(range(_MOST_SUGGESTIONS)), compare=False)
    anchored: dict[str, Passage | NotFound | Ambiguous] = field(default_factory=dict, compare=False)

    @cached_property
    def exact(self) -> Searched:
        return Searched(self.source.text)

    @cached_property
    def windows(self) -> Windows:
        return Windows(self.source.text)

    @cached_property
    def folded(self) -> Folded:
        return fold(self.source.text)

    @cached_property
    def levelled(self) -> Searched:
        return Searched(self.folded.text)


@frozen
class NotFound:
    """No place: the quote does not stand in the source. `cut` are the places where it would cut a token in two,
    `elsewhere` those where its prefix or suffix does not fit.
    """

    cut: tuple[Passage, ...] = ()
    elsewhere: tuple[Passage, ...] = ()


@frozen
class Ambiguous:
    """Several places."""

    passages: tuple[Passage, ...]


def anchor(haystack: Haystack, exact: str, prefix: str = "", suffix: str = "") -> Passage | NotFound | Ambiguous:
    """Find a quote by W3C's TextQuoteSelector: its exact code points, else folded; case-sensitive, one hit or none."""
    if prefix or suffix:
        return _anchor(haystack, exact, prefix, suffix)
    found = haystack.anchored.get(exact)
    if found is None:
        found = haystack.anchored[exact] = _only_place(haystack, exact) or _anchor(haystack, exact, "", "")
    return found


def _only_place(haystack: Haystack, exact: str) -> Passage | None:
    """The passage of a quote that is seen at once to stand in one place alone, as it is and uncut: most do."""
    needle, source = exact.strip(), haystack.source
    start = haystack.exact.only_place(needle)
    if start < 0 or not bounded(source.text, start, start + len(needle), source.language):
        return None
    return Passage(source, start, start + len(needle))


def _anchor(haystack: Haystack, exact: str, prefix: str, suffix: str) -> Passage | NotFound | Ambiguous:
    cut: list[Passage] = []
    elsewhere: list[Passage] = []
    for search in (_exact_hits, _folded_hits):
        hits: list[Passage] = []
        for passage in search(haystack, exact.strip()):
            if not stands_whole(haystack.source, passage.start, passage.end):
                cut.append(passage)
            elif not in_context(passage, prefix, suffix):
                elsewhere.append(passage)
            else:
                hits.append(passage)
        if hits:
            return hits[0] if len(hits) == 1 else Ambiguous(tuple(hits))
    return NotFound(_unique(cut), _unique(elsewhere))


def _exact_hits(haystack: Haystack, exact: str) -> Iterator[Passage]:
    for start in haystack.exact.occurrences(exact):
        yield Passage(haystack.source, start, start + len(exact))


def _folded_hits(haystack: Haystack, exact: str) -> Iterator[Passage]:
    needle = folded(exact)
    for start in haystack.levelled.occurrences(needle):
        if haystack.folded.whole(start, start + len(needle)):
            yield Passage(haystack.source, *haystack.folded.original(start, start + len(needle)))


def in_context(passage: Passage, prefix: str = "", suffix: str = "") -> bool:
    """Whether a prefix stands right before a passage, and a suffix right after it."""
    if not (prefix or suffix):
        return True
    text = passage.source.text
    reach = 4 * (len(prefix) + len(suffix)) + 400
    before = folded(text[max(0, passage.start - reach) : passage.start])
    after = folded(text[passage.end : passage.end + reach])
    return before.endswith(folded(prefix)) and after.startswith(folded(suffix))


def _unique(passages: list[Passage]) -> tuple[Passage, ...]:
    return tuple({(passage.start, passage.end): passage for passage in passages}.values())
