"""A lock as a file: a line of JSON for each note, sorted, so that versions of it merge; and what can be wrong with one.

The first line says of which deck it is, the next ones what the note types look like; the last one, that nothing is
missing at the end. A file that git left in conflict is put together again: of a note that stands on both sides the one
that was shipped later counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from citedeck.files import BYTE_ORDER_MARK, read_text
from citedeck.frozen import frozen
from citedeck.history.lines import Broken, checked, header, layout, line, note, signed
from citedeck.history.lock import Layout, Lock, Shipped, digest, joined
from citedeck.model import Family, Place, Problem

VERSION = 1
SUFFIX = ".lock"

_OURS, _BASE, _THEIRS, _END = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARKS = _OURS, _BASE, _THEIRS, _END
_MARK = re.compile(f"({'|'.join(map(re.escape, _MARKS))})(?:[ ].*)?")
_MARKS_OF_OURS = ('"deck": "', '"guid": "', '"layout": "')
_END_LINE = {"end": True}
_RESTORE = (
    "Get the file back from version control. If it is lost, delete it: the package in build/ stands in for it, or the "
    "one that `citedeck build --since` names."
)


@frozen
class LockFile:
    """A lock as read: None where it cannot be, and its problems say why. `foreign` if it looks like that of another
    program.
    """

    path: str
    lock: Lock | None
    problems: tuple[Problem, ...] = ()
    foreign: bool = False


def read_lock(path: Path, shown: str) -> LockFile | None:
    """Read a lock; there may be none. Problems name it as `shown`."""
    if not path.exists() and not path.is_symlink():
        return None
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return LockFile(shown, None, (text,))
    file = _Reader(shown).read(text.removeprefix(BYTE_ORDER_MARK))
    return replace(file, foreign=bool(text.strip()) and not any(mark in text for mark in _MARKS_OF_OURS))


def lock_text(lock: Lock) -> str:
    """The text of a lock."""
    head = {"version": VERSION, "deck": lock.deck, "name": lock.name}
    looks = [{"layout": family, "hash": one.hash, "mod": one.mod} for family, one in sorted(lock.layouts.items())]
    notes = [line(lock.notes[guid]) for guid in sorted(lock.notes)]
    return "\n".join([*map(signed, (head, *looks)), *notes, signed(_END_LINE), ""])


def flaw(lock: Lock) -> str | None:
    """What a lock holds that no build can have shipped, if anything: one that was not read, but made of a package."""
    for one in lock.notes.values():
        try:
            note(_parsed(line(one)))
        except (ValueError, Broken) as wrong:
            return f"the note of “{one.note.fact}” {wrong}"
    return None


def _parsed(content: str) -> Any:
    said = json.loads(content)
    if "\\u" in content:
        json.dumps(said, ensure_ascii=False).encode()  # half a surrogate pair is no text
    return said


class _Reader:
    """Reads the lines of a lock, and collects what is wrong with them."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._head: tuple[str, str] | None = None
        self._notes: dict[str, Shipped] = {}
        self._layouts: dict[Family, Layout] = {}
        self._problems: list[Problem] = []
        self._conflicted = False
        self._ended = False

    def read(self, text: str) -> LockFile:
        for number, content in self._lines(text):
            try:
                self._take(number, _parsed(content))
            except (ValueError, RecursionError):
                self._tell(number, "lock-broken", "this line is not JSON, or only a part of it", _RESTORE)
            except Broken as wrong:
                self._tell(number, "lock-broken", f"this line {wrong}", _RESTORE)
        if self._head is None and not self._problems:
            self._tell(1, "lock-broken", "the lock does not say of which deck it is", _RESTORE)
        if not self._ended and not self._problems_that_stop():
            self._tell(text.count("\n"), "lock-broken", "the lock ends here, and its last lines are missing", _RESTORE)
        if self._head is None or self._problems_that_stop():
            return LockFile(self._path, None, tuple(self._problems))
        return LockFile(self._path, Lock(*self._head, self._notes, self._layouts), tuple(self._problems))

    def _problems_that_stop(self) -> bool:
        return any(problem.severity == "error" for problem in self._problems)

    def _lines(self, text: str) -> Iterator[tuple[int, str]]:
        """The lines that say something, numbered from 1; of a conflict those of either side."""
        in_base = False
        for number, content in enumerate(text.split("\n"), 1):
            mark = _MARK.fullmatch(content) if content.startswith(_MARKS) else None
            if mark:
                in_base = mark[1] == _BASE
                if not self._conflicted:
                    message = "git left this lock in conflict; of each note what was shipped later counts"
                    self._tell(number, "lock-conflicted", message, "`citedeck build` writes it anew.")
                self._conflicted = True
            elif content.strip() and not in_base:
                yield number, content

    def _take(self, number: int, said: Any) -> None:
        if not isinstance(said, dict):
            raise Broken("is no JSON object")
        if "version" in said:
            self._take_head(number, said)
            return
        checked(said)
        if "layout" in said:
            family, found = layout(said)
            self._take_layout(family, found)
        elif "end" in said:
            self._ended = True
        else:
            self._take_note(number, note(said))

    def _take_head(self, number: int, said: dict[str, Any]) -> None:
        version = said["version"]
        if isinstance(version, int) and version > VERSION:
            message = f"a newer citedeck wrote this lock (version {version}; this one knows {VERSION})"
            self._tell(number, "lock-newer", message, "Update citedeck: what a lock says decides whose reviews stay.")
        elif version != VERSION or version is True:
            raise Broken(f"has the version {version!r}, not {VERSION}")
        else:
            checked(said)
            head = header(said)
            if self._head and (not self._conflicted or self._head[0] != head[0]):
                raise Broken("is a second head")
            self._head = self._head or head

    def _take_layout(self, family: Family, found: Layout) -> None:
        known = self._layouts.get(family)
        if known and not self._conflicted:
            raise Broken(f"describes the note type “{family}” a second time")
        if known and known.mod == found.mod and known.hash != found.hash:
            found = replace(found, hash="")
        if not known or known.mod <= found.mod:
            self._layouts[family] = found

    def _take_note(self, number: int, found: Shipped) -> None:
        guid = found.note.guid
        known = self._notes.get(guid)
        if known and not self._conflicted:
            message = f"the guid {guid} of “{found.note.fact}” is also that of “{known.note.fact}” further up"
            self._tell(number, "lock-duplicate", message, _RESTORE, found.note.fact)
        elif known and digest(known.note) != digest(found.note):
            crossed = sorted(dict(known.note.gaps).keys() & dict(found.note.gaps).keys())
            gaps = [str(gap) for gap in crossed if dict(known.note.gaps)[gap] != dict(found.note.gaps)[gap]]
            which = f" (its card {', '.join(gaps)} too)" if gaps else ""
            message = f"“{found.note.fact}” was shipped on both sides, and not the same{which}; the later one counts"
            self._tell(number, "lock-conflicted", message, "See that the deck has it as it should be.", found.note.fact)
        self._notes[guid] = _merged(known, found) if known else found

    def _tell(self, number: int, code: str, message: str, hint: str, fact: str | None = None) -> None:
        self._problems.append(Problem(Place(self._path, number, 1), code, message, hint, fact=fact))


def _merged(one: Shipped, other: Shipped) -> Shipped:
    """Of two sides of a conflict the later one. Where both were shipped in the same second, learners may have either:
    nobody knows which.
    """
    later = joined(one, other)
    same = one.mod == other.mod and one.hash != other.hash
    return replace(later, hash="") if same else later
