"""A quiz as a page that is one file: taken in a browser, also without a network and by keyboard alone, or printed."""

from __future__ import annotations

from citedeck.exporters.page.folding import folding
from citedeck.exporters.page.views import view
from citedeck.exporters.product import Product
from citedeck.history import Edition
from citedeck.pages import template
from citedeck.quiz import Quiz, quiz
from citedeck.standalone import page

SUFFIX = "quiz.html"
SHIPS_NOTES = False


def export(edition: Edition) -> Product:
    """The quiz of an edition's deck."""
    return written(quiz(edition.deck))


def written(asked: Quiz) -> Product:
    """A quiz as its page."""
    shown = view(asked, folding(asked.language))
    text = page("quiz/quiz.html", template("quiz/quiz.css"), template("quiz/quiz.js"), view=shown)
    return Product(text.encode("utf-8", "replace"), questions=len(asked.items))
