"""A page that is one file: style, script and pictures are in it, formulas need no MathJax, nothing is asked for."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import PurePath

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from citedeck import __version__
from citedeck.images import content
from citedeck.model import Picture
from citedeck.pages import template
from citedeck.tex import mathml

_PAGES = Environment(
    autoescape=True,
    loader=FunctionLoader(template),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TYPES = {".jpg": "jpeg", ".png": "png", ".gif": "gif", ".webp": "webp"}
_FORMULA = re.compile(r"\\\((.+?)\\\)")


def page(name: str, css: str, script: str, **values: object) -> str:
    """A template by its path in `pages/`, filled; nothing runs in it but its own script."""
    policy = (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    own = {"policy": Markup(policy), "css": Markup(css), "script": Markup(script), "version": __version__}
    return _PAGES.get_template(name).render(**own, **values)


def formulas(page: str) -> str:
    """HTML that was written for MathJax, its formulas as a browser shows them without it."""
    return _FORMULA.sub(lambda found: mathml(html.unescape(found[1])), page)


def picture_address(picture: Picture) -> str:
    """A picture as an address that is its content."""
    kind = _TYPES[PurePath(picture.name).suffix]
    return f"data:image/{kind};base64,{base64.b64encode(content(picture)).decode('ascii')}"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
