"""A quiz as its page shows it: HTML for people, and what the script compares."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from markupsafe import Markup

from citedeck.frozen import frozen
from citedeck.markup import to_html
from citedeck.quiz import Answer, Blank, ChoiceTask, ClozeTask, ListTask, Quiz, QuizItem, RecallTask, TypedTask, keys
from citedeck.standalone import formulas, picture_address
from citedeck.typings import assert_never

_VERSION = 12  # hexadecimal digits that tell a question from what it was before


@frozen
class ItemView:
    """A question: `number` from 1, its texts as HTML, its options or the pieces of its text, and the right answer."""

    number: int
    kind: str
    language: str
    lead: str
    prompt: Markup
    hint: Markup
    extra: Markup
    feedback: Markup
    options: tuple[Markup, ...] = ()
    right: int | None = None
    pieces: tuple[Markup | BlankView, ...] = ()
    boxes: int = 0
    ordered: bool = False
    answers: tuple[Markup, ...] = ()
    image: str = ""
    alt: str = ""
    longest: int = 0


@frozen
class BlankView:
    """A blank by its number from 1; `width` is about that of its answer, but tells little of it."""

    number: int
    width: int
    hint: str = ""


@frozen
class QuizView:
    """All that the page shows; `above` are the decks its own is nested in, `source` is the article of all questions if
    there is but one, and `data` is what the script needs, as JSON.
    """

    name: str
    above: tuple[str, ...]
    language: str
    description: Markup
    items: tuple[ItemView, ...]
    source: str
    data: Markup


def view(quiz: Quiz, tables: dict[str, Any]) -> QuizView:
    """What the page shows of a quiz; `tables` are those by which its script compares."""
    items = tuple(_item(number, item) for number, item in enumerate(quiz.items, start=1))
    data = {
        "deck": quiz.id,
        "language": quiz.language,
        "items": [_data(item) for item in quiz.items],
        "folding": tables,
    }
    *above, name = (part.strip() for part in quiz.name.split("::"))
    sources = {item.feedback.source for item in quiz.items}
    source = sources.pop() if len(sources) == 1 else ""
    return QuizView(name, tuple(above), quiz.language, _shown(quiz.description), items, source, _in_script(data))


def _item(number: int, item: QuizItem) -> ItemView:
    task = item.task
    match task:
        case ChoiceTask(options, right):
            more: dict[str, Any] = {
                "options": tuple(map(_shown, options)),
                "right": right,
                "answers": (_shown(task.answer),),
            }
        case TypedTask(answer):
            more = {"boxes": 1, "answers": (_shown(answer.text),), "longest": _width(answer)}
        case ClozeTask():
            more = _cloze(task)
        case ListTask(answers, ordered):
            texts = tuple(_shown(answer.text) for answer in answers)
            more = {"boxes": len(answers), "ordered": ordered, "answers": texts, "longest": max(map(_width, answers))}
        case RecallTask(shown):
            more = {"answers": tuple(map(_shown, shown))}
        case _:
            assert_never(task)
    return ItemView(
        number=number,
        kind=item.kind,
        language=item.language,
        lead=item.lead,
        prompt=_shown(item.prompt),
        hint=_shown(item.hint),
        extra=_shown(item.extra),
        feedback=Markup(formulas(item.feedback.html)),
        image=picture_address(item.image) if item.image else "",
        alt=str(item.image.alt) if item.image else "",
        **more,
    )


def _cloze(task: ClozeTask) -> dict[str, Any]:
    pieces: list[Markup | BlankView] = []
    for piece in task.text:
        if isinstance(piece, Blank):
            number = sum(isinstance(one, BlankView) for one in pieces) + 1
            pieces.append(BlankView(number, _width(piece.answer), str(piece.hint)))
        else:
            pieces.append(_shown(piece))
    answers = tuple(_shown(blank.answer.text) for blank in task.blanks)
    return {"pieces": tuple(pieces), "boxes": len(task.blanks), "answers": answers}


def _width(answer: Answer) -> int:
    """How wide a box is, in characters: in steps, so that it gives nothing away."""
    return next((width for width in (12, 20) if len(answer.text) <= width), 32)


def _data(item: QuizItem) -> dict[str, Any]:
    """What the script compares. `version` changes with whatever of a question an answer depends on."""
    right = _right(item)
    asked = [item.lead, str(item.prompt), _texts(item), item.image.name if item.image else ""]
    digest = hashlib.sha256(json.dumps([item.kind, asked, right]).encode("ascii")).hexdigest()
    return {"id": item.id, "kind": item.kind, "version": digest[:_VERSION], **right}


def _texts(item: QuizItem) -> list[str]:
    """The texts of a question that are neither its prompt nor compared with what is typed."""
    match item.task:
        case ChoiceTask(options):
            return list(map(str, options))
        case ClozeTask(text):
            return ["" if isinstance(piece, Blank) else str(piece) for piece in text]
        case RecallTask(shown):
            return list(map(str, shown))
        case _:
            return []


def _right(item: QuizItem) -> dict[str, Any]:
    task = item.task
    match task:
        case ChoiceTask(_, right):
            return {"right": right}
        case TypedTask(answer):
            return {"answers": [_keys(answer, item)]}
        case ClozeTask():
            return {"answers": [_keys(blank.answer, item) for blank in task.blanks]}
        case ListTask(answers, ordered):
            return {"answers": [_keys(answer, item) for answer in answers], "ordered": ordered}
        case RecallTask():
            return {}
        case _:
            assert_never(task)


def _keys(answer: Answer, item: QuizItem) -> dict[str, Any]:
    return {"keys": list(keys(answer, item.language)), "cased": answer.cased}


def _shown(text: str) -> Markup:
    return Markup(formulas(to_html(text)))


def _in_script(data: dict[str, Any]) -> Markup:
    """JSON that ends no script element, whatever is in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
