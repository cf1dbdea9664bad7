"""citedeck: facts that cite an article, turned into Anki decks in which every answer is proved by its passage."""

__version__ = "0.1.0"
