"""Every payload by its group, with what a learner reads where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.injection import of_html, of_markdown, of_text
from tests.injection.of_html import Table

_BRACES = r"\{\{|\}\}"


@dataclass(frozen=True)
class Payload:
    """What is written into a field, and what a browser is to show there."""

    group: str
    number: int
    written: str
    shown: str
    in_line: str

    @property
    def name(self) -> str:
        return f"{self.group}-{self.number}"

    @property
    def words(self) -> str:
        """What is judged where no list can stand: of a formula its TeX, without the delimiters of MathJax."""
        return re.sub(r"\\[()]", "", self.in_line) if self.group == "formulas" else self.in_line

    @property
    def in_cloze(self) -> str:
        """What is written in a text of gaps, in which it stands three times."""
        if self.group == "formulas":
            return self.written
        alone = [mark for mark in "$`" if len(re.findall(rf"(?<!\\){re.escape(mark)}", self.written)) % 2]
        special = "|".join([_BRACES, *map(re.escape, alone)])
        return re.sub(rf"\\.|{special}", _escaped, self.written, flags=re.DOTALL)

    @property
    def in_gap(self) -> str:
        """What is written in a gap, where double colons begin a hint, and braces beside its own would end it."""
        if "::" in self.written and self.group != "formulas":
            return ""
        return re.sub(r"(?<!\\)\}\Z", r"\\}", self.in_cloze)


def _escaped(found: re.Match[str]) -> str:
    return found[0] if found[0][0] == "\\" else "".join(rf"\{character}" for character in found[0])


GROUPS: dict[str, Table] = {
    "elements": of_html.ELEMENTS,
    "mutations": of_html.MUTATIONS,
    "attributes": of_html.ATTRIBUTES,
    "unclosed": of_html.UNCLOSED,
    "entities": of_html.ENTITIES,
    "schemes": of_markdown.SCHEMES,
    "links": of_markdown.LINKS,
    "markdown": of_markdown.MARKDOWN,
    "formulas": of_text.FORMULAS,
    "no-formulas": of_text.NO_FORMULAS,
    "anki": of_text.ANKI,
    "unicode": of_text.UNICODE,
    "words": of_text.WORDS,
}

CORPUS = [
    Payload(group, number, row[0], row[1], row[-1])
    for group, table in GROUPS.items()
    for number, row in enumerate(((row, row) if isinstance(row, str) else row for row in table), 1)
]
