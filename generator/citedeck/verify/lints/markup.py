"""What looks like markup in the texts of a fact, and is shown as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.model import Entry, Gap, Problem, Prose, texts
from citedeck.verify.lints.glance import Glance
from citedeck.verify.lints.subject import Subject


def concerns(glance: Glance) -> Iterator[Entry]:
    """The facts in which a text may have what looks like markup and is none."""
    for entry, asked, answers, _, _, _ in glance.asked:
        if isinstance(asked, Prose) or isinstance(answers[0], Prose):
            yield entry
    yield from [entry for entry, asked, *_ in glance.reverses if isinstance(asked, Prose)]
    yield from [entry for entry in glance.entries if entry.remarks.hint or entry.remarks.extra]
    yield from [entry for entry in (*glance.choices, *glance.listings) if _unread(entry)]
    pieces = [(entry, piece) for entry, cloze in glance.clozes for piece in cloze.text]
    yield from [entry for entry, piece in pieces if isinstance(piece, Prose)]
    yield from [
        entry for entry, piece in pieces if isinstance(piece, Gap) and Prose in (type(piece.answer), type(piece.hint))
    ]


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
