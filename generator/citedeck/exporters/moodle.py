"""Moodle XML: choices, short answers, and texts with blanks (Moodle's embedded answers), ordered lists among them.

In Moodle's short answers * stands for anything, so each is written \\*. A number is a short answer too, with its
spellings: Moodle's numerical questions would take more than those.
See https://docs.moodle.org/en/Moodle_XML_format and https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type.
"""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from xml.etree import ElementTree as Xml

from citedeck.exporters.page_text import (
    feedback_html,
    in_its_language,
    in_xml,
    picture_html,
    plain_line,
    plain_spellings,
    prompt_html,
)
from citedeck.exporters.product import Product
from citedeck.history import Edition
from citedeck.images import content
from citedeck.markup import to_attribute, to_html
from citedeck.model import Text
from citedeck.quiz import (
    Answer,
    Blank,
    ChoiceTask,
    ClozeTask,
    ListTask,
    Quiz,
    QuizItem,
    RecallTask,
    TypedTask,
    adapted,
    quiz,
)
from citedeck.typings import assert_never

SUFFIX = "moodle.xml"
SHIPS_NOTES = False

_RIGHT, _WRONG = "100", "0"
_LONGEST_NUMBER = 100
_FILES = "@@PLUGINFILE@@/"  # where Moodle puts the files of a text
# Moodle takes the backslash away that stands before one of these in an embedded answer.
_UNESCAPED = re.compile(r"(?<=\\)(?=[}#])")
_SYNTAX = re.compile(r"[\\{}~#=%&\"'<>]")
_AT_ENDS = re.compile(r"\A(?=/)|(?<=/)\Z")


def export(edition: Edition) -> Product:
    """The quiz of an edition's deck."""
    return written(quiz(edition.deck))


def written(asked: Quiz) -> Product:
    """A quiz as the XML that Moodle imports."""
    whole = replace(asked, items=tuple(map(_in_one, asked.items)))
    found = adapted(whole, frozenset(("choice", "typed", "cloze")))
    root = Xml.Element("quiz")
    category = _question(root, "category")
    _text(Xml.SubElement(category, "category"), category_path(asked.name))
    _html(category, "info", to_html(asked.description))
    for item in found.items:
        _add(root, item)
    Xml.indent(root)
    page = Xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    return Product(page, found.instead, len(found.items))


def _in_one(item: QuizItem) -> QuizItem:
    """An ordered list as a text with a blank for each answer. Without order one answer could be typed into every blank,
    and be right in each.
    """
    if not (isinstance(item.task, ListTask) and item.task.ordered):
        return item
    pieces: list[Text | Blank] = []
    for number, answer in enumerate(item.task.answers, start=1):
        pieces += [Text(f"\n{number}. " if pieces else f"{number}. "), Blank(number, answer)]
    return replace(item, task=ClozeTask(tuple(pieces)))


def category_path(name: str) -> str:
    """The name of a deck as a path of categories: what nests decks nests them. Moodle splits it at single strokes, so
    one in a name is doubled, and parted from one that nests.
    """
    parts = (part.strip().replace("/", "//") for part in plain_line(name).split("::"))
    return "/".join(_AT_ENDS.sub(" ", part) for part in parts)


def has_id_number(item: QuizItem) -> bool:
    """Whether the id of a question may be its id number in Moodle, whose import breaks off at a longer one. Its name is
    the id in any case.
    """
    return len(item.id) <= _LONGEST_NUMBER


def wildcards_escaped(answer: str) -> str:
    """A short answer of which every sign means itself."""
    return answer.replace("*", r"\*")


def _add(root: Xml.Element, item: QuizItem) -> None:
    task = item.task
    match task:
        case ChoiceTask():
            _choice(_asked(root, item, "multichoice", prompt_html(item)), item, task)
        case TypedTask(answer):
            _typed(_asked(root, item, "shortanswer", prompt_html(item)), answer)
        case ClozeTask():
            page = "".join(_piece(piece) for piece in task.text)
            page = f'<div lang="{to_attribute(item.language)}" dir="auto">{page}</div>'
            _asked(root, item, "cloze", prompt_html(item) + page)
        case ListTask() | RecallTask():
            raise ValueError(f"Moodle was not adapted to {item.kind} questions")
        case _:
            assert_never(task)


def _asked(root: Xml.Element, item: QuizItem, kind: str, page: str) -> Xml.Element:
    """A question with all that does not depend on its kind."""
    question = _question(root, kind)
    _text(Xml.SubElement(question, "name"), item.id)
    text = _html(question, "questiontext", page + picture_html(item, _FILES + item.image.name if item.image else ""))
    if item.image:
        file = Xml.SubElement(text, "file", name=item.image.name, path="/", encoding="base64")
        file.text = base64.b64encode(content(item.image)).decode("ascii")
    _html(question, "generalfeedback", feedback_html(item))
    if has_id_number(item):
        Xml.SubElement(question, "idnumber").text = item.id
    if item.hint:
        _html(question, "hint", in_its_language(item.hint, item.language))
    return question


def _choice(question: Xml.Element, item: QuizItem, task: ChoiceTask) -> None:
    settings = {"single": "true", "shuffleanswers": "false", "answernumbering": "abc"}
    for name, value in settings.items():
        Xml.SubElement(question, name).text = value
    for index, option in enumerate(task.options):
        answer = _html(question, "answer", in_its_language(option, item.language))
        answer.set("fraction", _RIGHT if index == task.right else _WRONG)


def _typed(question: Xml.Element, answer: Answer) -> None:
    Xml.SubElement(question, "usecase").text = "1" if answer.cased else "0"
    for spelling in plain_spellings(answer):
        element = Xml.SubElement(question, "answer", fraction=_RIGHT, format="plain_text")
        _text(element, wildcards_escaped(spelling))


def _piece(piece: str | Blank) -> str:
    if not isinstance(piece, Blank):
        return to_html(piece)
    kind = "SHORTANSWER_C" if piece.answer.cased else "SHORTANSWER"
    answers = "~".join(f"={_embedded(one)}" for one in plain_spellings(piece.answer))
    hint = f" [{to_html(piece.hint)}]" if piece.hint else ""
    return f"{{1:{kind}:{answers}}}{hint}"


def _embedded(spelling: str) -> str:
    """A spelling within an embedded answer: what is syntax there is an entity, which Moodle reads last but one."""
    text = _UNESCAPED.sub(r"\\", wildcards_escaped(spelling))
    return _SYNTAX.sub(lambda found: f"&#{ord(found[0])};", text)


def _question(root: Xml.Element, kind: str) -> Xml.Element:
    return Xml.SubElement(root, "question", type=kind)


def _html(parent: Xml.Element, name: str, page: str) -> Xml.Element:
    element = Xml.SubElement(parent, name, format="html")
    _text(element, in_xml(page))
    return element


def _text(parent: Xml.Element, text: str) -> None:
    Xml.SubElement(parent, "text").text = text
