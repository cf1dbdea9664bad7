"""What is known of a paragraph is known of all claims in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from citedeck.matching.answer import Spot, verbatim
from citedeck.matching.standing import paragraph, read, standing
from citedeck.matching.tokens import stands_whole
from citedeck.model import Citation, Entry, Identity, Passage, Recall, Reference, Source, Text
from citedeck.verify.guards import Claim, objection
from citedeck.verify.guards.around import Around
from citedeck.verify.guards.negated import negated
from citedeck.verify.guards.partial import partial
from citedeck.verify.guards.qualified import qualified

FRAGMENTS = {
    "en": "Paris|was|not|never|cannot|at|least|most|about|more|than|or|and|half|an|hour|of|one|two|million|millions|"
    "5|19,454|1916|9 May|$7|people|km|km/h|ten|third|century|May|a|the|over|under|~|some|few|as|many|up|to|No",
    "de": "Paris|war|nicht|nie|mindestens|etwa|mehr|als|oder|und|halbe|eine|Stunde|zwei|Million|Millionen|5|1916|"
    "9. Mai|7 €|Menschen|km|zehn|dritte|Jahrhundert|Mai|der|über|unter|rund|einige|bis zu|zu",
}
# Where nothing is denied, qualified or spelled: what belongs to a figure, and what only stands beside it.
FIGURES = "Paris|long|5|11|1916|19,454|5:45|p.m.|× 10|x|x 3|·|^2|±|½|ft|in|km|metres|%|per cent|points|$7|.5|-|€"
SPACES = [" "] * 7
JOINTS = [*SPACES, ", ", ". ", "\n", "\n\n", "-", "  ", " (", ") ", "\u00ad", "é", "n", f"{' wide' * 8} ", " x" * 200]


@contextmanager
def looked_at_closely() -> Iterator[None]:
    """As if nothing were known of any paragraph but where it stands."""

    def around(passage: Passage) -> Around:
        stretch = paragraph(passage.source.text, passage.start, passage.end)
        return Around(passage.source, *stretch, may_be_denied=True, may_be_qualified=True, is_quiet=False)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Around, "of", around)
        yield


@st.composite
def claims(draw: st.DrawFn, tag: str) -> tuple[Entry, Passage, Spot]:
    """An answer on a spot of a passage, as it is claimed."""
    fragments = draw(st.sampled_from([FRAGMENTS[tag], FIGURES])).split("|")
    piece = st.tuples(st.sampled_from(fragments), st.sampled_from(JOINTS)).map("".join)
    text = "".join(draw(st.lists(piece, min_size=1, max_size=24)))
    source = Source("one", "one.txt", text, Reference("one", language=tag))
    words = [0, *(place for place, sign in enumerate(text) if not sign.isalnum()), len(text)]
    first, start, end, last = sorted(draw(st.tuples(*(st.sampled_from(words) for _ in range(4)))))
    own = text[start:end].strip()
    assume(own)
    found = verbatim(own, Passage(source, first, last), start)
    assume(found)
    assert found
    asked = draw(st.sampled_from(["Which?", "How many people?", "About how many?", "When was it not so?"]))
    citation = Citation(Text("one"), (Text(text[first:last]),))
    entry = Entry("d", "d.yaml", Text("f"), "ask", Recall(Text(asked), Text(own)), citation, Identity("f"))
    return entry, Passage(source, first, last), found


def _claim(entry: Entry, passage: Passage, spot: Spot) -> Claim:
    question = entry.question
    assert isinstance(question, Recall)
    return Claim(entry, question.answer, question.prompt, passage, spot, quoted=(passage,))


@pytest.mark.parametrize("tag", sorted(FRAGMENTS))
@given(data=st.data())
def test_a_guard_says_of_a_claim_what_it_says_of_it_alone(tag: str, data: st.DataObject) -> None:
    found = data.draw(claims(tag))
    quick = [guard(_claim(*found)) for guard in (negated, partial, qualified)]
    with looked_at_closely():
        assert quick == [guard(_claim(*found)) for guard in (negated, partial, qualified)]


@pytest.mark.parametrize("last", [48, 51])
@pytest.mark.parametrize("own", ["9", "9."])
def test_the_close_look_goes_as_far_as_the_paragraph(own: str, last: int) -> None:
    """A date that stands farther from the beginning of its text than values are read beyond a stretch."""
    text = f"Paris{' wide' * 8} 9. Mai "
    passage = Passage(Source("one", "one.txt", text, Reference("one", language="de")), 45, last)
    found = verbatim(own, passage, 45)
    assert found
    citation = Citation(Text("one"), (Text(passage.text),))
    entry = Entry("d", "d.yaml", Text("f"), "ask", Recall(Text("Which?"), Text(own)), citation, Identity("f"))
    quick = partial(_claim(entry, passage, found))
    assert quick
    assert quick.code == "partial-quantity"
    with looked_at_closely():
        assert partial(_claim(entry, passage, found)) == quick


@pytest.mark.parametrize("tag", sorted(FRAGMENTS))
@given(data=st.data())
def test_no_guard_objects_to_what_is_silent(tag: str, data: st.DataObject) -> None:
    entry, passage, spot = data.draw(claims(tag))
    question = entry.question
    assert isinstance(question, Recall)
    around = Around.of(passage)
    if around.is_silent(question.answer, spot.start, spot.end, (passage.start, passage.end)):
        with looked_at_closely():
            assert objection(_claim(entry, passage, spot)) is None
    if around.is_silent(question.answer, spot.start, spot.end, (spot.start, spot.end)):
        told = data.draw(st.tuples(st.integers(passage.start, spot.start), st.integers(spot.end, passage.end)))
        with looked_at_closely():
            assert objection(replace(_claim(entry, passage, spot), told=told)) is None


@pytest.mark.parametrize("tag", sorted(FRAGMENTS))
@given(data=st.data())
def test_the_values_of_a_passage_are_those_of_its_paragraph(tag: str, data: st.DataObject) -> None:
    found, (_, passage, _) = data.draw(claims(tag)), data.draw(claims(tag))
    text = f"{found[1].source.text}\n\n{passage.source.text}"
    source = Source("one", "one.txt", text, Reference("one", language=tag))
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    for start, end in data.draw(st.lists(ends, min_size=1, max_size=5)):
        there = Passage(source, start, end)
        values = Around.of(there).values
        assert [one for one in values if one.start < end and start < one.end] == standing(there)


@given(st.data())
def test_a_paragraph_that_is_too_long_to_be_read_whole_lends_its_passages_nothing(data: st.DataObject) -> None:
    words = st.lists(st.sampled_from([*FRAGMENTS["en"].split("|"), "sixty-seven", "thousand", "\n"]), max_size=40)
    told = " ".join(data.draw(words))
    text = f"{'wide ' * 220}{told}{' wide' * 220}"
    source = Source("one", "one.txt", text, Reference("one"))
    ends = st.lists(st.integers(1_100, 1_100 + len(told)), min_size=2, max_size=2, unique=True).map(sorted)
    for start, end in data.draw(st.lists(ends if told else st.just([1, 9]), min_size=2, max_size=5)):
        there = Passage(source, start, end)
        assert (Around.of(there).start, Around.of(there).end) == paragraph(text, start, end)
        assert list(Around.of(there).values) == list(read(source, start, end))


def test_most_paragraphs_are_silent() -> None:
    text = "Alm was founded by Jor Selgar in 1916, and it counted 19,454 people at the census."
    source = Source("one", "one.txt", f"The first\n\n{text}\n\nNever did over nine go.{' x' * 200}", Reference("one"))
    passage = Passage(source, 11, 11 + len(text))
    assert not stands_whole(source, 12, 15)
    around = Around.of(passage)
    assert around.may_be_denied
    assert around.may_be_qualified
    assert not around.is_quiet
    alone = Around.of(Passage(Source("one", "one.txt", text, Reference("one")), 0, len(text)))
    assert alone.is_quiet
    assert alone.is_silent("Jor Selgar", text.index("Jor"), text.index(" in"), None)
    year = text.index("1916"), text.index(", and")
    assert alone.is_silent("1916", *year, (0, year[1]))
    assert not alone.is_silent("1916", *year, (0, len(text)))
    assert not alone.is_silent("1916", *year, None)
