"""The small Markdown of a field: what a learner reads, what lies over it, and what stays text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from citedeck.hypertext import read
from citedeck.kinds.cloze import parse
from citedeck.markdown import divided, masked, paragraphs, phrase
from citedeck.markup import to_gap_html, to_html
from citedeck.model import Gap, Prose, Text, raised
from citedeck.tex import flaw


def over(prose: Prose) -> list[tuple[str, str]]:
    """What lies over a text, each with the words below it."""
    return [(span.mark, prose[span.start : span.end]) for span in prose.spans]


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("plain", "plain", []),
        ("*a* and _b_", "a and b", [("em", "a"), ("em", "b")]),
        ("**a *b***", "a b", [("strong", "a b"), ("em", "b")]),
        ("`a*b*` c", "a*b* c", [("code", "a*b*")]),
        ("10^23^", "10²³", [("sup", "²³")]),
        ("2^n+1^", "2ⁿ⁺¹", [("sup", "ⁿ⁺¹")]),
        ("20^th^ and 2^nd^", "20th and 2nd", [("sup", "th"), ("sup", "nd")]),
        ("H~2~O", "H₂O", [("sub", "₂")]),
        ("<b>a</b> 10<SUP>3</SUP>", "a 10³", [("b", "a"), ("sup", "³")]),
        ("a<br>b", "a\nb", []),
        ("[a *b*](https://c.org)", "a b", [("a", "a b"), ("em", "b")]),
        ("[](https://c.org)", "https://c.org", [("a", "https://c.org")]),
        ("<https://c.org>", "https://c.org", [("a", "https://c.org")]),
        ("$x^{2}$", "x^{2}", [("math", "x^{2}")]),
        ("日本*語*です", "日本語です", [("em", "語")]),
    ],
)
def test_what_is_read(text: str, words: str, marks: list[tuple[str, str]]) -> None:
    prose = phrase(Text(text, 3, 5))
    assert (prose, over(prose), prose.unread) == (words, marks, ())
    assert (prose.line, prose.column, prose.written) == (3, 5, text)


@pytest.mark.parametrize(
    "text",
    [
        *("2*3*4", "2**8", "a * b * c", "snake_case_name", "x^2+y^2=z^2", "~5–~7 km", "~~no~~", "5 < 6 > 4", "a [b] c"),
        *("$5 and $10", "US$5–$6", "5$, 6$", "costs $ 5 $", "a $5", "C:\\dir", "\\x", "&amp;", "&#91;", "#1", "> x"),
        *(
            "__init__",
            "a*(b*c)",
            "\\d+\\.\\d",
            "^_^",
            "a\\-b",
            "1990. It began",
            "- a",
            "1. a",
            "a\nb",
            "    four",
            "a  b",
            "[a]: https://b.org",
            "***",
            "---",
            "{{x}}",
        ),
    ],
)
def test_what_is_text(text: str) -> None:
    for read_as in (phrase, paragraphs):
        prose = read_as(Text(text))
        assert (str(prose).strip(), prose.spans, prose.unread) == (text.strip(), (), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"\*a\*", "*a*"),
        (r"\<b>a\</b>", "<b>a</b>"),
        (r"\$x\$", "$x$"),
        (r"\\", "\\"),
        (r"\[a](https://b.org)", "[a](https://b.org)"),
        (r"2\^3^ \`a\`", "2^3^ `a`"),
        ("a\n\\- b", "a\n- b"),
        ("1\\. b", "1. b"),
    ],
)
def test_what_a_backslash_stands_before(text: str, words: str) -> None:
    prose = phrase(Text(text))
    assert (prose, prose.spans, prose.unread) == (words, (), ())


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("<script>x</script>", ["<script>", "</script>"]),
        ("<b>a", ["<b>"]),
        ("<b><i>a</b>", ["<b>", "<i>", "</b>"]),
        ("**<b>a**</b>", ["<b>", "</b>"]),
        ('<b onclick="x">a</b>', ['<b onclick="x">', "</b>"]),
        ("[a](javascript:b)", ["[a](javascript:b)"]),
        ("[a](b.html) [c](//d.org)", ["[a](b.html)", "[c](//d.org)"]),
        ("f[a]() b", ["[a]()"]),
        ("[a](<>)", ["[a](<>)"]),
        ("![a](data:b)", ["![a](data:b)"]),
        (r"\(x\)", [r"\(x\)"]),
        (r"$\frac{a}{b}", [r"$\frac{a}{b}"]),
    ],
)
def test_what_looks_like_markup_and_is_none(text: str, unread: list[str]) -> None:
    prose = phrase(Text(text))
    assert (prose.replace("*", ""), list(prose.unread)) == (text.replace("*", ""), unread)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("a:\n- b\n- *c*\n\nd", "a:<ul><li>b</li><li><em>c</em></li></ul>d"),
        ("1. a\n2. b\n   - c", "<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>"),
        ("- a\n\n- b\n\n  c", "<ul><li>a</li><li>b<br><br>c</li></ul>"),
        ("a\n\n\nb\n- c", "a<br><br>b<ul><li>c</li></ul>"),
        ("1990. a\n1991. b", "1990. a<br>1991. b"),
    ],
)
def test_lists(text: str, page: str) -> None:
    assert to_html(paragraphs(Text(text))) == page
    assert "<li>" not in to_html(phrase(Text(text)))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("**the {{gap}} is** x", ["<strong>the </strong>", "<strong>gap</strong>", "<strong> is</strong> x"]),
        ("10^{{23}}^ m", ["10", "<sup>23</sup>", " m"]),
        ("`f({{x}})`", ["<code>f(</code>", "<code>x</code>", "<code>)</code>"]),
        (r"{{$\frac{1}{x_{2}}$}}", [r"\(\frac&#123;1&#125;&#123;x_&#123;2&#125;&#125;\)"]),
        (r"\{{a}} {{b}}", None),
        (r"\{\{a\}\} {{b}}", ["&#123;&#123;a&#125;&#125; ", "b"]),
        ("{{c1::$a::b$::*h*}}", [r"\(a&#58;&#58;b\)"]),
        ("{{*“a”*}}{{**$b$**}}.", ["<em>“a”</em>", r"<strong>\(b\)</strong>", "."]),
        ("日本**{{語}}**です", ["日本", "<strong>語</strong>", "です"]),
        ("[a {{b}}](https://c.org)", ['<a href="https://c.org">a </a>', '<a href="https&#58;//c.org">b</a>']),
    ],
)
def test_markup_and_gaps(text: str, pieces: list[str] | None) -> None:
    if pieces is None:
        with pytest.raises(ValueError, match="unbalanced"):
            parse(Text(text))
        return
    parsed = parse(Text(text)).text
    assert [to_gap_html(one.answer) if isinstance(one, Gap) else to_html(one) for one in parsed] == pieces


def test_no_gap_is_lost_in_a_link() -> None:
    with pytest.raises(ValueError, match="link"):
        parse(Text('[a](https://c.org "{{b}}")'))
    before, gap, after = parse(Text("[a](https://{{b}}.org)")).text
    assert (before, gap, after) == ("[a](https://", Gap(1, Text("b"), ""), ".org)")


MARKUP = st.lists(
    st.sampled_from(
        [
            "*",
            "**",
            "_",
            "`",
            "``",
            "^",
            "~",
            "$",
            "\\",
            "[",
            "](https://a.org)",
            "](",
            "<b>",
            "</b>",
            "<sup>",
            "</sup>",
        ]
    )
    | st.sampled_from(
        ["<br>", "<https://a.org>", "- ", "1. ", "\n", "\n\n", "  ", "2", "n", "a b", "日本", "é", "&amp;"]
    )
    | st.sampled_from(["[sound:a]", "{{", "}}", "\\(", "\\)", "<script>", "\u0338", "²", ")", "!", "."]),
    max_size=14,
).map("".join)


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("read_as", [phrase, paragraphs])
@given(text=MARKUP)
@example(text="<sup>$2$</sup>")
@example(text="~²~")
@example(text="<sup>n<sub>2</sub></sup>")
@example(text="[[a](https://a.org)](https://a.org)")
def test_what_is_shown_is_what_is_judged(read_as: type, text: str) -> None:
    prose = read_as(Text(text))
    assume(all(flaw(words) is None for mark, words in over(prose) if mark == "math"))  # others no deck may hold
    for page in (to_html(prose), to_gap_html(prose)):
        shown = read(page)
        assert shown.unread == ()
        assert squeezed(shown.text) == squeezed(prose)


@given(pieces=st.lists(MARKUP.map(lambda text: text.replace("{{", "").replace("}}", "")), min_size=2, max_size=5))
def test_gaps_part_a_text_without_loss(pieces: list[str]) -> None:
    text = Text("".join(piece if place % 2 == 0 else f"{{{{{piece}}}}}" for place, piece in enumerate(pieces)))
    bounds, at = [], 0
    for place, piece in enumerate(pieces):
        width = len(piece) + 4 * (place % 2)
        if place % 2:
            bounds.append((slice(at, at + width), slice(at + 2, at + width - 2)))
        at += width
    found = divided(text, bounds)
    if found is not None:
        assert [piece.written for piece in found] == [*pieces, *([""] if len(pieces) % 2 == 0 else [])]
        assert all(span.end <= len(piece) for piece in found for span in piece.spans)


@given(text=MARKUP)
def test_a_mask_is_as_long_as_its_text(text: str) -> None:
    mask = masked(text)
    assert len(mask) == len(text)
    assert all(one in (" ", other) for one, other in zip(mask, text, strict=True))


def test_markup_that_is_too_deep_is_left_out() -> None:
    text = "<b>" * 40 + "a" + "</b>" * 40
    prose = phrase(Text(text))
    assert prose == "a"
    assert read(to_html(prose)).unread == ()


def test_figures_that_are_raised_are_others() -> None:
    assert (raised("2+n", "sup"), raised("nd", "sup"), raised("n", "sub"), raised("-1", "sub")) == (
        "²⁺ⁿ",
        "nd",
        "n",
        "₋₁",
    )
