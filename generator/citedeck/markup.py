"""A text -> HTML that shows its words and its markup, and in which nothing is live in Anki or in a browser.

What an author may mark up comes as `Prose`; every other text, an article's above all, is shown as it stands. The HTML
is made of a few tags alone, and cleaned once more by a library that knows what browsers make of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import nh3

from citedeck.model import Mark, Prose, Span, lowered, spans

# What Anki would act on within a field: sounds, speech, typing boxes, LaTeX, and MathJax's delimiters.
_LIVE_TAG = re.compile(r"\[(?=(?:sound:|anki:|\[type:|/?latex\]|/?\$))", re.IGNORECASE)
_MATH = re.compile(r"\\(?=[()\[\]])")
# U+001F parts Anki's fields; of the others none can be seen. An article may hold them, a deck may not.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# Braces make gaps in every field of a cloze note; the stroke is the one mark that NFC joins to a tag: > becomes ≯.
_STROKE = "\u0338"
# A text in which nothing of all this stands, no line break and nothing that HTML escapes.
_is_plain = re.compile(rf"[^\x00-\x1f\x7f&<>\[\\{{}}{_STROKE}]*\Z").match
# Printable ASCII of which JSON, HTML and Anki take every character for what it is: so it may stand in any of them.
is_bare = re.compile(r"[ !#-%'-;=?-Z\]-z|~]*\Z").match
_SAMPLE = 20

_ELEMENTS = {"a", "b", "br", "code", "em", "i", "li", "ol", "span", "strong", "sub", "sup", "u", "ul"}
_SCHEMES = {"http", "https", "mailto"}
_BLOCKS: frozenset[Mark | None] = frozenset(("li", "ol", "ul"))  # they break lines by themselves


def to_html(text: str) -> str:
    """A text as HTML, with its markup and its line breaks. NFC, as Anki stores it."""
    if not (isinstance(text, Prose) and text.spans):
        if is_bare(text):
            return str(text)
        composed = unicodedata.normalize("NFC", text)
        return str(composed) if _is_plain(composed) else _neutral(_literal(text))
    page = _Writer(text).page()
    return _neutral(nh3.clean(page, _ELEMENTS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel=None))


def _literal(text: str) -> str:
    page = _escaped(text)
    if "\\" in page:
        page = _MATH.sub(r"<span>\\</span>", page)
    return page.replace("\n", "<br>")


def _neutral(page: str) -> str:
    if "[" in page:
        page = _LIVE_TAG.sub("&#91;", page)
    return page.replace("{", "&#123;").replace("}", "&#125;").replace(_STROKE, "&#824;")


class _Writer:
    """Writes a text in the elements that lie over it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._open: list[Span] = []
        self._at = 0
        self._bound: Mark | None = None  # what began or ended where we are

    def page(self) -> str:
        for span in spans(self._text):
            while self._open and self._open[-1].end <= span.start:
                self._end()
            if span.mark != "a" or all(around.mark != "a" for around in self._open):  # links hold no links
                self._begin(span)
        while self._open:
            self._end()
        self._write(len(self._text), None)
        return "".join(self._pieces)

    def _begin(self, span: Span) -> None:
        self._write(span.start, span.mark)
        self._open.append(span)
        if span.mark != "math":
            href = f' href="{to_attribute(span.href)}"' if span.href else ""
            self._pieces.append(f"<{span.mark}{href}>")

    def _end(self) -> None:
        self._write(self._open[-1].end, self._open[-1].mark)
        mark = self._open.pop().mark
        if mark != "math":
            self._pieces.append(f"</{mark}>")

    def _write(self, end: int, bound: Mark | None) -> None:
        """Write the words up to the next bound."""
        words, before = self._text[self._at : end], self._bound
        self._at, self._bound = end, bound
        words = words.removeprefix("\n") if before in _BLOCKS else words
        words = words.removesuffix("\n") if bound in _BLOCKS else words
        marks = {span.mark for span in self._open}
        words = lowered(words) if marks & {"sub", "sup"} else words
        self._pieces.append(rf"\({_escaped(' '.join(words.split()))}\)" if "math" in marks else _literal(words))


def to_gap_html(text: str) -> str:
    """A text within a gap of a cloze, as HTML: its colons part no hint from it."""
    return to_html(text).replace(":", "&#58;")


def to_attribute(text: str) -> str:
    """A text for an attribute in double quotes."""
    return _neutral(_escaped(text)).replace('"', "&quot;").replace("\\", "&#92;")


def to_hidden(text: str) -> str:
    """A text for a field that no card shows: escaped, so that Anki finds no media and no gaps in it."""
    return _LIVE_TAG.sub("&#91;", _escaped(text)).replace("{{", "{&#123;")


def visible(text: str) -> str:
    """A text with a space for each control character, which no card can show: as long as before."""
    return text if text.isprintable() else _CONTROL.sub(" ", text)


def commands(page: str) -> Iterator[str]:
    """What Anki would act on in HTML: nothing, if it was written here."""
    return (page[start.start() : start.start() + _SAMPLE] for start in _LIVE_TAG.finditer(page))


def formulas(shown: str) -> Iterator[str]:
    """What MathJax would typeset in a text that a browser shows: nothing, if its HTML was written here."""
    return (shown[start.start() : start.start() + _SAMPLE] for start in _MATH.finditer(shown))


def _escaped(text: str) -> str:
    composed = unicodedata.normalize("NFC", text if text.isprintable() else visible(text))
    return composed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
