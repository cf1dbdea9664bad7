"""A workspace in which every payload stands in every field: of facts, of decks, of references, and of articles."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.injection.corpus import Payload
from tests.small_png import of_colour

Facts = dict[str, dict[str, Any]]

PICTURE = "seal.png"
_UNWRITABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What stands in YAML as an escape alone."""


def squeezed(text: str) -> str:
    """A text as it is compared: as Unicode composes it, white space as one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def tag(payload: Payload) -> str:
    """A tag that holds the payload, as far as a tag can."""
    bare = re.sub(r"[\s<\[\\&]", "", payload.written)
    return f"{payload.name}{bare}x".replace("::", ":")


def address(payload: Payload) -> str:
    """An address that holds the payload: all of it, if the payload is about addresses."""
    bare = squeezed(payload.written.removeprefix("[x](").removesuffix(")"))
    return bare if payload.group == "schemes" else f"https://a.example/{bare}"


def evidence(payload: Payload) -> str:
    """The paragraph of an article that proves everything: what learners read, and what was written for it."""
    words, written = squeezed(payload.words), " ".join(payload.written.split())
    return f"Before kiwi {words} after, pear {words} too; raw {written} end."


def headings(payload: Payload) -> tuple[str, str]:
    """The title of an article, and the heading above its paragraph."""
    raw = " ".join(payload.written.split())
    return f"T {raw} T", f"H {raw} H"


def article(payload: Payload) -> str:
    """The article of a payload."""
    return "\n\n".join((*headings(payload), evidence(payload))) + "\n"


def facts(payload: Payload) -> Facts:
    """A fact of every kind, with the payload in every field of it."""
    text, name = payload.written, payload.name
    quote = evidence(payload).removeprefix("Before ").removesuffix(" end.")
    remarks = {
        "quote": quote,
        "hint": f"{text} hint",
        "extra": f"{text} extra",
        "image": {"file": PICTURE, "alt": text},
        "tags": [tag(payload)],
    }
    kinds: Facts = {
        "basic": {"ask": f"{text} basic {name}", "answer": f"kiwi {text}", "reverse": f"{text} reverse {name}"},
        "term": {"term": f"kiwi {text}", "meaning": f"pear {text}", "source": f"bare-{name}"},
        "typed": {"ask": f"{text} typed {name}", "answer": f"kiwi {text}", "typed": True},
        "choice": {
            "ask": f"{text} choice {name}",
            "answer": f"kiwi {text}",
            "distractors": [f"{text} plum", f"fig {text}"],
        },
        "list": {"ask": f"{text} list {name}", "answers": [f"kiwi {text}", f"pear {text}"]},
        "cloze": {"cloze": cloze(payload)},
    }
    return {f"{name}.{kind}": {"source": name, **remarks, **keys} for kind, keys in kinds.items()}


def cloze(payload: Payload) -> str:
    """The payload between the gaps, in one, and as the hint of one."""
    text = payload.in_gap
    return f"{{{{c1::kiwi::{text} hint}}}} {payload.in_cloze} after, {{{{c2::pear {text}}}}}"


def written(root: Path, corpus: Iterable[Payload]) -> Path:
    """Write the workspace: a deck for each group, an article for each payload, cited with a reference and without."""
    payloads = list(corpus)
    for folder in ("decks", "source"):
        (root / folder).mkdir(parents=True)
    (root / "decks" / PICTURE).write_bytes(of_colour(80, 120, 160, 4, 4))
    references = []
    for payload in payloads:
        file = f"{payload.name}.txt"
        references += [{"file": file, **_reference(payload)}, {"file": file, "id": f"bare-{payload.name}"}]
        (root / "source" / file).write_text(article(payload), encoding="utf-8", newline="")
    _write(root / "source" / "references.yaml", references)
    for group in dict.fromkeys(payload.group for payload in payloads):
        members = [payload for payload in payloads if payload.group == group]
        _write(root / "decks" / f"{group}.yaml", _deck(group, members))
    return root


def deck_name(group: str, members: Iterable[Payload]) -> str:
    """The name of a deck that holds the first payloads of its group."""
    texts = ("".join(payload.written.split()).replace("::", ":") for payload in members)
    return f"Injected::{group} {' '.join(texts)[:200].strip(':')}"


def _deck(group: str, members: list[Payload]) -> dict[str, Any]:
    return {
        "deck": deck_name(group, members),
        "id": group,
        "description": "\n".join(payload.written for payload in members),
        "facts": {name: fact for payload in members for name, fact in facts(payload).items()},
    }


def _reference(payload: Payload) -> dict[str, Any]:
    text = payload.written
    return {
        "id": payload.name,
        "title": text,
        "author": [text, {"given": text, "family": "Family"}, {"literal": text}],
        "issued": text,
        "publisher": text,
        "URL": address(payload),
        "language": "en",
    }


def _write(path: Path, tree: object) -> None:
    text = json.dumps(tree, indent=1, ensure_ascii=False)
    path.write_text(_UNWRITABLE.sub(lambda found: f"\\U{ord(found[0]):08x}", text), encoding="utf-8", newline="")
