"""The table of kinds, and the JSON Schema of a deck file that follows from it."""

from typing import Any

from citedeck.kinds.basic import Basic
from citedeck.kinds.choice import Choice
from citedeck.kinds.cloze import Cloze
from citedeck.kinds.deck import Head
from citedeck.kinds.fact import Fact
from citedeck.kinds.list import ListFact
from citedeck.kinds.term import Term
from citedeck.kinds.typed import Typed

KINDS: dict[str, type[Fact]] = {
    "cloze": Cloze,
    "choice": Choice,
    "list": ListFact,
    "term": Term,
    "typed": Typed,
    "basic": Basic,
}
"""Every kind by its name. A fact that names none is of the first kind that claims its keys."""

_CLAIMING = {name: kind for name, kind in KINDS.items() if kind.KEY}
_TELLING = {"kind", *(kind.KEY for kind in _CLAIMING.values())}
_LEFT = next(name for name, kind in KINDS.items() if kind.KEY is None)


def kind_of(raw: dict[Any, Any]) -> str | None:
    """The kind a fact with these keys names, else the first that claims it; None if it names none that we know."""
    if _TELLING.isdisjoint(raw):
        return _LEFT
    if "kind" in raw:
        return str(raw["kind"]) if isinstance(raw["kind"], str) and raw["kind"] in KINDS else None
    for name, kind in _CLAIMING.items():
        if kind.claims(raw):
            return name
    return _LEFT


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a deck file, for editors."""
    definitions: dict[str, Any] = {}
    for name, kind in KINDS.items():
        schema = kind.model_json_schema(ref_template="#/$defs/{model}")
        definitions.update(schema.pop("$defs", {}))
        schema["properties"]["kind"] = {"const": name, "description": schema["properties"]["kind"]["description"]}
        definitions[name] = {**schema, "title": name}
    head = Head.model_json_schema()
    facts = {
        "type": "object",
        "description": "The facts by their ids; an id is the note's identity in Anki, everything else may be edited.",
        "minProperties": 1,
        "additionalProperties": {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in KINDS]},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **head,
        "title": "citedeck deck",
        "properties": {**head["properties"], "facts": facts},
        "required": [*head["required"], "facts"],
        "$defs": definitions,
    }
