"""What a proved fact puts into the fields of its note, as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from json.encoder import encode_basestring as quoted

from citedeck.asking import question_fields
from citedeck.history.lock import as_object
from citedeck.markup import to_attribute, to_html
from citedeck.model import Item, Picture
from citedeck.notes.citation import citation
from citedeck.notes.cited import Cited


def fields(item: Item, language: str, cited: Cited, seal: str) -> tuple[dict[str, str], str]:
    """The fields of a fact's note by their names, empty ones left out, and all of them as JSON. `cited` is the article
    of the fact.
    """
    entry = item.entry
    found = question_fields(entry.id, entry.question)
    if "" in found.values():
        found = {name: value for name, value in found.items() if value}
    as_json = {name: quoted(value) for name, value in found.items()}
    found["Evidence"], as_json["Evidence"] = cited.evidence(item.evidence, language)
    found["Source"], as_json["Source"] = cited.line(item.evidence[0])
    if entry.remarks.hint or entry.remarks.extra or item.image:
        for name, value in _additions(item):
            found[name], as_json[name] = value, quoted(value)
    found["Citation"], as_json["Citation"] = citation(item, seal)
    return found, as_object(as_json)


def _additions(item: Item) -> Iterator[tuple[str, str]]:
    """What most facts do not have."""
    remarks = item.entry.remarks
    if remarks.hint:
        yield "Hint", to_html(remarks.hint)
    if remarks.extra:
        yield "Extra", to_html(remarks.extra)
    if item.image:
        yield "Image", _image(item.image)


def _image(picture: Picture) -> str:
    """`src` comes first, and no other `=` follows it: Anki, looking for the files a field shows, would take one out of
    the words of `alt`; 23.10 takes the last.
    """
    alt = to_attribute(picture.alt).replace("=", "&#61;")
    return f'<img src="{picture.name}" alt="{alt}">'
