"""A text without the words that tell of values is read in fewer steps, and has the same values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.languages import LANGUAGES
from citedeck.matching import dates, quantities
from citedeck.matching.folding import folded
from citedeck.matching.surroundings import cuts_word
from citedeck.matching.value_words import may_be_spelled, value_words
from citedeck.matching.values import values, values_and_unread
from citedeck.model import Reference, Source

TAGS = sorted(tag for tag, known in LANGUAGES.items() if known.values.numerals)
FIGURES = ["5", "1,234", "1.5", "½", "3½", "1914", "12.5.1998", "4/7/1998", "1990s", "100", "3rd", "-", "$", "–"]


def words_of(tag: str) -> list[str]:
    known = LANGUAGES[tag].values
    tables = (known.numerals, known.hundred, known.scales, known.fractions, known.ordinals, known.months, known.eras)
    return sorted({word for table in (*tables, known.one, known.units, known.of) for word in table})


@pytest.mark.parametrize("tag", TAGS)
@given(data=st.data())
def test_a_text_has_the_values_it_has_when_every_word_is_looked_at(tag: str, data: st.DataObject) -> None:
    pieces = st.sampled_from([*FIGURES, *words_of(tag), "a", "the", "mole"])
    text = " ".join(data.draw(st.lists(pieces, min_size=1, max_size=8)))
    quick = values(text, tag)
    with pytest.MonkeyPatch.context() as patch:
        for module in (dates, quantities):
            patch.setattr(module, "value_words_in", lambda _, tag: value_words(tag).every)
        assert values(text, tag) == quick


@pytest.mark.parametrize("tag", TAGS)
@given(data=st.data())
def test_a_stretch_without_words_of_values_is_read_as_any_is(tag: str, data: st.DataObject) -> None:
    pieces = st.sampled_from([*FIGURES, "a", "the", "mole", "thousandth", "\n", "Centuries", *words_of(tag)[:40]])
    text = " ".join(data.draw(st.lists(pieces, min_size=1, max_size=8)))
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    source = Source("one", "one.txt", text, Reference("one", language=tag))
    spelled = may_be_spelled(source, start, end) or cuts_word(text, start, end)
    level = folded(text[start:end])
    assert values_and_unread(level, tag, None, spelled) == values_and_unread(level, tag, None, spelled=True)
