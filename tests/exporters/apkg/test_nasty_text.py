"""Whatever an author writes, and whatever an article holds, Anki shows it as it was written and acts on none of it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from citedeck.matching.answer import says_something
from citedeck.matching.folding import folded
from citedeck.model import (
    Choice,
    Citation,
    Cloze,
    Deck,
    Entry,
    Gap,
    Identity,
    Item,
    Listing,
    Pair,
    Passage,
    Proof,
    Question,
    Recall,
    Reference,
    Remarks,
    Source,
    Text,
    Typed,
)
from tests.exporters.apkg.anki_engine import AnkiEngine, Rendered
from tests.exporters.apkg.every_kind import first_package
from tests.exporters.apkg.reading_back import plain, read, squeezed

NASTY = (
    *("{{", "}}", "{{c1::gap}}", "{{Answer}}", "{{#Hint}}", "{{/Hint}}", "{", "}", "::", ":", "c2::", "<%", "%>"),
    *(
        "<b>",
        "</div>",
        "<",
        ">",
        "&",
        "&amp;",
        "&#91;",
        "&nbsp",
        "]]>",
        "<!--",
        '<img src="x.png">',
        "<script>x</script>",
    ),
    *("[sound:x.mp3]", "[anki:tts lang=en_US]x[/anki:tts]", "[anki:play:q:0]", "[[type:Answer]]", "[[type:", "[", "]"),
    *("[latex]x[/latex]", "[$]x[/$]", "[$$]x[/$$]", "\\(x\\)", "\\[x\\]", "\\", "(", "$x$", "$$"),
    *('"', "'", "’", "“", "`", "#", "@", "%", "*", "_", "~", "|", ";", "\t", "\n", " "),
    *("👩🏽‍🚀", "\U0001f1e9\U0001f1ea", "שלום", "مرحبا", "e\u0301", "A\u030a", "한", "日本", "10²³", "word", "7"),
)
texts = st.lists(st.sampled_from(NASTY), min_size=1, max_size=5).map("".join).filter(str.strip)
tags = st.lists(
    st.sampled_from(
        ("a", "#a", "@b", "%c", "d&e", ">b", "{{f}}", "{{c1::f}}", '"g"', "h::i", "e\u0301", "שלום", "👩🏽‍🚀", "]j")
    ),
    unique=True,
).map(tuple)


@dataclass(frozen=True)
class Words:
    """The texts of one fact of every form."""

    ask: str
    answer: str
    other: str
    remark: str
    tags: tuple[str, ...] = ()

    def questions(self) -> tuple[Question, ...]:
        ask, answer, other = Text(self.ask), Text(self.answer), Text(self.other)
        return (
            Recall(ask, answer, other),
            Pair(ask, answer),
            Typed(ask, answer),
            Choice(ask, answer, (Text("not " + self.other), Text("nor " + self.answer))),
            Cloze((Text("from "), Gap(1, answer, self.remark), Text(f" {ask} "), Gap(2, other), Text(" to"))),
            Listing(ask, (answer, Text("and " + self.other)), ordered=True),
        )

    def deck(self, number: int) -> Deck:
        article = f"A title\n\nBefore {' '.join(self.answer.split())} after, {' '.join(self.other.split())} too."
        source = Source(
            "nasty",
            "source/nasty.txt",
            article,
            Reference("nasty", author=(self.remark,), url=f"https://{self.remark}", language=self.other),
        )
        passage = Passage(source, article.index("Before"), article.index(" after, "))
        entries = (self._entry(question, f"nasty-{number}", place) for place, question in enumerate(self.questions()))
        items = tuple(Item(entry, Proof("verbatim", passage), (passage,)) for entry in entries)
        return Deck(f"nasty-{number}", "Nasty", "en", self.remark, (), items)

    def _entry(self, question: Question, deck: str, place: int) -> Entry:
        fact = Text(f"fact-{place}")
        remarks = Remarks(self.remark, self.remark)
        citation = Citation(Text("nasty"), (Text("x"),))
        return Entry(
            deck, "decks/nasty.yaml", fact, "basic", question, citation, Identity(fact), tags=self.tags, remarks=remarks
        )


everything = st.builds(Words, texts, texts, texts, texts, tags)
numbers = itertools.count()
repeatable = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # the folder is written over each time
)


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnkiEngine]:
    with AnkiEngine(tmp_path_factory.mktemp("anki")) as engine:
        yield engine


def imported(anki: AnkiEngine, folder: Path, words: Words) -> list[Rendered]:
    """The cards of these words, as Anki renders them, in the order of the deck."""
    before = anki.cards().keys()
    path = folder / "nasty.apkg"
    path.write_bytes(first_package(words.deck(next(numbers)), 1_700_000_000))
    assert anki.import_package(path) == {"new": 6}
    cards = [card for key, card in anki.cards().items() if key not in before]
    assert {tuple(sorted(card.note().tags)) for card in cards} == {tuple(sorted(map(squeezed, words.tags)))}
    rendered = [anki.render(card) for card in cards]
    anki.collection.remove_notes([card.nid for card in cards])
    return rendered


@repeatable
@given(everything)
@example(Words("[[type:Answer]]", "\\(x\\)", "}}", "{{c3::x}}", ("b", "B::a")))
def test_anki_shows_what_was_written(anki: AnkiEngine, tmp_path: Path, words: Words) -> None:
    cards = imported(anki, tmp_path, words)
    ask, answer, other = map(squeezed, (words.ask, words.answer, words.other))
    fronts = [ask, other, ask, answer, f"{ask} [[type:Typed answer]]"]
    backs = [answer, squeezed(f"{ask} {answer}"), answer, ask, answer]
    assert len(cards) == 6 + 4
    assert [plain(card.front) for card in cards[:5]] == fronts
    assert [_one(card.back, "answer") for card in cards[:5]] == backs
    assert _one(cards[5].back, "right") == answer
    gapped = f"from [{words.remark}] {ask} {other} to", f"from {answer} {ask} [...] to"
    assert [_one(card.front, "question") for card in cards[6:8]] == [squeezed(text) for text in gapped]
    filled = squeezed(f"from {answer} {ask} {other} to")
    assert [_one(card.back, "question") for card in cards[6:8]] == [filled, filled]
    listed = squeezed(f"{ask} {answer} and {other}")
    assert [_one(card.back, "question") for card in cards[8:]] == [listed, listed]
    assert [_one(card.back, "cloze") for card in cards[6:]] == [answer, other, answer, squeezed(f"and {other}")]
    options = sorted(squeezed(option.text()) for option in read(cards[5].front).find("li"))
    assert options == sorted([answer, squeezed(f"not {other}"), squeezed(f"nor {answer}")])


@repeatable
@given(everything)
def test_anki_shows_remarks_and_evidence_as_they_stand(anki: AnkiEngine, tmp_path: Path, words: Words) -> None:
    remark = squeezed(words.remark)
    before, after = squeezed(f"Before {words.answer}"), squeezed(f"after, {words.other} too.")
    for card in imported(anki, tmp_path, words):
        assert _one(card.back, "extra") == remark
        assert _one(card.back, "mark") == before
        assert _one(card.back, "blockquote") == f"{before} {after}"
        assert squeezed(f"A title · {remark}") == _one(card.back, "source")
        hints = read(card.front).find("hint")
        assert not hints or squeezed(hints[-1].text(hidden=True)) == remark


@repeatable
@given(everything)
@example(Words("[[type:Answer]]", "x", "y", "z"))
def test_anki_acts_on_nothing(anki: AnkiEngine, tmp_path: Path, words: Words) -> None:
    for place, card in enumerate(imported(anki, tmp_path, words)):
        both = card.front + card.back
        assert card.sounds == 0
        assert both.count("[[type:") == (2 if place == 4 else 0), "Anki's windows put a box there"
        assert not [start for start in ("\\(", "\\[", "[sound:", "[anki:", "[latex]", "[$]", "[$$]") if start in both]
        assert not read(both).find("img")
        assert not read(both).find("script")
        assert not read(both).find("b")


@repeatable
@given(texts.map(folded).filter(says_something))
def test_an_answer_typed_on_a_keyboard_is_right(anki: AnkiEngine, tmp_path: Path, answer: str) -> None:
    """Straight quotation marks and plain hyphens are what a keyboard has, whatever the article is set in."""
    typed = imported(anki, tmp_path, Words("ask", answer, "other", "remark"))[4]
    compared = anki.collection.compare_answer(typed.fields["Typed answer"], answer)
    assert [span.attributes["class"] for span in read(compared).find("span")] == ["typeGood"]


def _one(html: str, name: str) -> str:
    (found,) = read(html).find(name)
    return squeezed(found.text(hidden=True))
