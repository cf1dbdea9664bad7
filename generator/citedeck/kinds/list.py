"""A question with several answers."""

from typing import Annotated

from pydantic import Field

from citedeck.kinds.fact import Fact
from citedeck.kinds.values import Flag, List, Paragraphs, Phrase
from citedeck.model import LAST_GAP, Listing


class ListFact(Fact):
    """A question with several answers, each on a card of its own; each stands on its own spot in the quotes."""

    KEY = "answers"

    ask: Paragraphs = Field(description="The question.")
    answers: Annotated[tuple[Phrase, ...], List] = Field(
        min_length=1, max_length=LAST_GAP, description="The answers, as they stand in the quote."
    )
    ordered: Flag = Field(False, description="Whether their order belongs to the answer.")

    def question(self) -> Listing:
        return Listing(self.ask, self.answers, self.ordered)
