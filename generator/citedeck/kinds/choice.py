"""A question with options."""

from typing import Annotated

from pydantic import Field

from citedeck.kinds.fact import Fact
from citedeck.kinds.values import List, Paragraphs, Phrase
from citedeck.model import Choice as ChoiceForm


class Choice(Fact):
    """A question with its right answer and plausible wrong ones."""

    KEY = "distractors"

    ask: Paragraphs = Field(description="The question.")
    answer: Phrase = Field(description="The right answer, as it stands in the quote.")
    distractors: Annotated[tuple[Phrase, ...], List] = Field(
        min_length=1, description="Wrong answers that look right; none may stand in the quote."
    )

    def question(self) -> ChoiceForm:
        return ChoiceForm(self.ask, self.answer, self.distractors)
