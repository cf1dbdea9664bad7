"""The words of the domain: what is read, asked, cited, judged and shipped, as frozen values."""

from citedeck.model.decks import (
    Attestation,
    Deck,
    DeckFile,
    Entry,
    Finding,
    Identity,
    Item,
    Level,
    Misread,
    Proof,
    Remarks,
    Verdict,
)
from citedeck.model.places import Drift, Place, Problem, Text
from citedeck.model.questions import Choice, Cloze, Gap, Listing, Pair, Question, Recall, Typed
from citedeck.model.sources import Citation, Passage, Reference, Source

__all__ = [
    "Attestation",
    "Choice",
    "Citation",
    "Cloze",
    "Deck",
    "DeckFile",
    "Drift",
    "Entry",
    "Finding",
    "Gap",
    "Identity",
    "Item",
    "Level",
    "Listing",
    "Misread",
    "Pair",
    "Passage",
    "Place",
    "Problem",
    "Proof",
    "Question",
    "Recall",
    "Reference",
    "Remarks",
    "Source",
    "Text",
    "Typed",
    "Verdict",
]
