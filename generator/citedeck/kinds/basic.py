"""A question and its answer."""

from pydantic import Field, field_validator

from citedeck.kinds.fact import Fact
from citedeck.kinds.values import Flag, Paragraphs, Phrase, fault
from citedeck.model import Recall


class Basic(Fact):
    """A question and its answer; with `reverse`, asked from both ends."""

    KEY = None

    ask: Paragraphs = Field(description="The question.")
    answer: Phrase = Field(description="The answer, as it stands in the quote.")
    reverse: Paragraphs | None = Field(None, description="The question the other way round, for a second card.")
    typed: Flag = Field(False, description="`false`, as if it were left out.")

    @field_validator("typed")
    @classmethod
    def _not_typed(cls, typed: bool) -> bool:
        if typed:
            raise fault("wrong-shape", "contradicts `kind: basic`")
        return typed

    def question(self) -> Recall:
        return Recall(self.ask, self.answer, self.reverse)
