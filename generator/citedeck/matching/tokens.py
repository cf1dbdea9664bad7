"""Where one word, number or compound ends and the next begins: whether a stretch of text cuts one in two."""

import re
from typing import NamedTuple

from citedeck.matching.folding import joins, levelled

_REACH = 40  # how far from a cut a token is looked at

# Of characters as folding levels them, but for the minus sign.
_SIGN = "[-\u2212±∓]"
_JOINT = "[-\u2212/\u2044\u2215&^\u207a\u207b]"
_APOSTROPHE = "['`´]"
_POINT = "[.,:'\u066b\u066c\u00b7\u2024\u22c5]"
_WRAP = r"[ \t]*\n[ \t]*"
_GAP = rf"(?:[ \u00a0\u202f\u2009]|{_WRAP})"
_CURRENCY = "[$¢-¥֏؋৲৳৻૱௹฿៛₠-⃀﷼﹩＄￠￡￥￦]"
_LETTER = r"[^\W\d_]"
_HAN_DIGIT = "[〇零一二三四五六七八九十百千万萬亿億兆两兩]"


class _Rule(NamedTuple):
    """A cut falls inside a token if what stands before it and what stands after it look so."""

    before: re.Pattern[str]
    after: re.Pattern[str]


def _rule(before: str, after: str) -> _Rule:
    return _Rule(re.compile(rf"(?:{before})\Z"), re.compile(after))


_RULES = (
    _rule(r"\d", r"\d"),
    _rule(_HAN_DIGIT, _HAN_DIGIT),
    # C|++, C+|+, F|#
    _rule(r"\w[+#]?", r"[+#]"),
    # 15|,000  15,|000  1.|5  1:|30  15’|000
    _rule(r"\d", rf"{_POINT}\d"),
    _rule(rf"\d{_POINT}", r"\d"),
    # .|5 and $.|5
    _rule(r"(?:^|[^\w.])\.", r"\d"),
    # -|5, −|.5, −|$5, −$|5, ±|5, and of the true minus sign also − |5
    _rule(rf"(?:^|\W){_SIGN}{_CURRENCY}?", rf"(?:{_CURRENCY}\s?)?\.?\d"),
    _rule(r"(?:^|\W)[\u2212±∓]\s", rf"(?:{_CURRENCY}\s?)?\.?\d"),
    # 15| 000 and 15 |000
    _rule(rf"(?<!\d)\d{{1,3}}(?:{_GAP}\d{{3}})*", rf"{_GAP}(?:\d{{3}}{_GAP})*\d{{3}}(?!\d)"),
    _rule(rf"(?<!\d)\d{{1,3}}(?:{_GAP}\d{{3}})*{_GAP}", rf"(?:\d{{3}}{_GAP})*\d{{3}}(?!\d)"),
    # U|.S. and U.|S.
    _rule(r"\b[A-Z]", r"\.[A-Z]\b"),
    _rule(r"\b[A-Z]\.", r"[A-Z]\b"),
    # O'|Brien, don|'t, O|'Brien; but endings may be cut off: Korea|'s
    _rule(rf"{_LETTER}{_APOSTROPHE}", _LETTER),
    _rule(_LETTER, rf"{_APOSTROPHE}(?:[A-Z]|t\b)"),
)

# Rules about words are not asked where one of the two is written without spaces between words:
# Thai, Lao, Myanmar, Khmer, kana, bopomofo, Han.
_WORD_RULES = (
    _rule(r"\w", r"\w"),
    # non-|EU and non|-EU, 3/|4, 1939–|45, AT|&T, 10|⁻⁵, 10^|23; a hyphen may end its line
    _rule(rf"\w{_JOINT}", r"\w"),
    _rule(r"\w", rf"{_JOINT}\w"),
    _rule(rf"\w-{_WRAP}", r"\w"),
    _rule(r"\w-", rf"{_WRAP}\w"),
    _rule(r"\w", rf"-{_WRAP}\w"),
)
_UNSPACED = (
    "[\u0e00-\u0e4f\u0e5a-\u0ecf\u0eda-\u0eff\u1000-\u103f\u104a-\u109f\u1780-\u17df\u17ea-\u17ff\u19e0-\u19ff"
    "\u3005-\u3007\u3021-\u3029\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uaa60-\uaa7f\uf900-\ufaff"
    "\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U000323af]"
)
_BEFORE_UNSPACED = re.compile(rf"{_UNSPACED}{_JOINT}?\Z")
_AFTER_UNSPACED = re.compile(rf"{_JOINT}?{_UNSPACED}")
_WORDS = re.compile(rf"{_UNSPACED}|(?:(?!{_UNSPACED})\w)+")


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
    """Whether a cut before `text[position]` falls inside a token. Marks belong to what they stand on."""
    if not 0 < position < len(text):
        return False
    if joins(text[position]):
        return True
    before = _surroundings(text[max(0, position - _REACH) : position])
    after = _surroundings(text[position : position + _REACH])
    spaced = not (_BEFORE_UNSPACED.search(before) or _AFTER_UNSPACED.match(after))
    rules = _RULES + _WORD_RULES if spaced else _RULES
    return any(rule.before.search(before) and rule.after.match(after) for rule in rules)


def count_words(text: str) -> int:
    """How many words a text has; of scripts written without spaces, every code point counts as one."""
    return len(_WORDS.findall(text))


def _surroundings(text: str) -> str:
    """The characters beside a cut, their typography levelled, without marks."""
    return text if text.isascii() else levelled("".join(character for character in text if not joins(character)))
