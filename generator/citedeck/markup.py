"""An author's text -> HTML that shows it as it was written, and in which nothing is live in Anki."""

from __future__ import annotations

import html
import re
import unicodedata

# What Anki would act on within a field: sounds, speech, LaTeX, and MathJax's delimiters.
_LIVE_TAG = re.compile(r"\[(?=(?:sound:|anki:|/?latex\]|/?\$))", re.IGNORECASE)
# The one mark that NFC would join to the end of a tag: > and it become ≯.
_STROKE = "\u0338"
_MATH = re.compile(r"\\(?=[()\[\]])")


def to_html(text: str) -> str:
    """A text as HTML, line breaks kept. NFC, as Anki stores it."""
    escaped = html.escape(unicodedata.normalize("NFC", text), quote=False)
    return _inert(escaped).replace("\n", "<br>").replace(_STROKE, f"&#{ord(_STROKE)};")


def to_cloze_html(text: str) -> str:
    """A text between the gaps of a cloze field, as HTML: its own braces open no gap."""
    return _entities("{}", to_html(text))


def to_gap_html(text: str) -> str:
    """A text within a gap, as HTML: its braces do not close the gap, its colons part no hint from it."""
    return _entities("{}:", to_html(text))


def to_hidden(text: str) -> str:
    """A text for a field that no card shows: escaped, so that Anki finds no media or markup in it."""
    return _LIVE_TAG.sub("&#91;", html.escape(unicodedata.normalize("NFC", text), quote=False))


def _inert(escaped: str) -> str:
    return _MATH.sub(r"<span>\\</span>", _LIVE_TAG.sub("&#91;", escaped))


def _entities(characters: str, text: str) -> str:
    return text.translate({ord(character): f"&#{ord(character)};" for character in characters})
