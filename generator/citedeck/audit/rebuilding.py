"""What a note asks, read from the fields its cards show: the fact it was made of, rebuilt."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.audit.notes import CITATION, Note
from citedeck.hypertext import GAP, HINT, Element
from citedeck.model import (
    Attestation,
    Choice,
    Citation,
    Cloze,
    Entry,
    Gap,
    Identity,
    Listing,
    Pair,
    Problem,
    Question,
    Recall,
    Text,
    Typed,
)
from citedeck.notes.citation import Claim
from citedeck.seal import seal


def entry(note: Note, claim: Claim) -> Entry | Problem:
    """The fact of a note: its question as the cards ask it, its evidence as its citation names it."""
    question = _cloze(note) if "Text" in note.fields else _question(note)
    if isinstance(question, Problem):
        return question

    def cited(words: str) -> Text:
        return note.at(CITATION, words)

    return Entry(
        claim.deck,
        note.path,
        note.at(note.note_type.fields[0].name, claim.fact),
        claim.kind,
        question,
        Citation(
            cited(claim.source),
            tuple(map(cited, claim.quotes)),
            *(None if words is None else cited(words) for words in (claim.prefix, claim.suffix, claim.near)),
        ),
        Identity(claim.fact),
        claim.language,
        attestation=Attestation(**{key: cited(words) for key, words in claim.attestation.items()})
        if claim.attestation
        else None,
    )


def edited(note: Note, claim: Claim, fact: Entry) -> list[Problem]:
    """A problem if the fact is not the one that was built: nothing proves that a question asks for its answer."""
    if seal(fact) == claim.seal:
        return []
    message = "what is asked, answered or quoted was changed after the deck was built"
    hint = "No quote tells what a question should ask: edit the deck instead of the note, and build it again."
    return [note.problem(note.note_type.fields[0].name, "question-edited", message, hint)]


def _question(note: Note) -> Question | Problem:
    prompt, answer = note.text("Question"), note.text("Answer")
    if note.text("Options"):
        return _choice(note, prompt)
    if note.text("Typed answer"):
        return Typed(prompt, answer)
    if note.text("Reverse question"):
        answered = note.fields["Reverse answer"].content
        blocks = (*answered.find("p"), *answered.find("div"))
        repeats = any(one.attributes.get("class") == "asked" for one in blocks)
        return Recall(prompt, answer, note.text("Reverse question")) if repeats else Pair(prompt, answer)
    return Recall(prompt, answer)


def _choice(note: Note, prompt: Text) -> Choice | Problem:
    """The question of a note with options; its answer is the one marked right, as the card shows no other."""
    right: list[Text] = []
    wrong: list[Text] = []
    options = note.fields["Options"].content
    for option in options.find("li"):
        marked = right if option.attributes.get("class") == "right" else wrong
        marked.append(note.at("Options", option.text.strip()))
    if len(right) != 1:
        message = f"{len(right) or 'none'} of its {len(right) + len(wrong)} options {_are(right)} marked as right"
        return note.problem("Options", "field-differs", message)
    beside = "".join(words for words, within in options.leaves() if not any(one.tag == "li" for one in within))
    if beside.strip():
        return note.problem("Options", "field-differs", f"“{beside.strip()}” stands beside its options")
    return Choice(prompt, right[0], tuple(wrong))


def _are(options: list[Text]) -> str:
    return "are" if len(options) > 1 else "is"


def _cloze(note: Note) -> Cloze | Listing | Problem:
    text = note.fields["Text"].content
    if not any(text.find(GAP)):
        return note.problem("Text", "field-differs", "its text has no gap")
    last = text.children[-1]
    if isinstance(last, Element) and last.tag in ("ol", "ul"):
        return _listing(note, Element(text.tag, children=text.children[:-1]), last)
    return Cloze(tuple(_pieces(note, text)))


def _listing(note: Note, prompt: Element, rows: Element) -> Listing | Problem:
    gaps = [gap for row in rows.children if isinstance(row, Element) for gap in row.children]
    answers = [gap for gap in gaps if isinstance(gap, Element) and gap.tag == GAP and not any(gap.find(HINT))]
    numbers = tuple(int(gap.attributes["number"]) for gap in answers)
    numbered = len(set(numbers)) == len(gaps)
    if not numbered or len(answers) != len(gaps) or len(gaps) != len(rows.children) or any(prompt.find(GAP)):
        message = "its list is not made of gaps, one a row, each with a number of its own"
        return note.problem("Text", "field-differs", message)
    texts = tuple(note.at("Text", gap.text.strip()) for gap in answers)
    return Listing(note.at("Text", prompt.text.strip()), texts, rows.tag == "ol", numbers)


def _pieces(note: Note, text: Element) -> Iterator[Text | Gap]:
    """The texts and gaps of a cloze; texts that stand side by side are one."""
    before = ""
    for piece in _flat(text):
        if isinstance(piece, str):
            before += piece
            continue
        if before:
            yield note.at("Text", before)
        hint = next(piece.find(HINT), None)
        yield Gap(int(piece.attributes["number"]), note.at("Text", piece.text), hint.text if hint else "")
        before = ""
    if before:
        yield note.at("Text", before)


def _flat(text: Element) -> Iterator[str | Element]:
    """Texts and gaps, out of the elements they stand in."""
    for child in text.children:
        if isinstance(child, str) or child.tag == GAP:
            yield child
        elif any(child.find(GAP)):
            yield from _flat(child)
        else:
            yield Element("", children=[child]).text
