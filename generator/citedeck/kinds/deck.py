"""The head of a deck file: everything in it but the facts."""

from typing import Annotated

from pydantic import Field, field_validator

from citedeck.kinds.plain import Heading
from citedeck.kinds.values import Id, Language, List, Shape, Tag, Words, fault
from citedeck.model import Text


class Head(Shape):
    """What a deck says of itself."""

    deck: Words = Field(description="The deck's name in Anki; `::` nests decks.")
    id: Id | None = Field(
        None, description="The deck's identity for ever; the file's name without its suffix if absent."
    )
    source: Words | None = Field(None, description="The source its facts cite, the name of a file in source/.")
    language: Language = Field(Text("en"), description="The language of the facts, a BCP 47 tag.")
    description: Words | None = Field(None, description="What the deck is about; Anki shows it with the deck.")
    tags: Annotated[tuple[Tag, ...], List] = Field((), description="A list of tags in Anki for every fact.")

    @field_validator("deck")
    @classmethod
    def _nests(cls, value: Text) -> Text:
        if not all(part.strip() for part in value.split("::")):
            raise fault("bad-deck-name", f"is “{value}”, which has an empty part beside its `::`")
        if "\n" in value:
            raise fault("bad-deck-name", "has several lines")
        return value

    def heading(self) -> Heading:
        return Heading(str(self.deck), str(self.language), str(self.description or ""), tuple(map(str, self.tags)))
