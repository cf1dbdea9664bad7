"""A text without telltales holds no match of the patterns they were made of."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from citedeck.languages import language
from citedeck.languages.words import as_listed
from citedeck.matching import clauses
from citedeck.matching.denials import any_of, whole
from citedeck.matching.folding import folded
from citedeck.matching.spellings import OPEN, spellings
from citedeck.matching.telltales import Telltales
from citedeck.matching.words_in import listed_words
from citedeck.model import Reference, Source

KNOWN = [language("en"), language("de")]
DENYING = {
    known.tag: (
        *(*known.guards.negations, *known.guards.exclusions),
        *(*known.guards.contrasts, *known.guards.verbal_negations),
    )
    for known in KNOWN
}
QUALIFYING = {known.tag: [one for q in known.guards.qualifiers for one in (*q.before, *q.after)] for known in KNOWN}
PATTERNS = [(known, tuple(table[known.tag])) for known in KNOWN for table in (DENYING, QUALIFYING)]
TABLES = [(patterns, Telltales(patterns, known)) for known, patterns in PATTERNS]
ENDS = [" ", ", ", "-", "(", "\n", "’", "\u00ad", "o", "5", "_", "– "]


@pytest.mark.parametrize(
    ("pattern", "every"),
    [
        ("no", {"no"}),
        ("den(?:y|ies)", {"deny", "denies"}),
        (r"approx\.?", {"approx", "approx."}),
        (r"\w+n't", {f"{OPEN}n't"}),
        ("half(?: of)?", {"half", "half of"}),
        (r"not just(?! (?:now|yet))", {"not just"}),
        ("[a-z]{3,}er than", {f"{OPEN}er than"}),
        ("a|b(?:c|d)|e", {"a", "bc", "bd", "e"}),
    ],
)
def test_a_pattern_written_out(pattern: str, every: set[str]) -> None:
    assert spellings(pattern) == every


def test_another_dialect_is_refused() -> None:
    with pytest.raises(AssertionError):
        spellings("a*?b")


@given(st.data(), st.sampled_from(TABLES))
def test_everything_that_matches_has_a_telltale(data: st.DataObject, table: tuple[tuple[str, ...], Telltales]) -> None:
    patterns, telltales = table
    found = data.draw(st.from_regex(re.compile(any_of(patterns), re.IGNORECASE), fullmatch=True))
    before, after = data.draw(st.sampled_from(ENDS)), data.draw(st.sampled_from(ENDS))
    text = f"It was {before}{found}{after}so"
    if whole(patterns).search(folded(text)):
        assert telltales.may_stand(text, 0, len(text))


@given(st.data(), st.sampled_from(TABLES))
def test_no_match_stands_in_a_stretch_without_telltales(
    data: st.DataObject, table: tuple[tuple[str, ...], Telltales]
) -> None:
    """Wherever the stretch begins and ends, but for within a word."""
    patterns, telltales = table
    words = ["cannot", "nowhere", "keinen", "about", "hereabout", "ﬁrst", "n\u00adot", "NOT", "ﬂat", "rather", "den"]
    text = data.draw(st.lists(st.sampled_from([*words, *ENDS]), min_size=1).map("".join))
    text = f"{'x ' * data.draw(st.sampled_from([0, 8185, 8192]))}{text}"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(not any(0 < place < len(text) and text[place - 1 : place + 1].isalnum() for place in (start, end)))
    if whole(patterns).search(folded(text[start:end])):
        assert telltales.may_stand(text, start, end)


@given(st.text(st.sampled_from("aBé9_-.' İıſßΣ\n") | st.characters(exclude_categories=["Cs"]), max_size=30))
def test_the_words_of_a_text_are_its_runs_of_letters(text: str) -> None:
    assert listed_words(text) == [as_listed(word) for word in re.findall(r"[^\W\d_]+", text)]


FRAGMENTS = {
    "en": "Paris|was|not|never|cannot|no|without|n’t|did|and|or|but|who|which|that|not only|far from|built|he|2 tonnes",
    "de": "Paris|war|nicht|nie|kein|keinesfalls|ohne|und|oder|aber|welche|dass|nicht nur|anders als|gebaut|er|2 Tonnen",
}
JOINTS = [
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "; ",
    " – ",
    " (",
    ") ",
    "-",
    "\n\n",
    "\n",
    '" ',
    ' "',
    "*",
    "\u00ad",
    " x" * 150,
]


@pytest.mark.parametrize("tag", sorted(FRAGMENTS))
@given(data=st.data())
def test_a_text_denies_what_it_would_without_a_quick_look(tag: str, data: st.DataObject) -> None:
    words = FRAGMENTS[tag].split("|")
    piece = st.tuples(st.sampled_from(words), st.sampled_from(JOINTS)).map("".join)
    text = data.draw(st.lists(piece, min_size=1, max_size=14).map("".join))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 12)))
    reference = Reference("one", language=tag)
    quick = clauses.denial(Source("one", "one.txt", text, reference), start, end)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Telltales, "may_stand", lambda *_: True)
        patch.setattr(Telltales, "may_stand_in", lambda *_: True)
        assert quick == clauses.denial(Source("one", "one.txt", text, reference), start, end)
