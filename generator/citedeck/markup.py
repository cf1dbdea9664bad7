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
_SAMPLE = 20


def to_html(text: str) -> str:
    """A text as HTML, line breaks kept. NFC, as Anki stores it."""
    escaped = _LIVE_TAG.sub("&#91;", _MATH.sub(r"<span>\\</span>", _escaped(text)))
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


def commands(page: str) -> Iterator[str]:
    """What Anki would act on in HTML: nothing, if it was written here."""
    return (page[start.start() : start.start() + _SAMPLE] for start in _LIVE_TAG.finditer(page))


def formulas(shown: str) -> Iterator[str]:
    """What MathJax would typeset in a text that a browser shows: nothing, if its HTML was written here."""
    return (shown[start.start() : start.start() + _SAMPLE] for start in _MATH.finditer(shown))


def _escaped(text: str) -> str:
    return html.escape(unicodedata.normalize("NFC", visible(text)), quote=False)
