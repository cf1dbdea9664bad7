"""What tells one of several places of a quote from the others: a prefix or a suffix."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citedeck.matching.anchor import in_context
from citedeck.model import Citation, Passage, Text

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_MOST_WORDS = 12
_REACH = 1_000  # code points in which they are looked for


def telling(passage: Passage, places: Sequence[Passage]) -> tuple[str, str] | None:
    """The shortest prefix, else suffix, that tells a place from the others, as a key and its value: of its paragraph
    if any.
    """
    found = (context for context in _contexts(passage) if _tells(passage, places, **{context[0]: context[1]}))
    return next(found, None)


def in_its_place(citation: Citation, passage: Passage, places: Sequence[Passage]) -> Citation | None:
    """A citation with the prefix and suffix of a place: with those keys it has, else with the one that tells."""
    if not citation.prefix and not citation.suffix:
        context = telling(passage, places)
        if context is None:
            return None
        key, value = context[0], Text(context[1])
        return replace(citation, prefix=value) if key == "prefix" else replace(citation, suffix=value)
    before, after = _around(passage)
    for more in range(_MOST_WORDS):
        prefix = " ".join(before[-len(citation.prefix.split()) - more :]) if citation.prefix else ""
        suffix = " ".join(after[: len(citation.suffix.split()) + more]) if citation.suffix else ""
        missing = (citation.prefix and not prefix) or (citation.suffix and not suffix)
        if not missing and _tells(passage, places, prefix, suffix):
            return replace(
                citation,
                prefix=citation.prefix and citation.prefix.with_value(prefix),
                suffix=citation.suffix and citation.suffix.with_value(suffix),
            )
    return None


def _contexts(passage: Passage) -> Iterator[tuple[str, str]]:
    before, after = _beside(passage)
    in_paragraph = _PARAGRAPH_END.split(before)[-1], _PARAGRAPH_END.split(after, maxsplit=1)[0]
    for left, right in (in_paragraph, (before, after)):
        prefixes, suffixes = left.split()[-_MOST_WORDS:], right.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
        yield from (("prefix", " ".join(prefixes[-count:])) for count in range(1, len(prefixes) + 1))
        yield from (("suffix", " ".join(suffixes[:count])) for count in range(1, len(suffixes) + 1))


def _around(passage: Passage) -> tuple[list[str], list[str]]:
    before, after = _beside(passage)
    return before.split(), after.split()


def _beside(passage: Passage) -> tuple[str, str]:
    text = passage.source.text
    return text[max(0, passage.start - _REACH) : passage.start], text[passage.end : passage.end + _REACH]


def _tells(passage: Passage, places: Sequence[Passage], prefix: str = "", suffix: str = "") -> bool:
    return not any(in_context(other, prefix, suffix) for other in places if other is not passage)
