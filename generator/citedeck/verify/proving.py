"""Whether the passages of a fact prove its answer: one rule for each form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from citedeck.matching.answer import (
    Spot,
    all_spots,
    first_place,
    ordered_spots,
    says_something,
    separate_spots,
)
from citedeck.matching.equality import same_answer
from citedeck.matching.piece import piece
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
from citedeck.typings import assert_never
from citedeck.verify.attesting import attested
from citedeck.verify.guards import GAP, GUARDS, Around, Claim, misplaced_near, objection
from citedeck.verify.missing import unmatched, where_else

_STRICTEST_FIRST: tuple[Level, ...] = get_args(Level)


_Hope = tuple[Sequence[Claim], Proof]
"""The proof of a fact, if no guard objects to any of these claims."""


def prove_all(facts: Sequence[tuple[Entry, tuple[Passage, ...]]]) -> list[Proof | list[Problem]]:
    """What `prove` says of several facts.

    Most are proved by the first verbatim spot of their only answer, or by their cloze. These are told guard by guard:
    a guard takes less time for many claims in a row than for one now and then.
    """
    hopes = [_hope(entry, passages) for entry, passages in facts]
    claims = [(index, claim) for index, hope in enumerate(hopes) if hope for claim in hope[0]]
    for guard in GUARDS:
        refused = {index for index, claim in claims if guard(claim)}
        if refused:
            hopes = [None if index in refused else hope for index, hope in enumerate(hopes)]
            claims = [(index, claim) for index, claim in claims if index not in refused]
    return [hope[1] if hope else prove(*fact) for hope, fact in zip(hopes, facts, strict=True)]


def _hope(entry: Entry, passages: tuple[Passage, ...]) -> _Hope | None:
    """The proof that is to be expected of most facts; None for one that has to be looked at more closely."""
    question = entry.question
    if entry.citation.near or not passages:
        return None
    if isinstance(question, Cloze):
        gaps = _gaps(entry, question, passages)
        return None if isinstance(gaps, list) else gaps
    if isinstance(question, (Recall, Typed)):
        answer, passage = question.answer, passages[0]
        if says_something(answer, passage.source.language):
            exact, alone = answer.strip(), len(passages) == 1
            start = first_place(exact, passage, passage.start)
            end = start + len(exact)
            if start < 0:
                return None
            beside = (passage.start, passage.end) if alone else None
            if Around.of(passage).is_silent(answer, start, end, beside):
                return (), Proof("verbatim", passage)
            claim = Claim(entry, answer, question.prompt, passage, Spot(start, end, "verbatim"), quoted=passages)
            return (claim,), Proof("verbatim", passage)
    return None


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
    return _judged(entry, answer, asked, passages) or unmatched(entry, answer, passages)


def _judged(entry: Entry, answer: Text, asked: str, passages: tuple[Passage, ...]) -> Proof | Problem | None:
    """The proof of an answer, or what a guard objects to it; None if it stands nowhere."""
    objected: Problem | None = None
    for passage, spot in all_spots(answer, passages):
        problem = objection(Claim(entry, answer, asked, passage, spot, quoted=passages))
        if problem is None:
            return Proof(spot.level, passage)
        objected = objected or problem
    return objected


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
        elif isinstance(_judged(entry, distractor, choice.prompt, passages), Proof):
            message = f"the wrong choice “{distractor}” stands in the quote, where it would be accepted as the answer"
            problems.append(entry.problem(distractor, "distractor-supported", message, "Replace it, or quote less."))
    return problems


def _cloze(entry: Entry, cloze: Cloze, passages: tuple[Passage, ...]) -> Proof | list[Problem]:
    gaps = _gaps(entry, cloze, passages)
    if isinstance(gaps, list):
        return gaps
    claims, proof = gaps
    return [problem for problem in map(objection, claims) if problem] or proof


def _gaps(entry: Entry, cloze: Cloze, passages: tuple[Passage, ...]) -> _Hope | list[Problem]:
    """What the gaps of a cloze claim, the rest of its text being what the learner is told; else what is wrong."""
    filled, asked, stretches = _laid_out(cloze)
    for passage in passages:
        whole = piece(filled, stretches, passage)
        if whole:
            break
    else:
        message = "the cloze, its gaps filled, is not one piece of the quote"
        return [entry.problem(filled, "cloze-not-quote", message, "Take its text from the quote as it stands there.")]
    told, cut, claims, around = (whole.start, whole.end), list[Problem](), list[Claim](), Around.of(passage)
    for gap, stretch in zip(cloze.gaps, whole.parts, strict=True):
        if stretch and stands_whole(passage.source, *stretch) and says_something(gap.answer):
            if not around.is_silent(gap.answer, *stretch, beside=stretch):
                claims.append(Claim(entry, gap.answer, asked, passage, Spot(*stretch, "cloze"), told=told))
        else:
            message = f"the gap “{gap.answer}” is not made of whole words or numbers"
            hint = "Put the braces around the whole of what is asked for."
            cut.append(entry.problem(gap.answer, "gap-splits-token", message, hint))
    return cut or (claims, Proof("cloze", passage))


def _laid_out(cloze: Cloze) -> tuple[Text, str, list[tuple[int, int]]]:
    """A cloze with its gaps filled; as it asks, with a sign for each gap; and where its gaps stand in it when they are
    filled, white space at their ends left out.
    """
    filled, asked, stretches, offset = list[Text](), list[str](), list[tuple[int, int]](), 0
    for part in cloze.text:
        if isinstance(part, Gap):
            text = part.answer
            start = offset + len(text) - len(text.lstrip())
            stretches.append((start, start + len(text.strip())))
            asked.append(f" {GAP} ")
        else:
            text = part
            asked.append(text)
        filled.append(text)
        offset += len(text)
    return filled[0].with_value("".join(filled)), "".join(asked), stretches


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
