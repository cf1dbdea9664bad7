"""The text fragment of a link names its passage, and no earlier one."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from citedeck.model import Passage, Reference, Source
from citedeck.notes.fragment import link
from citedeck.outline import Outline

HEAD = "The Ferry\n\n"
LONG = "It crossed at dawn, came at noon, and lay at the quay until the lamps were lit on the other side of the river"


def linked(text: str, marked: str, url: str = "https://made.up/ferry") -> str:
    """The link to what stands between ⟦ and ⟧ in `marked`, which is a part of the text without them."""
    plain = marked.replace("⟦", "").replace("⟧", "")
    offset = text.rindex(plain)
    start = offset + marked.index("⟦")
    end = offset + marked.index("⟧") - 1
    source = Source("ferry", "source/ferry.txt", text, Reference("ferry", url=url))
    return link(url, Passage(source, start, end), Outline(text))


@pytest.mark.parametrize(
    ("text", "marked", "terms"),
    [
        ("It crossed at dawn.", "⟦crossed at dawn⟧", "crossed at dawn"),
        ("At dawn. It crossed at dawn.", "crossed ⟦at dawn⟧", "crossed-,at dawn"),
        ("At dawn it came. At dawn it went.", "⟦At dawn⟧ it went", "it came.-,At dawn"),
        ("Dawn.\n\nDawn, and rain.", "⟦Dawn⟧, and", "Dawn,-, and rain"),
        ("Dawn.\n\nDawn.", "\n\n⟦Dawn⟧.", "Dawn,-."),
        ("The ferrymen's oar", "⟦ferrymen⟧'s oar", "ferrymen,-'s"),
        ("It took 5,000 loads", "⟦It took 5⟧,000", "It took 5,-,000"),
        ("هكذا قال وكتاب الحرس", "قال و⟦كتاب الحرس⟧", "و-,كتاب الحرس"),
        ("평양을 방문한", "⟦평양⟧을", "평양,-을"),
        ("川の上流では、境界地域にある農地で", "境界⟦地域⟧にある", "境界-,地域,-にある農地で"),
        ("It  crossed\nat dawn.", "⟦It  crossed\nat⟧", "It crossed at"),
        (f"{LONG}.", f"⟦{LONG}⟧.", "It crossed at dawn, came,other side of the river"),
        (f"{LONG}.", f"It ⟦{LONG[3:]}⟧.", "crossed at dawn, came at,other side of the river"),
        (f"{LONG}. {LONG}!", f". ⟦{LONG}⟧!", "river.-,It crossed at dawn, came,other side of the river"),
        ("It went up.\n\nIt came down.", "⟦It went up.\n\nIt came down⟧", "It went up.,It came down"),
        ("x a\n\nb a\n\nc", "⟦x a\n\nb a⟧", "x a,b a"),
    ],
)  # fmt: skip
def test_a_fragment_names_its_passage(text: str, marked: str, terms: str) -> None:
    page, _, found = linked(HEAD + text, marked).partition("#:~:text=")
    assert page == "https://made.up/ferry"
    assert unquote(found) == terms


def test_the_end_of_a_long_passage_is_not_taken_for_an_earlier_one() -> None:
    again = "Who lived by the ferry knew the other side of the river, and yet never saw the other side of the river"
    found = linked(HEAD + again + ".", f"⟦{again}⟧.")
    assert unquote(found).endswith("text=Who lived by the ferry knew the,saw the other side of the river")


def test_a_very_long_passage_that_goes_on_alike_is_named_all_the_same() -> None:
    song = " ".join(["la"] * 200)
    assert unquote(linked(HEAD + song + ".", f"⟦{song}⟧.")).partition("text=")[2].startswith("la la la")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://made.up/a", "https://made.up/a#:~:text=dawn"),
        ("https://made.up/a?b=c&d", "https://made.up/a?b=c&d#:~:text=dawn"),
        ("https://made.up/a#sec", "https://made.up/a#sec:~:text=dawn"),
        ("https://made.up/a#!/b#c", "https://made.up/a#!/b#c:~:text=dawn"),
        ("https://made.up/a#", "https://made.up/a#:~:text=dawn"),
        ("https://made.up/a#sec:~:text=dusk", "https://made.up/a#sec:~:text=dawn"),
    ],
)
def test_a_fragment_that_is_there_stays(url: str, expected: str) -> None:
    assert linked("At dawn.", "⟦dawn⟧", url) == expected


def test_what_the_syntax_is_made_of_is_encoded() -> None:
    found = linked("x “a-b, c & d”\u2014é/日#?=100%", "⟦“a-b, c & d”\u2014é/日#?=100%⟧").partition("text=")[2]
    assert found == "%E2%80%9Ca%2Db%2C%20c%20%26%20d%E2%80%9D%E2%80%94%C3%A9%2F%E6%97%A5%23%3F%3D100%25"


bits = st.sampled_from(("la", "lo", "La", "l'a", "5,0", "la-lo", "“lo”", "日本", "日", "。", "שלום", "e\u0301"))
words = st.lists(bits, min_size=1) | st.lists(bits, min_size=30, max_size=40)
paragraphs = st.lists(words.map(" ".join) | words.map("".join), min_size=1, max_size=3).map("\n\n".join)


@given(paragraphs, st.data())
def test_the_first_place_that_fits_reads_as_the_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start].strip() and text[end - 1].strip())
    last = text.rfind("\n\n", 0, end) + 1
    if start < last:  # no term crosses a paragraph: what it begins or ends with there stands in no paragraph before
        begun, small = text.rfind("\n\n", 0, start) + 1, text.lower()
        assume(
            small[begun:].strip().partition("\n\n")[0] not in small[:begun]
            and small[last + 1 : end] not in small[start:last]
        )
    passage = Passage(Source("x", "x", text, Reference("x")), start, end)
    found = link("https://made.up/", passage, Outline(text)).partition(":~:text=")[2]
    assert first_place(found, text).split() == text[start:end].lower().split()


def first_place(directive: str, text: str) -> str:
    """What a browser marks: an opening after its prefix, and all up to the first closing that its suffix follows; each
    within a paragraph.
    """
    shape = re.fullmatch(r"(?:([^,]+)-,)?([^,]+?)(?:,([^,-]+))?(?:,-([^,]+))?", directive)
    assert shape is not None
    prefix, opening, closing, suffix = (
        " +".join(map(re.escape, unquote(term or "").lower().split())) for term in shape.groups()
    )
    rest = f".*?{closing}" if closing else ""
    found = re.search(rf"{prefix} *(?P<marked>{opening}{rest}) *{suffix}", text.lower(), re.DOTALL)
    assert found is not None, directive
    return found["marked"]
