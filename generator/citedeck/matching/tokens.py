"""Where one word, number or compound ends and the next begins: whether a stretch of text cuts one in two."""

import re

from citedeck.matching.folding import joins

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"
_APOSTROPHES = "'\u2019\u02bc"
# A separator within a number: 15,000  1.5  1:30  15 000 (also with the three narrower spaces)
_POINTS = ".,:\u066b\u066c"
_GROUP_BEFORE = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})*\Z")
_GROUP_AFTER = re.compile(r"(?:\d{3}[ \u00a0\u202f\u2009])*\d{3}(?!\d)")
# Scripts written without spaces between words: Thai, Lao, Myanmar, Khmer, kana, bopomofo, Han.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u3005-\u3007\u3021-\u3029\u3040-\u312f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U000323af]"
)

_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(rf"{_UNSPACED.pattern}|(?:(?!{_UNSPACED.pattern})\w)+")


def bounded(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is made of whole tokens: neither of its ends falls inside one."""
    return start < end and not splits(text, start) and not splits(text, end)


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest stretch of whole tokens around `text[start:end]`."""
    while splits(text, start):
        start -= 1
    while splits(text, end):
        end += 1
    return start, end


def splits(text: str, position: int) -> bool:
    """Whether a cut before `text[position]` falls inside a token."""
    if not 0 < position < len(text):
        return False
    if joins(text[position]):
        return True
    left = position - 1
    while left > 0 and joins(text[left]):
        left -= 1
    before, after = text[left], text[position]
    return (
        _in_word(before, after)
        or _in_number(text, left, position)
        or _in_compound(text, left, position)
        or _in_contraction(text, left, position)
    )


def count_words(text: str) -> int:
    """How many words a text has; of scripts written without spaces, every code point counts as one."""
    return len(_WORDS.findall(text))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _in_word(before: str, after: str) -> bool:
    """“pass|age”, “COVID|19”; also C|++ and F|#."""
    if not _is_word(before):
        return False
    if after in "+#":
        return True
    return _is_word(after) and not (_UNSPACED.match(before) or _UNSPACED.match(after))


def _in_number(text: str, left: int, position: int) -> bool:
    """“15|,000”, “1.|5”, “15| 000”, “-|5”, “.|5”."""
    before, after = text[left], text[position]
    if before.isdigit() and after in _POINTS:
        return text[position + 1 : position + 2].isdigit()
    if after.isdigit() and before in _POINTS:
        return text[left - 1 : left].isdigit() or (before == "." and not text[left - 1 : left].strip())
    if after.isdigit() and before in _HYPHENS:
        return left == 0 or not _is_word(text[left - 1])
    if before.isdigit() and after.isspace():
        return _in_group(text, position)
    return after.isdigit() and before.isspace() and _in_group(text, left)


def _in_group(text: str, space: int) -> bool:
    """Whether the space stands between two groups of one number: 15 000."""
    return (
        _GROUP_BEFORE.search(text[max(0, space - 40) : space]) is not None
        and _GROUP_AFTER.match(text, space + 1) is not None
    )


def _in_compound(text: str, left: int, position: int) -> bool:
    """“non-|EU”, “non|-EU”, “3/|4”, “1939-|45”."""
    joint = position if text[position] in _HYPHENS + "/" else left if text[left] in _HYPHENS + "/" else None
    if joint is None or joint == 0:
        return False
    return _is_word(text[joint - 1]) and _is_word(text[joint + 1 : joint + 2] or " ")


def _in_contraction(text: str, left: int, position: int) -> bool:
    """“don|'t”, “O'|Brien”; a possessive “Korea|'s” and other endings written after an apostrophe may be cut off."""
    if text[left] in _APOSTROPHES:
        return left > 0 and text[left - 1].isalpha() and text[position].isalpha()
    if text[position] in _APOSTROPHES and text[left].isalpha():
        ending = _LETTERS.match(text, position + 1)
        return ending is not None and (ending[0][0].isupper() or ending[0] == "t")
    return False
