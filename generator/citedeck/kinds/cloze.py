"""A text with gaps, and how gaps are written."""

import re
from collections.abc import Iterator

from pydantic import Field, field_validator

from citedeck.kinds.fact import Fact
from citedeck.kinds.values import Quotes, Words, fault
from citedeck.model import LAST_GAP, Gap, Text
from citedeck.model import Cloze as ClozeForm

_BRACES = re.compile(r"\{\{|\}\}")
_NUMBERED = re.compile(r"c([0-9]+)::(.*)", re.DOTALL)


class Cloze(Fact):
    """A text with gaps `{{so}}`, one card for each; a cloze that is itself verbatim needs no quote."""

    KEY = "cloze"

    cloze: Words = Field(description="The text, its gaps in double braces: {{gap}}, or Anki's {{c1::gap::hint}}.")
    quote: Quotes = Field((), description="The passage that holds the text, if the text is not to be the quote.")

    @field_validator("cloze")
    @classmethod
    def _well_formed(cls, value: Text) -> Text:
        parse(value)
        return value

    def question(self) -> ClozeForm:
        numbered = any(map(_NUMBERED.fullmatch, _inner(self.cloze)))
        return ClozeForm(parse(self.cloze), numbered)


def parse(text: Text) -> tuple[Text | Gap, ...]:
    """The pieces of a cloze. `{{gap}}` numbers gaps 1, 2, 3 in order; Anki's own numbering stands as written."""
    pieces: list[Text | Gap] = []
    end = 0
    for position, (start, stop) in enumerate(_gap_spans(text), 1):
        if start > end:
            pieces.append(text.with_value(text[end:start]))
        pieces.append(_gap(text, text[start + 2 : stop - 2], position))
        end = stop
    if end < len(text):
        pieces.append(text.with_value(text[end:]))
    numbered = {bool(_NUMBERED.fullmatch(inner)) for inner in _inner(text)}
    if not numbered:
        raise fault("cloze-without-gap", "has no gap: put what is to be recalled in double braces, {{so}}")
    if len(numbered) == 2:
        raise fault("cloze-braces", "mixes {{gap}} and {{c1::gap}}: number all of its gaps or none")
    return tuple(pieces)


def _inner(text: str) -> Iterator[str]:
    """What stands between the braces of each gap."""
    return (text[start + 2 : stop - 2] for start, stop in _gap_spans(text))


def _gap_spans(text: str) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for brace in _BRACES.finditer(text):
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


def _gap(text: Text, inner: str, position: int) -> Gap:
    numbered = _NUMBERED.fullmatch(inner)
    number, rest = (_number(numbered[1]), numbered[2]) if numbered else (position, inner)
    answer, _, hint = rest.partition("::") if numbered else (rest, "", "")
    if not answer.strip():
        raise fault("cloze-braces", "has an empty gap")
    if number > LAST_GAP:
        raise fault("cloze-braces", f"has more than {LAST_GAP} gaps, and Anki makes no more cards")
    return Gap(number, text.with_value(answer), hint)


def _number(digits: str) -> int:
    if len(digits) > len(str(LAST_GAP)) or not 1 <= int(digits) <= LAST_GAP:
        raise fault("cloze-braces", f"numbers a gap {digits[:9]}: gaps are numbered from 1 to {LAST_GAP}")
    return int(digits)
