"""QTI 1.2, as Canvas and ILIAS read it: a quiz as a zip archive of XML, written by text2qti.

text2qti is handed HTML, not the Markdown that it reads: in that there are formulas, comments and code that it runs, and
no escaping keeps every text from being one of them.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape

from citedeck.exporters.archive import File, archived
from citedeck.exporters.page_text import feedback_html, in_its_language, in_xml, picture_html, plain_line, prompt_html
from citedeck.exporters.product import Product
from citedeck.exporters.shortcomings import capitals_ignored, hint_in_sight
from citedeck.history import Edition
from citedeck.images import content
from citedeck.markup import to_html
from citedeck.quiz import ChoiceTask, Quiz, QuizItem, TypedTask, adapted, quiz

if TYPE_CHECKING:
    from text2qti.markdown import Image
    from text2qti.quiz import Question

SUFFIX = "qti.zip"
SHIPS_NOTES = False

_DATE = "1980-01-01"  # the manifest must have one; it is that of the archive's files


def export(edition: Edition) -> Product:
    """The quiz of an edition's deck."""
    return written(quiz(edition.deck))


def written(asked: Quiz) -> Product:
    """A quiz as the archive that is imported."""
    from text2qti.markdown import Image

    found = adapted(asked, frozenset(("choice", "typed")))
    pictures = {item.image.name: item.image for item in found.items if item.image}
    images = {name: Image(name, content(pictures[name])) for name in sorted(pictures)}
    told = (one for item in found.items for one in (*hint_in_sight(item), *capitals_ignored(item)))
    instead = (*found.instead, *told)
    return Product(archived(_files(asked, found.items, images)), tuple(dict.fromkeys(instead)))


def _files(asked: Quiz, items: tuple[QuizItem, ...], images: dict[str, Image]) -> list[File]:
    from text2qti.xml_assessment import assessment
    from text2qti.xml_assessment_meta import assessment_meta
    from text2qti.xml_imsmanifest import imsmanifest

    id = _digest(asked.id).hex()[:32]
    name = f"citedeck_assessment_{id}"
    title, description = _Html.xml_escape(asked.name), _Html.md_to_html_xml(to_html(asked.description))
    manifest = imsmanifest(
        manifest_identifier=f"citedeck_manifest_{id}",
        assessment_identifier=name,
        dependency_identifier=f"citedeck_dependency_{id}",
        images=images,
        date=_DATE,
    )
    meta = assessment_meta(
        assessment_identifier=name,
        assignment_identifier=f"citedeck_assignment_{id}",
        assignment_group_identifier=f"citedeck_assignment_group_{id}",
        title_xml=title,
        description_html_xml=description,
        points_possible=len(items),
        shuffle_answers="false",
        show_correct_answers="true",
        one_question_at_a_time="false",
        cant_go_back="false",
    )
    questions = _Questions([_question(asked, item, images) for item in items])
    return [
        File("imsmanifest.xml", manifest),
        File(f"{name}/assessment_meta.xml", meta),
        File(f"{name}/{name}.xml", assessment(quiz=questions, assessment_identifier=name, title_xml=title)),
        *(File(one.qti_zip_path, one.data, stored=True) for one in images.values()),
    ]


class _Questions(NamedTuple):
    """What text2qti looks at in a quiz of its own."""

    questions_and_delims: list[Question]
    feedback_is_solution: bool = False


class _Html:
    """Stands in for text2qti's Markdown, and takes HTML as it is."""

    @staticmethod
    def md_to_html_xml(page: str) -> str:
        return escape(in_xml(page))

    @staticmethod
    def xml_escape(text: str) -> str:
        return escape(plain_line(text), {'"': "&quot;"})


def _question(asked: Quiz, item: QuizItem, images: dict[str, Image]) -> Question:
    """A question. What it is known by hangs on its id alone: text2qti's own would be the same for equal questions."""
    from text2qti.quiz import Question

    at: dict[str, Any] = {"linenum_start": 1, "linenum_end": 1}
    source = images[item.image.name].src_path if item.image else ""
    page = prompt_html(item, hint=True) + picture_html(item, source)
    question = Question(page, quiz=_Questions([]), title=item.id, points=None, md=_Html, **at)
    question.hash_digest = _digest(asked.id, item.id)
    question.id = question.hash_digest.hex()[:64]
    question.append_feedback(feedback_html(item), **at)
    match item.task:
        case ChoiceTask(options, right):
            for index, option in enumerate(options):
                add = question.append_mctf_correct_choice if index == right else question.append_mctf_incorrect_choice
                add(in_its_language(option, item.language), **at)
        case TypedTask(answer):
            for spelling in dict.fromkeys(map(plain_line, answer.spellings)):
                question.append_shortans_correct_choice(spelling, **at)
        case _:
            raise ValueError(f"QTI was not adapted to {item.kind} questions")
    return question


def _digest(*names: str) -> bytes:
    return hashlib.blake2b("\n".join(names).encode()).digest()
