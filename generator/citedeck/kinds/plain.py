"""Plain decks: their heads, and facts of few keys, whose texts have neither markup nor flaw. Most are plain.

Of such a fact one regular expression sees that it is well formed; of all others the shapes tell what they are, or what
is wrong with them. The two never differ. A deck in which all is plain never loads the shapes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any

from citedeck.frozen import frozen
from citedeck.kinds.texts import (
    CONTROLS,
    FLAWLESS,
    PLAIN,
    VISIBLE,
    is_flawless,
    is_id,
    is_language,
    is_plain,
    is_unicode,
    is_usual_tag,
)
from citedeck.markdown import MEANINGFUL
from citedeck.model import LAST_GAP, Choice, Cloze, Gap, Listing, Pair, Question, Recall, Text, Typed, text_at

_TEXT = rf"[^{{}}{CONTROLS}{MEANINGFUL}]"
PLAIN_CLOZE = rf"(?={VISIBLE}){_TEXT}*(?:\{{\{{(?!c[0-9]+::|\s*\}}\}}){_TEXT}+\}}\}}{_TEXT}*){{1,9}}(?<!\s)"
"""The pattern of clozes that surely have no flaw, if they are Unicode, no markup, and no braces but those of
gaps without numbers.
"""

_TEXTS = {
    **dict.fromkeys(("ask", "answer", "reverse", "term", "meaning", "hint", "extra"), PLAIN),
    **dict.fromkeys(("quote", "source"), FLAWLESS),
    "typed": "true",
    "ordered": "(?:true|false)",
    "cloze": PLAIN_CLOZE,
}
_BESIDE = {"source", "tags", "hint", "extra"}
"""Keys that any fact may have besides those that make its question."""

_HEADING = {"deck", "id", "source", "language", "description", "tags"}

_Raw = Mapping[Any, Any]


@frozen
class Heading:
    """What a deck says of itself, but for its `id` and its `source`."""

    name: str
    language: str
    description: str
    tags: tuple[str, ...]


def plain_heading(raw: _Raw) -> Heading | None:
    """The head of a deck, if it is surely well formed."""
    tags = raw.get("tags", [])
    texts = [value for key, value in raw.items() if key != "tags"]
    usual = isinstance(tags, list) and all(map(is_usual_tag, tags)) and all(map(is_flawless, texts))
    if not (usual and "deck" in raw and _HEADING.issuperset(raw)):
        return None
    name, language = str(raw["deck"]), str(raw.get("language", "en"))
    nests = "\n" not in name and all(part.strip() for part in name.split("::"))
    if not (nests and is_language(language) and ("id" not in raw or is_id(raw["id"]))):
        return None
    return Heading(name, language, str(raw.get("description", "")), tuple(map(str, tags)))


def _choice(raw: _Raw) -> Choice | None:
    others = raw["distractors"]
    plain = isinstance(others, list) and others and all(map(is_plain, others))
    return Choice(raw["ask"], raw["answer"], tuple(others)) if plain else None


def _listing(raw: _Raw) -> Listing | None:
    answers = raw["answers"]
    plain = isinstance(answers, list) and 0 < len(answers) <= LAST_GAP and all(map(is_plain, answers))
    return Listing(raw["ask"], tuple(answers), raw.get("ordered") == "true") if plain else None


_QUESTIONS: dict[frozenset[str], tuple[str, Callable[[_Raw], Question | None]]] = {
    frozenset(("ask", "answer", "quote")): ("basic", lambda raw: Recall(raw["ask"], raw["answer"])),
    frozenset(("ask", "answer", "quote", "reverse")): (
        "basic",
        lambda raw: Recall(raw["ask"], raw["answer"], raw["reverse"]),
    ),
    frozenset(("ask", "answer", "quote", "typed")): ("typed", lambda raw: Typed(raw["ask"], raw["answer"])),
    frozenset(("ask", "answer", "quote", "distractors")): ("choice", _choice),
    frozenset(("ask", "answers", "quote")): ("list", _listing),
    frozenset(("ask", "answers", "quote", "ordered")): ("list", _listing),
    frozenset(("term", "meaning", "quote")): ("term", lambda raw: Pair(raw["term"], raw["meaning"])),
    frozenset(("cloze", "quote")): ("cloze", lambda raw: plain_cloze(raw["cloze"])),
    frozenset(("cloze",)): ("cloze", lambda raw: plain_cloze(raw["cloze"])),
}


@frozen
class _Form:
    """What is known of a fact by its keys: its kind, which of its values are texts and what these are if plain."""

    kind: str
    texts: Callable[[_Raw], tuple[Text, ...]]
    are_plain: Callable[[str], object]
    question: Callable[[_Raw], Question | None]


def plain_question(raw: _Raw) -> tuple[str, Question] | None:
    """The kind of a fact and what it asks, if it is surely plain; then its `tags` alone are left to be read."""
    form = _form(tuple(raw))
    if form is None:
        return None
    try:
        texts = "\0".join(form.texts(raw))
    except TypeError:  # a list or a mapping, where most have a text
        single = _of_one_quote(raw)
        return plain_question(single) if single else None
    question = form.question(raw) if form.are_plain(texts) and is_unicode(texts) else None
    return (form.kind, question) if question else None


def _of_one_quote(raw: _Raw) -> _Raw | None:
    """The fact with the first of its quotes alone, if it has a list of them, without a flaw."""
    quotes = raw.get("quote")
    if not (isinstance(quotes, list) and quotes and all(map(is_flawless, quotes))):
        return None
    return {**raw, "quote": quotes[0]}


def plain_cloze(text: Text) -> Cloze:
    """The cloze of a text of the pattern `PLAIN_CLOZE`."""
    line, column = text.line, text.column
    found: list[Text | Gap] = []
    for place, piece in enumerate(text.replace("}}", "{{").split("{{")):
        if place % 2:
            found.append(Gap((place + 1) // 2, text_at(piece, line, column)))
        elif piece:
            found.append(text_at(piece, line, column))
    return Cloze(tuple(found))


@lru_cache(maxsize=256)
def _form(keys: tuple[str, ...]) -> _Form | None:
    known = _QUESTIONS.get(frozenset(keys) - _BESIDE)
    if known is None:
        return None
    named = sorted((key for key in keys if key in _TEXTS), key=_TEXTS.__getitem__)  # so that many have one pattern
    # No plain text holds the sign that is put between them.
    pattern = re.compile("\0".join(_TEXTS[key] for key in named))
    of_one = itemgetter(named[0])
    texts = itemgetter(*named) if len(named) > 1 else lambda raw: (of_one(raw),)
    kind, question = known
    return _Form(kind, texts, pattern.fullmatch, question)
