"""What every kind of fact has in common, and what a kind must add."""

from abc import abstractmethod
from typing import Annotated, Any, ClassVar

from pydantic import Field, field_validator, model_validator

from citedeck.codes import CODES, NEVER_IGNORED
from citedeck.kinds.values import (
    Day,
    Guid,
    Id,
    List,
    Mapping,
    MappingWithPlaces,
    Paragraphs,
    Quotes,
    Shape,
    Tag,
    Words,
    fault,
)
from citedeck.model import Question, Text


class Attestation(Shape):
    """A person vouches for a paraphrase."""

    by: Words = Field(description="Who vouches.")
    on: Day | None = Field(None, description="The day it was done, as 2024-05-14; `citedeck attest` writes it.")
    why: Words = Field(description="Why the quote supports the answer.")
    hash: Words | None = Field(None, description="What was vouched for; `citedeck attest` writes it.")

    @model_validator(mode="after")
    def _dated(self) -> "Attestation":
        if self.hash and not self.on:
            raise fault("missing-key", "has a `hash`, but not the day `on` which it was done")
        return self


class Image(Shape):
    """A picture beside the deck."""

    file: Words = Field(
        description="The picture's file, from the folder of the deck: PNG, JPEG, GIF or WebP, up to 5 MB."
    )
    alt: Words = Field(description="What the picture shows, for those who do not see it.")


class Fact(Shape):
    """The keys of every fact. A kind adds its own, and says what they ask."""

    KEY: ClassVar[str | None]
    """The key whose presence makes a fact this kind; None for the kind that is left."""

    kind: Words | None = Field(None, description="The kind of the fact; follows from its keys if absent.")
    quote: Quotes = Field(description="The passage that proves the answer, verbatim and short; or a list of passages.")
    source: Words | None = Field(None, description="The source this fact cites, if not the deck's.")
    prefix: Words | None = Field(None, description="What stands right before the quote, if the quote stands twice.")
    suffix: Words | None = Field(None, description="What stands right after the quote, if the quote stands twice.")
    near: Words | None = Field(None, description="A phrase of the quote that tells which of several values is meant.")
    accept: Annotated[tuple[Words, ...], List] = Field(
        (), description="A list of other right spellings of the answer, for quizzes; Anki knows the answer alone."
    )
    attest: Annotated[Attestation, Mapping] | None = Field(
        None, description="`by`, `on`, `why`: a person vouches for a paraphrase."
    )
    hint: Paragraphs | None = Field(None, description="A help the learner may ask for.")
    extra: Paragraphs | None = Field(None, description="The author's remark, shown on the back; not verified.")
    image: Annotated[Image, Mapping] | None = Field(
        None, description="`file`, `alt`: a picture beside the deck, shown with the question; not verified."
    )
    tags: Annotated[tuple[Tag, ...], List] = Field((), description="A list of tags in Anki, added to the deck's.")
    was: Annotated[tuple[Id, ...], List] = Field((), description="A list of ids this fact had before, oldest first.")
    guid: Guid | None = Field(None, description="The guid of a note citedeck made before, which this fact takes over.")
    ignore: Annotated[dict[Words, Words], MappingWithPlaces] = Field(
        default_factory=dict,
        description="Warnings not to give for this fact, and why: `{quote-too-thin: a motto}`.",
    )

    @field_validator("ignore")
    @classmethod
    def _warnings(cls, ignored: dict[Text, Text]) -> dict[Text, Text]:
        for code in ignored:
            if code not in CODES or CODES[code].severity != "warning":
                raise fault("unknown-key", f"names “{code}”, which is not the code of a warning")
            if code in NEVER_IGNORED:
                raise fault("unknown-key", f"names “{code}”, which is told always")
        return ignored

    @classmethod
    def claims(cls, raw: dict[Any, Any]) -> bool:
        """Whether a fact with these keys is of this kind, unless a kind earlier in the table claims it."""
        return cls.KEY is None or cls.KEY in raw

    @abstractmethod
    def question(self) -> Question:
        """What this fact asks, in one of the forms that exporters know."""
