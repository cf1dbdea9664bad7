"""The small Markdown of a field -> Prose.

Read is emphasis, strong, code, links, lists, formulas in dollars, 10^23^ and H~2~O, and a few tags of HTML. All else
is text, and so is what a backslash stands before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citedeck.markdown.reader import Reader
from citedeck.markdown.signs import BEGIN, END, ESCAPE, FORMULA
from citedeck.model import Prose, Text
from citedeck.seldom import seldom

MEANINGFUL = r"\\*_`^~$<\[\n"
"""The characters that mean something, for a class of a regular expression. A text without one is what it says."""

_PLAIN = re.compile(f"[^{MEANINGFUL}]*")
_LIST = re.compile(r"^[ \t]*(?:[-*+]|1[.)])[ \t]", re.MULTILINE)
_MASKED = seldom(rf"((`+)[^`]+\2)|{ESCAPE.pattern}|{FORMULA.pattern}", re.DOTALL)


def phrase(text: Text) -> Prose:
    """A text that stands in one run: an answer, an option, a term."""
    return _prose(text, text, in_blocks=False)


def paragraphs(text: Text) -> Prose:
    """A text in which lists may stand too."""
    return _prose(text, text, in_blocks="\n" in text and _LIST.search(text) is not None)


def is_plain(text: str) -> bool:
    """Whether a text surely has no markup: then what it says is what is written, and it needs no `Prose`."""
    return _PLAIN.fullmatch(text) is not None


def masked(text: str) -> str:
    """A text of the same length with blanks for its formulas, and for what a backslash stands before."""
    if not ("\\" in text or "$" in text or "`" in text):  # one of which begins whatever is masked
        return text
    return _MASKED.sub(lambda found: found[0] if found[1] else " " * len(found[0]), text)


def divided(text: Text, gaps: Sequence[tuple[slice, slice]]) -> list[Prose] | None:
    """A text that gaps part: what stands before the first gap, what that holds, what stands between, and so on.

    Of each gap is given where its braces stand, and where within them what it holds. None if markup has swallowed a
    bound: it stands within a formula, or in the title of a link.
    """
    bounds = [0, *(bound for outer, _ in gaps for bound in (outer.start, outer.stop)), len(text)]
    between = [text[start:stop] for start, stop in zip(bounds[::2], bounds[1::2], strict=True)]
    held = [text[inner] for _, inner in gaps]
    marked = between[0] + "".join(f"{BEGIN}{gap}{END}{rest}" for gap, rest in zip(held, between[1:], strict=True))
    prose = _prose(text, marked, in_blocks=False)
    cuts = [place for place, character in enumerate(prose) if character in (BEGIN, END)]
    formulas = [span for span in prose.spans if span.mark == "math"]
    if len(cuts) != 2 * len(gaps) or any(span.start <= cut < span.end for span in formulas for cut in cuts):
        return None
    written = [piece for pair in zip(between, [*held, ""], strict=True) for piece in pair]
    starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(prose)]
    return [prose.cut(start, end, piece) for start, end, piece in zip(starts, ends, written, strict=False)]


def _prose(at: Text, text: str, in_blocks: bool) -> Prose:
    if is_plain(text):
        return Prose(text, at, text)
    from citedeck.markdown.syntax import parser  # which most decks have no use for

    reader = Reader()
    reader.take(parser().parse(text) if in_blocks else parser().parseInline(text))
    return Prose(reader.words(), at, text, reader.spans(), tuple(reader.unread))
