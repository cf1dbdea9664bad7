"""Which number a gap has: Anki knows the card of a gap by it, so a gap keeps its number for ever.

The gaps of a cloze are numbered by their places, those of a list too, until cards were made of them. From then on a
gap that asks for the same has the same number wherever it stands, and the number of a gap that is gone stays its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citedeck.history.likeness import stands_in
from citedeck.history.lock import Shipped
from citedeck.model import LAST_GAP, Cloze, Entry, Gap, Listing, Problem, gaps, written
from citedeck.pasting import pasted


def renumbered(entry: Entry, before: Shipped) -> Entry | Problem:
    """A fact whose gaps have the numbers they had when it was shipped; or why nobody can say which those are.

    Only lists are numbered anew: the numbers of a cloze stand in its text, and only its author may change that.
    """
    question = entry.question
    if isinstance(question, Listing):
        numbers, sure = _numbers(
            [" ".join(answer.split()) for answer in question.answers], before, " ".join(entry.quotes)
        )
        if not sure or max(numbers) > LAST_GAP:
            return _unsure_list(entry, question, before, sure)
        return replace(entry, question=replace(question, numbers=tuple(numbers)))
    if isinstance(question, Cloze):
        return _cloze(entry, question, before)
    return entry


def _cloze(entry: Entry, question: Cloze, before: Shipped) -> Entry | Problem:
    """The fact as it is, or a problem if a gap has not the number its reviews have."""
    asked = gaps(question)
    if asked == before.note.gaps:
        return entry
    numbers, sure = _numbers([text for _, text in asked], before, question.filled)
    shipped = {**dict(before.former), **dict(before.note.gaps)}
    wrong = [
        (number, text, right)
        for (number, text), right in zip(asked, numbers, strict=True)
        if number != right
        and (
            not question.numbered
            or shipped.get(right) == text
            or _is_another(dict(before.former).get(number), text)
            or _still_stands(shipped.get(number), question, text)
        )
    ]
    if not wrong and (sure or question.numbered):
        return entry
    message = _why(*wrong[0], shipped) if wrong and sure else f"nobody can say which gap is which: {_listed(before)}"
    right_of = dict(zip((number for number, _ in asked), numbers, strict=True))
    hint = f"Number the gaps, so that each keeps its reviews: cloze: {pasted(_numbered(question, right_of))}"
    if not sure:
        hint += "\nIf one of them is a gap that was shipped, in other words, give it that number."
    return entry.problem(question.filled, "gap-moved", message, hint)


def _is_another(former: str | None, new: str) -> bool:
    """Whether a number belongs to a gap that was gone already, and asked for something else."""
    return former is not None and former not in new and new not in former


def _still_stands(old: str | None, question: Cloze, new: str) -> bool:
    """Whether what a number was for is in the text, though no gap: then the new gap is not that one reworded."""
    return old is not None and all(not _may_be(part, new, question.filled) for part in old.split(" … "))


def _why(number: int, text: str, right: int, shipped: dict[int, str]) -> str:
    """What is wrong with the number of a gap."""
    if shipped.get(right) == text:
        return f"the gap “{text}” was shipped as number {right}; as number {number} it would lose its reviews"
    if number in shipped:
        return f"the number {number} of the gap “{text}” belongs to “{shipped[number]}”, and so do its reviews"
    return f"the gap “{text}” stands where “{shipped.get(right, '…')}” was, which is number {right}"


def _unsure_list(entry: Entry, question: Listing, before: Shipped, sure: bool) -> Problem:
    message = f"nobody can say which answer is which: {_listed(before)}"
    hint = "Reword in one build; add, take out or move in the next. So each keeps its reviews."
    if sure:
        message, hint = f"so many answers came and went that no number below {LAST_GAP} is left", "Give it another id."
    return entry.problem(question.answers[0], "gap-moved", message, hint)


def _numbers(texts: Sequence[str], before: Shipped, around: str) -> tuple[list[int], bool]:
    """The numbers of gaps that ask for these texts, and whether they follow from what was shipped.

    A text keeps its number. Others are new ones, unless as many gaps were shipped in the same order, and each of them
    may be one that was reworded where it stands. What is gone, but still stands in the text `around`, was not reworded.
    Where nobody can say, a new one is taken for a new one, so that it has nobody else's reviews.
    """
    current = list(before.note.gaps)
    if list(texts) == [text for _, text in current]:
        return [number for number, _ in current], True
    free = dict((*current, *before.former))
    found: dict[int, int] = {}
    for place, text in enumerate(texts):
        if place < len(current) and current[place][1] == text:
            found[place] = current[place][0]
            del free[found[place]]
    for place, text in enumerate(texts):
        same = next((number for number, asked in free.items() if asked == text), None) if place not in found else None
        if same is not None:
            found[place] = same
            del free[same]
    gone = {number: asked for number, asked in current if number in free}
    new = [place for place in range(len(texts)) if place not in found]
    in_place = len(texts) == len(current) and all(
        current[place][0] in gone and _may_be(current[place][1], texts[place], around) for place in new
    )
    if in_place:
        found.update((place, current[place][0]) for place in new)
    doubtful = any(_may_be(asked, texts[place], around) for asked in gone.values() for place in new)
    fresh = 1 + max((number for number, _ in (*current, *before.former)), default=0)
    for place in new:
        if place not in found:
            found[place], fresh = fresh, fresh + 1
    return [found[place] for place in range(len(texts))], in_place or not doubtful


def _may_be(old: str, new: str, around: str) -> bool:
    """Whether a gap may be an old one in other words."""
    return not stands_in(old, " ".join(around.split())) or old in new or new in old


def _listed(before: Shipped) -> str:
    return "shipped were " + ", ".join(f"{number} “{asked}”" for number, asked in before.note.gaps)


def _numbered(question: Cloze, right_of: dict[int, int]) -> str:
    """The text of a cloze with the numbers its gaps should have."""
    return "".join(_braced(piece, right_of) if isinstance(piece, Gap) else written(piece) for piece in question.text)


def _braced(gap: Gap, right_of: dict[int, int]) -> str:
    hint = f"::{written(gap.hint)}" if gap.hint else ""
    return f"{{{{c{right_of[gap.number]}::{written(gap.answer)}{hint}}}}}"
