"""What every kind of fact has in common, and what a kind must add."""

from abc import abstractmethod
from typing import Annotated, Any, ClassVar

from pydantic import Field

from citedeck.kinds.values import Id, List, Mapping, Quotes, Shape, Tag, Words
from citedeck.model import Question

_ACCEPT = "Other right spellings of a typed answer, for quizzes; Anki compares with the answer alone."


class Attestation(Shape):
    """A person vouches for a paraphrase."""

    by: Words = Field(description="Who vouches.")
    on: Words = Field(description="The day it was done.")
    why: Words = Field(description="Why the quote supports the answer.")


class Image(Shape):
    """A picture beside the deck."""

    file: Words = Field(description="The picture's file, beside the deck.")
    alt: Words = Field(description="What the picture shows, for those who do not see it.")


class Fact(Shape):
    """The keys of every fact. A kind adds its own, and says what they ask."""

    KEY: ClassVar[str | None]
    """The key whose presence makes a fact this kind; None for the kind that is left."""

    kind: Words | None = Field(None, description="The kind of the fact; follows from its keys if absent.")
    quote: Quotes = Field(description="The passage of the source that proves the answer, verbatim and short.")
    source: Words | None = Field(None, description="The source this fact cites, if not the deck's.")
    prefix: Words | None = Field(None, description="What stands right before the quote, if the quote stands twice.")
    suffix: Words | None = Field(None, description="What stands right after the quote, if the quote stands twice.")
    near: Words | None = Field(None, description="A phrase of the quote that tells which of several values is meant.")
    accept: Annotated[tuple[Words, ...], List] = Field((), description=_ACCEPT)
    attest: Annotated[Attestation, Mapping] | None = Field(None, description="A person vouches for a paraphrase.")
    hint: Words | None = Field(None, description="A help the learner may ask for.")
    extra: Words | None = Field(None, description="The author's remark, shown on the back; not verified.")
    image: Annotated[Image, Mapping] | None = Field(None, description="A picture beside the deck.")
    tags: Annotated[tuple[Tag, ...], List] = Field((), description="Tags in Anki, added to the deck's.")
    was: Annotated[tuple[Id, ...], List] = Field((), description="Ids this fact had before, oldest first.")
    guid: Words | None = Field(None, description="The guid of an existing Anki note this fact takes over.")
    ignore: Annotated[dict[Words, Words], Mapping] = Field(
        default_factory=dict, description="Warnings not to give for this fact, each with the reason."
    )

    @classmethod
    def claims(cls, raw: dict[Any, Any]) -> bool:
        """Whether a fact with these keys is of this kind, unless a kind earlier in the table claims it."""
        return cls.KEY is None or cls.KEY in raw

    @abstractmethod
    def question(self) -> Question:
        """What this fact asks, in one of the forms that exporters know."""
