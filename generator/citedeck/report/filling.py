"""The view of a report -> HTML."""

from __future__ import annotations

from citedeck.notetypes import style
from citedeck.pages import template
from citedeck.report.views import ReportView
from citedeck.standalone import page


def fill(view: ReportView) -> str:
    css = card_style() + template("report/report.css")
    return page("report/report.html", css, template("report/report.js"), view=view)


def card_style() -> str:
    """The style of cards where there are many on a page: what is typed is known by its class, and its box is none."""
    return style().replace("input#typeans", "div.typeans").replace("#typeans", ".typeans")
