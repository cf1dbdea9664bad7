"""A card as Anki shows it -> the same within a page: nothing of it live, and nothing there twice."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import PurePath

from markupsafe import Markup

from citedeck.images import content
from citedeck.model import Picture

_TYPES = {".jpg": "jpeg", ".png": "png", ".gif": "gif", ".webp": "webp"}
_MAIN = re.compile(r"(</?)main\b")
_RULE = re.compile(r'<hr id="?answer"?>')
_BOX = re.compile(r'<input\b[^>]*\bid="?typeans"?[^>]*>')
_DEAD_BOX = '<input type="text" class="typeans" aria-label="A box to type the answer in" disabled>'
_TYPED = re.compile(r'<(\w+)\b[^>]*\bid="?typeans"?[^>]*>')
_HINT = re.compile(r'<a class="?hint"?[^>]*>(.*?)</a>\s*<div id="hint[^"]*" class="?hint"?[^>]*>(.*?)</div>', re.DOTALL)
_IMAGE = re.compile(r'<img src="([^"]+)"')


class Faces:
    """The faces of the cards of a page. Each picture is within the page once, on the first face that shows it; the
    script shows it on the others.
    """

    def __init__(self) -> None:
        self._shown: dict[str, int] = {}

    def on_page(self, face: str, picture: Picture | None) -> Markup:
        """A side of a card, which was made by `cards` and so is safe, for the page."""
        page = _MAIN.sub(r"\1div", face)
        page = _RULE.sub('<hr class="rule">', page)
        page = _BOX.sub(_DEAD_BOX, page)
        page = _TYPED.sub(r'<\1 class="typeans">', page)
        page = _HINT.sub(r'<details class="hint"><summary>\1</summary><div>\2</div></details>', page)
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
    """The formulas of a card as a browser shows them without MathJax."""
    return page


def _data(picture: Picture) -> str:
    kind = _TYPES[PurePath(picture.name).suffix]
    return f"data:image/{kind};base64,{base64.b64encode(content(picture)).decode('ascii')}"
