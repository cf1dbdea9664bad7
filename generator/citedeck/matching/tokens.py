"""Where one word, number or compound ends and the next begins: whether a stretch of text cuts one in two."""

import re
from typing import NamedTuple

from citedeck.matching.folding import joins, levelled
from citedeck.model import Source

_REACH = 40  # how many visible characters on either side of a cut are looked at

# Of characters as folding levels them, but for the minus sign and the opening quotation mark ‘.
_MINUS = "[\u2212\ufe63\u02d7\u207b±∓]"
_SIGN = "[-\u2212\ufe63\u02d7\u207b±∓]"
_JOINT = "[-\u2212/\u2044\u2215&^\u207a\u207b]"
_APOSTROPHE = "['`´]"
_POINT = "[.,:'\u066b\u066c\u00b7\u2024\u22c5]"
_WRAP = r"[^\S\n]*\n[^\S\n]*"
_GAP = rf"(?:[^\S\n]+|{_WRAP})"
_CURRENCY = "(?:[A-Z]{0,3}[$¢-¥֏؋৲৳৻૱௹฿៛₠-⃀﷼﹩＄￠￡￥￦])"
_FRACTION = r"(?:\d+[/\u2044\u2215]\d|[¼-¾⅐-⅞])"
_LETTER = r"[^\W\d_]"
# French and Italian words that lose their vowel before another: l’Espagne, dell’Italia.
_ELIDED = "l|d|j|m|t|s|n|c|(?:jus|lors|puis|quoi)?qu|(?:de|ne|a|da|su|co)ll|un|quest|quell|(?:de|a|da|ne|su)?gl"
_ENDING = r"(?:s|d|ll|re|ve|m)(?!\w)"
_HAN_DIGIT = "[\\d〇零一二三四五六七八九十百千万萬亿億兆两兩廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]"
_KATAKANA = "[\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff\uff66-\uff9f]"
_UNSPACED = (
    "[\u0e00-\u0e4f\u0e5a-\u0ecf\u0eda-\u0eff\u1000-\u103f\u104a-\u109f\u1780-\u17df\u17ea-\u17ff\u19e0-\u19ff"
    "\u3005-\u3007\u3021-\u3029\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uaa60-\uaa7f\uf900-\ufaff"
    "\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U000323af]"
)
"""Scripts written without spaces between words: Thai, Lao, Myanmar, Khmer, kana, bopomofo, Han; not their digits."""


class _Rule(NamedTuple):
    """A cut falls inside a token if what stands before it and what stands after it look so."""

    before: re.Pattern[str]
    after: re.Pattern[str]


def _rule(before: str, after: str) -> _Rule:
    return _Rule(re.compile(rf"(?:{before})\Z"), re.compile(after))


_RULES = (
    _rule(r"\d", r"\d"),
    # 三|十五, 2万|5000, 二点|五, 负|五
    _rule(_HAN_DIGIT, _HAN_DIGIT),
    _rule(_HAN_DIGIT, rf"[点點]{_HAN_DIGIT}"),
    _rule(rf"{_HAN_DIGIT}[点點]|[负負]|零下", _HAN_DIGIT),
    # インド|ネシア
    _rule(_KATAKANA, _KATAKANA),
    # Thai and Lao vowels written after, and before, their consonant
    _rule(".", "[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3]"),
    _rule("[\u0e40-\u0e44\u0ec0-\u0ec4]", "."),
    # C|++, C+|+, F|#, C|♯, and signs that close a word: O|−, Na|⁺
    _rule(r"\w[+#]?", r"[+#♯♭]"),
    _rule(r"\w", r"[\u2212\u207a\u207b](?!\w)"),
    # 15|,000  15,|000  1.|5  1:|30  15’|000
    _rule(r"\d", rf"{_POINT}\d"),
    _rule(rf"\d{_POINT}", r"\d"),
    # .|5 and $.|5
    _rule(r"(?:^|[^\w.])\.", r"\d"),
    # -|5, −|.5, −|$5, −$|5, ±|5; the true minus sign before anything, and also − |5
    _rule(rf"(?:^|\W){_SIGN}{_CURRENCY}?", rf"(?:{_CURRENCY}\s?)?\.?(?:\d|{_FRACTION})"),
    _rule(rf"(?:^|[^\w)\]]){_MINUS}", r"\S"),
    _rule(rf"(?:^|\W){_MINUS}\s", rf"(?:{_CURRENCY}\s?)?\.?(?:\d|{_FRACTION})"),
    # 15| 000 and 15 |000, 3| 1/2 and 3 |½
    _rule(rf"(?<!\d)\d{{1,3}}(?:{_GAP}\d{{3}})*", rf"{_GAP}(?:\d{{3}}{_GAP})*\d{{3}}(?!\d)"),
    _rule(rf"(?<!\d)\d{{1,3}}(?:{_GAP}\d{{3}})*{_GAP}", rf"(?:\d{{3}}{_GAP})*\d{{3}}(?!\d)"),
    _rule(r"\d", rf"{_GAP}{_FRACTION}"),
    _rule(rf"\d{_GAP}", _FRACTION),
    # U|.S. and U.|S.
    _rule(r"\b[A-Z]", r"\.[A-Z]\b"),
    _rule(r"\b[A-Z]\.", r"[A-Z]\b"),
)

# Rules about words are not asked where one of the two is written without spaces.
_WORD_RULES = (
    _rule(r"\w", r"\w"),
    # non-|EU and non|-EU, 3/|4, 1939–|45, AT|&T, 10|⁻⁵, 10^|23; a hyphen may end its line
    _rule(rf"\w{_JOINT}", r"\w"),
    _rule(r"\w", rf"{_JOINT}\w"),
    _rule(rf"\w-{_WRAP}", r"\w"),
    _rule(r"\w-", rf"{_WRAP}\w"),
    _rule(r"\w", rf"-{_WRAP}\w"),
    # O'|Brien, don'|t, but l'|Espagne
    _rule(rf"\b(?!(?i:{_ELIDED}){_APOSTROPHE})\w+{_APOSTROPHE}", _LETTER),
    # O|'Brien, don|'t, Xi|'an, and the decade 1990|'s; but a word may end before its ending: Korea|'s, 2008|'s
    _rule(_LETTER, rf"{_APOSTROPHE}(?!{_ENDING}){_LETTER}"),
    _rule("0", rf"{_APOSTROPHE}{_LETTER}"),
    _rule(r"\d", rf"{_APOSTROPHE}(?!s(?!\w)){_LETTER}"),
)
_ALL_RULES = _RULES + _WORD_RULES
_APOSTROPHE_FIRST = re.compile(_APOSTROPHE)
_AFTER_A_WORD = _rule(r"\w", rf"{_APOSTROPHE}{_LETTER}")

_BEFORE_UNSPACED = re.compile(rf"{_UNSPACED}(?:{_JOINT}|{_APOSTROPHE})?\Z")
_AFTER_UNSPACED = re.compile(rf"(?:{_JOINT}|{_APOSTROPHE})?{_UNSPACED}")
_WORDS = re.compile(rf"{_UNSPACED}|(?:(?!{_UNSPACED})\w)+")
_STACKERS = "\u17d2\u1039"  # Khmer and Myanmar: the next letter is written below
_BROKEN_WORD = re.compile("\u00ad[^\\S\\n]*\\n[^\\S\\n]*")


def bounded(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether `text[start:end]` is made of whole tokens: neither of its ends falls inside one."""
    return start < end and not _splits_start(text, start, language) and not splits(text, end, language)


def stands_whole(source: Source, start: int, end: int) -> bool:
    """Whether a stretch of a source is made of whole tokens of its language."""
    return bounded(source.text, start, end, source.language)


def widened(text: str, start: int, end: int, language: str = "en") -> tuple[int, int]:
    """The smallest stretch of whole tokens around `text[start:end]`."""
    while _splits_start(text, start, language):
        start -= 1
    while splits(text, end, language):
        end += 1
    return start, end


def splits(text: str, position: int, language: str = "en") -> bool:  # noqa: ARG001
    """Whether a cut before `text[position]` falls inside a token. Marks belong to what they stand on."""
    if not 0 < position < len(text):
        return False
    if _between_letter_and_space(text[position - 1], text[position]):
        return False
    if joins(text[position]) or text[position - 1] in _STACKERS:
        return True
    before, after = _before(text, position), _after(text, position)
    spaced = not (_BEFORE_UNSPACED.search(before) or _AFTER_UNSPACED.match(after))
    rules = _ALL_RULES if spaced else _RULES
    return any(rule.after.match(after) and rule.before.search(before) for rule in rules)


def _between_letter_and_space(before: str, after: str) -> bool:
    """The ordinary end or beginning of a word, told without asking any rule."""
    letter = before if after == " " else after if before == " " else ""
    return letter.isascii() and letter.isalpha()


def _splits_start(text: str, position: int, language: str) -> bool:
    """Whether a stretch that begins here begins inside a token: also with the ending of a word, as in Korea|'s."""
    if splits(text, position, language):
        return True
    if not _APOSTROPHE_FIRST.match(levelled(text[position : position + 1])):
        return False
    before, after = _before(text, position), _after(text, position)
    return bool(_AFTER_A_WORD.before.search(before) and _AFTER_A_WORD.after.match(after))


def count_words(text: str) -> int:
    """How many words a text has; of scripts written without spaces, every code point counts as one."""
    return len(_WORDS.findall(text))


def _before(text: str, position: int) -> str:
    """What can be seen of the characters before a place, their typography levelled."""
    reach, seen = _REACH, _visible(text[max(0, position - _REACH) : position])
    while len(seen) < _REACH and reach < position:
        reach *= 4
        seen = _visible(text[max(0, position - reach) : position])
    return seen[-_REACH:]


def _after(text: str, position: int) -> str:
    """What can be seen of the characters after a place, their typography levelled."""
    reach, seen = _REACH, _visible(text[position : position + _REACH])
    while len(seen) < _REACH and position + reach < len(text):
        reach *= 4
        seen = _visible(text[position : position + reach])
    return seen[:_REACH]


def _visible(text: str) -> str:
    if text.isascii():
        return text
    return levelled("".join(character for character in _BROKEN_WORD.sub("", text) if not joins(character)))
