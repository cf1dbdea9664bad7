"""A quiz: what is asked of proved facts, whatever it is asked in; the closed union of its tasks."""

from __future__ import annotations

from typing import Literal

from citedeck.frozen import frozen
from citedeck.model import Picture, Text
from citedeck.typings import assert_never

TaskKind = Literal["choice", "typed", "cloze", "list", "recall"]
"""What a task asks one to do, by the name it has in commands and files."""


@frozen
class Answer:
    """A right answer that is typed: `text` as it is shown, and every spelling that is right, the text's words first.

    `cased` if its capitals count, as in units: mW is not MW.
    """

    text: Text
    spellings: tuple[str, ...]
    cased: bool = False


@frozen
class ChoiceTask:
    """One option is right, that at the index `right`; `drawn` if the wrong ones answer other questions of the deck."""

    options: tuple[Text, ...]
    right: int
    drawn: bool = False

    @property
    def answer(self) -> Text:
        return self.options[self.right]


@frozen
class TypedTask:
    """The answer is typed."""

    answer: Answer


@frozen
class Blank:
    """A piece of a text that is left out, to be typed. Blanks of one number are left out together."""

    number: int
    answer: Answer
    hint: str = ""


@frozen
class ClozeTask:
    """A text whose blanks are filled in; its pieces in order. It is the question itself."""

    text: tuple[Text | Blank, ...]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        return tuple(piece for piece in self.text if isinstance(piece, Blank))


@frozen
class ListTask:
    """Several answers are typed, each once; `ordered` if they must come in this order."""

    answers: tuple[Answer, ...]
    ordered: bool = False


@frozen
class RecallTask:
    """The answer is recalled, looked up, and marked by the learner. `shown` is what is looked up, a text for each line.

    `answer` is what could be typed instead; None where only a person can tell whether it was known.
    """

    shown: tuple[Text, ...]
    answer: Answer | None = None


Task = ChoiceTask | TypedTask | ClozeTask | ListTask | RecallTask


@frozen
class Feedback:
    """What a question rests on, told once it is answered: the sentences around each quote, and where they stand.

    `html` marks the quotes and links the source; `passage` and `source` are the same as plain text, each on one line.
    """

    html: str
    passage: str
    source: str
    language: str


@frozen
class QuizItem:
    """A question of a quiz. `id` is its fact's, with what is asked of it where that is asked in several ways: it is the
    same in every build, and no other item of the deck has it.

    `lead` says in English what to do with a prompt that is no question by itself, such as a term; else it is empty. The
    prompt of a cloze is empty: its text is the question. `prompt`, `hint` and `extra` may be `Prose`.
    """

    id: str
    fact: str
    prompt: Text
    task: Task
    feedback: Feedback
    language: str
    lead: str = ""
    hint: str = ""
    extra: str = ""
    image: Picture | None = None

    @property
    def kind(self) -> TaskKind:
        match self.task:
            case ChoiceTask():
                return "choice"
            case TypedTask():
                return "typed"
            case ClozeTask():
                return "cloze"
            case ListTask():
                return "list"
            case RecallTask():
                return "recall"
            case _:
                assert_never(self.task)


@frozen
class Quiz:
    """The questions of a deck, in the order of its facts."""

    id: str
    name: str
    language: str
    description: str
    items: tuple[QuizItem, ...]
