"""GIFT, as Moodle and other programs read it: a question is a block of lines, and a blank line ends it.

Moodle reads it otherwise than its documentation and other readers do, so what is written here is what all of them take
alike: HTML with its tag before it, for which nothing in a text can be taken; a weight before each short answer, so that
none is a weight itself, nor true or false. There are no numerical questions: where one is not plain ASCII, Moodle takes
any answer for right. See https://docs.moodle.org/en/GIFT_format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citedeck.exporters.moodle import category_path, has_id_number, wildcards_escaped
from citedeck.exporters.page_text import feedback_html, in_its_language, plain_spellings, prompt_html
from citedeck.exporters.product import Product
from citedeck.exporters.shortcomings import capitals_ignored, hint_in_sight
from citedeck.history import Edition
from citedeck.markup import to_html
from citedeck.quiz import Answer, ChoiceTask, Instead, Quiz, QuizItem, TypedTask, adapted, quiz

SUFFIX = "gift.txt"
SHIPS_NOTES = False

_ESCAPED = {ord(sign): f"\\{sign}" for sign in "\\~=#{}:"} | {ord("\n"): " "}
# What no sign escapes in a short answer: the arrow of a matching question, and what Moodle itself puts for an escaped
# sign while it reads.
_MISREAD = re.compile(r"->|&&(?:010|(?:035|058|061|092|123|125|126);)")


def export(edition: Edition) -> Product:
    """The quiz of an edition's deck."""
    return written(quiz(edition.deck))


def written(asked: Quiz) -> Product:
    """A quiz as GIFT."""
    found = adapted(asked, frozenset(("choice", "typed")))
    path = category_path(asked.name).replace("\\", r"\\")  # all that is read as an escape here
    blocks = [f"$CATEGORY: {path}"]
    instead = list(found.instead)
    for item in found.items:
        block = _block(item)
        if block:
            blocks.append(block)
        instead += _instead(item, left_out=not block)
    content = ("\n\n".join(blocks) + "\n").encode("utf-8")
    return Product(content, tuple(dict.fromkeys(instead)), len(blocks) - 1)


def _block(item: QuizItem) -> str:
    """A question; nothing if GIFT can hold no right answer to it."""
    answers = list(_answers(item))
    if not answers:
        return ""
    picture = f"<p>[{to_html(item.image.alt)}]</p>" if item.image else ""
    lines = [
        *([f"// [id:{item.id}]"] if has_id_number(item) else []),
        f"::{_escaped(item.id)}::{_html(prompt_html(item, hint=True) + picture)}{{",
        *(f"\t{answer}" for answer in answers),
        f"\t####{_html(feedback_html(item))}",
        "}",
    ]
    return "\n".join(lines)


def _answers(item: QuizItem) -> Iterator[str]:
    match item.task:
        case ChoiceTask(options, right):
            for index, option in enumerate(options):
                sign = "=" if index == right else "~"
                yield f"{sign}{_html(in_its_language(option, item.language))}"
        case TypedTask(answer):
            for spelling in _expressible(answer):
                yield f"=%100%{_plain(spelling)}"
        case _:
            raise ValueError(f"GIFT was not adapted to {item.kind} questions")


def _expressible(answer: Answer) -> list[str]:
    return [spelling for spelling in plain_spellings(answer) if not _MISREAD.search(spelling)]


def _instead(item: QuizItem, left_out: bool) -> Iterator[Instead]:
    if item.image:
        yield Instead(item.fact, "asked with its words alone", "a picture")
    yield from hint_in_sight(item)
    yield from capitals_ignored(item)
    if isinstance(item.task, TypedTask):
        misread = _MISREAD.search("\n".join(plain_spellings(item.task.answer)))
        if misread:
            what = "left out" if left_out else "asked without this spelling"
            yield Instead(item.fact, what, f"{misread[0]} in an answer that is typed")


def _html(page: str) -> str:
    return f"[html]{_escaped(page)}"


def _plain(spelling: str) -> str:
    """A short answer; one that begins with a bracket might be taken for the tag of a format."""
    tag = "[plain]" if spelling.startswith("[") else ""
    return tag + _escaped(wildcards_escaped(spelling))


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)
