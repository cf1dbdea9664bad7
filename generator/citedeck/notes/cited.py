"""An article as its facts cite it: what their notes share is made once."""

from __future__ import annotations

from citedeck.markup import to_attribute, to_html, visible
from citedeck.model import Passage, Source
from citedeck.notes.evidence import blockquote, context, evidence, one_line
from citedeck.notes.fragment import link
from citedeck.outline import Outline
from citedeck.sources import title


class Cited:
    """An article with its outline, and the pieces of the lines that say where a passage stands."""

    def __init__(self, source: Source, outline: Outline | None = None) -> None:
        reference = source.reference
        self.outline = outline or Outline(source.text)
        self._text = source.text
        self._plain: dict[tuple[int, int], str | None] = {}
        self._name = f"<cite>{to_html(title(source))}</cite>"
        self._address = ""
        if reference.url.startswith(("https://", "http://")):
            self._address = visible(reference.url).replace(" ", "%20")  # as browsers would read it, and an audit can
        parts = (", ".join(reference.author), reference.publisher, reference.issued)
        self._known = "".join([f" · <span>{to_html(part)}</span>" for part in parts if part])
        self._after_title: dict[tuple[str, ...], str] = {(): self._known}

    def evidence(self, passages: tuple[Passage, ...], language: str) -> str:
        """Each quote marked in the text around it. Where that is its own HTML, each part of it is, too."""
        if len(passages) == 1:
            passage = passages[0]
            start, end = context(passage, self.outline)
            plain, first, last = self._shown(start, end), passage.start - start, passage.end - start
            if plain is not None and 0 <= first < last <= len(plain):
                begin = blockquote(passage.source.reference.language or language)
                return f"{begin}{plain[:first]}<mark>{plain[first:last]}</mark>{plain[last:]}</blockquote>"
        return evidence(passages, language, self.outline)

    def _shown(self, start: int, end: int) -> str | None:
        """A stretch of the article on one line, if that is its own HTML."""
        try:
            return self._plain[start, end]
        except KeyError:
            shown = one_line(self._text[start:end])
            plain = self._plain[start, end] = shown if to_html(shown) == shown else None
            return plain

    def line(self, passage: Passage) -> str:
        """The title, who wrote it and when, as far as it is known, and the headings the passage stands under.

        The title is a link to the passage where the article has an address.
        """
        headings = self.outline.section(passage.start)
        after_title = self._after_title.get(headings)
        if after_title is None:
            shown = " › ".join(map(to_html, headings))
            section = f'<span class="section">{shown}</span>' if shown else ""
            after_title = self._after_title[headings] = f"{self._known}{section}"
        if not self._address:
            return self._name + after_title
        return f'<a href="{to_attribute(link(self._address, passage, self.outline))}">{self._name}</a>{after_title}'


def source_line(passage: Passage, outline: Outline) -> str:
    """The line of a single passage."""
    return Cited(passage.source, outline).line(passage)
