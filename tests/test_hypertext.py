"""What a learner reads in a field: the way back from an author's text as HTML, and what cannot be read."""

import unicodedata

import pytest
from hypothesis import example, given

from citedeck.hypertext import read
from citedeck.markup import to_gap_html, to_hidden, to_html, visible
from tests.test_markup import LIVELY


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("plain", "plain"),
        ("a &lt; b &amp;&amp; c > d", "a < b && c > d"),
        ("one<br>two<br />three", "one\ntwo\nthree"),
        ("one\ntwo", "one two"),
        ("one<div>two</div>", "one\ntwo\n"),
        ("<ul><li>one</li><li>two</li></ul>", "\n\none\n\ntwo\n\n"),
        ("<b>bo</b><I>ld</I>", "bold"),
        ("5,000&nbsp;men", "5,000\u00a0men"),
        ("<span>\\</span>(x<span>\\</span>)", "\\(x\\)"),
        ('<a href="https://example.org/?a=1&amp;b">here</a>', "here"),
        ("{{c1::gap}}", "{{c1::gap}}"),
        ("10<sup>23</sup>", "10²³"),
        ("H<sub>2</sub>O, 20<sup>th</sup>", "H₂O, 20th"),
        (r"\(a^&#123;2&#125;\) and <code>x</code>", "a^{2} and x"),
    ],
)
def test_words(page: str, text: str) -> None:
    assert (read(page).text, read(page).unread) == (text, ())


@pytest.mark.parametrize(
    ("page", "unread"),
    [
        ('10<sup style="display:none">23</sup>', '<sup style="display:none">'),
        ('<a href="javascript:alert(1)">x</a>', '<a href="javascript:alert(1)">'),
        ("5,000<!-- -->", "<!-- -->"),
        ("<s>4</s>5", "<s>"),
        ('<span style="display:none">not</span>', '<span style="display:none">'),
        ("<b hidden>not</b>", "<b hidden>"),
        ('<div dir="rtl">1–9</div>', '<div dir="rtl">'),
        ('<img src="5000.png">', '<img src="5000.png">'),
        ("<script>1</script>", "<script>"),
        ("a < b", "< b"),
        ("<b>bold", "<b>"),
        ("bold</b>", "</b>"),
        ("<b><i>both</b></i>", "</b>"),
        ("</gap>", "</gap>"),
        ("</field>", "</field>"),
        ("[sound:a.mp3]", "[sound:a.mp3]"),
        ("[latex]x[/latex]", "[latex]x[/latex]"),
        (r"\[x\]", r"\[x\]"),
        (r"\(\href{x}{y}\)", r"\(\href{x}{y}"),
        ("&#92;(x)", "\\(x)"),
        ("a\x1bb", "a control character"),
        ("<b>" * 50 + "</b>" * 50, "<b>"),
    ],
)
def test_what_may_look_like_something_else(page: str, unread: str) -> None:
    assert read(page).unread[:1] == (unread,)


@pytest.mark.parametrize(
    ("page", "gaps"),
    [
        ("a {{c1::b}} c", [("1", "b", None)]),
        ("{{c2::b::d}}{{c10::e}}", [("2", "b", "d"), ("10", "e", None)]),
        ("{{c1::10&#58;30}}", [("1", "10:30", None)]),
        ("{{c1::a<br>b}}", [("1", "a\nb", None)]),
        ("<li>{{c1::a}}</li>", [("1", "a", None)]),
        ("&#123;{c1::a}&#125; ::", []),
    ],
)
def test_gaps(page: str, gaps: list[tuple[str, str, str | None]]) -> None:
    found = read(page, gaps=True)
    assert found.unread == ()
    shown = [
        (gap.attributes["number"], gap.text, next((hint.text for hint in gap.find("hint")), None))
        for gap in found.content.find("gap")
    ]
    assert shown == gaps


@pytest.mark.parametrize(
    "page", ["{{c1::a", "a}}", "{{c1::a {{c2::b}}}}", "{{c0::a}}", "{{a}}", "{{c1::a::b::c}}", "<b>{{c1::a</b>}}"]
)
def test_gaps_that_cannot_be_read(page: str) -> None:
    assert read(page, gaps=True).unread


@given(text=LIVELY)
@example(text="\x1f")
def test_the_way_back(text: str) -> None:
    for page in (to_html(text), to_hidden(text.replace("\\", ""))):
        assert not read(page).unread
    assert read(to_html(text)).text == unicodedata.normalize("NFC", visible(text))


@given(text=LIVELY, hint=LIVELY)
def test_the_way_back_from_a_gap(text: str, hint: str) -> None:
    page = f"{to_html(text)}{{{{c7::{to_gap_html(text)}::{to_gap_html(hint)}}}}}"
    found = read(page, gaps=True)
    (gap,), (told,) = found.content.find("gap"), found.content.find("hint")
    written = unicodedata.normalize("NFC", text)
    assert found.unread == ()
    assert (gap.text, told.text) == (written, unicodedata.normalize("NFC", hint))
    assert found.text == 2 * written
