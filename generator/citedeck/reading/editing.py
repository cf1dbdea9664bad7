"""A deck file edited in place: a value here, a key there, and every other byte as it was.

Nothing is believed: the edited text is read again, and must say what was meant and else what it said before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from pathlib import Path

from citedeck.codes import CODES
from citedeck.errors import CitedeckError
from citedeck.files import BYTE_ORDER_MARK, read_text
from citedeck.frozen import frozen
from citedeck.model import Place, Problem
from citedeck.reading.decks import fault_problem
from citedeck.reading.edits import Put, Value, says_what_is_meant
from citedeck.reading.scalars import Setting, rewritten, written
from citedeck.reading.spans import Mapping, Scalar, Sequence, Span, spans
from citedeck.reading.tree import parse

_LINE_END = re.compile(r"\r\n|\n|\r")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
_HEAD_COMMENT = re.compile(r"[|>]\S*(\s+#[^\r\n]*)?")


@frozen
class Splice:
    """What an edit does to the text: `[start, end)` becomes `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Draft:
    """A deck file that can be edited: its bytes, and its text with the line ends of the file, without its BOM."""

    shown: str
    content: bytes

    @cached_property
    def text(self) -> str:
        return self.content.decode("utf-8").removeprefix(BYTE_ORDER_MARK)

    def edited(self, puts: Iterable[Put]) -> bytes:
        """The file after all these edits. One that would say anything else than what is meant stops the run."""
        puts = [self._settled(put) for put in puts]
        text = self._with(puts)
        if not says_what_is_meant(self.text, text, puts):
            wrong = [put for put in puts if not says_what_is_meant(self.text, self._with([put]), [put])]
            where = ", ".join(".".join(map(str, put.path)) for put in wrong or puts)
            message = f"{self.shown} cannot be edited in place: with another {where} it would say something else"
            raise CitedeckError(message, "Nothing was written; make the change by hand.")
        mark = BYTE_ORDER_MARK if self.content.decode("utf-8").startswith(BYTE_ORDER_MARK) else ""
        return f"{mark}{text}".encode()

    def lines(self, puts: Iterable[Put]) -> tuple[list[str], list[str]]:
        """The lines that these edits, near to one another, change: as they are, and as they become."""
        splices = [self.splice(put) for put in puts]
        start = self.text.rfind("\n", 0, min(splice.start for splice in splices)) + 1
        end = _end_of_line(self.text, max(splice.end for splice in splices))
        moved = [Splice(splice.start - start, splice.end - start, splice.text) for splice in splices]
        before = self.text[start:end]
        return _differing(_LINE_END.split(before), _LINE_END.split(_spliced(before, moved)))

    def splice(self, put: Put) -> Splice:
        """What an edit does to the text."""
        put = self._settled(put)
        holder, last = self._at(put.path[:-1]), put.path[-1]
        value = _step(holder, last)
        if isinstance(value, Scalar):
            return self._replaced(holder, value, put.value)
        if value is None and isinstance(holder, Mapping) and holder.items:
            return self._added(holder, str(last), put)
        raise CitedeckError(f"{self.shown} has no place for {'.'.join(map(str, put.path))}", "Make the change by hand.")

    def _with(self, puts: Iterable[Put]) -> str:
        return _spliced(self.text, [self.splice(put) for put in puts])

    @cached_property
    def _spans(self) -> Span:
        return spans(self.text)

    def _settled(self, put: Put) -> Put:
        """A text alone is as good as a list of one."""
        alone = put.path[-1] == 0 and isinstance(self._at(put.path[:-1]), Scalar)
        return replace(put, path=put.path[:-1]) if alone else put

    def _at(self, path: tuple[str | int, ...]) -> Span | None:
        root: Span | None = self._spans
        return reduce(_step, path, root)

    @cached_property
    def _newline(self) -> str:
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def _replaced(self, holder: Span | None, old: Scalar, value: Value) -> Splice:
        setting = Setting(isinstance(holder, Mapping | Sequence) and holder.flow, self._newline)
        if isinstance(value, str):
            return Splice(old.start, old.end, rewritten(value, old, self.text, setting))
        if isinstance(holder, Sequence) and isinstance(value, tuple):
            between = ", " if holder.flow else f"{self._newline}{' ' * self._column(holder.start)}- "
            return Splice(old.start, old.end, between.join(written(text, setting) for text in value))
        if setting.flow:
            return Splice(old.start, old.end, _in_flow(value, setting))
        before = len(self.text[: old.start].rstrip(" "))
        if self.text[before - 1 : before] in ("\n", "\r"):  # the value stands on a line of its own
            lines = _in_block(value, old.start - before, setting).removeprefix(self._newline)
        else:
            lines = _in_block(value, self._column(holder.start if holder else 0) + 2, setting)
        return Splice(before, old.end, _head_comment(self.text, old) + lines)

    def _column(self, position: int) -> int:
        return position - max(self.text.rfind("\n", 0, position), self.text.rfind("\r", 0, position)) - 1

    def _added(self, holder: Mapping, key: str, put: Put) -> Splice:
        setting = Setting(holder.flow, self._newline)
        names = [name.value for name, _ in holder.items]
        behind = holder.items[names.index(put.after) if put.after in names else -1][1]
        if holder.flow:
            value = written(put.value, setting) if isinstance(put.value, str) else _in_flow(put.value, setting)
            return Splice(behind.end, behind.end, f", {key}: {value}")
        column = self._column(holder.items[0][0].start)
        if isinstance(put.value, str):
            value = f" {written(put.value, setting)}"
        else:
            value = _in_block(put.value, column + 2, setting)
        end = _end_of_line(self.text, behind.end)
        return Splice(end, end, f"{self._newline}{' ' * column}{key}:{value}")


def open_draft(path: Path, shown: str) -> Draft | Problem:
    """A deck file for editing; or the first thing that keeps its YAML from being understood."""
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return text
    tree, faults = parse(text.removeprefix(BYTE_ORDER_MARK))
    for fault in faults:
        if CODES[fault.code].severity == "error":
            return fault_problem(shown, fault)
    if not isinstance(tree, dict):
        return Problem(Place(shown, 1, 1), "wrong-shape", "a deck is a mapping of keys", "")
    return Draft(shown, path.read_bytes())


def _step(span: Span | None, step: str | int) -> Span | None:
    """What a key or an index leads to, if anything."""
    match span:
        case Mapping() if isinstance(step, str):
            return span.value(step)
        case Sequence() if isinstance(step, int) and step < len(span.items):
            return span.items[step]
        case _:
            return None


def _in_flow(value: tuple[str, ...] | dict[str, str], setting: Setting) -> str:
    inside = Setting(True, setting.newline)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(text, inside)}" for key, text in value.items()) + "}"
    return "[" + ", ".join(written(text, inside) for text in value) + "]"


def _in_block(value: tuple[str, ...] | dict[str, str], column: int, setting: Setting) -> str:
    """A list or mapping, each line of it begun with the end of the one before."""
    begin = f"{setting.newline}{' ' * column}"
    if isinstance(value, dict):
        return "".join(f"{begin}{key}: {written(text, setting)}" for key, text in value.items())
    return "".join(f"{begin}- {written(text, setting)}" for text in value)


def _head_comment(text: str, scalar: Scalar) -> str:
    """The comment behind the sign that opens a block, which would be lost with the block."""
    found = _HEAD_COMMENT.match(text, scalar.start, scalar.end) if scalar.style in ("|", ">") else None
    return (found and found[1]) or ""


def _end_of_line(text: str, position: int) -> int:
    found = _REST_OF_LINE.match(text, position)
    return found.end() if found else position


def _spliced(text: str, splices: list[Splice]) -> str:
    pieces, end = [], 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        pieces += [text[end : splice.start], splice.text]
        end = splice.end
    return "".join([*pieces, text[end:]])


def _differing(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """Two texts without the lines they begin and end with in common."""
    first = next((index for index, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), None)
    first = min(len(before), len(after)) if first is None else first
    before, after = before[first:], after[first:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return before, after
