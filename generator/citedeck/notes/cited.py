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
        self._sections: dict[tuple[str, ...], str] = {(): ""}

    def evidence(self, passages: tuple[Passage, ...], language: str) -> str:
        """Each quote marked in the text around it. Where that is its own HTML, each part of it is, too."""
        if len(passages) == 1:
            passage = passages[0]
            start, end = around = context(passage, self.outline)
            if around not in self._plain:
                shown = one_line(self._text[start:end])
                self._plain[around] = shown if to_html(shown) == shown else None
            plain, first, last = self._plain[around], passage.start - start, passage.end - start
            if plain is not None and 0 <= first < last <= len(plain):
                begin = blockquote(passage.source.reference.language or language)
                return f"{begin}{plain[:first]}<mark>{plain[first:last]}</mark>{plain[last:]}</blockquote>"
        return evidence(passages, language, self.outline)

    def line(self, passage: Passage) -> str:
        """The title, who wrote it and when, as far as it is known, and the headings the passage stands under.

        The title is a link to the passage where the article has an address.
        """
        name = self._name
        if self._address:
            name = f'<a href="{to_attribute(link(self._address, passage, self.outline))}">{name}</a>'
        return f"{name}{self._known}{self._section(self.outline.section(passage.start))}"

    def _section(self, headings: tuple[str, ...]) -> str:
        if headings not in self._sections:
            shown = " › ".join(map(to_html, headings))
            self._sections[headings] = f'<span class="section">{shown}</span>' if shown else ""
        return self._sections[headings]


def source_line(passage: Passage, outline: Outline) -> str:
    """The line of a single passage."""
    return Cited(passage.source, outline).line(passage)
