"""Which texts of a deck are surely sound, and what may be a name."""

import re
import unicodedata
from typing import Any, TypeGuard

from citedeck.markdown import MEANINGFUL
from citedeck.model import Text

CONTROLS = r"\x00-\x08\x0b-\x1f\x7f"
"""Characters that no text may hold. Halves of surrogate pairs are others, of which `is_unicode` tells."""

# A set with several ranges beyond Latin-1 takes as long to compile as ten without, and each form of fact has some.
VISIBLE = r"(?:[\w!-~«]|(?=[‘-‟]).)"
"""The pattern of a character that can be seen; not of all of them."""

FLAWLESS = rf"{VISIBLE}[^{CONTROLS}]*(?<!\s)"
"""The pattern of texts that surely have no flaw and no space around them, if they are Unicode; most have not."""

PLAIN = rf"(?![{MEANINGFUL}]){VISIBLE}[^{CONTROLS}{MEANINGFUL}]*(?<!\s)"
"""That of texts which surely have no markup either."""

LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
"""That of BCP 47 tags."""

_FLAWLESS, _PLAIN = re.compile(FLAWLESS), re.compile(PLAIN)
_USUAL_ID = re.compile(r"[^\W_][\w.-]*")
_USUAL_TAG = re.compile(r"[\w-]+(?:::[\w-]+)*")

_RESERVED = ("collection", "con", "prn", "aux", "nul", "")


def is_id(text: str) -> bool:
    """Whether a text can name a deck or a fact: letters, digits, “-”, “_” and “.”, one of the first two at least."""
    if _USUAL_ID.fullmatch(text):
        return True
    letters = text.replace("-", "").replace("_", "").replace(".", "")
    if letters.isalnum():
        return True
    return bool(letters) and all(
        character.isalnum() or unicodedata.category(character) in ("Mn", "Mc") for character in letters
    )


def is_reserved(name: str) -> bool:
    """Whether a file of this name means something else to Anki, to Windows or to a shell."""
    first = name.split(".", maxsplit=1)[0].casefold()
    return first in _RESERVED or re.match(r"(?:com|lpt)[0-9]\Z|backup-", first) is not None or name[:1] in (".", "-")


def is_unicode(text: str) -> bool:
    """Whether a text holds no halves of surrogate pairs, which nobody can write to a file."""
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


def is_flawless(value: Any) -> TypeGuard[Text]:
    """Whether a value is a text which surely has no flaw and no space around it."""
    return isinstance(value, Text) and _FLAWLESS.fullmatch(value) is not None and is_unicode(value)


def is_plain(value: Any) -> TypeGuard[Text]:
    """Whether a value is a text which surely has no flaw, no space around it and no markup."""
    return isinstance(value, Text) and _PLAIN.fullmatch(value) is not None and is_unicode(value)


def is_language(text: str) -> bool:
    """Whether a text has the form of a BCP 47 tag."""
    return re.fullmatch(LANGUAGE, text) is not None


def is_usual_tag(value: Any) -> TypeGuard[Text]:
    """Whether a value is a text that surely can be a tag: words, with hyphens in them, nested by `::`."""
    usual = isinstance(value, Text) and _USUAL_TAG.fullmatch(value) is not None
    return usual and not value.casefold().startswith("citedeck")
