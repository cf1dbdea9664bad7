"""A text of an author or an article -> HTML that shows it as it was written, and in which nothing is live in Anki."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

# What Anki would act on within a field: sounds, speech, typing boxes, LaTeX, and MathJax's delimiters.
_LIVE_TAG = re.compile(r"\[(?=(?:sound:|anki:|\[type:|/?latex\]|/?\$))", re.IGNORECASE)
_MATH = re.compile(r"\\(?=[()\[\]])")
# U+001F parts Anki's fields; of the others none can be seen. An article may hold them, a deck may not.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# Braces make gaps in every field of a cloze note; the stroke is the one mark that NFC joins to a tag: > becomes ≯.
_ENTITIES = {ord(character): f"&#{ord(character)};" for character in "{}\u0338"}
_ATTRIBUTE_ENTITIES = {**_ENTITIES, ord('"'): "&quot;", ord("\\"): "&#92;"}
_GAP_ENTITIES = {ord(":"): f"&#{ord(':')};"}
_LIVE_SAMPLE = 12


def to_html(text: str) -> str:
    """A text as HTML, line breaks kept. NFC, as Anki stores it."""
    escaped = _MATH.sub(r"<span>\\</span>", _LIVE_TAG.sub("&#91;", _escaped(text)))
    return escaped.translate(_ENTITIES).replace("\n", "<br>")


def to_gap_html(text: str) -> str:
    """A text within a gap of a cloze, as HTML: its colons part no hint from it."""
    return to_html(text).translate(_GAP_ENTITIES)


def to_attribute(text: str) -> str:
    """A text for an attribute in double quotes."""
    return _LIVE_TAG.sub("&#91;", _escaped(text)).translate(_ATTRIBUTE_ENTITIES)


def to_hidden(text: str) -> str:
    """A text for a field that no card shows: escaped, so that Anki finds no media and no gaps in it."""
    return _LIVE_TAG.sub("&#91;", _escaped(text)).replace("{{", "{&#123;")


def visible(text: str) -> str:
    """A text with a space for each control character, which no card can show: as long as before."""
    return _CONTROL.sub(" ", text)


def live(page: str) -> Iterator[str]:
    """What Anki would act on in HTML, or a browser in its text: nothing, in what is written here."""
    for found in (_LIVE_TAG, _MATH):
        yield from (page[start.start() :][:_LIVE_SAMPLE] for start in found.finditer(page))


def _escaped(text: str) -> str:
    return html.escape(unicodedata.normalize("NFC", visible(text)), quote=False)
