"""Where a quote stands: in one place, made of whole tokens, or nowhere."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.matching.anchor import Ambiguous, Haystack, NotFound, anchor
from citedeck.matching.occurrences import occurrences
from citedeck.model import Passage, Reference, Source

TIDE = (
    "The tide mill of Orrin stands on the east bank. It ground 1,200 sacks of rye a year — more than any other mill. "
    "Its owner, Jon Haukur, said: “We’ve the sea’s own strength.” The tide mill of Vell was never finished."
)


def _haystack(text: str) -> Haystack:
    return Haystack(Source("mill", "source/mill.txt", text, Reference("mill")))


def _found(text: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    passage = anchor(_haystack(text), quote, prefix, suffix)
    assert isinstance(passage, Passage)
    return passage.text


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param("on the east bank", "on the east bank", id="as it is"),
        pytest.param("  on the east bank\n", "on the east bank", id="trimmed"),
        pytest.param("We've the sea's own strength", "We’ve the sea’s own strength", id="apostrophes"),
        pytest.param("\"We've the sea", "“We’ve the sea", id="quotation marks"),
        pytest.param("a year - more than", "a year — more than", id="dash"),
        pytest.param("sacks\u00a0of   rye", "sacks of rye", id="spaces"),
        pytest.param("sacks\n  of rye", "sacks of rye", id="line end in the quote"),
        pytest.param("The", "The", id="a word that stands once"),
    ],
)
def test_found(quote: str, expected: str) -> None:
    assert _found(TIDE.replace("The tide mill of Vell", "That of Vell"), quote) == expected


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("on the west bank", id="another word"),
        pytest.param("On the east bank", id="other capitals"),
        pytest.param("on the east ... bank", id="words left out"),
        pytest.param("1200 sacks", id="number written otherwise"),
        pytest.param("", id="empty"),
        pytest.param("\u200b", id="nothing visible"),
    ],
)
def test_not_found(quote: str) -> None:
    assert anchor(_haystack(TIDE), quote) == NotFound()


def test_exact_beats_folded() -> None:
    text = 'He called it “new”. She called it "new".'
    assert _found(text, 'called it "new"') == 'called it "new"'
    assert _found(text, "called it “new”") == "called it “new”"


def test_a_quote_in_several_places_is_none() -> None:
    found = anchor(_haystack(TIDE), "The tide mill of")
    assert isinstance(found, Ambiguous)
    assert [passage.start for passage in found.passages] == [0, TIDE.rindex("The tide")]


def test_folded_places_count_too() -> None:
    found = anchor(_haystack("the sea’s edge, the sea‘s edge"), "the sea's edge")
    assert isinstance(found, Ambiguous)
    assert len(found.passages) == 2


def test_overlapping_places_count() -> None:
    found = anchor(_haystack("on and on and on"), "on and on")
    assert isinstance(found, Ambiguous)
    assert [passage.start for passage in found.passages] == [0, 7]
    assert list(occurrences("aaaa", "aa")) == [0, 1, 2]
    assert list(occurrences("aaaa", "")) == []


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        pytest.param("“", "", 1, id="prefix right before"),
        pytest.param('"', "", 1, id="prefix folded"),
        pytest.param("he said —", "", 20, id="prefix before a space"),
        pytest.param("he said -", "", 20, id="prefix with its dash folded"),
        pytest.param("", "to the sea,” he", 1, id="suffix after a space"),
        pytest.param("", 'to the\nsea," he', 1, id="suffix folded"),
        pytest.param("", "home.", 20, id="suffix at the end"),
        pytest.param("said —", "home", 20, id="both"),
        pytest.param(" said — ", " home ", 20, id="both with spaces around"),
    ],
)
def test_prefix_and_suffix_tell_places_apart(prefix: str, suffix: str, start: int) -> None:
    text = "“go to the sea,” he said — go home."
    found = anchor(_haystack(text), "go", prefix, suffix)
    assert isinstance(found, Passage)
    assert found.start == text.index("go", start)


@pytest.mark.parametrize(
    ("prefix", "suffix"),
    [("the", ""), ("", "rye"), ("stands", "east"), ("x" * 500, ""), ("", "x" * 500), ("Stands", "")],
)
def test_wrong_context_is_not_found_but_told(prefix: str, suffix: str) -> None:
    found = anchor(_haystack(TIDE), "stands on", prefix, suffix)
    assert isinstance(found, NotFound)
    assert {passage.text for passage in found.elsewhere} == {"stands on"}
    assert not found.cut


def test_context_that_fits_twice_stays_ambiguous() -> None:
    found = anchor(_haystack("a red sail, a red sail"), "red sail", prefix="a")
    assert isinstance(found, Ambiguous)


@pytest.mark.parametrize(
    ("text", "quote", "cut"),
    [
        ("About 15,000 people came.", "5,000 people", "5,000 people"),
        ("About 15,000 people came.", "About 15", "About 15"),
        ("Only non-EU citizens need it.", "EU citizens", "EU citizens"),
        ("The shipment’s late.", "The ship", "The ship"),
        ("He can’t swim.", "He can", "He can"),
        ("The sea’s mine.", "sea's min", "sea’s min"),
    ],
)
def test_a_quote_that_cuts_a_token_is_not_found_but_told(text: str, quote: str, cut: str) -> None:
    found = anchor(_haystack(text), quote)
    assert isinstance(found, NotFound)
    assert {passage.text for passage in found.cut} == {cut}


def test_a_whole_place_is_found_among_cut_ones() -> None:
    text = "The steamship and the shipyard had a ship."
    passage = anchor(_haystack(text), "ship")
    assert isinstance(passage, Passage)
    assert passage.start == text.index("ship.")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("The cliﬀ is high.", "The clif", id="half a ligature"),
        pytest.param("He wrote ilẹ\u0301 here.", "He wrote ilẹ", id="a letter without its mark"),
        pytest.param("Он\u0301 и я.", "Он", id="a letter without its accent"),
        pytest.param("ต้นไม้", "ต้นไม", id="Thai without its tone mark"),
    ],
)
def test_half_of_what_belongs_together_is_not_found(text: str, quote: str) -> None:
    assert isinstance(anchor(_haystack(text), quote), NotFound)


WORDS = st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=1, max_size=25, unique=True)


@given(WORDS, st.data())
def test_a_stretch_of_unique_words_is_found_where_it_stands(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    text, quote = " ".join(words), " ".join(words[first:last])
    passage = anchor(_haystack(text), quote)
    assert isinstance(passage, Passage)
    assert (passage.start, passage.text) == (len(" ".join([*words[:first], ""])), quote)


@given(WORDS, st.integers(1, 30), st.integers(1, 30), st.data())
def test_wrapping_lines_changes_nothing(words: list[str], width: int, other: int, data: st.DataObject) -> None:
    """Neither the source's nor the quote's line ends matter."""
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[first : first + 8])
    wrapped = textwrap.fill(" ".join(words), width, break_long_words=False)
    found = _found(wrapped, textwrap.fill(quote, other, break_long_words=False))
    assert found.split() == quote.split()


@given(st.text("ab -'1,.“”\n", max_size=60), st.text("ab -'1,.“”", min_size=1, max_size=4))
def test_what_is_found_stands_there(text: str, quote: str) -> None:
    """A passage lies within the text, and where one is exact, none that is only alike counts."""
    haystack = _haystack(text)
    found = anchor(haystack, quote)
    passages = (found,) if isinstance(found, Passage) else found.passages if isinstance(found, Ambiguous) else ()
    for passage in passages:
        assert 0 <= passage.start < passage.end <= len(text)
    exact = [passage for passage in passages if passage.text == quote.strip()]
    if exact:
        assert len(exact) == len(passages)
