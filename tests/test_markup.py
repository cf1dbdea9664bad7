"""An author's text as HTML: it shows what was written, and nothing in it is live."""

import html
import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.markup import to_attribute, to_gap_html, to_hidden, to_html, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("\"quoted\" 'so'", "\"quoted\" 'so'"),
        ("one\ntwo\n\nthree", "one<br>two<br><br>three"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("cafe\u0301", "café"),
        ("[sound:a.mp3]", "&#91;sound:a.mp3]"),
        ("[Sound:a.mp3]", "&#91;Sound:a.mp3]"),
        ("[anki:tts lang=en]x[/anki:tts]", "&#91;anki:tts lang=en]x[/anki:tts]"),
        ("[latex]x[/latex]", "&#91;latex]x&#91;/latex]"),
        ("[$]x[/$] [$$]y[/$$]", "&#91;$]x&#91;/$] &#91;$$]y&#91;/$$]"),
        (r"\(x\) \[y\]", r"<span>\</span>(x<span>\</span>) <span>\</span>[y<span>\</span>]"),
        (r"\[sound:a]", r"<span>\</span>&#91;sound:a]"),
        ("[a] (b) \\c $5", "[a] (b) \\c $5"),
        ("{{c1::a}}", "&#123;&#123;c1::a&#125;&#125;"),
    ],
)
def test_html(text: str, expected: str) -> None:
    assert to_html(text) == expected


@pytest.mark.parametrize(
    ("text", "between", "within"),
    [
        ("{{c1::a}}", "&#123;&#123;c1::a&#125;&#125;", "&#123;&#123;c1&#58;&#58;a&#125;&#125;"),
        ("10:30", "10:30", "10&#58;30"),
        ("<b>", "&lt;b&gt;", "&lt;b&gt;"),
        ("[sound:a]", "&#91;sound:a]", "&#91;sound&#58;a]"),
    ],
)
def test_cloze_html(text: str, between: str, within: str) -> None:
    assert to_html(text) == between
    assert to_gap_html(text) == within


def test_attribute() -> None:
    assert (
        to_attribute('x"{{c2::a}}[sound:b.mp3]&<') == "x&quot;&#123;&#123;c2::a&#125;&#125;&#91;sound:b.mp3]&amp;&lt;"
    )


def test_hidden() -> None:
    assert to_hidden('{"a": "<img src=x>[sound:a]"}') == '{"a": "&lt;img src=x&gt;&#91;sound:a]"}'


LIVELY = st.lists(
    st.sampled_from(
        ["[sound:", "[latex]", "[$]", "[/$]", "[anki:", "\\(", "\\", "]", "{{", "}}", "}", "::", "c1", "<script>"]
    )
    | st.sampled_from(["</b>", "<br>", "&amp;", "&#91;", "&", "<", ">", "\n", "e\u0301", "\u0338", "'", '"', "<!--"])
    | st.characters(exclude_categories=["Cs", "Cc"]),
    max_size=20,
).map("".join)


def _shown(page: str) -> str:
    """What a browser shows of it."""
    return html.unescape(re.sub(r"<[^>]*>", "", page.replace("<br>", "\n")))


@pytest.mark.parametrize("write", [to_html, to_gap_html])
@given(text=LIVELY)
@example(text="a\n\u0338b")
@example(text="\\(\u0338")
def test_it_shows_what_was_written_and_nothing_is_live(write: Callable[[str], str], text: str) -> None:
    page = write(text)
    assert _shown(page) == unicodedata.normalize("NFC", text)
    assert set(re.findall(r"<[^>]*>?", page)) <= {"<br>", "<span>", "</span>"}
    assert not re.search(r"\[(sound:|anki:|/?latex\]|/?\$)|\\[()\[\]]", page, re.IGNORECASE)
    assert write is to_html or "{{" not in page
    assert write is not to_gap_html or not re.search(r"\}\}|::", page)


_ENTITIES = {ord(one): f"&#{ord(one)};" for one in "{}\u0338"}


@given(text=st.text() | LIVELY)
def test_texts_with_nothing_to_escape_take_no_other_way(text: str) -> None:
    """Every step is skipped only where it would change nothing."""
    plain = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text)
    escaped = html.escape(unicodedata.normalize("NFC", plain), quote=False)
    live = re.compile(r"\[(?=(?:sound:|anki:|\[type:|/?latex\]|/?\$))", re.IGNORECASE)
    page = re.sub(r"\\(?=[()\[\]])", r"<span>\\</span>", escaped).replace("\n", "<br>")
    assert visible(text) == plain
    assert to_html(text) == live.sub("&#91;", page).translate(_ENTITIES)
    assert to_gap_html(text) == to_html(text).translate({ord(":"): "&#58;"})
    attribute = live.sub("&#91;", escaped).translate({**_ENTITIES, ord('"'): "&quot;", ord("\\"): "&#92;"})
    assert to_attribute(text) == attribute
    assert to_hidden(text) == live.sub("&#91;", escaped).replace("{{", "{&#123;")


@pytest.mark.parametrize("write", [to_html, to_gap_html, to_hidden])
@given(text=LIVELY)
@example(text="a\n\u0338b")
def test_anki_stores_it_as_it_is(write: Callable[[str], str], text: str) -> None:
    """Anki makes a field NFC: no mark may join the `>` of a tag."""
    assert unicodedata.normalize("NFC", write(text)) == write(text)
