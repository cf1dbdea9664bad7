"""Where the quotes of a fact stand in its source, or why they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citedeck.matching.anchor import Ambiguous, Haystack, NotFound, anchor, in_context
from citedeck.matching.nearest import nearest
from citedeck.matching.tokens import widened
from citedeck.model import Cloze, Entry, Passage, Problem, Text
from citedeck.verify.pasting import pasted

_STITCH = re.compile(r"\s*(?:\.\.\.|…|\[[^\]]*\]?)\s*")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_MOST_CONTEXT = 12  # words
_REACH = 1_000  # code points in which they are looked for
_MOST_CHOICES = 8


def cite(entry: Entry, haystack: Haystack) -> tuple[tuple[Passage, ...], list[Problem]]:
    """The passages of a fact's quotes, in their order, and a problem for every quote that has none."""
    passages: list[Passage] = []
    problems: list[Problem] = []
    context = entry.citation.prefix or "", entry.citation.suffix or ""
    wanted = quotes(entry)
    for quote in wanted:
        found = anchor(haystack, quote, *context) if len(wanted) == 1 else anchor(haystack, quote)
        if isinstance(found, Ambiguous) and len(wanted) > 1:  # of several quotes, the context is for those that need it
            found = anchor(haystack, quote, *context)
        match found:
            case Passage():
                passages.append(found)
            case Ambiguous():
                problems.append(_ambiguous(entry, quote, haystack, found))
            case NotFound():
                problems.append(_not_found(entry, quote, haystack, found))
    return tuple(passages), problems


def quotes(entry: Entry) -> tuple[Text, ...]:
    """The quotes of a fact; a cloze without one is its own."""
    if not entry.citation.quotes and isinstance(entry.question, Cloze):
        return (entry.question.filled,)
    return entry.citation.quotes


def _not_found(entry: Entry, quote: Text, haystack: Haystack, found: NotFound) -> Problem:
    what, source = _what(entry), haystack.source
    if found.elsewhere:
        lines = " and ".join(str(source.line(passage.start)) for passage in found.elsewhere[:3])
        message = f"the {what} stands on line {lines} of {source.path}, but not between its prefix and suffix"
        return entry.problem(quote, "quote-not-found", message, "Copy the words right before it as `prefix:`.")
    if found.cut:
        passage = found.cut[0]
        whole = source.text[slice(*widened(source.text, passage.start, passage.end, source.language))]
        message = f"the {what} cuts a word or number in two on line {source.line(passage.start)} of {source.path}"
        return entry.problem(quote, "quote-splits-token", message, f"Quote it whole: {what}: {pasted(whole)}")
    if _STITCH.search(quote):
        message = f"the {what} seems to leave words out, and does not stand in {source.path} as it is"
        return entry.problem(quote, "quote-stitched", message, _unstitched(quote, haystack))
    near = [f"line {near.line}: {near.diff}" for near in nearest(haystack, quote)]
    message = f"the {what} does not stand in {source.path}"
    hint = (
        "The nearest passages, with [-what the quote has-] and {+what stands there+}:"
        if near
        else "Copy the passage from the article as it stands there."
    )
    return entry.problem(quote, "quote-not-found", message, "\n".join([hint, *near]))


def _what(entry: Entry) -> str:
    return "quote" if entry.citation.quotes else "cloze"


def _unstitched(quote: Text, haystack: Haystack) -> str:
    """Its pieces as a list, ready to paste, if they stand in the source each for itself."""
    pieces = [piece for piece in _STITCH.split(quote) if piece]
    if all(isinstance(anchor(haystack, piece), Passage) for piece in pieces):
        return "\n".join(["Write its pieces as a list:", "quote:", *(f"  - {pasted(piece)}" for piece in pieces)])
    return "Write several quotes, each without a gap, as a list."


def _ambiguous(entry: Entry, quote: Text, haystack: Haystack, found: Ambiguous) -> Problem:
    message = f"the {_what(entry)} stands {len(found.passages)} times in {haystack.source.path}"
    hint = "Quote more of the sentence, or say which is meant:"
    return entry.problem(quote, "quote-ambiguous", message, "\n".join([hint, *_choices(haystack, found)]))


def _choices(haystack: Haystack, found: Ambiguous) -> Iterator[str]:
    for passage in found.passages[:_MOST_CHOICES]:
        yield f"line {haystack.source.line(passage.start)}: {_telling_context(passage, found)}".rstrip(" :")
    more = len(found.passages) - _MOST_CHOICES
    if more > 0:
        yield f"and {more} more"


def _telling_context(passage: Passage, found: Ambiguous) -> str:
    """The shortest prefix, else suffix, that tells a place from the others, ready to paste: of its paragraph if any."""
    text = passage.source.text
    before = text[max(0, passage.start - _REACH) : passage.start]
    after = text[passage.end : passage.end + _REACH]
    in_paragraph = _PARAGRAPH_END.split(before)[-1], _PARAGRAPH_END.split(after, maxsplit=1)[0]
    for left, right in (in_paragraph, (before, after)):
        prefixes, suffixes = left.split()[-_MOST_CONTEXT:], right.split(maxsplit=_MOST_CONTEXT)[:_MOST_CONTEXT]
        for count in range(1, len(prefixes) + 1):
            prefix = " ".join(prefixes[-count:])
            if not any(in_context(other, prefix=prefix) for other in found.passages if other is not passage):
                return f"prefix: {pasted(prefix)}"
        for count in range(1, len(suffixes) + 1):
            suffix = " ".join(suffixes[:count])
            if not any(in_context(other, suffix=suffix) for other in found.passages if other is not passage):
                return f"suffix: {pasted(suffix)}"
    return ""
