"""source/references.yaml: CSL-YAML, as Zotero and Pandoc write it -> References by their id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from citedeck.files import BYTE_ORDER_MARK, read_text
from citedeck.kinds.texts import is_language
from citedeck.model import Place, Problem, Reference, Text
from citedeck.reading.tree import Node, key_at, parse

_DATE_ORDERS = ("dmy", "mdy", "ymd")


def read_references(path: Path, shown: str) -> tuple[dict[str, Reference], list[Problem]]:
    """The references of a workspace. A file that is not there is no problem; one that cannot be understood is."""
    if not path.exists():
        return {}, []
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return {}, [text]
    tree, faults = parse(text.removeprefix(BYTE_ORDER_MARK))
    problems = [
        Problem(Place(shown, fault.line, fault.column), fault.code, fault.message, fault.hint) for fault in faults
    ]
    entries = tree.get("references", tree) if isinstance(tree, dict) else tree
    if entries is None or entries == "":
        return {}, problems
    if not isinstance(entries, list):
        message = "references.yaml must be a list of references"
        return {}, problems or [Problem(Place(shown, 1, 1), "wrong-shape", message, "Begin each with `- id: …`.")]
    references: dict[str, Reference] = {}
    for entry in entries:
        if not isinstance(entry, dict):
            message = "a reference must be a mapping of keys"
            problems.append(Problem(_place(shown, entry), "wrong-shape", message, "Begin it with `- id: …`."))
            continue
        reference = _reference(entry)
        problems += [*_misordered(shown, entry), *_unspoken(shown, entry)]
        if not reference.id:
            message = "a reference needs an `id`"
            problems.append(Problem(_place(shown, entry), "missing-key", message, "Decks name it as their `source:`."))
        elif reference.id in references:
            message = f"two references have the id “{reference.id}”"
            problems.append(Problem(_place(shown, entry), "duplicate-id", message, "Give one of them another id."))
        else:
            references[reference.id] = reference
    return references, problems


def _reference(entry: dict[str, Node]) -> Reference:
    return Reference(
        _scalar(entry, "id"),
        _scalar(entry, "title"),
        tuple(filter(None, map(_name, _items(entry, "author")))),
        _date(entry.get("issued")),
        _scalar(entry, "publisher") or _scalar(entry, "container-title"),
        _scalar(entry, "URL"),
        _scalar(entry, "language"),
        _scalar(entry, "file"),
        _scalar(entry, "date_order").casefold(),
    )


def _misordered(shown: str, entry: dict[str, Node]) -> Iterator[Problem]:
    """A problem if `date_order`, a key of ours that CSL does not know, is there and cannot be understood."""
    order = _scalar(entry, "date_order")
    if "date_order" in entry and order.casefold() not in _DATE_ORDERS:
        key = key_at(entry, "date_order")
        message = f"`date_order` is {f'“{order}”' if order else 'empty'}, but must be one of dmy, mdy and ymd"
        hint = "It says how the source writes dates in figures: 31.12.2024 is dmy."
        yield Problem(Place(shown, key.line, key.column), "wrong-shape", message, hint)


def _unspoken(shown: str, entry: dict[str, Node]) -> Iterator[Problem]:
    """A problem if a language is named that is none: in such a language nobody would know what denies or counts."""
    if "language" in entry and not is_language(_scalar(entry, "language")):
        key, named = key_at(entry, "language"), _scalar(entry, "language")
        message = (
            f"`language` is {f'“{named}”' if named else 'empty'}, but must be a BCP 47 tag such as “en” or “pt-BR”"
        )
        hint = "Without it, the article is in the language of the decks that cite it."
        yield Problem(Place(shown, key.line, key.column), "bad-language", message, hint)


def _place(shown: str, entry: Node) -> Place:
    first = next(iter(entry), None) if isinstance(entry, list | dict) else entry
    if isinstance(entry, dict) and isinstance(first, str):
        first = key_at(entry, first)
    return Place(shown, first.line, first.column) if isinstance(first, Text) else Place(shown, 1, 1)


def _scalar(entry: dict[str, Node], key: str) -> str:
    value = entry.get(key)
    return " ".join(value.split()) if isinstance(value, Text) else ""


def _items(entry: dict[str, Node], key: str) -> list[Node]:
    value = entry.get(key)
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(author: Node) -> str:
    """A CSL name: a text, `literal`, or `given` and `family`."""
    if isinstance(author, dict):
        parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
        return _scalar(author, "literal") or " ".join(filter(None, (_scalar(author, part) for part in parts)))
    return str(author) if isinstance(author, Text) else ""


def _parts(parts: Iterable[str]) -> str:
    return "-".join(f"{part:0>2}" for part in parts if part)


def _date(issued: Node | None) -> str:
    """A CSL date as far as it is known, in ISO 8601: `2024`, `2024-06`, `2024-06-17`; a range as `2024/2025`."""
    if isinstance(issued, list):
        return "/".join(filter(None, map(_date, issued)))
    if isinstance(issued, dict):
        parts = issued.get("date-parts")
        if isinstance(parts, list):
            return "/".join(
                _parts(part for part in one if isinstance(part, Text)) for one in parts if isinstance(one, list)
            )
        named = _parts(_scalar(issued, key) for key in ("year", "month", "day"))
        return named or _scalar(issued, "literal") or _scalar(issued, "raw")
    return str(issued) if isinstance(issued, Text) else ""
