"""Whatever is built passes its audit, and its questions are read back letter for letter."""

from __future__ import annotations

import shutil
import unicodedata
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from citedeck.asking import question_fields
from citedeck.audit.notes import Note
from citedeck.audit.rebuilding import entry
from citedeck.exporters.apkg.opening import PackedNote
from citedeck.identity import family
from citedeck.kinds.table import KINDS
from citedeck.model import Choice, Cloze, Deck, Entry, Gap, Listing, Question
from citedeck.notes.citation import Claim
from citedeck.notetypes import NOTE_TYPES
from citedeck.seal import seal
from citedeck.workspace import Workspace, load
from tests.audit.packages import audited
from tests.exporters.apkg.every_kind import FACTS, T0, Facts, first_package, judged
from tests.exporters.apkg.test_nasty_text import NASTY, Words, everything
from tests.judging import EXAMPLES


def rebuilt(question: Question) -> Entry:
    """A question after it went into the fields of a note and was read from them."""
    note_type = NOTE_TYPES[family(question)]
    values = tuple(unicodedata.normalize("NFC", page) for page in note_type.row(question_fields("fact", question)))
    note = Note("x.apkg", PackedNote(1, "guid", None, values, frozenset(), ()), note_type)
    assert note.unread() == []
    claim = Claim("deck", "fact", "basic", "en", "source", "", ("quote",))
    found = entry(note, claim)
    assert isinstance(found, Entry)
    assert seal(found) == seal(replace(found, question=question))
    return found


def composed(text: object) -> str:
    """A text in NFC, as Anki stores it, and trimmed, as an author's is."""
    return unicodedata.normalize("NFC", str(text)).strip()


def texts(question: Question) -> list[str]:
    """All texts of a question; the order of its options is not one of them."""
    match question:
        case Cloze(pieces):
            parts = [
                (piece.number, piece.answer, piece.hint) if isinstance(piece, Gap) else (piece,) for piece in pieces
            ]
            return [composed(part) for part in chain.from_iterable(parts)]
        case Choice(prompt, answer, distractors):
            return list(map(composed, (prompt, answer, *sorted(distractors))))
        case Listing(prompt, answers, ordered):
            return list(map(composed, (prompt, ordered, *answers)))
        case _:
            return [composed(getattr(question, name)) for name in type(question).__match_args__]


@given(everything)
@example(Words("\\(", "{{c1::", "::", "}}"))
def test_a_question_is_read_back_letter_for_letter(words: Words) -> None:
    for question in words.questions():
        found = rebuilt(question).question
        assert type(found) is type(question)
        assert texts(found) == texts(question)


nasty = st.lists(st.sampled_from([*NASTY, " of ", " Ada ", "5,000 ", "e\u0301tude "]), min_size=1, max_size=6).map(
    "".join
)


def packed(deck: Deck, folder: Path) -> Path:
    path = folder / f"{deck.id}.apkg"
    path.write_bytes(first_package(deck, T0))
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_each_kind_passes(kind: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "source", tmp_path / "source")
    (tmp_path / "decks").mkdir()
    shutil.copyfile(EXAMPLES / f"{kind}.yaml", tmp_path / "decks" / f"{kind}.yaml")
    verdict = load(Workspace(tmp_path)).verdict()
    found = audited(tmp_path, packed(verdict.decks[0], tmp_path))
    assert found.notes.problems == ()
    assert [(one.fact, one.kind, one.level, one.passage) for one in found.notes.findings] == [
        (one.fact, one.kind, one.level, one.passage) for one in verdict.findings
    ]


def test_every_kind_passes_as_it_was_judged(tmp_path: Path) -> None:
    verdict = judged(tmp_path, FACTS)
    found = audited(tmp_path, packed(verdict.decks[0], tmp_path))
    assert found.notes.problems == ()
    assert [(one.fact, one.level, one.passage) for one in found.notes.findings] == [
        (one.fact, one.level, one.passage) for one in verdict.findings
    ]


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=nasty, answer=nasty, after=nasty)
@example(before="Half of", answer="cafe\u0301 “x”", after='and café "x"')
@example(before="\x01It", answer="is", after="\x1f so")
def test_whatever_check_accepts_and_build_writes_passes(
    tmp_path_factory: pytest.TempPathFactory, before: str, answer: str, after: str
) -> None:
    folder = tmp_path_factory.mktemp("nasty")
    line = f"There was {before} {answer} {after} then."
    article = f"The Title\n\n{line} And more of it.\n\nThe end, {after} it was.\n"
    quote = " ".join(line.split())
    facts: Facts = {
        "basic": {"ask": f"What {after}?", "answer": answer, "quote": quote},
        "typed": {"ask": f"What {after}?", "answer": answer, "typed": True, "quote": quote},
        "term": {"term": answer, "meaning": "then", "quote": quote},
        "choice": {"ask": "What?", "answer": answer, "distractors": ["nothing of it", "less"], "quote": quote},
        "cloze": {"cloze": f"There was {before} {{{{{answer}}}}} {after} then.", "quote": quote},
        "list": {"ask": "What?", "answers": ["There", "then"], "quote": quote},
    }
    verdict = judged(folder, facts, article)
    accepted = {finding.fact for finding in verdict.findings if finding.accepted}
    assume(accepted)
    verdict = judged(folder, {name: fact for name, fact in facts.items() if name in accepted}, article)
    assume(verdict.decks)
    found = audited(folder, packed(verdict.decks[0], folder))
    assert found.notes.problems == ()
    assert len(found.notes.findings) == len(accepted)
