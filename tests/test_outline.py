"""The paragraphs, sentences and sections of an article; in each text `[` and `]` mark the passage."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.outline import Outline
from tests.judging import HARBOUR


def _marked(text: str) -> tuple[str, int, int]:
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("It rained. [It] stopped. It rained.", "It stopped."),
        ("[It] rained. It stopped.", "It rained."),
        ("It rained. It [stopped].", "It stopped."),
        ("It [rained. It] stopped. So.", "It rained. It stopped."),
        ("Did [it] rain? No! Yes.", "Did it rain?"),
        ("“It rained.” [He] left.", "He left."),
        ("He said: “[It] rained.” He left.", "He said: “It rained.”"),
        ("“It [rained],” he said. He left.", "“It rained,” he said."),
        ("It rained... and [then] stopped. So.", "It rained... and then stopped."),
        ("Dr. Brill [came]. He left.", "Dr. Brill came."),
        ("It met J. R. [Tolk] in 1990. So.", "It met J. R. Tolk in 1990."),
        ("At 5 p.m. [Monday] it rained. So.", "At 5 p.m. Monday it rained."),
        ("It cost 2.5 [million]. So.", "It cost 2.5 million."),
        ("See Fig. 3 [here]. So.", "See Fig. 3 here."),
        ("No. 7 [won]. So.", "No. 7 won."),
        ("One (see [below].) Two.", "One (see below.)"),
        ("First one.\n\nA [second] one. And more.", "A second one."),
        ("One\nline [and]\nanother. Two.", "One\nline and\nanother."),
        ("雨が降った。[彼]は帰った。また降った。", "彼は帰った。"),
        ("「雨だ。」[彼]は言った。", "彼は言った。"),
        ("Шёл дождь. [Он] ушёл. Да.", "Он ушёл."),
        ("no end [here]", "no end here"),
    ],
)
def test_sentences(marked: str, expected: str) -> None:
    text, start, end = _marked(marked)
    begin, stop = Outline(text).sentences(start, end)
    assert text[begin:stop] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Title\n\nOne. [Two]. Three.\n\nFour.", "One. Two. Three."),
        ("Title\n\nOne.\nTwo [three].\n \t\nFour.", "One.\nTwo three."),
        ("One [two.\n\nThree] four.\n\nFive.", "One two.\n\nThree four."),
        ("[One]", "One"),
        ("\n\n  One [two] \n\n", "One two"),
    ],
)
def test_paragraph(marked: str, expected: str) -> None:
    text, start, end = _marked(marked)
    begin, stop = Outline(text).paragraph(start, end)
    assert text[begin:stop] == expected


MARKDOWN = """\
# The Harbour

Opening words.

## The mole ##

It is long.

### Its light

It is red.

## Ferries

They are blue.
"""


@pytest.mark.parametrize(
    ("text", "words", "headings"),
    [
        (HARBOUR, "Saltmere is a harbour", ()),
        (HARBOUR, "On 3 May 1987", ("The stone mole",)),
        (HARBOUR, "Three ferry lines", ("Ferries and fish",)),
        (HARBOUR, "The Harbour of", ()),
        (MARKDOWN, "Opening", ()),
        (MARKDOWN, "It is long", ("The mole",)),
        (MARKDOWN, "It is red", ("The mole", "Its light")),
        (MARKDOWN, "They are blue", ("Ferries",)),
        ("Title\n\nPart\n\nChapter\n\nWords here.", "Words", ("Part", "Chapter")),
        ("Title\n\nA short sentence.\n\nWords here.", "Words", ()),
        ("Title\n\nAs follows:\n\nWords here.", "Words", ()),
        ("題\n\n第一章\n\n雨が降った。", "雨", ("第一章",)),
        ("", "", ()),
    ],
)
def test_section(text: str, words: str, headings: tuple[str, ...]) -> None:
    assert Outline(text).section(text.index(words)) == headings


@given(st.lists(st.sampled_from(["A line", ".", " ", "\t", "\n", "\r", "\x0b", "\u00a0"])).map("".join))
def test_blocks_are_what_blank_lines_part(text: str) -> None:
    expected = re.finditer(r"[^\s](?:[^\n]|\n(?![ \t]*\n))*", text)
    found = [(block.start, block.end) for block in Outline(text).blocks()]
    assert found == [(one.start(), one.start() + len(one[0].rstrip())) for one in expected]
