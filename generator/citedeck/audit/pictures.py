"""Whether the field Image of a note shows one picture of citedeck's, and nothing else, and whether it is there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citedeck.audit.notes import RETIRED, Note
from citedeck.images import SHIPPED_NAME
from citedeck.markup import commands
from citedeck.model import Problem

_FIELD = "Image"
_SHOWN = re.compile(rf'<img src="(?P<name>{SHIPPED_NAME.pattern})" alt="[^"<>={{}}\\]*">')
_REMARK = "A picture of your own belongs into the field Extra: take it out here, or build the deck again."
_LEFT_OUT = "Whoever has no such file yet sees words in its place. Put it back into decks/, and build again."


def picture(note: Note, there: Mapping[str, bool]) -> list[Problem]:
    """What is wrong with the picture of a note. `there` are those of its package, and whether each is what its name
    says.
    """
    page = note.page(_FIELD)
    if not page:
        return []
    shown = _SHOWN.fullmatch(page)
    if not shown or any(commands(page)):
        message = f"the field {_FIELD} holds something else than one picture of citedeck's"
        return [note.problem(_FIELD, "markup-unreadable", message, _REMARK)]
    name = shown["name"]
    if name not in there:
        if RETIRED in note.packed.tags:
            message = f"the picture {name} of a retired fact is not in the package"
            return [note.problem(_FIELD, "image-left-out", message, _LEFT_OUT)]
        return [note.problem(_FIELD, "image-missing", f"the picture {name} is not in the package")]
    if not there[name]:
        message = f"what the package holds as {name} is not the picture of that name"
        return [note.problem(_FIELD, "image-differs", message)]
    return []
