"""What is told of a quote at once is what would be found the long way."""

from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.matching.answer import bare
from citedeck.matching.tokens import count_words
from citedeck.verify.lints.quote import _ENOUGH, _is_the_same

_WRITTEN = (
    "the|l'|l’|Mole|mole| |  |- |-|—|(|)|.|…|\u00ad|\u0301|é|e\u0301|ﬁ|ß|東京|\u1112\u1161\u11ab|한|١٢|\u0e01\u0e34|1"
)
PIECES = st.sampled_from(_WRITTEN.split("|"))
TEXTS = st.lists(PIECES, max_size=6).map("".join)


@given(TEXTS, TEXTS, st.sampled_from(["en", "fr", "it", "und"]))
@example("The \u1112\u1161\u11ab\u1112\u1161\u11ab", "한한", "en")
@example("the ﬁ\u00adﬁ", "fi fi", "en")
@example("L’e\u0301e\u0301", "éé", "fr")
def test_a_quote_is_its_answer_if_nothing_else_is_left_of_it(quote: str, answer: str, tag: str) -> None:
    for one in (quote, quote + answer, f"the {answer}", f"l'{answer}"):
        assert _is_the_same(one, answer, tag) == (bare(one, tag) == bare(answer, tag))


@given(TEXTS)
def test_three_words_between_spaces_are_three_in_any_script(text: str) -> None:
    assert not _ENOUGH.match(text) or count_words(text) >= 3
