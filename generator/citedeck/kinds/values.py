"""The values a deck file is made of: text, ids, tags, yes or no, and the errors each can have."""

import html
import re
import unicodedata
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from citedeck import tex
from citedeck.kinds.texts import CONTROLS, LANGUAGE, is_flawless, is_id, is_language, is_plain
from citedeck.markdown import paragraphs, phrase
from citedeck.model import Prose, Text

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROL = re.compile(rf"[{CONTROLS}\ud800-\udfff]")
_SPACE = re.compile(r"\s")
_LIVE = re.compile(r"[<\[\\]")  # in a tag, which Anki puts on cards as it is: begins HTML, a sound, a formula

SCALAR = {"type": ["string", "number", "boolean"]}
"""YAML would read `1990` as a number and `no` as a boolean; citedeck reads every scalar as the text that stands there.
"""


class Shape(BaseModel):
    """A mapping of a deck file: its keys and nothing else."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


def fault(code: str, message: str) -> PydanticCustomError:
    """An error of a value: `code` is the problem's code, `message` follows the key's name (“answer is empty”)."""
    return PydanticCustomError(code, "{message}", {"message": message})


def flaw(text: str) -> PydanticCustomError | None:
    """Why a text cannot stand in a deck, if so."""
    if not (text[:1].isalnum() or any(map(_is_visible, text))):
        return fault("empty-text", "is empty")
    control = _CONTROL.search(text)
    return fault("control-character", f"holds the control character U+{ord(control[0]):04X}") if control else None


def words(value: Any) -> Text:
    """Any text that is not empty, without the space around it."""
    if not isinstance(value, Text):
        shape = "a list" if isinstance(value, list) else "a mapping"
        raise fault("wrong-shape", f"must be text, not {shape}")
    if is_flawless(value):
        return value
    flawed = flaw(value)
    if flawed:
        raise flawed
    bare = value.strip()
    return value if len(bare) == len(value) else value.with_value(bare)


def _phrase(value: Any) -> Text:
    return value if is_plain(value) else _shown(phrase(words(value)))


def _paragraphs(value: Any) -> Text:
    return value if is_plain(value) else _shown(paragraphs(words(value)))


def _shown(prose: Prose) -> Text:
    flawed = flaw(prose)
    if flawed:
        raise flawed
    return sound(prose)


def sound(text: Text) -> Text:
    """A text, if what it holds as formulas are some."""
    if not isinstance(text, Prose):
        return text
    for span in text.spans:
        formula = text[span.start : span.end]
        wrong = tex.flaw(formula) if span.mark == "math" else None
        if wrong:
            raise fault("broken-formula", f"holds the formula “{formula}”, which {wrong}")
    endless = next((piece for piece in text.unread if piece.startswith("$")), None)
    if endless:
        raise fault("broken-formula", f"begins a formula that does not end: “{endless}”")
    return text


def _is_visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in ("Cf", "Mn", "Me", "Cc")


def _id(value: Text) -> Text:
    if not is_id(value):
        raise fault("bad-id", f"is “{value}”, but must be made of letters, digits, “-”, “_” and “.”")
    return value


def _guid(value: Text) -> Text:
    if _SPACE.search(value):
        raise fault("bad-guid", "holds white space, as no guid does")
    if not value.isascii():
        raise fault("bad-guid", f"is “{value}”, but a guid of Anki is made of ASCII characters alone")
    if value in ("null", "~"):
        raise fault("empty-text", "is empty")
    return value


def _day(value: Text) -> Text:
    try:
        there = bool(_DAY.fullmatch(value) and date.fromisoformat(value))
    except ValueError:
        there = False
    if not there:
        raise fault("wrong-shape", f"is “{value}”, but must be a day such as 2024-05-14")
    return value


def _language(value: Text) -> Text:
    if not is_language(value):
        raise fault("bad-language", f"is “{value}”, but must be a BCP 47 tag such as “en” or “pt-BR”")
    return value


def _tag(value: Text) -> Text:
    if _SPACE.search(value):
        raise fault("bad-tag", f"holds “{value}”: in Anki a space ends a tag")
    if _LIVE.search(value) or html.unescape(value) != value:
        raise fault("bad-tag", f"holds “{value}”: cards show tags, and there <, [, \\ and &…; are more than text")
    if value.casefold().split("::")[0] == "citedeck":
        raise fault("bad-tag", f"holds “{value}”: the tags below `citedeck` are kept for what citedeck itself marks")
    if not all(value.split("::")):
        raise fault("bad-tag", f"holds “{value}”, which has an empty part beside its `::`")
    return value


def _flag(value: Any) -> bool:
    if value not in ("true", "false"):
        raise fault("bad-flag", "must be true or false")
    return bool(value == "true")


def _one_or_more(value: Any, several: ValidatorFunctionWrapHandler) -> tuple[Text, ...]:
    if is_flawless(value):
        return (value,)
    if isinstance(value, Text):
        value = [value]
    read: tuple[Text, ...] = several(value)
    return read


def _several(value: Any) -> Any:
    if not isinstance(value, list):
        raise fault("wrong-shape", "must be a list")
    return value


def _mapping(value: Any) -> Any:
    if not isinstance(value, dict):
        raise fault("wrong-shape", "must be a mapping of keys to values")
    return value


def _mapping_with_places(value: Any) -> Any:
    return {text.with_value(key) if isinstance(text, Text) else key: text for key, text in _mapping(value).items()}


Words = Annotated[Text, PlainValidator(words), WithJsonSchema(SCALAR)]
"""Any text that is not empty."""

Phrase = Annotated[Text, PlainValidator(_phrase), WithJsonSchema(SCALAR)]
"""A text in one run, which may have small Markdown."""

Paragraphs = Annotated[Text, PlainValidator(_paragraphs), WithJsonSchema(SCALAR)]
"""A text that may have small Markdown, lists too."""

Id = Annotated[Words, AfterValidator(_id), WithJsonSchema(SCALAR)]
"""The name of a deck or a fact."""

Tag = Annotated[Words, AfterValidator(_tag), WithJsonSchema({**SCALAR, "pattern": r"^\S+$"})]
"""An Anki tag; `::` nests."""

Guid = Annotated[Words, AfterValidator(_guid), WithJsonSchema(SCALAR)]
"""What Anki knows a note by: visible characters."""

Day = Annotated[Words, AfterValidator(_day), WithJsonSchema({"type": "string", "pattern": f"^{_DAY.pattern}$"})]
"""A day of the calendar, as in ISO 8601."""

Language = Annotated[
    Words,
    AfterValidator(_language),
    WithJsonSchema({"type": "string", "pattern": f"^{LANGUAGE}$"}),
]
"""A BCP 47 language tag."""

Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`."""

List = BeforeValidator(_several)
"""Marks a tuple that is written as a YAML list."""

Mapping = BeforeValidator(_mapping)
"""Marks a value that is written as a YAML mapping."""

MappingWithPlaces = BeforeValidator(_mapping_with_places)
"""The same, if its keys are to know where they stand: as they are read, their values know that."""

Quotes = Annotated[
    tuple[Words, ...],
    Field(min_length=1),
    BeforeValidator(_several),
    WrapValidator(_one_or_more),
    WithJsonSchema({"anyOf": [SCALAR, {"type": "array", "items": SCALAR, "minItems": 1}]}),
]
"""One text or a list of them."""
