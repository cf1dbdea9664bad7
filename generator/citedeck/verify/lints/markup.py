"""What looks like markup in the texts of a fact, and is shown as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.model import Entry, Problem, Prose, texts
from citedeck.verify.lints.subject import Subject


def concerns(subject: Subject) -> bool:
    """Whether a text has what looks like markup and is none."""
    return bool(_unread(subject.entry))


def _unread(entry: Entry) -> list[Prose]:
    written = (*texts(entry.question), entry.remarks.hint, entry.remarks.extra)
    return [text for text in written if isinstance(text, Prose) and text.unread]


def unknown(subject: Subject) -> Iterator[Problem]:
    """A tag, a link or a formula that is none here."""
    for text in _unread(subject.entry):
        piece = text.unread[0]
        message = f"“{piece}” is no markup that a field may have: it is shown as it stands"
        yield subject.entry.problem(text, "unknown-markup", message, _hint(piece))


def _hint(piece: str) -> str:
    if piece.startswith("\\"):
        return f"Write a formula between dollars: ${piece[2:-2].strip()}$."
    as_text = piece.replace("[", "\\[", 1) if piece.startswith(("[", "!")) else f"\\{piece}"
    known = "Fields take **strong**, *emphasis*, `code`, [links](https://…), lists, $x^2$, 10^6^ and H~2~O."
    return f"Write {as_text} if it is meant as text. {known}"


CHECKS = (unknown,)
