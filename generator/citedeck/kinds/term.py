"""A term and its meaning."""

from pydantic import Field

from citedeck.kinds.fact import Fact
from citedeck.kinds.values import Phrase
from citedeck.model import Pair


class Term(Fact):
    """A term and its meaning, asked both ways; both stand in the quote."""

    KEY = "term"

    term: Phrase = Field(description="The term, as it stands in the quote.")
    meaning: Phrase = Field(description="Its meaning, as it stands in the quote.")

    def question(self) -> Pair:
        return Pair(self.term, self.meaning)
