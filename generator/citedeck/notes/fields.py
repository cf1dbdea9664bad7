"""What a proved fact puts into the fields of its note, as HTML."""

from __future__ import annotations

from citedeck.asking import question_fields
from citedeck.markup import to_attribute, to_html
from citedeck.model import Item, Picture
from citedeck.notes.citation import citation
from citedeck.notes.cited import Cited


def fields(item: Item, language: str, cited: Cited, seal: str) -> dict[str, str]:
    """The fields of a fact's note by their names, empty ones left out. `cited` is the article of the fact."""
    entry = item.entry
    found = question_fields(entry.id, entry.question)
    found["Evidence"] = cited.evidence(item.evidence, language)
    found["Source"] = cited.line(item.evidence[0])
    if entry.remarks.hint:
        found["Hint"] = to_html(entry.remarks.hint)
    if entry.remarks.extra:
        found["Extra"] = to_html(entry.remarks.extra)
    if item.image:
        found["Image"] = _image(item.image)
    found["Citation"] = citation(item, seal)
    return {name: value for name, value in found.items() if value} if "" in found.values() else found


def _image(picture: Picture) -> str:
    """`src` comes first, and no other `=` follows it: Anki, looking for the files a field shows, would take one out of
    the words of `alt`; 23.10 takes the last.
    """
    alt = to_attribute(picture.alt).replace("=", "&#61;")
    return f'<img src="{picture.name}" alt="{alt}">'
