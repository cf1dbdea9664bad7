"""The answers of a question, and the question with one of them replaced."""

from dataclasses import replace

from citedeck.model import Choice, Cloze, Listing, Pair, Question, Recall, Text, Typed


def answers(question: Question) -> list[Text]:
    match question:
        case Recall(answer=answer) | Typed(answer=answer) | Choice(answer=answer):
            return [answer]
        case Pair(term=term, meaning=meaning):
            return [term, meaning]
        case Cloze() as cloze:
            return [gap.answer for gap in cloze.gaps]
        case Listing(answers=several):
            return list(several)


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
