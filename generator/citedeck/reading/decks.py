"""Deck files: a YAML text -> a DeckFile, its entries and its problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from citedeck.files import read_text
from citedeck.kinds import KINDS, Fact, Head, kind_of
from citedeck.kinds.values import Shape
from citedeck.model import Citation, DeckFile, Entry, Identity, Misread, Place, Problem, Remarks, Text
from citedeck.reading.tree import Fault, Node, parse

_SHAPE = TypeVar("_SHAPE", bound=Shape)
_START = Text("", 1, 1)


def read_deck(path: Path, shown: str) -> DeckFile:
    """Read a deck file; problems name it as `shown`. It never raises for what the file says."""
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return _unreadable(shown, path.stem, [text])
    tree, faults = parse(text)
    problems = [_fault(shown, fault) for fault in faults]
    if isinstance(tree, dict):
        return _deck(path, shown, tree, problems)
    if not problems:
        code, message = ("empty-file", "the file is empty") if tree is None else ("wrong-shape", "a deck is a mapping of keys")
        hint = "Start a deck with `citedeck new`."
        problems = [Problem(Place(shown, 1, 1), code, message, hint)]
    return _unreadable(shown, path.stem, problems)


def _unreadable(shown: str, id: str, problems: Iterable[Problem]) -> DeckFile:
    return DeckFile(shown, id, id, problems=tuple(replace(problem, deck=id) for problem in problems))


def _deck(path: Path, shown: str, tree: dict[Text, Node], problems: list[Problem]) -> DeckFile:
    facts = tree.pop(Text("facts"), None)
    head, head_problems = _shaped(Head, tree, shown, _START, "a deck")
    problems += head_problems
    deck_id = str((head and head.id) or path.stem)
    if deck_id.casefold() == "collection" or deck_id.casefold().startswith("backup-"):
        message = f"a deck cannot be called “{deck_id}”: Anki takes a package of that name for a whole collection"
        problems.append(Problem(Place(shown, 1, 1), "reserved-deck-id", message, "Give the deck another `id:`."))
    if not isinstance(facts, dict) or not facts:
        problems.append(_no_facts(shown, facts, tree))
        facts = {}
    entries: list[Entry] = []
    misread: list[Misread] = []
    for id, raw in facts.items():
        fact = _fact(shown, deck_id, id, raw, head, problems)
        if isinstance(fact, Entry):
            entries.append(fact)
        else:
            misread.append(fact)
    owned = tuple(replace(problem, deck=deck_id) for problem in problems)
    if head is None:
        return DeckFile(shown, deck_id, deck_id, entries=tuple(entries), misread=tuple(misread), problems=owned)
    return DeckFile(
        shown,
        deck_id,
        str(head.deck),
        str(head.language),
        str(head.description or ""),
        tuple(map(str, head.tags)),
        tuple(entries),
        tuple(misread),
        owned,
    )


def _no_facts(shown: str, facts: Node | None, tree: dict[Text, Node]) -> Problem:
    hint = "Put facts under `facts:`, each as `id:` with its keys below it, indented."
    if isinstance(facts, list):
        return Problem(Place(shown, 1, 1), "wrong-shape", "`facts` must be a mapping of ids to facts, not a list", hint)
    return Problem(Place(shown, 1, 1), "no-facts", "the deck has no facts", hint)


def _fact(shown: str, deck_id: str, id: Text, raw: Node, head: Head | None, problems: list[Problem]) -> Entry | Misread:
    def misread(kind: str | None, *found: Problem) -> Misread:
        problems.extend(replace(problem, fact=str(id)) for problem in found)
        return Misread(shown, id, kind)

    place = Place(shown, id.line, id.column)
    if not isinstance(raw, dict):
        hint = "Put its keys below the id, indented: ask, answer and quote."
        return misread(None, Problem(place, "wrong-shape", f"the fact “{id}” must be a mapping of keys", hint))
    kind = kind_of(raw)
    if kind is None:
        named = next(key for key in raw if key == "kind")
        message = f"“{raw[named]}” is not a kind" if isinstance(raw[named], Text) else "kind must be text"
        hint = f"Kinds are {', '.join(sorted(KINDS))}; leave `kind` out and it follows from the keys."
        return misread(None, Problem(Place(shown, named.line, named.column), "unknown-kind", message, hint))
    fact, found = _shaped(KINDS[kind], raw, shown, id, f"a {kind} fact")
    if not _is_id(id):
        message = f"“{id}” cannot be an id: ids are made of letters, digits, “-”, “_” and “.”"
        found.append(Problem(place, "bad-id", message, "Give the fact another id."))
    if fact is None or found:
        return misread(kind, *found)
    return _entry(shown, deck_id, id, kind, fact, head)


def _is_id(id: Text) -> bool:
    return any(character.isalnum() for character in id) and all(
        character.isalnum() or character in "-_." for character in id
    )


def _entry(shown: str, deck_id: str, id: Text, kind: str, fact: Fact, head: Head | None) -> Entry:
    source = fact.source or (head.source if head else None)
    return Entry(
        deck_id,
        shown,
        id,
        kind,
        fact.question(),
        Citation(source, fact.quote, fact.prefix, fact.suffix),
        Identity(str(id), fact.was, fact.guid),
        fact.accept,
        tuple(map(str, fact.tags)),
        Remarks(str(fact.hint or ""), str(fact.extra or "")),
        frozenset(map(str, fact.ignore)),
    )


def _shaped(
    shape: type[_SHAPE], raw: dict[Text, Node], shown: str, owner: Text, what: str
) -> tuple[_SHAPE | None, list[Problem]]:
    """A mapping as the shape it should have, or the problems that keep it from that; `owner` is where it begins."""
    try:
        return shape.model_validate(raw), []
    except ValidationError as error:
        return None, [_shape_problem(shape, raw, shown, owner, what, detail) for detail in error.errors()]


def _shape_problem(
    shape: type[Shape], raw: dict[Text, Node], shown: str, owner: Text, what: str, detail: ErrorDetails
) -> Problem:
    at = _locate(raw, detail["loc"], owner)
    place = Place(shown, at.line, at.column)
    key = ".".join(str(step) for step in detail["loc"] if isinstance(step, str) and step != "[key]")
    match detail["type"]:
        case "missing":
            description = _description(shape, detail["loc"])
            return Problem(place, "missing-key", f"{what} needs the key `{key}`", description)
        case "extra_forbidden":
            return Problem(place, "unknown-key", f"{what} has no key `{key}`", _did_you_mean(shape, detail["loc"], raw))
        case "too_short":
            return Problem(place, "wrong-shape", f"{key} must have at least one item", "Add one, or take the key out.")
        case "is_instance_of" | "dict_type" | "tuple_type" | "model_type":
            return Problem(place, "wrong-shape", f"{key} has the wrong shape", _description(shape, detail["loc"]))
        case code:
            return Problem(place, code, f"{key} {detail['msg']}", _description(shape, detail["loc"]))


def _locate(raw: Any, loc: tuple[int | str, ...], found: Text) -> Text:
    """The text to point at: the key of the last step that is there, or the item of a list."""
    for step in loc:
        if isinstance(raw, dict):
            key = next((key for key in raw if key == step), None)
            if key is None:
                return found
            found, raw = key, raw[key]
        elif isinstance(raw, list) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
            found = raw if isinstance(raw, Text) else found
    return found


def _description(shape: type[Shape], loc: tuple[int | str, ...]) -> str:
    field = shape.model_fields.get(str(loc[0]))
    return (field.description or "") if field and len(loc) == 1 else ""


def _did_you_mean(shape: type[Shape], loc: tuple[int | str, ...], raw: dict[Text, Node]) -> str:
    if len(loc) > 1:
        return "Take it out."
    known = sorted(shape.model_fields)
    close = get_close_matches(str(loc[0]), [key for key in known if key not in raw], n=1, cutoff=0.6)
    return f"Did you mean `{close[0]}`?" if close else f"It has {', '.join(known)}."


def _fault(shown: str, fault: Fault) -> Problem:
    place = Place(shown, fault.line, fault.column)
    inside_facts = bool(fault.within) and fault.within[0] == "facts"
    if fault.code == "duplicate-key" and inside_facts and len(fault.within) == 1:
        message = fault.message.replace("“", "the fact “", 1)
        return Problem(place, "duplicate-id", message, "Give one of the two another id.")
    fact = str(fault.within[1]) if inside_facts and len(fault.within) > 1 else None
    return Problem(place, fault.code, fault.message, fault.hint, fact=fact)
