"""Folding levels typography and nothing else, and every folded code point knows where it came from."""

import unicodedata
from array import array

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.matching import folding
from citedeck.matching.folding import Folded, fold, fold_case, folded, folded_case, lowered

SPACES = (
    "\t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
DELETED = "\u00ad\u200b\u2060\ufeff\u200e\u200f"
FULLWIDTH = "".join(map(chr, range(0xFF01, 0xFF5F)))
ASCII = "".join(map(chr, range(0x21, 0x7F)))

# Where folding has something to do, often enough that it meets.
TRICKY = st.text(
    st.sampled_from([*"aeAßﬁﬀİŉ .'-—…«’“−²½", *SPACES, *DELETED, *"\u0301\u0323\u0345\u1112\u1161\u11ab각한ＡＩ！京ไม้"])
    | st.characters(exclude_categories=["Cs"]),
    max_size=40,
)


@pytest.mark.parametrize("space", SPACES, ids=lambda space: f"U+{ord(space):04X}")
def test_white_space_is_one_space(space: str) -> None:
    assert folded(f"a{space}b") == "a b"
    assert folded(f"{space}a{space} {space}b{space}") == "a b"


@pytest.mark.parametrize("character", DELETED, ids=lambda character: f"U+{ord(character):04X}")
def test_what_is_invisible_is_deleted(character: str) -> None:
    assert folded(f"{character}co{character}operate{character}") == "cooperate"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("‘a’ ‚b‛ 5′ ‵ rock ʼn", "'a' 'b' 5' ' rock 'n", id="single quotes and primes"),
        pytest.param("“a” „b‟ 5″ ‶ «c»", '"a" "b" 5" " "c"', id="double quotes and guillemets"),
        pytest.param("a‐b‑c‒d–e−5", "a-b-c-d-e-5", id="hyphens, en dash and minus"),
        pytest.param("work—by―far", "work - by - far", id="long dashes"),
        pytest.param("work — by ― far", "work - by - far", id="long dashes with spaces"),
        pytest.param("wait…", "wait...", id="ellipsis"),
        pytest.param("ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ", "ff fi fl ffi ffl st st", id="ligatures"),
        pytest.param(FULLWIDTH, ASCII, id="fullwidth"),
        pytest.param("cafe\u0301", "café", id="accent composed"),
        pytest.param("ẹ\u0301 a\u0323\u0302", "ẹ\u0301 ậ", id="marks in canonical order"),
        pytest.param("e\u00ad\u0301", "é", id="accent after a soft hyphen"),
        pytest.param("Ａ\u0301", "Á", id="accent on a fullwidth letter"),
        pytest.param(unicodedata.normalize("NFD", "한국어 각"), "한국어 각", id="Korean in jamo"),
        pytest.param("가\u11a8", "각", id="a trailing jamo after a syllable"),
    ],
)
def test_levelled(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize(
    "text",
    ["10²³ H₂O", "½ ¾ 3⁄4", "naïve Ångström", "Straße İstanbul", "15,000 1.5 −", "京都 กรุงเทพ", "™ ℡ Ⅳ ①", "a/b_c"],
)
def test_meaning_stays(text: str) -> None:
    assert folded(text) == text.replace("−", "-")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GREAT Fire", "great fire"),
        ("ÉCOLE", "école"),
        ("E\u0301COLE", "école"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ΟΔΟΣ ὁδός", "οδοσ ὁδόσ"),
        ("ŉ", "'n"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_case_is_levelled(text: str, expected: str) -> None:
    assert fold_case(text).text == expected


@given(TRICKY)
@example("\u2014\u0301 \u200b\u0301")
@example("\u0345\u0301")
def test_folding_twice_changes_nothing(text: str) -> None:
    once, lower = folded(text), fold_case(text).text
    assert folded(once) == once
    assert fold_case(lower).text == lower


@given(TRICKY | st.text(alphabet="aB-. \t\n\x1c'", max_size=8))
def test_the_short_way_leads_to_the_same(text: str) -> None:
    assert folded_case(text) == fold_case(text).text


@given(TRICKY)
def test_spaces_are_single_and_inside(text: str) -> None:
    for result in (fold(text).text, fold_case(text).text):
        assert result == " ".join(result.split())


@given(TRICKY)
def test_offsets_lie_in_order_within_the_text(text: str) -> None:
    for result in (fold(text), fold_case(text)):
        starts, ends = list(result.starts), list(result.ends)
        assert len(starts) == len(ends) == len(result.text)
        assert starts == sorted(starts)
        assert ends == sorted(ends)
        assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(TRICKY, st.data())
def test_offsets_lead_back(text: str, data: st.DataObject) -> None:
    """What a folded stretch came from folds to it again, or to more where the stretch ends within a cluster."""
    for result, refold in ((fold(text), fold), (fold_case(text), fold_case)):
        size = len(result.text)
        if not size:
            continue
        first = data.draw(st.integers(0, size - 1))
        last = data.draw(st.integers(first + 1, size))
        start, end = result.original(first, last)
        again = refold(text[start:end]).text
        stretch = result.text[first:last].strip()
        assert stretch in again
        begins = first == 0 or result.ends[first - 1] <= result.starts[first]
        stops = last == size or result.ends[last - 1] <= result.starts[last]
        if begins and stops:
            assert again == stretch


@given(TRICKY)
def test_lower_case_stays_where_it_was(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert lowered("İ 5 KM") == "İ 5 km"


PLAIN = st.text(st.sampled_from("aB1.-'\" \t\n\r\x0b\x1c\x1f\x00\x7f") | st.characters(max_codepoint=0x7F), max_size=60)


@given(PLAIN)
def test_ascii_is_folded_as_any_text_is(text: str) -> None:
    def told(one: Folded) -> tuple[str, list[int], list[int]]:
        return one.text, [*one.starts], [*one.ends]

    assert told(folding._plain(text)) == told(folding._mapped(text, folding._level))
    assert told(fold_case(text)) == told(folding._mapped(text.lower(), folding._level_case))


def test_a_long_ascii_text_is_folded_as_any_text_is() -> None:
    text = "The  clock-\nmaker's guild - of Varnholt\n\n" * 500
    assert folding._plain(text) == folding._mapped(text, folding._level)


def test_a_text_is_the_same_however_its_places_are_kept() -> None:
    kept = fold("450 people"), fold("450 people\n")
    assert [type(one.starts) for one in kept] == [range, array]
    assert kept[0] == kept[1]
    assert hash(kept[0]) == hash(kept[1])
    assert fold("450 people") != fold(" 450 people")
