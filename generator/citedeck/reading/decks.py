"""Deck files: a YAML text -> a DeckFile, its entries and its problems."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citedeck.codes import CODES
from citedeck.files import BYTE_ORDER_MARK, read_text, text_of
from citedeck.kinds.plain import Heading, plain_heading, plain_question
from citedeck.kinds.texts import is_id, is_reserved, is_usual_tag
from citedeck.model import (
    Attestation,
    Citation,
    DeckFile,
    Entry,
    Identity,
    Image,
    Misread,
    Place,
    Problem,
    Remarks,
    Text,
)
from citedeck.reading.regular import regular
from citedeck.reading.tree import Fault, Node, key_at, parse

if TYPE_CHECKING:
    from citedeck.kinds.fact import Attestation as Attest
    from citedeck.kinds.fact import Fact
    from citedeck.reading.shapes import Shapes

_START = Text("", 1, 1)
_NO_REMARKS = Remarks()


def read_deck(path: Path, shown: str, content: bytes | None = None) -> DeckFile:
    """Read a deck file, or its `content` that was read already; problems name it as `shown`. It never raises for what
    the file says.
    """
    text = read_text(path, shown) if content is None else text_of(content, shown)
    stem = unicodedata.normalize("NFC", path.stem.encode(errors="replace").decode())
    if isinstance(text, Problem):
        return _unreadable(shown, stem, [text])
    plain = regular(text)
    tree, faults = (plain, []) if plain else parse(text.removeprefix(BYTE_ORDER_MARK))
    problems = [_marked(shown)] if text.startswith(BYTE_ORDER_MARK) else []
    if isinstance(tree, dict):
        return _Reader(shown, stem, tree, faults, problems).deck()
    problems += [fault_problem(shown, fault) for fault in faults]
    if not faults:
        empty = tree is None
        code, message = ("empty-file", "the file is empty") if empty else ("wrong-shape", "a deck is a mapping of keys")
        problems.append(Problem(Place(shown, 1, 1), code, message, "Start a deck with `citedeck new`."))
    return _unreadable(shown, stem, problems)


def _marked(shown: str) -> Problem:
    message, hint = "the file begins with a byte order mark", "Save it as UTF-8 without one."
    return Problem(Place(shown, 1, 1), "byte-order-mark", message, hint)


def _unreadable(shown: str, stem: str, problems: Iterable[Problem]) -> DeckFile:
    return DeckFile(shown, stem, stem, problems=tuple(replace(problem, deck=stem) for problem in problems))


class _Reader:
    """Reads one deck: first its head, then its facts; collects what is wrong on the way."""

    def __init__(
        self, path: str, stem: str, tree: dict[str, Node], faults: list[Fault], problems: list[Problem]
    ) -> None:
        self._path = path
        self._tree = tree
        self._problems = [*problems, *(fault_problem(path, fault) for fault in faults)]
        broken = [fault for fault in faults if CODES[fault.code].severity == "error"]
        self._faulty_facts = {str(fault.within[1]) for fault in broken if len(fault.within) > 1}
        self._faulty_keys = {(at.line, at.column) for fault in broken for at in fault.within[2:]}
        own_keys = {key: value for key, value in tree.items() if key != "facts"}
        self._heading = self._read_heading(own_keys)
        own_id = self._own("id")
        self._id = str(own_id) if own_id and is_id(own_id) else stem
        self._source = self._own("source")
        self._language = self._heading.language if self._heading else "en"
        self._tags: dict[tuple[str, ...], tuple[str, ...]] = {}  # those that facts had until now

    @cached_property
    def _shapes(self) -> Shapes:
        """What reads all that is not plain. It takes longer to load than most decks to be read, which do without it."""
        from citedeck.reading.shapes import Shapes

        return Shapes(self._path)

    def _read_heading(self, raw: dict[str, Node]) -> Heading | None:
        plain = plain_heading(raw)
        if plain:
            return plain
        head, found = self._shapes.head(raw, _START)
        self._problems += found
        return head.heading() if head else None

    def deck(self) -> DeckFile:
        self._check_id()
        facts = self._facts()
        entries = tuple([fact for fact in facts if isinstance(fact, Entry)])
        misread = tuple([fact for fact in facts if isinstance(fact, Misread)])
        problems = tuple(replace(problem, deck=self._id) for problem in self._problems)
        heading = self._heading
        if heading is None:
            return DeckFile(self._path, self._id, self._id, entries=entries, misread=misread, problems=problems)
        return DeckFile(
            self._path,
            self._id,
            name=heading.name,
            language=heading.language,
            description=heading.description,
            tags=heading.tags,
            entries=entries,
            misread=misread,
            problems=problems,
        )

    def _check_id(self) -> None:
        at = self._own("id") or _START
        if is_reserved(self._id):
            message = f"a deck cannot be called “{self._id}”: Anki or Windows has another use for a file of that name"
            self._tell(at, "reserved-deck-id", message, "Give the deck another `id:`.")
        elif not is_id(self._id):
            message = f"“{self._id}”, the file's name, cannot be the deck's id"
            self._tell(at, "bad-id", message, "Give the deck an `id:` of letters, digits, “-”, “_” and “.”.")

    def _facts(self) -> list[Entry | Misread]:
        facts = self._tree.get("facts")
        key = _START if facts is None else key_at(self._tree, "facts")
        hint = "Put facts under `facts:`, each as `id:` with its keys below it, indented."
        if isinstance(facts, list) or (isinstance(facts, Text) and facts.strip()):
            self._tell(key, "wrong-shape", "`facts` must be a mapping of ids to facts", hint)
        elif not isinstance(facts, dict) or not facts:
            self._tell(key, "no-facts", "the deck has no facts", hint)
        else:
            return [
                self._fact(name if isinstance(name, Text) else key_at(facts, name), raw) for name, raw in facts.items()
            ]
        return []

    def _fact(self, name: Text, raw: Node) -> Entry | Misread:
        if not isinstance(raw, dict):
            if name not in self._faulty_facts:
                hint = "Put its keys below the id, indented: ask, answer and quote."
                self._tell(name, "wrong-shape", "a fact must be a mapping of keys", hint, name)
            return Misread(self._path, name, None)
        plain = self._plain(name, raw)
        if plain:
            return plain
        kind = self._shapes.kind_of(raw)
        if kind is None:
            key, named = key_at(raw, "kind"), raw["kind"] if isinstance(raw["kind"], Text) else "…"
            hint = f"Kinds are {', '.join(sorted(self._shapes.kinds))}; leave `kind` out and it follows from the keys."
            self._tell(key, "unknown-kind", f"there is no kind “{named}”", hint, name)
            return Misread(self._path, name, None)
        fact, found = self._shapes.fact(kind, raw, name)
        if found:
            # where the YAML itself is wrong, what follows from that needs no telling
            telling = (one for one in found if (one.place.line, one.place.column) not in self._faulty_keys)
            self._problems += [replace(problem, fact=str(name)) for problem in telling]
        if not is_id(name):
            message = f"“{name}” cannot be an id: ids are made of letters, digits, “-”, “_” and “.”"
            self._tell(name, "bad-id", message, "Give the fact another id.", name)
            return Misread(self._path, name, kind)
        if fact is None or name in self._faulty_facts:
            return Misread(self._path, name, kind)
        return self._entry(name, kind, fact)

    def _plain(self, name: Text, raw: dict[Any, Any]) -> Entry | None:
        """A fact that is surely well formed, read the quick way."""
        found = plain_question(raw)
        tags: tuple[str, ...] | None = ()
        if "tags" in raw:
            texts = _texts(raw["tags"])
            tags = self._tags.get(texts) or self._usual(texts)
        if found is None or tags is None or not is_id(name) or name in self._faulty_facts:
            return None
        quotes = raw.get("quote", [])
        citation = Citation(raw.get("source", self._source), tuple(quotes) if isinstance(quotes, list) else (quotes,))
        identity = Identity(str(name))
        said = "hint" in raw or "extra" in raw
        remarks = Remarks(raw.get("hint", ""), raw.get("extra", "")) if said else _NO_REMARKS
        return Entry(self._id, self._path, name, *found, citation, identity, self._language, (), None, tags, remarks)

    def _entry(self, name: Text, kind: str, fact: Fact) -> Entry:
        image, hint, extra = fact.image, fact.hint, fact.extra
        return Entry(
            self._id,
            self._path,
            name,
            kind,
            question=fact.question(),
            citation=Citation(fact.source or self._source, fact.quote, fact.prefix, fact.suffix, fact.near),
            identity=Identity(str(name), fact.was, fact.guid),
            language=self._language,
            accept=fact.accept,
            attestation=_attestation(fact.attest) if fact.attest else None,
            tags=self._shared(fact.tags) if fact.tags else (),
            remarks=Remarks(hint or "", extra or "") if hint or extra else _NO_REMARKS,
            image=Image(image.file, image.alt) if image else None,
            ignored=tuple(fact.ignore),
        )

    def _usual(self, tags: tuple[Text, ...]) -> tuple[str, ...] | None:
        """The tags of a fact, if they are surely well formed."""
        return self._shared(tags) if tags and all(map(is_usual_tag, tags)) else None

    def _shared(self, tags: tuple[Text, ...]) -> tuple[str, ...]:
        """The tags of a fact: most facts of a deck have the same few."""
        return self._tags.setdefault(tags, tuple(map(str, tags)))

    def _own(self, key: str) -> Text | None:
        """A text at the top of the deck, also where something else there is wrong."""
        value = self._tree.get(key)
        return value.with_value(value.strip()) if isinstance(value, Text) and value.strip() else None

    def _tell(self, at: Text, code: str, message: str, hint: str, fact: Text | None = None) -> None:
        place = Place(self._path, at.line, at.column)
        self._problems.append(Problem(place, code, message, hint, fact=None if fact is None else str(fact)))


def _texts(value: Node) -> tuple[Text, ...]:
    """The items of a list of texts; none of what is no such list."""
    items = value if isinstance(value, list) else []
    texts = tuple([item for item in items if isinstance(item, Text)])
    return texts if len(texts) == len(items) else ()


def _attestation(attest: Attest) -> Attestation:
    return Attestation(attest.by, attest.on or Text(""), attest.why, attest.hash)


def fault_problem(shown: str, fault: Fault) -> Problem:
    """What is wrong with the YAML of a deck, as a problem of the deck."""
    place = Place(shown, fault.line, fault.column)
    inside_facts = bool(fault.within) and fault.within[0] == "facts"
    if fault.code == "duplicate-key" and inside_facts and len(fault.within) == 1:
        message = fault.message.replace("“", "the fact “", 1)
        return Problem(place, "duplicate-id", message, "Give one of the two another id.")
    fact = str(fault.within[1]) if inside_facts and len(fault.within) > 1 else None
    return Problem(place, fault.code, fault.message, fault.hint, fact=fact)
