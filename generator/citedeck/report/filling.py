"""The view of a report -> HTML: one file with everything in it, which asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from citedeck import __version__
from citedeck.notetypes import style
from citedeck.pages import template
from citedeck.report.views import ReportView

_PAGES = Environment(
    autoescape=True,
    loader=FunctionLoader(lambda name: template(f"report/{name}")),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def fill(view: ReportView) -> str:
    css = card_style() + template("report/report.css")
    script = template("report/report.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    page = _PAGES.get_template("report.html")
    return page.render(
        view=view,
        policy=Markup(policy),
        css=Markup(css),
        script=Markup(script),
        version=__version__,
    )


def card_style() -> str:
    """The style of cards where there are many on a page: what is typed is known by its class, and its box is none."""
    return style().replace("input#typeans", "div.typeans").replace("#typeans", ".typeans")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
