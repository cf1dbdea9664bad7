"""YAML as a tree of texts that know their place. With `spans`, the only module that knows YAML.

PyYAML's event stream keeps every scalar as the text that stands in the file, gives every key its line and column, shows
duplicate keys, and is about ten times as fast as `yaml.load`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from citedeck.frozen import frozen
from citedeck.model import Text, text_at

Node: TypeAlias = "Text | list[Node] | dict[str, Node]"
"""A value that is a `Text` stands where its key does, and the key is a plain `str`; any other key is itself a `Text`.
"""

PARSER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""What parses YAML: libyaml where it is there."""

_OTHER_LINE_ENDS = "\x85\u2028\u2029"  # what YAML 1.1 takes for a line end and no editor does

_HARMLESS_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
# What YAML 1.1 does not let stand in a file (its production c-printable).
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DEEPEST = 6  # a deck file needs four: deck, facts, image, alt


@frozen
class Fault:
    """What is wrong with a YAML file, before anything is known of decks. `within` are the keys that lead to it."""

    code: str
    message: str
    hint: str
    line: int
    column: int
    within: tuple[Text, ...] = ()


def as_editors_see(text: str) -> str:
    """A text of the same length in which YAML sees no line ends but those that an editor shows."""
    for line_end in _OTHER_LINE_ENDS:
        text = text.replace(line_end, " ")
    return text


def key_at(tree: dict[str, Node], name: str) -> Text:
    """A key of a mapping, with its place."""
    value = tree[name]
    if isinstance(value, Text):
        return value.with_value(name)
    return next(key for key in tree if key == name and isinstance(key, Text))


def parse(text: str) -> tuple[Node | None, list[Fault]]:
    """Read one YAML document. The tree is None if there is none, or none that can be trusted; then a fault says why."""
    faults: list[Fault] = []
    try:
        return _Composer(text, faults.append).document(), faults
    except yaml.reader.ReaderError:
        return None, [*faults, _unreadable_character(text)]
    except yaml.MarkedYAMLError as error:
        return None, [*faults, _syntax(text, error)]


class _Composer:
    """Makes a tree of events. A deck is tens of thousands of them, so that what is plain is read where it is met."""

    def __init__(self, text: str, report: Callable[[Fault], None]) -> None:
        self._text = text
        self._has_comments = " #" in text
        self._next: Callable[[], Any] = PARSER(as_editors_see(text)).get_event
        self._report = report
        self._within: list[Text] = []

    def document(self) -> Node | None:
        self._next()  # the start of the stream
        if isinstance(self._next(), StreamEndEvent):
            return None
        start = self._next()
        if isinstance(start, ScalarEvent) and not start.value:
            return None
        root = self._node(start, _placed("", start))
        self._next()  # the end of the document
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            first = self._next()
            if not (isinstance(first, ScalarEvent) and not first.value):  # Pandoc ends its metadata with `---`
                hint = "A file is one document: take the line with `---` out."
                self._fault(after, "several-documents", "a second document begins here", hint)
        return root

    def _node(self, event: Any, at: Text) -> Node:
        """The tree that begins with this event; a scalar takes the place of `at`, the key it belongs to."""
        if isinstance(event, AliasEvent):
            self._fault(
                event,
                "yaml-alias",
                f"“*{event.anchor}” is an alias",
                "Write out what it stands for: a fact stands alone.",
            )
            return at.with_value("")
        if event.tag not in _HARMLESS_TAGS:
            self._fault(
                event,
                "yaml-tag",
                f"“{_short_tag(event.tag)}” is a tag",
                "Take it out: every value is text as it is written.",
            )
        if isinstance(event, ScalarEvent):
            if self._is_cut(event):
                self._tell_cut(event)
            return at.with_value(event.value)
        if len(self._within) >= _DEEPEST:
            self._skip()
            self._fault(event, "wrong-shape", "the values are nested too deeply", "A deck has no use for such depth.")
            return at.with_value("")
        return self._sequence() if isinstance(event, SequenceStartEvent) else self._mapping()

    def _is_cut(self, event: Any) -> bool:
        """Whether a ` #` ends a value: a single space leaves it open whether that was meant."""
        return bool(event.value and not event.style and self._text.startswith(" #", event.end_mark.index))

    def _tell_cut(self, event: Any) -> None:
        last = " ".join(event.value[-20:].split()[-1:])
        message = f"the value ends at “{last}”: after ` #` YAML reads a comment"
        hint = "Put the value in quotes if the # belongs to it; put two spaces before a comment."
        self._fault(event, "comment-cuts-text", message, hint)

    def _sequence(self) -> list[Node]:
        items: list[Node] = []
        self._within.append(Text(""))
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event, _placed("", event)))
        self._within.pop()
        return items

    def _mapping(self) -> dict[str, Node]:
        tree: dict[str, Node] = {}
        take, has_comments, new = self._next, self._has_comments, str.__new__
        while type(event := take()) is not MappingEndEvent:
            mark = event.start_mark
            line, column = mark.line + 1, mark.column + 1
            is_key = type(event) is ScalarEvent
            key: str = event.value if is_key else self._no_key(event)
            event = take()
            value: Node
            if type(event) is ScalarEvent and event.tag is None and not (has_comments and self._is_cut(event)):
                value = text = new(Text, event.value)  # what `text_at` does, without the call
                text.line, text.column = line, column
            else:
                placed = text_at(key, line, column)
                self._within.append(placed)
                value = self._node(event, placed)
                self._within.pop()
                key = key if isinstance(value, Text) else placed
            if is_key and tree.setdefault(key, value) is not value:
                self._duplicate(text_at(key, line, column), key_at(tree, key))
        return tree

    def _no_key(self, event: Any) -> str:
        """Nothing, in the place of what is no key."""
        if not isinstance(event, AliasEvent):
            self._skip()
        hint = "A value that begins with `{` or `[` must stand in quotes."
        self._fault(event, "wrong-shape", "a key must be text", hint)
        return ""

    def _skip(self) -> None:
        """Pass over the rest of a collection whose start was taken, however deep it is."""
        depth = 1
        while depth:
            event = self._next()
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                depth += 1
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                depth -= 1

    def _duplicate(self, key: Text, first: Text) -> None:
        message = f"“{key}” stands here again; it was first on line {first.line}"
        self._report(Fault("duplicate-key", message, "Keep one of the two.", key.line, key.column, tuple(self._within)))

    def _fault(self, event: Any, code: str, message: str, hint: str) -> None:
        at = _placed("", event)
        self._report(Fault(code, message, hint, at.line, at.column, tuple(self._within)))


def _placed(value: str, event: Any) -> Text:
    """A text that stands where an event begins."""
    mark = event.start_mark
    return text_at(value, mark.line + 1, mark.column + 1)


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _unreadable_character(text: str) -> Fault:
    """What stands where the parser refused to read on; it counts in bytes or in code points, being C or Python."""
    found = _UNPRINTABLE.search(text)
    position = found.start() if found else 0
    line = text.count("\n", 0, position) + 1
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    message = f"the character U+{ord(text[position]):04X} may not stand in YAML"
    return Fault("control-character", message, "Take it out.", line, column)


_REPAIRS = (
    ("cannot start any token", "\t", "Indent with spaces: YAML does not allow tabs there."),
    ("cannot start any token", "", "Put the value in quotes: it begins with a character that means something in YAML."),
    (
        "mapping values are not allowed",
        "",
        "A value that holds “: ” must stand in quotes; or the line above lacks a space after its colon.",
    ),
    ("found unexpected end of stream", "", "The quotation mark that opens here is never closed."),
    (
        "did not find expected key",
        "",
        "Check the indentation; what begins with a quotation mark is quoted whole.",
    ),
    ("", "", "Check indentation and quotation marks; what begins with `{`, `[`, `*`, `&`, `%` or `@` must be quoted."),
)


def _syntax(text: str, error: yaml.MarkedYAMLError) -> Fault:
    unclosed = "unexpected end of stream" in (error.problem or "")
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    lines = text.split("\n") if text.endswith("\n") else f"{text}\n".split("\n")
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if line >= len(lines):  # the end of the text is after its last line
        line, column = len(lines) - 1, len(lines[-2]) + 1
    here = lines[line - 1][column - 1 : column]
    problem = error.problem or "this is not YAML"
    hint = next(repair for phrase, character, repair in _REPAIRS if phrase in problem and character in here)
    context = f", {error.context} that begins on line {error.context_mark.line + 1}" if error.context_mark else ""
    return Fault("yaml-syntax", f"{problem}{context}", hint, line, column)
