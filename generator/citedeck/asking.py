"""What a question is in Anki: the fields that ask it, as HTML, and the cards that are made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from citedeck.markup import to_gap_html, to_html
from citedeck.matching.folding import folded
from citedeck.model import Choice, Cloze, Gap, Listing, Pair, Question, Recall, Text, Typed, spans
from citedeck.typings import assert_never

_LONG = 100  # code points, from which an answer is set as a paragraph


def card_ordinals(question: Question) -> tuple[int, ...]:
    """The cards Anki makes of a fact's note: template ordinals, or gap numbers less one."""
    match question:
        case Recall():
            return (0, 1) if question.reverse else (0,)
        case Typed() | Choice():
            return (0,)
        case Pair():
            return (0, 1)
        case Cloze() | Listing():
            return tuple(sorted({gap.number - 1 for gap in question.gaps}))
        case _:
            assert_never(question)


def question_fields(fact: str, question: Question) -> dict[str, str]:
    """The fields that ask the question of a fact, by their names."""
    match question:
        case Recall():  # most are, so nothing is done for them that need not be
            prompt, answer, reverse = question.prompt, question.answer, question.reverse
            asked = {"Question": to_html(prompt), "Answer": _answer(answer)}
            if reverse is None:
                return asked
            # a paragraph can hold no list
            tag = "div" if any(span.mark in ("ol", "ul") for span in spans(prompt)) else "p"
            both = f'<{tag} class="asked">{to_html(prompt)}</{tag}>{_answer(answer)}'
            return {**asked, "Reverse question": to_html(reverse), "Reverse answer": both}
        case Pair(term, meaning):
            return {
                "Question": to_html(term),
                "Answer": _answer(meaning),
                "Reverse question": to_html(meaning),
                "Reverse answer": _answer(term),
            }
        case Typed(prompt, answer):
            # what is typed on a keyboard: straight quotation marks, plain hyphens
            return {"Question": to_html(prompt), "Answer": _answer(answer), "Typed answer": to_html(folded(answer))}
        case Choice(prompt, answer) as choice:
            return {"Question": to_html(prompt), "Answer": to_html(answer), "Options": _options(fact, choice)}
        case Cloze(text):
            return {"Text": "".join([_gap(piece) if isinstance(piece, Gap) else to_html(piece) for piece in text])}
        case Listing():
            rows = "".join(f"<li>{_gap(gap)}</li>" for gap in question.gaps)
            kind = "ol" if question.ordered else "ul"
            return {"Text": f"{to_html(question.prompt)}<{kind}>{rows}</{kind}>"}
        case _:
            assert_never(question)


def _answer(text: str) -> str:
    """An answer; a long one is set smaller."""
    return to_html(text) if len(text) <= _LONG else f'<div class="long">{to_html(text)}</div>'


def _gap(gap: Gap) -> str:
    hint = f"::{to_gap_html(gap.hint)}" if gap.hint else ""
    return f"{{{{c{gap.number}::{to_gap_html(gap.answer)}{hint}}}}}"


def _options(fact: str, choice: Choice) -> str:
    shuffled = in_fixed_order(fact, (choice.answer, *choice.distractors))
    rows = (
        f'<li class="right">{to_html(option)}</li>' if option is choice.answer else f"<li>{to_html(option)}</li>"
        for option in shuffled
    )
    return f"<ol>{''.join(rows)}</ol>"


def in_fixed_order(fact: str, options: Iterable[Text]) -> list[Text]:
    """The options of a fact's question in an order that is arbitrary, but the same in every build."""
    return sorted(options, key=lambda option: hashlib.sha256(f"{fact}\x1f{option}".encode()).digest())
