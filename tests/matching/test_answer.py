"""Which answers a passage proves, and at which level: both sides of every rule."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from citedeck.languages import LANGUAGES
from citedeck.matching.answer import Spot, all_spots, bare, ordered_spots, says_something, separate_spots, spot
from citedeck.model import Passage, Reference, Source


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_an_article_says_nothing(tag: str) -> None:
    for article in LANGUAGES[tag].articles:
        if article.casefold() == article:  # but for those that end with a sigma
            assert not says_something(article, tag)


def _passage(text: str, quote: str = "") -> Passage:
    quote = quote or text
    start = text.index(quote)
    return Passage(Source("a", "source/a.txt", text, Reference("a")), start, start + len(quote))


def _offered(answers: list[str], *passages: Passage) -> list[list[Spot]]:
    """The spots of each answer in all the passages."""
    return [[found for _, found in all_spots(answer, passages)] for answer in answers]


def _level(quote: str, answer: str) -> str | None:
    found = spot(answer, (_passage(quote),))
    return found[1].level if found else None


@pytest.mark.parametrize(
    ("quote", "answer"),
    [
        ("The mill ground 1,200 sacks a year.", "1,200 sacks"),
        ("The mill ground 1,200 sacks a year.", "The mill ground 1,200 sacks a year."),
        ("The mill ground 1,200 sacks a year.", "  1,200  ".strip()),
        ("The mill ground 1,200 sacks a year.", " 1,200 "),
        ("It fell to −18 °C at night.", "−18 °C"),
        ("Korea’s fleet sailed.", "Korea"),
        ("The non-EU fishers paid.", "non-EU fishers"),
        ("She wrote it in C++ alone.", "C++"),
        ("この町は海にあります。", "海"),
        ("The reactor gives 5 mW.", "5 mW"),
        ("The town of Åse.", "Åse"),
        ("The year 10²³ BC", "10²³"),
    ],
)
def test_verbatim(quote: str, answer: str) -> None:
    assert _level(quote, answer) == "verbatim"


@pytest.mark.parametrize(
    ("quote", "answer"),
    [
        pytest.param("The Mill of Orrin stands.", "the mill of Orrin", id="capitals"),
        pytest.param("The sea’s own strength", "sea's own", id="apostrophe"),
        pytest.param("They said “no” twice", 'said "no"', id="quotation marks"),
        pytest.param("the best year—by far", "best year - by far", id="dash"),
        pytest.param("the best year – by far", "best year - by far", id="en dash"),
        pytest.param("the office of the\nﬁrst  mayor", "first mayor", id="ligature and spaces"),
        pytest.param("It fell to −18 °C", "-18 °C", id="minus sign"),
        pytest.param("the mill stands", "mill.", id="full stop"),
        pytest.param("the mill stands", "“mill”", id="quotation marks around"),
        pytest.param("the mill stands", "(mill)?!", id="brackets around"),
        pytest.param("mill stands", "the mill", id="the"),
        pytest.param("mill stands", "A mill", id="a"),
        pytest.param("island of Ostrel", "an island", id="an"),
        pytest.param("the sea and wind", "the wind", id="an article of its own"),
        pytest.param("an island", "the island", id="another article"),
        pytest.param("the Coast Guard Council", "the Council", id="an article before other words"),
        pytest.param("The US fleet", "us fleet", id="capitals in a name"),
        pytest.param("cafe\u0301 noir", "Café Noir", id="accent composed"),
        pytest.param("このまちは海です。", "海。", id="full stop in Japanese"),
        pytest.param("gains of .5 points", "“.5 points”", id="the point of a number stays"),
        pytest.param("Rated at 5 MW of power", "5 MW Of Power", id="unit as it is, words not"),
        pytest.param("Storm Kills 12 Men in Port", "12 men", id="a short word that is no unit"),
        pytest.param("Maße", "MASSE", id="sharp s"),
    ],
)
def test_folded(quote: str, answer: str) -> None:
    assert _level(quote, answer) == "folded"


@pytest.mark.parametrize(
    ("quote", "answer"),
    [
        # not whole tokens
        ("About 15,000 people came.", "5,000"),
        ("About 15,000 people came.", "15"),
        ("It grew by 2.5 percent.", "5 percent"),
        ("Only non-EU citizens need a visa.", "EU citizens"),
        ("At its coldest the probe recorded −180 °C.", "180 °C"),
        ("It costs $.5 million.", "5 million"),
        ("It lost −$5 million.", "$5 million"),
        ("The price is 15’000 francs.", "15"),
        ("มี ๑๕ คน", "๕"),
        ("He can’t swim.", "He can"),
        ("She wrote it in C++ alone.", "C"),
        ("She wrote it in C++ alone.", "C+"),
        ("She wrote it in F# alone.", "f"),
        # half of what folding takes as one
        ("Er ist groß.", "gros"),
        ("The cliﬀ is high.", "clif"),
        ("He said ilẹ\u0301.", "ilẹ"),
        ("He said ilẹ\u0301.", "Ilẹ"),
        ("ต้นไม้", "ต้นไม"),
        # other words
        ("The mills stand.", "mill"),
        ("It was 10²³ grains.", "1023"),
        ("It was 10²³ grains.", "10"),
        ("It was 1½ miles.", "1"),
        ("The café is open.", "cafe"),
        ("It is 1.5 km.", "15 km"),
        ("Version 1.1 is out.", "1.10"),
        # units keep their capitals
        ("The reactor gives 5 mW.", "5 MW"),
        ("The reactor gives 5 MW.", "5 mW"),
        ("The reactor gives 5mW.", "5MW"),
        ("The reactor gives 5 MW.", "MW"[::-1]),
        ("The reactor gives 5 mW.", "MW"),
        ("The line carries 100 MBps.", "100 Mbps"),
        ("The line carries 100 Mbit/s.", "100 mbit/s"),
        ("A field of 3 mT", "3 MT"),
        # capitals that make another word
        ("He told us.", "US"),
        ("The US told him.", "us"),
        ("We saw it.", "IT"),
        # articles
        ("few boats came", "a few boats"),
        ("Little help came", "a little help"),
        ("boats came", "the an boats"),
        ("mole", "themole"),
        # nothing
        ("The mill. It stands.", "."),
        ("The mill — it stands.", "—"),
        ("The mill ... stands", "..."),
        ("The mill stands", "\u200b"),
        ("The mill stands", "the"[:0]),
    ],
)
def test_refused(quote: str, answer: str) -> None:
    assert _level(quote, answer) is None


def test_the_quote_alone_counts() -> None:
    """A token is judged by the source around the quote, but the answer must stand within the quote."""
    text = "The mill of Orrin stands. It has two wheels."
    assert spot("two wheels", (_passage(text, "The mill of Orrin stands."),)) is None
    assert spot("Orrin stands. It", (_passage(text, "The mill of Orrin stands."),)) is None


def test_the_first_quote_that_holds_it_whole() -> None:
    text = "Jon built the mill. Ada mended the mill. Jon Haukur left."
    first, second, third = (_passage(text, part) for part in ("Jon built", "Ada mended the mill", "Jon Haukur left"))
    found = spot("jon haukur", (first, second, third))
    assert found is not None
    assert found[0] == third
    assert text[found[1].start : found[1].end] == "Jon Haukur"
    assert spot("Jon built Ada", (first, second)) is None


def test_strict_spots_come_first() -> None:
    passage = _passage("the Mill and the mill")
    assert [(one.level, one.start) for _, one in all_spots("mill", (passage,))] == [
        ("verbatim", 17),
        ("folded", 4),
        ("folded", 17),
    ]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("The Mole", "mole"),
        ("an island.", "island"),
        ("a few boats", "a few boats"),
        ("a little", "a little"),
        ("“.5”", ".5"),
        ("(The end)", "end"),
        ("the", "the"),
        ("a", "a"),
        ("A a", "a"),
        ("—", "-"),
        ("...", ""),
    ],
)
def test_bare(answer: str, expected: str) -> None:
    assert bare(answer) == expected


LISTS = [
    ("red, yellow and blue", ["blue", "red", "yellow"], ["red", "yellow", "blue"]),
    ("Korea and North Korea", ["Korea", "North Korea"], ["Korea", "North Korea"]),
    ("North Korea and Korea", ["Korea", "North Korea"], ["North Korea", "Korea"]),
    ("The Nile, the Congo", ["Congo", "Nile"], ["Nile", "Congo"]),
    ("two and two", ["two", "two"], ["two", "two"]),
]


@pytest.mark.parametrize(("quote", "answers", "ordered"), LISTS)
def test_each_answer_has_its_own_spot(quote: str, answers: list[str], ordered: list[str]) -> None:
    found = separate_spots(_offered(answers, _passage(quote)))
    assert found is not None
    assert [quote[one.start : one.end] for one in found] == answers
    assert not any(one.overlaps(other) for one in found for other in found if one is not other)
    in_order = ordered_spots(_offered(ordered, _passage(quote)))
    assert in_order is not None
    assert all(one.end <= after.start for one, after in pairwise(in_order))


def test_another_order_is_not_theirs() -> None:
    passage = _passage("red, yellow and blue")
    assert ordered_spots(_offered(["blue", "red", "yellow"], passage)) is None


@pytest.mark.parametrize(
    ("quote", "answers"),
    [
        ("North Korea alone", ["North Korea", "Korea"]),
        ("red and blue", ["red", "green"]),
        ("one two", ["two", "two"]),
        ("new york city", ["new york", "york city"]),
    ],
)
def test_answers_without_a_spot_of_their_own(quote: str, answers: list[str]) -> None:
    assert separate_spots(_offered(answers, _passage(quote))) is None
    assert ordered_spots(_offered(answers, _passage(quote))) is None


def test_a_list_may_stand_in_several_quotes() -> None:
    text = "It lands cod. Later came eels, and cod again."
    first, second = _passage(text, "It lands cod."), _passage(text, "Later came eels")
    assert separate_spots(_offered(["eels", "cod"], first, second)) is not None
    assert ordered_spots(_offered(["cod", "eels"], first, second)) is not None
    assert ordered_spots(_offered(["eels", "cod"], first, second)) is None
    assert ordered_spots(_offered(["cod", "eels"], second, first)) is not None


@given(st.text("abAB 15,.-’'“ßé\u0301", max_size=40), st.data())
def test_verbatim_is_a_substring(quote: str, data: st.DataObject) -> None:
    assume(quote)
    first = data.draw(st.integers(0, len(quote) - 1))
    last = data.draw(st.integers(first, len(quote)))
    answer = quote[first:last]
    for _, one in all_spots(answer, (_passage(quote),)):
        assert 0 <= one.start < one.end <= len(quote)
        assert one.level != "verbatim" or quote[one.start : one.end] == answer.strip()


@given(st.integers(0, 9_999_999), st.data())
def test_another_digit_is_another_answer(number: int, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from([f"{number}", f"{number:,}", f"{number / 100:.2f}", f"−{number}"]))
    quote = f"The mill of Orrin ground {written} sacks, all told."
    assert _level(quote, written) == "verbatim"
    place = data.draw(st.sampled_from([index for index, character in enumerate(written) if character.isdigit()]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != written[place]]))
    for wrong in (
        written[:place] + digit + written[place + 1 :],
        written[:place] + written[place + 1 :],
        written + digit,
    ):
        assert _level(quote, wrong) is None or _number(wrong) == _number(written)  # .00 is 0.00


def _number(written: str) -> Decimal | None:
    """What a number says to somebody else's reader of numbers."""
    plain = written.replace(",", "").replace("−", "-")
    return Decimal(plain) if re.fullmatch(r"-?[0-9]*\.?[0-9]+", plain) else None
