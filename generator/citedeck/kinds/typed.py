"""A question whose answer the learner types."""

from typing import Any

from pydantic import Field, field_validator

from citedeck.kinds.fact import Fact
from citedeck.kinds.values import Flag, Paragraphs, Phrase, fault
from citedeck.model import Typed as TypedForm


class Typed(Fact):
    """A question whose answer the learner types; Anki shows what was wrong in it."""

    KEY = "typed"

    ask: Paragraphs = Field(description="The question.")
    answer: Phrase = Field(description="The answer, as it stands in the quote.")
    typed: Flag = Field(True, description="`true`: the learner types the answer.")

    @field_validator("typed")
    @classmethod
    def _typed(cls, typed: bool) -> bool:
        if not typed:
            raise fault("wrong-shape", "contradicts `kind: typed`")
        return typed

    @classmethod
    def claims(cls, raw: dict[Any, Any]) -> bool:
        return bool(raw.get("typed", "false") != "false")

    def question(self) -> TypedForm:
        return TypedForm(self.ask, self.answer)
