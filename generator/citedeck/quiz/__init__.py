"""The facts of a deck as a quiz: what is asked, how, and what is right; whatever format it is asked in."""

from citedeck.quiz.adapting import BLANK, Adapted, Instead, adapted
from citedeck.quiz.items import (
    Answer,
    Blank,
    ChoiceTask,
    ClozeTask,
    Feedback,
    ListTask,
    Quiz,
    QuizItem,
    RecallTask,
    Task,
    TaskKind,
    TypedTask,
)
from citedeck.quiz.making import quiz
from citedeck.quiz.spellings import is_right, keys, marks

__all__ = [
    "BLANK",
    "Adapted",
    "Answer",
    "Blank",
    "ChoiceTask",
    "ClozeTask",
    "Feedback",
    "Instead",
    "ListTask",
    "Quiz",
    "QuizItem",
    "RecallTask",
    "Task",
    "TaskKind",
    "TypedTask",
    "adapted",
    "is_right",
    "keys",
    "marks",
    "quiz",
]
