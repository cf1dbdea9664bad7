"""Reading back what formats hold: the words a learner reads, by a library of XML and HTML that is not ours."""

from __future__ import annotations

import unicodedata

import lxml.html
from lxml import etree

from citedeck.markup import visible
from citedeck.quiz import QuizItem


def words(page: str) -> str:
    """What is read in HTML, with one blank for white space of any kind."""
    if not page.strip():
        return ""
    root = lxml.html.fromstring(f"<div>{page}</div>")
    for element in root.iter("br", "p", "li", "div", "blockquote"):
        element.tail = f" {element.tail or ''}"
        element.text = f" {element.text or ''}"
    return squeezed(root.text_content())


def squeezed(text: str) -> str:
    """A text as it is compared: as Unicode composes it, without what XML cannot hold, white space as one blank."""
    plain = visible(text).replace("\ufffe", " ").replace("\uffff", " ")
    return " ".join(unicodedata.normalize("NFC", plain).split())


def asked(item: QuizItem) -> str:
    """The words in which a question is asked where its hint is in sight."""
    return squeezed(f"{item.lead} {item.prompt} {f'Hint: {item.hint}' if item.hint else ''}")


def told(item: QuizItem) -> str:
    """What must be told once a question is answered."""
    return squeezed(f"{item.extra} {item.feedback.passage} {item.feedback.source}")


def spelled(item_spellings: tuple[str, ...]) -> list[str]:
    """Spellings as a short answer holds them, each once."""
    return list(dict.fromkeys(map(squeezed, item_spellings)))


def xml(content: bytes) -> etree._Element:
    return etree.fromstring(content)
