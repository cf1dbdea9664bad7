"""YAML text -> Entries, References and Problems: what an author wrote, before anything is checked against a source."""

from citedeck.reading.decks import read_deck
from citedeck.reading.references import read_references

__all__ = ["read_deck", "read_references"]
