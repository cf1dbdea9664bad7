"""Who a note is. The guids here were shipped: a change of one loses its learner's history."""

import base64
import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.identity import _letters, family, guid, stable_id
from citedeck.model import Choice, Cloze, Family, Gap, Identity, Listing, Pair, Question, Recall, Text, Typed

A, B = Text("a"), Text("b")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


# Never change an expectation of this table: Anki knows notes by their guid alone.
@pytest.mark.parametrize(
    ("deck", "fact", "note_family", "expected"),
    [
        ("saltmere", "planner", "question", "4rg24owfop2o5supioz2"),
        ("saltmere", "planner", "cloze", "ida4akubbgk2akgj7ru6"),
        ("saltmere", "length", "question", "b7h4k2xvpv6uu5pr4pql"),
        ("harbour", "planner", "question", "pgk52dwsqna2xoukwwtv"),
        ("städte", "größe", "question", "vcps2kinctviipcgdlfh"),
    ],
)
def test_guids_for_ever(deck: str, fact: str, note_family: Family, expected: str) -> None:
    assert guid(deck, Identity(fact), note_family) == expected


# Never change an expectation of this table either: Anki knows decks by these.
@pytest.mark.parametrize(
    ("names", "expected"), [(("deck", "saltmere"), 61156471592366), (("deck", "harbour"), 121041019461048)]
)
def test_numbers_for_ever(names: tuple[str, ...], expected: int) -> None:
    assert stable_id(*names) == expected


def test_capitals_and_composition_do_not_tell_decks_apart() -> None:
    plain = guid("café", Identity("a"), "question")
    assert guid("Café", Identity("a"), "question") == guid("cafe\u0301", Identity("a"), "question") == plain
    assert guid("café", Identity("A"), "question") != plain


def test_guids_differ() -> None:
    facts: list[tuple[str, str, Family]] = [
        ("a", "b", "question"),
        ("a", "b", "cloze"),
        ("a", "c", "question"),
        ("ab", "", "question"),
        ("b", "a", "question"),
    ]
    guids = {guid(deck, Identity(fact), note_family) for deck, fact, note_family in facts}
    assert len(guids) == 5
    assert all(len(one) == 20 and one.isalnum() and one.isascii() for one in guids)


def test_a_renamed_fact_keeps_its_first_guid() -> None:
    first = guid("d", Identity("old"), "question")
    assert guid("d", Identity("new", was=(Text("old"),)), "question") == first
    assert guid("d", Identity("newest", was=(Text("old"), Text("new"))), "question") == first
    assert guid("d", Identity("new"), "question") != first


def test_an_adopted_guid_is_taken_as_it_is() -> None:
    adopted = Identity("new", was=(Text("old"),), guid=Text("Ab{1}~x"))
    assert guid("d", adopted, "question") == guid("e", adopted, "cloze") == "Ab{1}~x"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Recall(A, B), "question"),
        (Recall(A, B, A), "question"),
        (Pair(A, B), "question"),
        (Typed(A, B), "question"),
        (Choice(A, B, (A,)), "question"),
        (Cloze((Gap(1, A),)), "cloze"),
        (Listing(A, (A, B)), "cloze"),
    ],
)
def test_family(question: Question, expected: Family) -> None:
    assert family(question) == expected


@pytest.mark.parametrize("name", ["", "a", "saltmere", "é" * 100])
def test_numbers_that_anki_and_javascript_can_hold(name: str) -> None:
    assert 1 << 40 <= stable_id(name) < 1 << 53


@given(st.binary(min_size=13, max_size=32))
def test_letters_are_base_32(digest: bytes) -> None:
    assert _letters(digest) == base64.b32encode(digest)[:20].decode().lower()


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(0, 3),
)
def test_a_guid_is_made_of_its_names_at_once(deck: str, fact: str, again: int) -> None:
    names = ["citedeck", deck.casefold(), fact, "cloze", *([str(again)] if again else [])]
    digest = hashlib.sha256(unicodedata.normalize("NFC", "\x1f".join(names)).encode()).digest()
    assert guid(deck, Identity(fact), "cloze", again) == base64.b32encode(digest[:15])[:20].decode().lower()
