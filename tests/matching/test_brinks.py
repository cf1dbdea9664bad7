"""What ends or begins at a place is seen by the words there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.languages import language
from citedeck.matching.brinks import Brink
from citedeck.matching.folding import folded
from citedeck.verify.guards import qualifiers

PATTERNS = {tag: qualifiers.patterns(tag) for tag in ("en", "de")}
ENDS = [" ", " ", "(", ") ", ", ", "-", "\n", "  ", "5", "_", "~", "–", "’", "x", ". "]


def _texts(data: st.DataObject, tag: str) -> str:
    known = language(tag)
    one = data.draw(st.sampled_from(PATTERNS[tag]))
    pattern = data.draw(st.sampled_from([one.before, one.after]))
    matching = st.from_regex(re.compile(pattern.pattern, pattern.flags))
    words = st.sampled_from([*known.articles, *known.guards.between, "and", "or", "more", "of", "than", "two", "und"])
    found = data.draw(matching if data.draw(st.booleans()) else words)
    pieces = st.lists(st.one_of(words, st.sampled_from(ENDS), st.just(found)), max_size=7)
    return "".join(data.draw(pieces))


@pytest.mark.parametrize("tag", sorted(PATTERNS))
@given(data=st.data(), of_all=st.booleans())
def test_where_a_qualifier_matches_its_words_are_seen(tag: str, data: st.DataObject, of_all: bool) -> None:
    brink = qualifiers.brink(tag, not of_all)
    raw = _texts(data, tag)
    before, after = folded(f"{raw}|")[:-1], folded(f"|{raw}")[1:]
    fitting = [one for one in PATTERNS[tag] if one.qualifier.of_all or not of_all]
    if any(one.before.search(before) for one in fitting):
        assert brink.may_end(raw if raw.isascii() else before)
    if any(one.after.match(after) for one in fitting):
        assert brink.may_begin(raw if raw.isascii() else after)


def test_most_words_tell_of_none() -> None:
    brink = Brink(("more than", "~"), ("or more", "and counting"), ("the",))
    assert brink.may_end("of more than the ")
    assert brink.may_end("of ~")
    assert not brink.may_end("rather than the ")
    assert not brink.may_end("more than ever in ")
    assert brink.may_begin(", or more")
    assert not brink.may_begin(", and it")


def test_what_is_left_open_may_be_anywhere() -> None:
    assert Brink((r"\w+ish",), (), ()).may_end("it is ")
    assert Brink((), (r"\w+ish",), ()).may_begin("it is ")
    assert Brink((), ("~",), ()).may_begin("it is ")
