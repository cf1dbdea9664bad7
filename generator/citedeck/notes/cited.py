"""An article as its facts cite it: what their notes share is made once."""

from __future__ import annotations

from functools import lru_cache
from json.encoder import encode_basestring as quoted

from citedeck.frozen import frozen
from citedeck.markup import is_bare, to_attribute, to_html, visible
from citedeck.model import Passage, Source
from citedeck.notes.evidence import LONGEST_PARAGRAPH, blockquote, context, evidence, one_line
from citedeck.notes.fragment import link
from citedeck.outline import Outline
from citedeck.sources import title

Written = tuple[str, str]
"""What a field holds, and that as JSON: to look through a long text for what JSON escapes is dear."""


@frozen
class _Stretch:
    """The text around a passage, where it stands, and what follows the title of the article then. `plain` is the text
    on one line, if that is its own HTML; `is_json` if no character of it is escaped in JSON, either.
    """

    start: int
    end: int
    after_title: str
    plain: str | None = None
    is_json: bool = False


class Cited:
    """An article with its outline, and the pieces of the lines that say where a passage stands."""

    def __init__(self, source: Source, outline: Outline | None = None) -> None:
        reference = source.reference
        self.outline = outline or Outline(source.text)
        self._text = source.text
        self._stretches: dict[tuple[int, int], _Stretch] = {}
        self._paragraph = _Stretch(-1, -1, "")  # that of the passage before: mostly it is the next one's, too
        self._name = f"<cite>{to_html(title(source))}</cite>"
        self._address = ""
        if reference.url.startswith(("https://", "http://")):
            self._address = visible(reference.url).replace(" ", "%20")  # as browsers would read it, and an audit can
        parts = (", ".join(reference.author), reference.publisher, reference.issued)
        self._known = "".join([f" · <span>{to_html(part)}</span>" for part in parts if part])
        self._lines: dict[str, Written] = {}

    def evidence(self, passages: tuple[Passage, ...], language: str) -> Written:
        """Each quote marked in the text around it. Where that is its own HTML, each part of it is, too."""
        if len(passages) == 1:
            passage = passages[0]
            around = self._around(passage)
            text, start, end = around.plain, passage.start - around.start, passage.end - around.start
            if text is not None and 0 <= start < end <= len(text):
                begin, begin_as_json = _begin(passage.source.reference.language or language)
                shown = f"{text[:start]}<mark>{text[start:end]}</mark>{text[end:]}</blockquote>"
                html = begin + shown
                return html, f'{begin_as_json}{shown}"' if around.is_json else quoted(html)
        html = evidence(passages, language, self.outline)
        return html, quoted(html)

    def line(self, passage: Passage) -> Written:
        """The title, who wrote it and when, as far as it is known, and the headings the passage stands under.

        The title is a link to the passage where the article has an address.
        """
        after_title = self._around(passage).after_title
        if self._address:
            address = to_attribute(link(self._address, passage, self.outline))
            html = f'<a href="{address}">{self._name}</a>{after_title}'
            return html, quoted(html)
        line = self._lines.get(after_title)
        if line is None:
            html = self._name + after_title
            line = self._lines[after_title] = html, quoted(html)
        return line

    def _around(self, passage: Passage) -> _Stretch:
        """What stands around a passage."""
        last = self._paragraph
        if last.start <= passage.start and passage.end <= last.end:
            return last
        start, end = bounds = context(passage, self.outline)
        found = self._stretches.get(bounds) or self._stretch(start, end)
        self._stretches[bounds] = found
        block = self.outline.block(start)
        if block and (block.start, block.end) == bounds and end - start <= LONGEST_PARAGRAPH:
            self._paragraph = found
        return found

    def _stretch(self, start: int, end: int) -> _Stretch:
        headings = " › ".join(map(to_html, self.outline.section(start)))
        after_title = f'{self._known}<span class="section">{headings}</span>' if headings else self._known
        shown = one_line(self._text[start:end])
        if is_bare(shown):
            return _Stretch(start, end, after_title, shown, is_json=True)
        if to_html(shown) != shown:
            return _Stretch(start, end, after_title)
        return _Stretch(start, end, after_title, shown, quoted(shown) == f'"{shown}"')


@lru_cache(maxsize=64)
def _begin(language: str) -> Written:
    """How a passage in a language begins; its JSON is left open."""
    html = blockquote(language)
    return html, quoted(html)[:-1]


def source_line(passage: Passage, outline: Outline) -> str:
    """The line of a single passage."""
    return Cited(passage.source, outline).line(passage)[0]
