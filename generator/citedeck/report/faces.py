"""A card -> the same within a page: nothing that there is once in Anki is there twice, and pictures are in the page."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable
from pathlib import PurePath

from markupsafe import Markup

from citedeck.images import content
from citedeck.model import Picture
from citedeck.tex import mathml

_TYPES = {".jpg": "jpeg", ".png": "png", ".gif": "gif", ".webp": "webp"}
_MAIN = re.compile(r"(</?)main\b")
_LABEL = re.compile(r"</?label\b[^>]*>")  # of the typing box, which is none here
_RULE = '<hr id="answer">'
_FORMULA = re.compile(r"\\\((.+?)\\\)")
_IMAGE = re.compile(r'<img src="([^"]+)"')


class Faces:
    """The faces of the cards of a page. Each picture is within the page once, on the first face that shows it; the
    script shows it on the others.
    """

    def __init__(self) -> None:
        self._shown: dict[str, int] = {}

    def on_page(self, face: str, picture: Picture | None) -> Markup:
        """A side of a card, as `cards` has made it, in which nothing is live, for the page."""
        page = _LABEL.sub("", _MAIN.sub(r"\1div", face).replace(_RULE, "<hr>"))
        if picture:
            page = _IMAGE.sub(self._image(picture), page)
        return Markup(formulas(page))

    def _image(self, picture: Picture) -> Callable[[re.Match[str]], str]:
        def shown(found: re.Match[str]) -> str:
            if found[1] != picture.name:
                return found[0]
            number = self._shown.get(picture.name)
            if number is not None:
                return f'<img data-same="picture-{number}"'
            number = self._shown[picture.name] = len(self._shown)
            return f'<img id="picture-{number}" src="{_data(picture)}"'

        return shown


def formulas(page: str) -> str:
    """HTML of a card or a draft, its formulas as a browser shows them without MathJax."""
    return _FORMULA.sub(lambda found: mathml(html.unescape(found[1])), page)


def _data(picture: Picture) -> str:
    kind = _TYPES[PurePath(picture.name).suffix]
    return f"data:image/{kind};base64,{base64.b64encode(content(picture)).decode('ascii')}"
