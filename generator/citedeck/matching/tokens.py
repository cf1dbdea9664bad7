"""Where one word, number or compound ends and the next begins: whether a stretch of text cuts one in two."""

import re
from functools import cache
from string import ascii_letters

from citedeck.matching.clitics import Clitics, clitics
from citedeck.matching.folding import joins
from citedeck.matching.surroundings import Cut, Rule, cut, rule
from citedeck.model import Source

# Of characters as folding levels them, but for the minus sign and the opening quotation mark ‘.
_MINUS = "[\u2212\ufe63\u02d7\u207b±∓]"
_SIGN = "[-\u2212\ufe63\u02d7\u207b±∓]"
_JOINT = "[-\u05be\u2212/\u2044\u2215&^\u207a\u207b]"
_APOSTROPHE = "['`´]"
_POINT = "[.,:'\u066b\u066c\u00b7\u2024\u22c5]"
_WRAP = r"[^\S\n]*\n[^\S\n]*"
_GAP = rf"(?:[^\S\n]+|{_WRAP})"
_CURRENCY = "(?:[A-Z]{0,3}[$¢-¥֏؋৲৳৻૱௹฿៛₠-⃀﷼﹩＄￠￡￥￦])"
_FRACTION = r"(?:\d+[/\u2044\u2215]\d|[¼-¾⅐-⅞])"
_LETTER = r"[^\W\d_]"
# French and Italian words that lose their vowel before another: l’Espagne, dell’Italia.
_ELIDED = "l|d|j|m|t|s|c|(?:jus|lors|puis|quoi)?qu|(?:de|ne|a|da|su|co)ll|un|quest|quell|(?:de|a|da|ne|su)?gl"
_ENDING = r"(?:s|d|ll|re|ve|m)(?!\w)"
_FLAG_LETTER = "[\U0001f1e6-\U0001f1ff]"
_HAN_DIGIT = "[\\d〇零一二三四五六七八九十百千万萬亿億兆两兩廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]"
_KATAKANA = "[\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff\uff66-\uff9f]"
_UNSPACED = (
    "[\u0e00-\u0e4f\u0e5a-\u0ecf\u0eda-\u0eff\u1000-\u103f\u104a-\u109f\u1780-\u17df\u17ea-\u17ff\u19e0-\u19ff"
    "\u3005-\u3007\u3021-\u3029\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uaa60-\uaa7f\uf900-\ufaff"
    "\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U000323af]"
)
"""Scripts written without spaces between words: Thai, Lao, Myanmar, Khmer, kana, bopomofo, Han; not their digits."""


_RULES = (
    rule(r"\d", r"\d"),
    # C|++, C+|+, F|#, C|♯
    rule(r"\w[+#]?", r"[+#♯♭]"),
    # 15|,000  15,|000  1.|5  1:|30  15’|000
    rule(r"\d", rf"{_POINT}\d"),
    rule(rf"\d{_POINT}", r"\d"),
    # C|$9
    rule(r"(?<![^\W_])[A-Z]{1,3}", r"[$¢-¥₠-⃀]\d"),
    # .|5 and $.|5
    rule(r"(?:^|[^\w.])\.", r"\d"),
    # -|5, −|.5, −|$5, −$|5, ±|5
    rule(rf"(?:^|\W){_SIGN}{_CURRENCY}?", rf"(?:{_CURRENCY}\s?)?\.?(?:\d|{_FRACTION})"),
    # 15| 000 and 15 |000, 3| 1/2 and 3 |½
    rule(rf"(?<!\d)\d{{1,3}}(?:{_GAP}\d{{3}})*", rf"{_GAP}(?:\d{{3}}{_GAP})*\d{{3}}(?!\d)"),
    rule(rf"(?<!\d)\d{{1,3}}(?:{_GAP}\d{{3}})*{_GAP}", rf"(?:\d{{3}}{_GAP})*\d{{3}}(?!\d)"),
    rule(r"\d", rf"{_GAP}{_FRACTION}"),
    rule(rf"\d{_GAP}", _FRACTION),
    # 4|- to 6-week
    rule(r"\d", r"-\s"),
    # Node|.js
    rule(r"\w", r"\.[a-z]{2,4}\b"),
    rule(r"\w\.", r"[a-z]{2,4}\b"),
    # U|.S. and U.|S.
    rule(r"\b[A-Z]", r"\.[A-Z]\b"),
    rule(r"\b[A-Z]\.", r"[A-Z]\b"),
)

# What these ask for, beyond two digits, is not ASCII.
_RULES_BEYOND_ASCII = (
    # 三|十五, 2万|5000, 二点|五, 负|五
    rule(_HAN_DIGIT, _HAN_DIGIT),
    rule(_HAN_DIGIT, rf"[点點]{_HAN_DIGIT}"),
    rule(rf"{_HAN_DIGIT}[点點]|[负負]|零下", _HAN_DIGIT),
    # インド|ネシア
    rule(_KATAKANA, _KATAKANA),
    # Thai and Lao vowels written after, and before, their consonant
    rule(".", "[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3]"),
    rule("[\u0e40-\u0e44\u0ec0-\u0ec4]", "."),
    # signs that close a word: O|−, Na|⁺
    rule(r"\w", r"[\u2212\u207a\u207b](?!\w)"),
    # the true minus sign before anything, and also − |5
    rule(rf"(?:^|[^\w)\]]){_MINUS}", r"\S"),
    rule(rf"(?:^|\W){_MINUS}\s", rf"(?:{_CURRENCY}\s?)?\.?(?:\d|{_FRACTION})"),
    # צה|"ל and צה"|ל, but ב|"הארץ"
    rule("[א-ת]", r"[\"״][א-ת](?!\w)"),
    rule(r"[א-ת][\"״]", r"[א-ת](?!\w)"),
    # a colour of skin belongs to its person, two letters make one flag
    rule(".", "[\U0001f3fb-\U0001f3ff]"),
    rule(rf"(?<!{_FLAG_LETTER})(?:{_FLAG_LETTER}{{2}})*{_FLAG_LETTER}", _FLAG_LETTER),
)

# Rules about words are not asked where one of the two is written without spaces.
_WORD_RULES = (
    rule(r"\w", r"\w"),
    # non-|EU and non|-EU, 3/|4, 1939–|45, AT|&T, 10|⁻⁵, 10^|23; a hyphen may end its line
    rule(rf"\w{_JOINT}", r"\w"),
    rule(r"\w", rf"{_JOINT}\w"),
    rule(rf"\w-{_WRAP}", r"\w"),
    rule(r"\w-", rf"{_WRAP}\w"),
    rule(r"\w", rf"-{_WRAP}\w"),
    # O'|Brien, don'|t, but l'|Espagne
    rule(rf"\b(?!(?i:{_ELIDED}){_APOSTROPHE})\w+{_APOSTROPHE}", _LETTER),
    # O|'Brien, don|'t, Xi|'an, and the decade 1990|'s; but a word may end before its ending: Korea|'s, 2008|'s
    rule(_LETTER, rf"{_APOSTROPHE}(?!{_ENDING}){_LETTER}"),
    rule("0", rf"{_APOSTROPHE}{_LETTER}"),
    rule(r"\d", rf"{_APOSTROPHE}(?!s(?!\w)){_LETTER}"),
)
_ASCII_RULES = _RULES + _WORD_RULES
_UNSPACED_RULES = _RULES + _RULES_BEYOND_ASCII
_ALL_RULES = _RULES + _RULES_BEYOND_ASCII + _WORD_RULES
_AFTER_A_WORD = rule(r"\w", rf"{_APOSTROPHE}{_LETTER}")

_WORDS = re.compile(r"\w+")
_SIGN_ENDING = r"(?:[ \n!-/:-@\[-^`{-~]|\Z)"  # what a full stop or a bracket stands before, if it closes a word
# The two characters around a cut that no rule can hold of, whatever stands farther off; what joins is none of them.
_PLAIN_CUT = re.compile(
    r"[A-Za-z] | [A-Za-z]"
    rf"|[!-~][.,;:!?)\]\"](?={_SIGN_ENDING})"
    r"|[!-,./:-~][ \n]|[0-9][ \n](?=[!-/:-~])"
    r"|(?<=[!-,./:-~])[ \n][!-~]|(?<=[!-~]\n)\n[!-~]"
    r"|[(\[\"][!-~]"
)
_PARTED = frozenset(pair for letter in ascii_letters for pair in (f"{letter} ", f" {letter}"))
_STACKERS = "\u17d2\u1039"  # Khmer and Myanmar: the next letter is written below
_JOINER = "\u200d"  # makes one emoji of two
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")


def bounded(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether `text[start:end]` is made of whole tokens: neither of its ends falls inside one."""
    if start >= end:
        return False
    # the ends of words that spaces part, which most are, are seen here at once, and most others by a look
    begins = start <= 0 or text[start - 1 : start + 1] in _PARTED or _PLAIN_CUT.match(text, start - 1)
    ends = end >= len(text) or text[end - 1 : end + 1] in _PARTED or _PLAIN_CUT.match(text, end - 1)
    return bool((begins or not _splits_start(text, start, language)) and (ends or not splits(text, end, language)))


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


def splits(text: str, position: int, language: str = "en") -> bool:
    """Whether a stretch that ends before `text[position]` ends inside a token. Marks belong to what they stand on."""
    if _at_plain_end(text, position):
        return False
    if _inside_plain_word(text, position) or _inside_cluster(text, position):
        return True
    there, known = cut(text, position), clitics(language)
    return _inside_token(there, known) and not (known and known.may_end(there))


def _splits_start(text: str, position: int, language: str) -> bool:
    """Whether a stretch that begins here begins inside a token, or with the ending of a word, as in Korea|'s."""
    if _at_plain_end(text, position):
        return False
    if _inside_plain_word(text, position) or _inside_cluster(text, position):
        return True
    there, known = cut(text, position), clitics(language)
    if _AFTER_A_WORD.holds(there) or (known and known.begins_with_ending(there)):
        return True
    return _inside_token(there, known) and not (known and known.may_begin(there))


def _at_plain_end(text: str, position: int) -> bool:
    """At an end of the text, or the ordinary end or beginning of a word: told without asking any rule."""
    return not 0 < position < len(text) or _PLAIN_CUT.match(text, position - 1) is not None


def _inside_plain_word(text: str, position: int) -> bool:
    """Between two letters or digits of a word that no language parts; told without asking any rule, for long ones."""
    around = text[position - 1 : position + 1]
    return around.isascii() and around.isalnum()


def _inside_cluster(text: str, position: int) -> bool:
    """Whether a cut parts a mark from what it stands on, an emoji, or a run of what cannot be seen."""
    before, after = text[position - 1], text[position]
    if after in _UNSEEN:
        return before in _UNSEEN
    return joins(after) or before in _STACKERS or before == _JOINER


def _inside_token(there: Cut, known: Clitics | None) -> bool:
    before, after = there.before, there.after
    rules: tuple[Rule, ...] = _ASCII_RULES
    if not (before.isascii() and after.isascii()):
        end, beginning, _ = _unspaced()
        rules = _UNSPACED_RULES if end.search(before) or beginning.match(after) else _ALL_RULES
    if any(found.after.match(after) and found.before.search(before) for found in rules):
        return True
    return known is not None and known.joins(there)


def count_words(text: str) -> int:
    """How many words a text has; of scripts written without spaces, every code point counts as one."""
    words = _WORDS if text.isascii() else _unspaced()[2]
    return len(words.findall(text))


@cache
def _unspaced() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Where scripts without spaces end and begin, and words among them; made when they are met, as they are large."""
    return (
        re.compile(rf"{_UNSPACED}(?:{_JOINT}|{_APOSTROPHE})?\Z"),
        re.compile(rf"(?:{_JOINT}|{_APOSTROPHE})?{_UNSPACED}"),
        re.compile(rf"{_UNSPACED}|(?:(?!{_UNSPACED})\w)+"),
    )
