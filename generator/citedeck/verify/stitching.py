"""Where a quote leaves words out: an ellipsis or brackets that do not stand in the source themselves."""

from __future__ import annotations

import re
from itertools import pairwise

from citedeck.matching.anchor import Haystack
from citedeck.matching.folding import folded
from citedeck.seldom import seldom

_SEAM = seldom(r"\s*(?:\.\.\.|…|\[[^\]]*\]?)\s*")
_WORD_BEFORE = re.compile(r"\S+\Z")
_WORD_BEHIND = re.compile(r"\S+")


def seams(quote: str, haystack: Haystack) -> list[re.Match[str]]:
    """The seams of a quote. What stands in the source beside the same word, as a footnote's mark does, is none."""
    return [seam for seam in _SEAM.finditer(quote) if not _stands(seam, haystack)]


def pieces(quote: str, haystack: Haystack) -> list[str]:
    """The pieces of a quote between its seams."""
    spans = [seam.span() for seam in seams(quote, haystack)]
    bounds = pairwise([(0, 0), *spans, (len(quote), len(quote))])
    return [quote[start:end] for (_, start), (end, _) in bounds if quote[start:end].strip()]


def _stands(seam: re.Match[str], haystack: Haystack) -> bool:
    quote, (start, end) = seam.string, seam.span()
    before, behind = _WORD_BEFORE.search(quote, 0, start), _WORD_BEHIND.match(quote, end)
    beside = [quote[before.start() : end]] if before else []
    beside += [quote[start : behind.end()]] if behind else []
    return any(folded(text) in haystack.folded.text for text in beside)
