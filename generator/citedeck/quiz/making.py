"""Proved facts -> the questions of a quiz: one rule for each form."""

from __future__ import annotations

from collections.abc import Iterator

from citedeck.asking import in_fixed_order
from citedeck.model import Choice, Cloze, Deck, Gap, Item, Listing, Pair, Recall, Text, Typed, joined
from citedeck.notes.cited import source_line
from citedeck.notes.evidence import context, evidence
from citedeck.quiz.doubts import Article
from citedeck.quiz.drawing import Pool
from citedeck.quiz.items import (
    Blank,
    ChoiceTask,
    ClozeTask,
    Feedback,
    ListTask,
    Quiz,
    QuizItem,
    RecallTask,
    Task,
    TypedTask,
)
from citedeck.quiz.spellings import typed_answer
from citedeck.sources import title
from citedeck.typings import assert_never

WAY = "~"
"""Stands in the id of an item between that of its fact and what is asked of it; no fact's id holds it."""
_MEANING, _TERM = "What does this mean?", "What is this called?"


def quiz(deck: Deck) -> Quiz:
    """The quiz of a deck."""
    maker = _Maker(deck)
    items = tuple(one for item in deck.items for one in maker.items(item))
    return Quiz(deck.id, deck.name, deck.language, deck.description, items)


class _Maker:
    """Makes the questions of a deck's facts; keeps what they share."""

    def __init__(self, deck: Deck) -> None:
        self._pool = Pool(deck)
        self._language = deck.language
        self._articles: dict[str, Article] = {}

    def items(self, item: Item) -> Iterator[QuizItem]:
        """The questions of a fact."""
        entry, fact = item.entry, str(item.entry.id)
        question = entry.question
        match question:
            case Recall(prompt, answer, reverse):
                yield self._item(item, fact, prompt, self._choice_or_recall(item, fact, prompt, answer))
                if reverse:
                    shown = joined([prompt, " – ", answer], prompt)
                    yield self._item(item, f"{fact}{WAY}reverse", reverse, RecallTask((shown,)))
            case Pair(term, meaning):
                for way, asked, answer, lead in (("meaning", term, meaning, _MEANING), ("term", meaning, term, _TERM)):
                    id = f"{fact}{WAY}{way}"
                    yield self._item(item, id, asked, self._choice_or_recall(item, id, asked, answer), lead)
            case Typed(prompt, answer):
                yield self._item(item, fact, prompt, TypedTask(typed_answer(answer, entry.accept, entry.language)))
            case Choice(prompt, answer, distractors):
                yield self._item(item, fact, prompt, _choice(fact, answer, distractors))
            case Cloze():
                yield self._item(item, fact, question.filled.with_value(""), self._cloze(item, question))
            case Listing(prompt, answers, ordered):
                several = tuple(typed_answer(answer, (), entry.language) for answer in answers)
                yield self._item(item, fact, prompt, ListTask(several, ordered))
            case _:
                assert_never(question)

    def _item(self, item: Item, id: str, prompt: Text, task: Task, lead: str = "") -> QuizItem:
        entry = item.entry
        return QuizItem(
            id,
            str(entry.id),
            prompt,
            task,
            self._feedback(item),
            entry.language,
            lead,
            entry.remarks.hint,
            entry.remarks.extra,
            item.image,
        )

    def _choice_or_recall(self, item: Item, id: str, prompt: Text, answer: Text) -> Task:
        """A choice where the deck has wrong options for it; else what is recalled."""
        drawn = self._pool.draw(item, id, prompt, answer, self._article(item))
        if drawn:
            return _choice(id, answer, drawn, drawn=True)
        return RecallTask((answer,), typed_answer(answer, item.entry.accept, item.entry.language))

    def _cloze(self, item: Item, cloze: Cloze) -> ClozeTask:
        entry = item.entry
        accept = entry.accept if len(cloze.gaps) == 1 else ()
        return ClozeTask(
            tuple(
                Blank(piece.number, typed_answer(piece.answer, accept, entry.language), piece.hint)
                if isinstance(piece, Gap)
                else piece
                for piece in cloze.text
            )
        )

    def _article(self, item: Item) -> Article:
        source = item.evidence[0].source
        if source.name not in self._articles:
            self._articles[source.name] = Article(source.text)
        return self._articles[source.name]

    def _feedback(self, item: Item) -> Feedback:
        outline, first = self._article(item).outline, item.evidence[0]
        in_order = sorted(item.evidence, key=lambda passage: passage.start)
        stretches = dict.fromkeys(context(passage, outline) for passage in in_order)
        reference = first.source.reference
        parts = (title(first.source), ", ".join(reference.author), reference.publisher, reference.issued)
        line = source_line(first, outline).replace('<span class="section">', '<br><span class="section">')
        return Feedback(
            html=f'{evidence(item.evidence, self._language, outline)}<p dir="auto">{line}</p>',
            passage=" […] ".join(" ".join(first.source.text[start:end].split()) for start, end in stretches),
            source=" · ".join(" ".join(part.split()) for part in parts if part),
            language=reference.language or self._language,
        )


def _choice(id: str, answer: Text, distractors: tuple[Text, ...], drawn: bool = False) -> ChoiceTask:
    options = tuple(in_fixed_order(id, (answer, *distractors)))
    return ChoiceTask(options, next(index for index, option in enumerate(options) if option is answer), drawn)
