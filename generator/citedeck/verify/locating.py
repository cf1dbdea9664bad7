"""Where the quotes of a fact stand in its source, and whether the fact is accepted for what stands there."""

from __future__ import annotations

from citedeck.matching.anchor import Ambiguous, Haystack, NotFound, anchor
from citedeck.model import Entry, Passage, Proof
from citedeck.verify.proving import prove

Found = Passage | NotFound | Ambiguous


def locate(entry: Entry, haystack: Haystack) -> tuple[Found, ...]:
    """Where each quote stands. Of several, the prefix and suffix are for those that stand more than once."""
    prefix, suffix, wanted = entry.citation.prefix or "", entry.citation.suffix or "", entry.quotes
    if len(wanted) == 1:
        return (anchor(haystack, wanted[0], prefix, suffix),)
    found = (anchor(haystack, quote) for quote in wanted)
    return tuple(
        anchor(haystack, quote, prefix, suffix) if isinstance(one, Ambiguous) else one
        for quote, one in zip(wanted, found, strict=True)
    )


def accepted(entry: Entry, haystack: Haystack) -> bool:
    """Whether every quote has its place, and they prove the answer: what `verify` asks of a fact."""
    found = locate(entry, haystack)
    passages = tuple(one for one in found if isinstance(one, Passage))
    return len(passages) == len(found) and isinstance(prove(entry, passages), Proof)
