"""A question with one of its answers replaced."""

from dataclasses import replace

from citedeck.model import Choice, Cloze, Listing, Pair, Question, Recall, Text, Typed


def with_answer(question: Question, number: int, answer: Text) -> Question:
    match question:
        case Recall() | Typed() | Choice():
            return replace(question, answer=answer)
        case Pair():
            return replace(question, term=answer) if number == 0 else replace(question, meaning=answer)
        case Cloze(text=pieces):
            gap = question.gaps[number]
            return Cloze(tuple(replace(gap, answer=answer) if piece is gap else piece for piece in pieces))
        case Listing(answers=several):
            return replace(question, answers=(*several[:number], answer, *several[number + 1 :]))
