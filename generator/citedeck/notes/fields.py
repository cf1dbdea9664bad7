"""What a proved fact puts into the fields of its note, as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from citedeck.asking import question_fields
from citedeck.markup import to_attribute, to_hidden, to_html, visible
from citedeck.model import Item, Passage, Picture
from citedeck.notes.citation import citation
from citedeck.notes.fragment import link
from citedeck.outline import Outline
from citedeck.sources import title

_LONGEST_PARAGRAPH = 420  # in code points; of a longer paragraph the card shows the sentences that hold the quote


def fields(item: Item, language: str, outline: Outline) -> dict[str, str]:
    """The fields of a fact's note by their names. `outline` is that of the fact's source."""
    remarks = item.entry.remarks
    return {
        **question_fields(item.entry.id, item.entry.question),
        "Evidence": evidence(item.evidence, language, outline),
        "Source": source_line(item.evidence[0], outline),
        "Hint": to_html(remarks.hint),
        "Extra": to_html(remarks.extra),
        "Image": _image(item.image) if item.image else "",
        "Citation": to_hidden(citation(item)),
    }


def _image(picture: Picture) -> str:
    """`src` comes first, and no other `=` follows it: Anki, looking for the files a field shows, would take one out of
    the words of `alt`; 23.10 takes the last.
    """
    alt = to_attribute(picture.alt).replace("=", "&#61;")
    return f'<img src="{picture.name}" alt="{alt}">'


def evidence(passages: tuple[Passage, ...], language: str, outline: Outline) -> str:
    """Each quote marked in the paragraph or the sentences around it; quotes of one sentence share it."""
    around: dict[tuple[int, int], list[Passage]] = {}
    for passage in sorted(passages, key=lambda passage: passage.start):
        around.setdefault(context(passage, outline), []).append(passage)
    lang = to_attribute(passages[0].source.reference.language or language)
    return "".join(
        f'<blockquote lang="{lang}" dir="auto">{_marked(start, end, marked)}</blockquote>'
        for (start, end), marked in around.items()
    )


def context(passage: Passage, outline: Outline) -> tuple[int, int]:
    """The paragraph around a passage; of a long one, the sentences that hold it."""
    start, end = outline.paragraph(passage.start, passage.end)
    return (start, end) if end - start <= _LONGEST_PARAGRAPH else outline.sentences(passage.start, passage.end)


def _marked(start: int, end: int, passages: Iterable[Passage]) -> str:
    pieces = []
    for passage in passages:
        text = passage.source.text
        begin = max(start, passage.start)
        if begin < passage.end:
            pieces.append(to_html(_one_line(text[start:begin])))
            pieces.append(f"<mark>{to_html(_one_line(text[begin : passage.end]))}</mark>")
            start = passage.end
    pieces.append(to_html(_one_line(text[start:end])))
    return "".join(pieces)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def source_line(passage: Passage, outline: Outline) -> str:
    """The title, who wrote it and when, as far as it is known, and the headings the passage stands under.

    The title is a link to the passage where the article has an address.
    """
    reference = passage.source.reference
    name = f"<cite>{to_html(title(passage.source))}</cite>"
    if reference.url.startswith(("https://", "http://")):
        address = visible(reference.url).replace(" ", "%20")  # as browsers would read it, and an audit can
        name = f'<a href="{to_attribute(link(address, passage, outline))}">{name}</a>'
    parts = (", ".join(reference.author), reference.publisher, reference.issued)
    known = [name, *(f"<span>{to_html(part)}</span>" for part in parts if part)]
    section = " › ".join(to_html(heading) for heading in outline.section(passage.start))
    return " · ".join(known) + (f'<span class="section">{section}</span>' if section else "")
