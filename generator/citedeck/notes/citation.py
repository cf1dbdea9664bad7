"""The Citation field of a note: what the note rests on, for programs, as JSON; written, and read back.

Its words are those of W3C's TextQuoteSelector. Nobody sees it, so nothing in it counts that the card does not show too.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any

from citedeck.frozen import frozen
from citedeck.markup import is_bare, to_hidden
from citedeck.model import Attestation, Item

VERSION = 1
_BEGIN = f'{{"version": {VERSION}, '
_TEXTS = ("deck", "fact", "kind", "level", "language", "source", "seal")
_SELECTOR = ("prefix", "suffix")
_ATTESTATION = ("by", "on", "why")


@frozen
class Claim:
    """What a Citation field says: which fact this is, what it rests on, and the seal of both."""

    deck: str
    fact: str
    kind: str
    language: str
    source: str
    seal: str
    quotes: tuple[str, ...]
    prefix: str | None = None
    suffix: str | None = None
    near: str | None = None
    attestation: dict[str, str] | None = None


def citation(item: Item, seal: str) -> tuple[str, str]:
    """The Citation of a proved fact with this seal: JSON on one line, as a field hides it; and that as JSON."""
    return _at_once(item, seal) or _in_full(item, seal)


def _at_once(item: Item, seal: str) -> tuple[str, str] | None:
    """The citation of a single quote, where each text stands in both as it is: what is between them is known."""
    entry, cited = item.entry, item.entry.citation
    if len(cited.quotes) != 1 or cited.prefix or cited.suffix or cited.near or entry.attestation:
        return None
    fact, quote = entry.id, cited.quotes[0]
    frame = _frame(entry.deck, entry.kind, item.proof.level, entry.language, item.evidence[0].source.name)
    if frame is None or not is_bare(fact + quote):
        return None
    shown, as_json = frame
    return (
        "".join((shown[0], fact, shown[1], quote, shown[2], seal, shown[3])),
        "".join((as_json[0], fact, as_json[1], quote, as_json[2], seal, as_json[3])),
    )


_Frame = tuple[str, str, str, str]


@lru_cache(maxsize=256)
def _frame(deck: str, kind: str, level: str, language: str, source: str) -> tuple[_Frame, _Frame] | None:
    """What stands before, between and after the fact, the quote and the seal; and that within a text in JSON."""
    if not is_bare("".join((deck, kind, level, language, source))):
        return None
    before = f'{_BEGIN}"deck": "{deck}", "fact": "'
    between = f'", "kind": "{kind}", "level": "{level}", "language": "{language}", "source": "{source}"'
    frame = before, between + ', "quotes": [{"exact": "', '"}], "seal": "', '"}'
    one, two, three, four = [encode_basestring(piece)[1:-1] for piece in frame]
    return frame, (f'"{one}', two, three, f'{four}"')


def _in_full(item: Item, seal: str) -> tuple[str, str]:
    """Anki makes a field NFC. Where that would change a letter of it, all of it is ASCII, so that quotes stay as they
    are.
    """
    text = _as_json(item, seal, encode_basestring)
    if not unicodedata.is_normalized("NFC", text):
        text = _as_json(item, seal, encode_basestring_ascii)
    if not hides_nothing(text):
        text = to_hidden(text)
    return text, encode_basestring(text)


def hides_nothing(text: str) -> bool:
    """Whether nothing in a citation that is NFC is to be hidden: the one bracket is that of its quotes, and of the
    control characters JSON leaves but one.
    """
    return not (text.count("[") > 1 or "&" in text or "<" in text or ">" in text or "{{" in text or "\x7f" in text)


def _as_json(item: Item, seal: str, text: Callable[[str], str]) -> str:
    """A citation whose texts become JSON by `text`; written by hand, since there is one for every fact."""
    entry = item.entry
    cited, signed = entry.citation, entry.attestation
    given = f', "prefix": {text(cited.prefix)}' if cited.prefix else ""
    given += f', "suffix": {text(cited.suffix)}' if cited.suffix else ""
    quotes = ", ".join([f'{{"exact": {text(quote)}{given}}}' for quote in cited.quotes or entry.quotes])
    near = f', "near": {text(cited.near)}' if cited.near else ""
    return (
        f'{_BEGIN}"deck": {text(entry.deck)}, "fact": {text(entry.id)}, "kind": {text(entry.kind)}, '
        f'"level": "{item.proof.level}", "language": {text(entry.language)}, '
        f'"source": {text(item.evidence[0].source.name)}, "quotes": [{quotes}], "seal": "{seal}"'
        f"{near}{_attest(signed, text) if signed else ''}}}"
    )


def _attest(attestation: Attestation, text: Callable[[str], str]) -> str:
    signed = {"by": attestation.by, "on": attestation.on, "why": attestation.why, "hash": attestation.hash}
    said = ", ".join([f'"{key}": {text(value)}' for key, value in signed.items() if value is not None])
    return f', "attest": {{{said}}}'


def read_citation(text: str) -> Claim | str:
    """What a Citation says, or what is wrong with it."""
    if not text.strip():
        return "is empty"
    try:
        said = json.loads(text)
        json.dumps(said, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError):
        return "is not JSON"
    if not isinstance(said, dict):
        return "is not a JSON object"
    if said.get("version") != VERSION or said["version"] is True:
        return f"has the version {said.get('version')!r}, not {VERSION}"
    wrong = [key for key in _TEXTS if not isinstance(said.get(key), str)]
    wrong += [] if _are_quotes(said.get("quotes")) else ["quotes"]
    wrong += [] if isinstance(said.get("near"), str | None) else ["near"]
    wrong += [] if _is_attestation(said.get("attest")) else ["attest"]
    return f"says no {' and no '.join(wrong)} that can be read" if wrong else _claim(said)


def _claim(said: dict[str, Any]) -> Claim:
    return Claim(
        **{key: said[key] for key in _TEXTS if key != "level"},
        quotes=tuple(quote["exact"] for quote in said["quotes"]),
        **{key: said["quotes"][0].get(key) for key in _SELECTOR},
        near=said.get("near"),
        attestation=said.get("attest"),
    )


def _are_quotes(said: Any) -> bool:
    return (
        isinstance(said, list)
        and len(said) > 0
        and all(isinstance(quote, dict) and isinstance(quote.get("exact"), str) for quote in said)
        and all(isinstance(quote.get(key), str | None) for quote in said for key in _SELECTOR)
    )


def _is_attestation(said: Any) -> bool:
    return said is None or (
        isinstance(said, dict)
        and said.keys() >= set(_ATTESTATION)
        and said.keys() <= {*_ATTESTATION, "hash"}
        and all(isinstance(value, str) for value in said.values())
    )
