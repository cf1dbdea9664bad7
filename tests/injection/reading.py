"""What a learner is to read on each side of the cards of a payload."""

from __future__ import annotations

from citedeck.markup import visible
from tests.injection.corpus import Payload
from tests.injection.workspaces import address, evidence, headings, squeezed

Reading = dict[str, str]

_LONGEST_HEADING, _LONGEST_TITLE = 120, 150

_COUNTS = {"basic": 2, "term": 2, "typed": 1, "choice": 1, "list": 2, "cloze": 2}

CARDS = [(kind, ordinal) for kind, count in _COUNTS.items() for ordinal in range(count)]
"""The cards of a payload: the kind of the fact, and the ordinal of the card."""


def front(payload: Payload, kind: str, ordinal: int) -> Reading:
    """What stands on the front, by the class of its box."""
    asks = {"question": _asked(payload, kind, ordinal), "hint": f"{payload.shown} hint"}
    if (kind, ordinal) in (("basic", 1), ("term", 1)):
        del asks["hint"]
    return {box: squeezed(text) for box, text in asks.items()}


def back(payload: Payload, kind: str, ordinal: int) -> Reading:
    """What stands on the back, by the class of its box."""
    reading = {
        "question": _filled(payload) if kind in ("list", "cloze") else _asked(payload, kind, ordinal),
        "evidence": visible(evidence(payload)),
        "source": _source(payload, kind),
        "extra": f"{payload.shown} extra",
    }
    if kind == "list":
        reading["question"] = f"{payload.shown} list {payload.name} kiwi {payload.in_line} pear {payload.in_line}"
    if kind in ("basic", "term", "typed"):
        reading["answer"] = _answer(payload, kind, ordinal)
    return {box: squeezed(text) for box, text in reading.items()}


def _asked(payload: Payload, kind: str, ordinal: int) -> str:
    text, gap = payload.in_line, payload.in_line if payload.in_gap else ""
    match kind, ordinal:
        case "basic", 1:
            return f"{payload.shown} reverse {payload.name}"
        case "term", _:
            return f"{('kiwi', 'pear')[ordinal]} {text}"
        case "list", _:
            rows = [f"kiwi {text}", f"pear {text}"]
            rows[ordinal] = "[...]"
            return f"{payload.shown} list {payload.name} {' '.join(rows)}"
        case "cloze", 0:
            return f"[{gap} hint] {text} after, pear {gap}"
        case "cloze", 1:
            return f"kiwi {text} after, [...]"
        case _:
            return f"{payload.shown} {kind} {payload.name}"


def _answer(payload: Payload, kind: str, ordinal: int) -> str:
    if kind == "term":
        return f"{('pear', 'kiwi')[ordinal]} {payload.in_line}"
    answer = f"kiwi {payload.in_line}"
    return f"{payload.shown} basic {payload.name} {answer}" if ordinal else answer


def _filled(payload: Payload) -> str:
    return f"kiwi {payload.in_line} after, pear {payload.in_line if payload.in_gap else ''}"


def _source(payload: Payload, kind: str) -> str:
    raw = squeezed(payload.written)
    first, second = headings(payload)
    section = f" {second}" if len(second) <= _LONGEST_HEADING else ""
    if kind == "term":
        return f"{first if len(first) <= _LONGEST_TITLE else f'bare-{payload.name}'}{section}"
    return f"{raw} · {raw}, {raw} Family, {raw} · {raw} · {raw}{section}"


def link(payload: Payload, kind: str) -> list[str]:
    """Where the source of a fact leads."""
    found = address(payload)
    return [found.replace(" ", "%20")] if kind != "term" and found.startswith(("https://", "http://")) else []
