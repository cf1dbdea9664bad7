"""The closed union of forms: what is asked, in the author's own text, without HTML and without cloze syntax."""

from __future__ import annotations

from citedeck.frozen import frozen
from citedeck.model.places import Text
from citedeck.typings import assert_never

LAST_GAP = 499
"""The highest number of a gap: Anki makes no card for a higher one."""


@frozen
class Recall:
    """A question and its answer; `reverse` asks for the same fact from the other end."""

    prompt: Text
    answer: Text
    reverse: Text | None = None


@frozen
class Pair:
    """A term and its meaning, asked both ways: each is the other's answer, so both must be proved."""

    term: Text
    meaning: Text


@frozen
class Typed:
    """A question whose answer the learner types."""

    prompt: Text
    answer: Text


@frozen
class Choice:
    """A question with one right answer among wrong ones."""

    prompt: Text
    answer: Text
    distractors: tuple[Text, ...]


@frozen
class Gap:
    """A piece of a cloze that is left out on the card of its number (from 1)."""

    number: int
    answer: Text
    hint: str = ""


@frozen
class Cloze:
    """A text with gaps; its pieces in order. `numbered` if its author gave the gaps their numbers."""

    text: tuple[Text | Gap, ...]
    numbered: bool = False

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple([piece for piece in self.text if isinstance(piece, Gap)])

    @property
    def filled(self) -> Text:
        """The text with every gap filled, at the place of its first piece."""
        pieces = [piece.answer if isinstance(piece, Gap) else piece for piece in self.text]
        return pieces[0].with_value("".join(pieces))


@frozen
class Listing:
    """A question with several answers, each asked for on a card of its own; `ordered` if their order is an answer.

    `numbers` are those of the answers' cards, from 1: by their places, unless cards were made of them before.
    """

    prompt: Text
    answers: tuple[Text, ...]
    ordered: bool = False
    numbers: tuple[int, ...] = ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Its answers as gaps."""
        numbers = self.numbers or range(1, len(self.answers) + 1)
        return tuple(Gap(number, answer) for number, answer in zip(numbers, self.answers, strict=True))


Question = Recall | Pair | Typed | Choice | Cloze | Listing


def prompts(question: Question) -> tuple[Text, ...]:
    """What a form says to ask for its answers."""
    match question:
        case Recall():
            return (question.prompt, question.reverse) if question.reverse else (question.prompt,)
        case Typed() | Choice() | Listing():
            return (question.prompt,)
        case Cloze():
            return (question.filled,)
        case Pair():
            return ()
        case _:
            assert_never(question)


def answers(question: Question) -> tuple[Text, ...]:
    """What a form asks for."""
    match question:
        case Recall() | Typed() | Choice():
            return (question.answer,)
        case Pair():
            return question.term, question.meaning
        case Cloze():
            return tuple(gap.answer for gap in question.gaps)
        case Listing():
            return question.answers
        case _:
            assert_never(question)


def gaps(question: Question) -> tuple[tuple[int, str], ...]:
    """What the gap of each number asks for, in the order of the text; nothing for a form without gaps."""
    match question:
        case Cloze() | Listing():
            asked: dict[int, str] = {}
            for gap in question.gaps:
                text, before = " ".join(gap.answer.split()), asked.get(gap.number)
                asked[gap.number] = text if before is None else f"{before} … {text}"
            return tuple(asked.items())
        case Recall() | Typed() | Choice() | Pair():
            return ()
        case _:
            assert_never(question)


def texts(question: Question) -> tuple[str, ...]:
    """Every text of a form, in the order of a deck."""
    match question:
        case Recall(prompt, answer, reverse):
            return (prompt, answer, reverse) if reverse else (prompt, answer)
        case Pair(term, meaning):
            return term, meaning
        case Typed(prompt, answer):
            return prompt, answer
        case Choice(prompt, answer, distractors):
            return prompt, answer, *distractors
        case Cloze(pieces):
            return tuple(text for piece in pieces for text in _of_piece(piece))
        case Listing(prompt, several):
            return prompt, *several
        case _:
            assert_never(question)


def _of_piece(piece: Text | Gap) -> tuple[str, ...]:
    return (piece.answer, piece.hint) if isinstance(piece, Gap) else (piece,)
