"""A card -> the same within a page: nothing that there is once in Anki is there twice, and pictures are in the page."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from citedeck.model import Picture
from citedeck.standalone import formulas, picture_address

_MAIN = re.compile(r"(</?)main\b")
_LABEL = re.compile(r"</?label\b[^>]*>")  # of the typing box, which is none here
_RULE = '<hr id="answer">'
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
            return f'<img id="picture-{number}" src="{picture_address(picture)}"'

        return shown
