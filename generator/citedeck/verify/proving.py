"""Whether the passages of a fact prove its answer: one rule for each form."""

from __future__ import annotations

from typing import get_args

from typing_extensions import assert_never

from citedeck.matching.answer import (
    Spot,
    all_spots,
    ordered_spots,
    says_something,
    separate_spots,
)
from citedeck.matching.equality import same_answer
from citedeck.matching.piece import Piece, piece
from citedeck.matching.tokens import stands_whole
from citedeck.model import (
    Choice,
    Cloze,
    Entry,
    Gap,
    Level,
    Listing,
    Pair,
    Passage,
    Problem,
    Proof,
    Recall,
    Text,
    Typed,
)
from citedeck.verify.attesting import attested
from citedeck.verify.guards import GAP, Claim, misplaced_near, objection
from citedeck.verify.missing import unmatched, where_else

_STRICTEST_FIRST: tuple[Level, ...] = get_args(Level)


def prove(entry: Entry, passages: tuple[Passage, ...]) -> Proof | list[Problem]:
    """The proof of a fact in the passages it cites, or every reason why there is none."""
    misplaced = misplaced_near(entry, passages)
    if misplaced:
        return [misplaced]
    outcome = _outcome(entry, passages)
    if isinstance(outcome, list) and entry.attestation:
        return attested(entry, entry.attestation, passages, outcome)
    return outcome


def _outcome(entry: Entry, passages: tuple[Passage, ...]) -> Proof | list[Problem]:
    question = entry.question
    match question:
        case Recall(prompt, answer) | Typed(prompt, answer):
            return _weakest(_answer(entry, answer, prompt, passages))
        case Pair(term, meaning):
            return _weakest(_answer(entry, term, meaning, passages), _answer(entry, meaning, term, passages))
        case Choice(prompt, answer):
            return _weakest(_answer(entry, answer, prompt, passages), *_distractors(entry, question, passages))
        case Cloze():
            return _cloze(entry, question, passages)
        case Listing():
            return _listing(entry, question, passages)
        case _:
            assert_never(question)


def _weakest(*outcomes: Proof | Problem) -> Proof | list[Problem]:
    """The least strict of several proofs, or all that kept one of them from being found."""
    if len(outcomes) == 1:
        return [outcomes[0]] if isinstance(outcomes[0], Problem) else outcomes[0]
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    proofs = [outcome for outcome in outcomes if isinstance(outcome, Proof)]
    return problems or max(proofs, key=lambda proof: _STRICTEST_FIRST.index(proof.level))


def _answer(entry: Entry, answer: Text, asked: str, passages: tuple[Passage, ...]) -> Proof | Problem:
    objected: Problem | None = None
    for passage, spot in all_spots(answer, passages):
        problem = objection(Claim(entry, answer, asked, passage, spot, quoted=passages))
        if problem is None:
            return Proof(spot.level, passage)
        objected = objected or problem
    return objected or unmatched(entry, answer, passages)


def _distractors(entry: Entry, choice: Choice, passages: tuple[Passage, ...]) -> list[Problem]:
    """A problem for each wrong choice that is not one: it is there already, or it would be right."""
    problems = []
    for index, distractor in enumerate(choice.distractors):
        if same_answer(distractor, choice.answer, entry.language):
            message = f"the wrong choice “{distractor}” is the right answer again"
            problems.append(entry.problem(distractor, "duplicate-option", message, "Replace it."))
        elif any(same_answer(distractor, before, entry.language) for before in choice.distractors[:index]):
            message = f"“{distractor}” is among the wrong choices twice"
            problems.append(entry.problem(distractor, "duplicate-option", message, "Replace one of the two."))
        elif isinstance(_answer(entry, distractor, choice.prompt, passages), Proof):
            message = f"the wrong choice “{distractor}” stands in the quote, where it would be accepted as the answer"
            problems.append(entry.problem(distractor, "distractor-supported", message, "Replace it, or quote less."))
    return problems


def _cloze(entry: Entry, cloze: Cloze, passages: tuple[Passage, ...]) -> Proof | list[Problem]:
    filled, gaps = cloze.filled, _gap_stretches(cloze)
    stretches = [stretch for _, stretch in gaps]
    found = ((passage, piece(filled, stretches, passage)) for passage in passages)
    passage, whole = next(((passage, whole) for passage, whole in found if whole), (passages[0], None))
    if whole is None:
        message = "the cloze, its gaps filled, is not one piece of the quote"
        return [entry.problem(filled, "cloze-not-quote", message, "Take its text from the quote as it stands there.")]
    cut = [
        entry.problem(
            gap.answer,
            "gap-splits-token",
            f"the gap “{gap.answer}” is not made of whole words or numbers",
            "Put the braces around the whole of what is asked for.",
        )
        for (gap, _), stretch in zip(gaps, whole.parts, strict=True)
        if stretch is None or not stands_whole(passage.source, *stretch) or not says_something(gap.answer)
    ]
    return cut or _guarded_gaps(entry, cloze, passage, whole) or Proof("cloze", passage)


def _guarded_gaps(entry: Entry, cloze: Cloze, passage: Passage, whole: Piece) -> list[Problem]:
    """What guards object to the gaps of a cloze; the rest of its text is what the learner is told."""
    asked = "".join([f" {GAP} " if isinstance(part, Gap) else part for part in cloze.text])
    claims = (
        Claim(entry, gap.answer, asked, passage, Spot(*stretch, "cloze"), told=(whole.start, whole.end))
        for gap, stretch in zip(cloze.gaps, whole.parts, strict=True)
        if stretch
    )
    return [problem for problem in map(objection, claims) if problem]


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
    offered: list[list[Spot]] = []
    problems = _duplicates(entry, listing)
    for answer in listing.answers:
        found, objected = _offered(entry, listing, answer, passages)
        offered.append(found)
        if not found:
            problems.append(objected or _missing_item(entry, answer, passages))
    if problems:
        return problems
    if not separate_spots(offered):
        message = "the answers do not stand on separate spots of the quote: one is part of another"
        return [
            entry.problem(listing.answers[0], "list-item-not-in-quote", message, "Give each answer words of its own.")
        ]
    if listing.ordered and not ordered_spots(offered):
        message = "the answers do not stand in this order in the quote"
        hint = "Write them in the order of the quote, or leave `ordered` out."
        return [entry.problem(listing.answers[0], "list-order", message, hint)]
    return Proof("list", passages[0])


def _offered(
    entry: Entry, listing: Listing, answer: Text, passages: tuple[Passage, ...]
) -> tuple[list[Spot], Problem | None]:
    """The spots on which an answer of a list may be taken to stand, and the first objection to another one."""
    others = tuple(other for other in listing.answers if other is not answer)
    found: list[Spot] = []
    objected: Problem | None = None
    for passage, spot in all_spots(answer, passages):
        problem = objection(Claim(entry, answer, listing.prompt, passage, spot, others, passages))
        objected = objected or problem
        if problem is None:
            found.append(spot)
    return found, objected


def _missing_item(entry: Entry, answer: Text, passages: tuple[Passage, ...]) -> Problem:
    message = f"“{answer}” does not stand in the quote"
    return entry.problem(answer, "list-item-not-in-quote", message, where_else(answer, passages))


def _duplicates(entry: Entry, listing: Listing) -> list[Problem]:
    message, hint = "“{}” is in the list twice", "Take one of the two out."
    return [
        entry.problem(one, "list-duplicate", message.format(one), hint)
        for one in _repeated(listing.answers, entry.language)
    ]


def _repeated(texts: tuple[Text, ...], tag: str) -> list[Text]:
    """The texts that are the same as one before them."""
    return [text for index, text in enumerate(texts) if any(same_answer(text, before, tag) for before in texts[:index])]
