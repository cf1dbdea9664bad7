"""Whether the passages of a fact prove its answer: one rule for each form."""

from __future__ import annotations

from typing_extensions import assert_never

from citedeck.matching.anchor import occurrences
from citedeck.matching.answer import ordered_spots, says_something, separate_spots, spot
from citedeck.matching.equality import same_answer
from citedeck.matching.nearest import nearest_words
from citedeck.matching.piece import piece
from citedeck.matching.tokens import stands_whole, widened
from citedeck.model import (
    Choice,
    Cloze,
    Entry,
    Gap,
    Listing,
    Pair,
    Passage,
    Problem,
    Proof,
    Recall,
    Text,
    Typed,
)


def prove(entry: Entry, passages: tuple[Passage, ...]) -> Proof | list[Problem]:
    """The proof of a fact in the passages it cites, or every reason why there is none."""
    question = entry.question
    match question:
        case Recall() | Typed():
            return _weakest(_answer(entry, question.answer, passages))
        case Pair():
            return _weakest(_answer(entry, question.term, passages), _answer(entry, question.meaning, passages))
        case Choice():
            return _weakest(_answer(entry, question.answer, passages), *_distractors(entry, question, passages))
        case Cloze():
            return _cloze(entry, question, passages)
        case Listing():
            return _listing(entry, question, passages)
        case _:
            assert_never(question)


def _weakest(*outcomes: Proof | Problem) -> Proof | list[Problem]:
    """The least strict of several proofs, or all that kept one of them from being found."""
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    proofs = [outcome for outcome in outcomes if isinstance(outcome, Proof)]
    return problems or next((proof for proof in proofs if proof.level != "verbatim"), proofs[0])


def _answer(entry: Entry, answer: Text, passages: tuple[Passage, ...]) -> Proof | Problem:
    found = spot(answer, passages)
    if found:
        return Proof(found[1].level, found[0])
    message = f"“{answer}” does not stand in the {'quote' if len(passages) == 1 else 'quotes'}"
    return entry.problem(answer, "answer-not-in-quote", message, _where_else(answer, passages))


def _where_else(answer: Text, passages: tuple[Passage, ...]) -> str:
    """What to do about an answer that is missing: it may be a part of a longer word, or stand beside the quote."""
    source = passages[0].source
    hints = [f"The quote has it only as a part of “{whole}”." for whole in _longer_tokens(answer, passages)]
    starts = (start for start in occurrences(source.text, answer) if stands_whole(source, start, start + len(answer)))
    found = next(starts, None)
    if found is not None:
        hints.append(
            f"It stands on line {source.line(found)} of {source.path}: quote that passage if it proves the answer."
        )
    if hints:
        return "\n".join(hints)
    near = next(filter(None, (nearest_words(answer, passage) for passage in passages)), "")
    if near:
        return f"The nearest in the quote is “{near}”."
    return "Take the answer from the quote as it stands there, or quote the passage that states it."


def _longer_tokens(answer: str, passages: tuple[Passage, ...]) -> list[str]:
    """What the answer is a part of, where the quotes hold it only so."""
    for passage in passages:
        start = passage.text.find(answer)
        if start >= 0:
            text, begin = passage.source.text, passage.start + start
            return [text[slice(*widened(text, begin, begin + len(answer), passage.source.language))]]
    return []


def _distractors(entry: Entry, choice: Choice, passages: tuple[Passage, ...]) -> list[Problem]:
    """A problem for each wrong choice that is not one: it is there already, or it would be right."""
    problems = []
    for index, distractor in enumerate(choice.distractors):
        if same_answer(distractor, choice.answer):
            message = f"the wrong choice “{distractor}” is the right answer again"
            problems.append(entry.problem(distractor, "duplicate-option", message, "Replace it."))
        elif any(same_answer(distractor, before) for before in choice.distractors[:index]):
            message = f"“{distractor}” is among the wrong choices twice"
            problems.append(entry.problem(distractor, "duplicate-option", message, "Replace one of the two."))
        elif spot(distractor, passages):
            message = f"the wrong choice “{distractor}” stands in the quote, where it would be accepted as the answer"
            problems.append(entry.problem(distractor, "distractor-supported", message, "Replace it, or quote less."))
    return problems


def _cloze(entry: Entry, cloze: Cloze, passages: tuple[Passage, ...]) -> Proof | list[Problem]:
    gaps = _gap_stretches(cloze)
    found = ((passage, piece(cloze.filled, [stretch for _, stretch in gaps], passage)) for passage in passages)
    passage, whole = next(((passage, whole) for passage, whole in found if whole), (passages[0], None))
    if whole is None:
        message = "the cloze, its gaps filled, is not one piece of the quote"
        return [
            entry.problem(cloze.filled, "cloze-not-quote", message, "Take its text from the quote as it stands there.")
        ]
    return [
        entry.problem(
            gap.answer,
            "gap-splits-token",
            f"the gap “{gap.answer}” is not made of whole words or numbers",
            "Put the braces around the whole of what is asked for.",
        )
        for (gap, _), stretch in zip(gaps, whole.parts, strict=True)
        if stretch is None or not stands_whole(passage.source, *stretch) or not says_something(gap.answer)
    ] or Proof("cloze", passage)


def _gap_stretches(cloze: Cloze) -> list[tuple[Gap, tuple[int, int]]]:
    """The gaps, each with where its text stands in the filled cloze, white space at its ends left out."""
    found: list[tuple[Gap, tuple[int, int]]] = []
    offset = 0
    for part in cloze.text:
        text = part.answer if isinstance(part, Gap) else part
        if isinstance(part, Gap):
            start = offset + len(text) - len(text.lstrip())
            found.append((part, (start, start + len(text.strip()))))
        offset += len(text)
    return found


def _listing(entry: Entry, listing: Listing, passages: tuple[Passage, ...]) -> Proof | list[Problem]:
    problems = _duplicates(entry, listing) + [
        entry.problem(
            answer, "list-item-not-in-quote", f"“{answer}” does not stand in the quote", _where_else(answer, passages)
        )
        for answer in listing.answers
        if not spot(answer, passages)
    ]
    if problems:
        return problems
    if not separate_spots(listing.answers, passages):
        message = "the answers do not stand on separate spots of the quote: one is part of another"
        return [
            entry.problem(listing.answers[0], "list-item-not-in-quote", message, "Give each answer words of its own.")
        ]
    if listing.ordered and not ordered_spots(listing.answers, passages):
        message = "the answers do not stand in this order in the quote"
        hint = "Write them in the order of the quote, or leave `ordered` out."
        return [entry.problem(listing.answers[0], "list-order", message, hint)]
    return Proof("list", passages[0])


def _duplicates(entry: Entry, listing: Listing) -> list[Problem]:
    message, hint = "“{}” is in the list twice", "Take one of the two out."
    return [entry.problem(one, "list-duplicate", message.format(one), hint) for one in _repeated(listing.answers)]


def _repeated(texts: tuple[Text, ...]) -> list[Text]:
    """The texts that are the same as one before them."""
    return [text for index, text in enumerate(texts) if any(same_answer(text, before) for before in texts[:index])]
