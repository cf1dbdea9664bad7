"""Where a cut splits a token: each text shows the cut as `|`."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.languages import LANGUAGES
from citedeck.matching import tokens
from citedeck.matching.surroundings import cut
from citedeck.matching.tokens import bounded, count_words, splits, widened

SPLIT = [
    # a currency sign and the letters before it
    "A fee of C|$9", "A fee of US|€9",
    # words
    "pass|age", "snake|_case", "_|x", "COVID|19", "É|cole", "пого|да", "서|울", "مدر|سة", "v|3", "x|²", "1|½", "10|²³",
    # marks and what is invisible belong to what they stand on
    "cafe|\u0301", "ẹ|\u0301 ", "co|\u00adop", "co\u00ad|op", "น|้", "か|\u3099", "가|\u11a8",
    # digit groups and points
    "1|5", "15|,000", "15,|000", "1|.5", "1.|5", "3.11|.7", "3.|11.7", "1|:30", "1:|30", "٣|٫٥", "٣٫|٥", "٣|٬٠٠٠",
    "15| 000", "15 |000", "15|\u00a0000", "15\u00a0|000", "15|\u202f000", "15\u202f|000", "15|\u2009000",
    "15\u2009|000", "1 000| 000", "1| 000 000", "15|’000", "15'|000",
    " .|5", "(.|5)", "p<.|05", "$.|5 million",
    # a minus belongs to its number
    "-|5", "−|180 °C", " –|5", "at (−|5)", "−|.5", "−|$5 million", "-|£3",
    # compounds
    "non-|EU", "non|-EU", "3/|4", "3|/4", "COVID-|19", "COVID|-19", "1939-|45", "1939|–45", "1939–|45", "and|/or",
    "twenty|‑one", "state-of-|the-art", "km|/h",
    "C|++", "F|#", "C+|+", "A|+",
    # contractions and names
    "don|'t", "don|’t", "don'|t", "O|'Brien", "O’|Brien", "d|’Artagnan", "Korea’|s", "they’|re", "is|n’t",
    # what is fullwidth is what folding makes of it
    "１５|，０００", "１５，|０００", "３．|５", "－|5", "non－|EU", "don|＇t",
    # lines may end within a number or a compound
    "15|\n000", "15\n|000", "non-|\nEU",
    # an exponent belongs to its number
    "10|⁻⁵", "10⁻|⁵",
    # digits of scripts without spaces are digits, and so are Han numerals
    "๑|๕", "១|៥", "၁|၅", "１|５", "໑|໕", "三|十五人", "2万|5000人", "1万|5,000人", "二点|五", "二|点五", "负|五度",
    # names and decades with an apostrophe, and the ending of a word taken alone
    "Xi|’an", "Qur|'an", "1990|’s",
    # within one word, or one syllable, of scripts without spaces
    "インド|ネシア", "プ|ロシア", "ม|า", "เ|ก่า", "ខ្|មែរ",
    # charges, and signs before what is no plain digit
    "O|− blood", "Na|⁺ ion", "−|½ x", "−|π", "C|♯ minor",
    # mixed fractions, and any white space within a number
    "3| 1/2 cups", "3 |1/2 cups", "1| ½ cups", "15|\u2007000 men", "15|  000 men",
    # one flag, one person, one family, and what varies a sign
    "🇫|🇷", "🇫🇷🇩|🇪", "👍|🏽", "👩|\u200d💻", "👩\u200d|💻", "❤|\ufe0f", "1|\ufe0f\u20e3",
    # Hebrew abbreviations and compounds
    "צה|״ל", 'צה"|ל', "תל|־אביב", "תל־|אביב",
    # a negation that is written to its verb
    "n’|est pas",
    # what cannot be seen parts nothing
    "a −\u2066|5\u2069", "un\u202c|happy", "un\u00ad\n|happy", "un" + "\u200b" * 45 + "|happy",
]  # fmt: skip

WHOLE = [
    "In May| $9", "Plan B| for $9",
    "|word", "word|", "two| words", "two |words", "(|word", "word|)", "“|word", "word|”", "end|. ", "end.| Next", "",
    "work|—by", "work—|by", "one|,two", "a|;b", "a|: b",
    # scripts written without spaces
    "京|都", "東京|タワー", "これ|は", "ไทย|กิน", "ລາວ|ພາ", "ខ្មែរ|ភា", "မြန်|မာ",
    "京都|15", "約|15000人", "15000|人", "北京|X",
    # numbers in a sentence
    "15|, 000", "15,| 000", "in 1990|.", "in 1990.| It", "1990| 12", "at 1:|x", "15| 0000", "1234| 567",
    "5| km", "1.|x", "end.|5 ", "5|%", "|€5", "€|5", "|−5", "|-5",
    # hyphens and slashes that join nothing
    "pre|- and", "pre-| and", "a |- b", "a -| b", "and |/ or", "- |5", "|-x", "word|-", "5 – |6",
    # words that lose their vowel before another
    "l’|Espagne", "d'|Artagnan", "dell'|Italia", "qu’|Emmanuel",
    # two flags; a word before what cannot be seen; a quotation in Hebrew
    "🇫🇷|🇩🇪", "word|\u200f.", "ไทย|\u200bกิน", 'ב|"הארץ"',
    # quotation marks beside scripts without spaces
    "他说‘|北京’很大", "他说‘北京|’很大",
    # possessives and endings
    "Korea|'s", "Korea|’s", "2008|’s", "boys|’", "they|’re", "‘|word", "word|’", "5|’ ", "we|’ll",
    "C++| and", "C |++", "#|1", "+|49",
]  # fmt: skip


def _cut(marked: str) -> tuple[str, int]:
    position = max(marked.find("|"), 0)
    return marked.replace("|", "", 1), position


@pytest.mark.parametrize("marked", SPLIT)
def test_splits(marked: str) -> None:
    assert splits(*_cut(marked))


@pytest.mark.parametrize("marked", WHOLE)
def test_does_not_split(marked: str) -> None:
    assert not splits(*_cut(marked))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("About 15,[000] people", "15,000"),
        ("Only non-[EU] citizens", "non-EU"),
        ("a pass[age of] arms", "passage of"),
        ("at [its] best", "its"),
        ("It fell to −[18]0 °C.", "−180"),
        ("[a]b", "ab"),
        ("a[b]", "ab"),
        ("1 [000] 000 men", "1 000 000"),
    ],
)
def test_widened(marked: str, expected: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    left, right = widened(text, start, end)
    assert text[left:right] == expected
    assert bounded(text, left, right)
    assert bounded(text, start, end) == (text[start:end] == expected)


def test_nothing_is_not_bounded() -> None:
    assert not bounded("a b", 1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("—", 0),
        ("one", 1),
        ("the stone mole", 3),
        ("non-EU citizens", 3),
        ("  spaced\nout ", 2),
        ("京都", 2),
        ("15人", 2),
        ("snake_case", 1),
    ],
)
def test_count_words(text: str, expected: int) -> None:
    assert count_words(text) == expected


def test_a_stretch_does_not_begin_with_the_ending_of_a_word() -> None:
    text = "Korea’s coffers"
    assert bounded(text, 0, len("Korea"))
    assert not bounded(text, len("Korea"), len(text))


LETTERS_ALONE = re.compile("[A-Za-z] | [A-Za-z]")
AROUND_CUTS = st.text(
    "aZ9_0 \n\t.,:;!?'\"`()[]{}-+#/&^$%|~\u00ad\u200d\u0301\u0e32\u0e40־−±½⁄’‘“–é三十点ア한дאםل٣،Ａ５－", min_size=1
)


@given(st.text(st.characters(max_codepoint=127) | st.sampled_from("1 .-$a"), max_size=8))
def test_no_rule_about_other_characters_is_needed_between_those_of_ascii(text: str) -> None:
    for position in range(1, len(text)):
        there = cut(text, position)
        found = tokens._inside_token(there, None)
        assert found == any(rule.holds(there) for rule in tokens._ALL_RULES)


@given(AROUND_CUTS, st.sampled_from([*LANGUAGES, "und"]))
@example("9\u00ad\n\n9", "en")
@example("non-\u00ad\n\nEU", "en")
def test_a_plain_cut_is_one_that_no_rule_holds_of(text: str, language: str) -> None:
    ends = [splits(text, position, language) for position in range(len(text) + 1)]
    begins = [bounded(text, position, len(text), language) for position in range(len(text))]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tokens, "_PLAIN_CUT", LETTERS_ALONE)
        assert ends == [splits(text, position, language) for position in range(len(text) + 1)]
        assert begins == [bounded(text, position, len(text), language) for position in range(len(text))]


def test_the_commonest_plain_cuts_are_plain() -> None:
    assert all(tokens._PLAIN_CUT.match(pair) for pair in tokens._PARTED)
    assert all(tokens._PLAIN_CUT.match(ends) for ends in tokens._CLOSED)
