"""A text with gaps, and how gaps are written."""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema

from citedeck.frozen import frozen
from citedeck.kinds.fact import Fact
from citedeck.kinds.plain import PLAIN_CLOZE, plain_cloze
from citedeck.kinds.texts import is_unicode
from citedeck.kinds.values import SCALAR, Quotes, fault, sound, words
from citedeck.markdown import divided, is_plain, masked, phrase
from citedeck.model import LAST_GAP, Gap, Text
from citedeck.model import Cloze as ClozeForm

_BRACES = re.compile(r"\{\{|\}\}")
_NUMBERED = re.compile(r"c([0-9]+)::(.*)", re.DOTALL)
_PLAIN = re.compile(PLAIN_CLOZE)


@frozen
class _Braces:
    """Where a gap stands in a text, where in it what it asks for, and its hint; with the number its author gave it."""

    outer: slice
    answer: slice
    hint: slice
    number: int | None


def parse(text: Text) -> ClozeForm:
    """A cloze as it is written. `{{gap}}` numbers gaps 1, 2, 3 in order; Anki's own numbering stands as written.

    Braces in a formula, and those after a backslash, make no gap.
    """
    if _PLAIN.fullmatch(text) and is_unicode(text):
        return plain_cloze(text)
    gaps = list(_braces(text))
    if not gaps:
        raise fault("cloze-without-gap", "has no gap: put what is to be recalled in double braces, {{so}}")
    numbered = gaps[0].number is not None
    if any((gap.number is not None) != numbered for gap in gaps):
        raise fault("cloze-braces", "mixes {{gap}} and {{c1::gap}}: number all of its gaps or none")
    pieces = _pieces(text, gaps)
    if pieces is None:
        raise fault("cloze-braces", "has a gap within a formula or the title of a link: let the gap hold all of it")
    between, held = pieces[::2], pieces[1::2]
    asked = [_gap(text, *gap, place) for place, gap in enumerate(zip(gaps, held, strict=True), 1)]
    found: list[Text | Gap] = [sound(between[0])]
    for gap, rest in zip(asked, between[1:], strict=True):
        found += (gap, sound(rest))
    return ClozeForm(tuple(filter(None, found)), numbered)


def _pieces(text: Text, gaps: list[_Braces]) -> Sequence[Text] | None:
    """What stands before the first gap, what that holds, what stands between, and so on."""
    if not is_plain(text):
        return divided(text, [(gap.outer, gap.answer) for gap in gaps])
    pieces: list[str] = []
    at = 0
    for gap in gaps:
        pieces += (text[at : gap.outer.start], text[gap.answer])
        at = gap.outer.stop
    return [text.with_value(piece) for piece in (*pieces, text[at:])]


def _gap(text: Text, braces: _Braces, answer: Text, place: int) -> Gap:
    number = braces.number or place
    if not answer.strip():
        raise fault("cloze-braces", "has an empty gap")
    if number > LAST_GAP:
        raise fault("cloze-braces", f"has more than {LAST_GAP} gaps, and Anki makes no more cards")
    hint = text[braces.hint]
    return Gap(number, sound(answer), sound(phrase(text.with_value(hint))) if hint else "")


def _braces(text: str) -> Iterator[_Braces]:
    """The gaps of a text."""
    mask = masked(text)
    for start, stop in _gap_spans(text, mask):
        numbered = _NUMBERED.fullmatch(mask, start + 2, stop - 2)
        if numbered is None:
            inner = slice(start + 2, stop - 2)
            yield _Braces(slice(start, stop), inner, slice(0, 0), None)
        else:
            end = mask.find("::", numbered.start(2), stop - 2)
            answer = slice(numbered.start(2), end if end >= 0 else stop - 2)
            hint = slice(end + 2, stop - 2) if end >= 0 else slice(0, 0)
            yield _Braces(slice(start, stop), answer, hint, _number(numbered[1]))


def _gap_spans(text: str, mask: str) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for brace in _BRACES.finditer(mask):
        if opened is None and brace[0] == "}}":
            raise _unbalanced(text, brace.start())
        if opened is not None and brace[0] == "{{":
            raise _unbalanced(text, opened)
        if opened is None:
            opened = brace.start()
        else:
            yield opened, brace.end()
            opened = None
    if opened is not None:
        raise _unbalanced(text, opened)


def _unbalanced(text: str, position: int) -> Exception:
    around = text[max(0, position - 15) : position + 15].strip()
    return fault(
        "cloze-braces", f"has unbalanced braces: the “{text[position : position + 2]}” in “{around}” has no partner"
    )


def _number(digits: str) -> int:
    if len(digits) > len(str(LAST_GAP)) or not 1 <= int(digits) <= LAST_GAP:
        raise fault("cloze-braces", f"numbers a gap {digits[:9]}: gaps are numbered from 1 to {LAST_GAP}")
    return int(digits)


class Cloze(Fact):
    """A text with gaps `{{so}}`, one card for each; a cloze that is itself verbatim needs no quote."""

    KEY = "cloze"

    cloze: Annotated[ClozeForm, PlainValidator(words), AfterValidator(parse), WithJsonSchema(SCALAR)] = Field(
        description="The text, its gaps in double braces: {{gap}}, or Anki's {{c1::gap::hint}}."
    )
    quote: Quotes = Field((), description="The passage that holds the text, if the text is not to be the quote.")

    def question(self) -> ClozeForm:
        return self.cloze
