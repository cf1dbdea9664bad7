"""The texts of a question as HTML, for formats that show it."""

from __future__ import annotations

import re
import unicodedata

from citedeck.markup import to_attribute, to_html, visible
from citedeck.quiz import Answer, QuizItem

_NOT_IN_XML = re.compile("[\ufffe\uffff]")


def in_its_language(text: str, language: str) -> str:
    """A text in a block that says which language it is in."""
    return f'<div lang="{to_attribute(language)}" dir="auto">{to_html(text)}</div>'


def prompt_html(item: QuizItem, hint: bool = False) -> str:
    """What a question asks: what to do, where its prompt does not say, and the prompt; with its hint for formats that
    cannot hide one.
    """
    lead = f"<p>{to_html(item.lead)}</p>" if item.lead else ""
    help_ = f"<p>Hint:</p>{in_its_language(item.hint, item.language)}" if hint and item.hint else ""
    return f"{lead}{in_its_language(item.prompt, item.language) if item.prompt else ''}{help_}"


def picture_html(item: QuizItem, address: str) -> str:
    """The picture of a question, if it has one, that is to be found at an address."""
    return f'<p><img src="{to_attribute(address)}" alt="{to_attribute(item.image.alt)}"></p>' if item.image else ""


def feedback_html(item: QuizItem) -> str:
    """What is told once a question is answered: its author's remark, and the passage it rests on."""
    return f"{in_its_language(item.extra, item.language) if item.extra else ''}{item.feedback.html}"


def in_xml(text: str) -> str:
    """A text without the two code points that XML cannot hold and `markup` leaves."""
    return _NOT_IN_XML.sub(" ", text)


def plain_line(text: str) -> str:
    """A text as one line of plain words, composed as keyboards write it, for XML and for what is typed."""
    return " ".join(unicodedata.normalize("NFC", in_xml(visible(text))).split())


def plain_spellings(answer: Answer) -> list[str]:
    """The spellings of an answer as such lines, each once."""
    return list(dict.fromkeys(map(plain_line, answer.spellings)))
