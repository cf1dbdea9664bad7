"""The Citation field of a note: what the note rests on, for programs, as JSON; written, and read back.

Its words are those of W3C's TextQuoteSelector. Nobody sees it, so nothing in it counts that the card does not show too.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any

from citedeck.frozen import frozen
from citedeck.markup import to_hidden
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
    """The Citation of a proved fact with this seal: JSON on one line, as a field hides it; and that as JSON.

    Anki makes a field NFC. Where that would change a letter of it, all of it is ASCII, so that quotes stay as they are.
    """
    text = _as_json(item, seal, encode_basestring)
    if not unicodedata.is_normalized("NFC", text):
        text = _as_json(item, seal, encode_basestring_ascii)
    if not hides_nothing(text):
        text = to_hidden(text)
    return text, _as_text(text)


def _as_text(written: str) -> str:
    """JSON as a text in JSON: it holds no control characters any more."""
    if "\\" in written:
        written = written.replace("\\", "\\\\")
    return '"' + written.replace('"', '\\"') + '"'


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
