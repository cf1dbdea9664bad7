"""What a proved fact puts into the fields of its note, as HTML."""

from __future__ import annotations

from citedeck.asking import question_fields
from citedeck.markup import to_attribute, to_hidden, to_html
from citedeck.model import Item, Picture
from citedeck.notes.citation import citation
from citedeck.notes.cited import Cited


def fields(item: Item, language: str, cited: Cited, seal: str) -> dict[str, str]:
    """The fields of a fact's note by their names. `cited` is the article of the fact."""
    remarks = item.entry.remarks
    return {
        **question_fields(item.entry.id, item.entry.question),
        "Evidence": cited.evidence(item.evidence, language),
        "Source": cited.line(item.evidence[0]),
        "Hint": to_html(remarks.hint) if remarks.hint else "",
        "Extra": to_html(remarks.extra) if remarks.extra else "",
        "Image": _image(item.image) if item.image else "",
        "Citation": to_hidden(citation(item, seal)),
    }


def _image(picture: Picture) -> str:
    """`src` comes first, and no other `=` follows it: Anki, looking for the files a field shows, would take one out of
    the words of `alt`; 23.10 takes the last.
    """
    alt = to_attribute(picture.alt).replace("=", "&#61;")
    return f'<img src="{picture.name}" alt="{alt}">'
