"""YAML as a tree of texts: each stays as it is written and knows where it stands."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.model import Text
from citedeck.reading.tree import Node, key_at, parse


def _tree(text: str) -> Any:
    tree, faults = parse(text)
    assert faults == []
    return tree


def _places(node: Node | None) -> dict[str, tuple[int, int]]:
    """Every text of a tree with its place; keys as `key:`, items and values as they are."""
    places: dict[str, tuple[int, int]] = {}
    if isinstance(node, Text):
        places[node] = (node.line, node.column)
    for item in node if isinstance(node, list) else []:
        places |= _places(item)
    mapping = node if isinstance(node, dict) else {}
    for key, value in mapping.items():
        at = key_at(mapping, key)
        places |= {f"{key}:": (at.line, at.column)} | _places(value)
    return places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("a: b", {"a:": (1, 1), "b": (1, 1)}, id="a value takes the place of its key"),
        pytest.param("a:\n  - b\n  - c", {"a:": (1, 1), "b": (2, 5), "c": (3, 5)}, id="items have their own"),
        pytest.param("a: [b, {c: d}]", {"a:": (1, 1), "b": (1, 5), "c:": (1, 9), "d": (1, 9)}, id="flow style"),
        pytest.param("{a: b,\n c: d}", {"a:": (1, 2), "b": (1, 2), "c:": (2, 2), "d": (2, 2)}, id="flow mapping"),
        pytest.param(
            "# one\n\n# two\na: b  # three\nc: d", {"a:": (4, 1), "b": (4, 1), "c:": (5, 1), "d": (5, 1)}, id="comments"
        ),
        pytest.param("a: b\r\nc:\r\n- d", {"a:": (1, 1), "b": (1, 1), "c:": (2, 1), "d": (3, 3)}, id="CRLF"),
        pytest.param(
            "{🜁🜂: b, c: [🜃, d]}",
            {"🜁🜂:": (1, 2), "b": (1, 2), "c:": (1, 9), "🜃": (1, 13), "d": (1, 16)},
            id="beyond the BMP",
        ),
        pytest.param("é: [ü, ß]", {"é:": (1, 1), "ü": (1, 5), "ß": (1, 8)}, id="code points, not bytes"),
        pytest.param(
            "a: |\n  one\n  two\nb: c",
            {"a:": (1, 1), "one\ntwo\n": (1, 1), "b:": (4, 1), "c": (4, 1)},
            id="literal block",
        ),
        pytest.param("a:\n- >-\n  one\n  two\n- b", {"a:": (1, 1), "one two": (2, 3), "b": (5, 3)}, id="folded block"),
        pytest.param(
            "a: one\n  two\nb: c", {"a:": (1, 1), "one two": (1, 1), "b:": (3, 1), "c": (3, 1)}, id="several lines"
        ),
        pytest.param("---\na: b\n...\n", {"a:": (2, 1), "b": (2, 1)}, id="document marks"),
        pytest.param("  a: b\n  c: d", {"a:": (1, 3), "b": (1, 3), "c:": (2, 3), "d": (2, 3)}, id="indented"),
        pytest.param("? a\n: b", {"a:": (1, 3), "b": (1, 3)}, id="explicit key"),
    ],
)
def test_places(text: str, places: dict[str, tuple[int, int]]) -> None:
    assert _places(_tree(text)) == places


@pytest.mark.parametrize(
    "scalar",
    [
        "no",
        "yes",
        "on",
        "1990",
        "012",
        "0x1F",
        "1:30",
        "5,000",
        "~",
        "null",
        "1.10",
        "2024-06-17",
        ".5",
        "1e3",
        "=",
        "<<",
    ],
)
def test_scalars_stay_text(scalar: str) -> None:
    assert _tree(f"a: {scalar}\nb: [{scalar.replace(',', '')}]\n{scalar.replace(',', '')}: c") == {
        "a": scalar,
        "b": [scalar.replace(",", "")],
        scalar.replace(",", ""): "c",
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:", ""),
        ("a: ''", ""),
        ('a: "x\\n\\u00e9"', "x\né"),
        ("a: 'it''s'", "it's"),
        ("a: x  # y", "x"),
        ("a: x#y", "x#y"),
        ("a: |\n  x\n", "x\n"),
        ("a: |-\n  x\n\n  y\n", "x\n\ny"),
        ("a: >\n  x\n  y\n", "x y\n"),
        ("a: !!str 5", "5"),
        ("a: &anchor x", "x"),
    ],
)
def test_values(text: str, value: str) -> None:
    assert _tree(text) == {"a": value}


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "---\n# nothing\n...\n", "   "])
def test_nothing(text: str) -> None:
    assert parse(text) == (None, [])


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        pytest.param("a: 1\nb: 2\na: 3", "duplicate-key", 3, 1, id="duplicate key"),
        pytest.param("a:\n  b: 1\n  b: 2", "duplicate-key", 3, 3, id="duplicate key inside"),
        pytest.param("{a: 1, a: 2}", "duplicate-key", 1, 8, id="duplicate key in flow style"),
        pytest.param("a: &x 1\nb: *x", "yaml-alias", 2, 4, id="alias"),
        pytest.param("a: &x 1\n*x : b", "wrong-shape", 2, 1, id="alias as key"),
        pytest.param("a: &x\n  <<: *x", "yaml-alias", 2, 7, id="merge of itself"),
        pytest.param(LAUGHS, "yaml-alias", 2, 8, id="billion laughs"),
        pytest.param("a: !!python/object:os.system x", "yaml-tag", 1, 4, id="python tag"),
        pytest.param("a: !!int 5", "yaml-tag", 1, 4, id="int tag"),
        pytest.param("a: !mine [x]", "yaml-tag", 1, 4, id="own tag"),
        pytest.param("a: !!binary aGk=", "yaml-tag", 1, 4, id="binary"),
        pytest.param("[a]: b", "wrong-shape", 1, 1, id="list as key"),
        pytest.param("{a: b}: c", "wrong-shape", 1, 1, id="mapping as key"),
        pytest.param("a: {{b}}", "wrong-shape", 1, 5, id="unquoted braces"),
        pytest.param("a: 1\n---\nb: 2", "several-documents", 2, 1, id="second document"),
        pytest.param("a: 1\n...\n---\nb: [", "several-documents", 3, 1, id="broken second document"),
        pytest.param("a:\n\tb: 1", "yaml-syntax", 2, 1, id="tab"),
        pytest.param("a: b: c", "yaml-syntax", 1, 5, id="colon"),
        pytest.param("a: 'b", "yaml-syntax", 1, 4, id="open quotation mark"),
        pytest.param("a: *b", "yaml-alias", 1, 4, id="alias to nothing"),
        pytest.param("a: @b", "yaml-syntax", 1, 4, id="reserved character"),
        pytest.param("a: [b\n", "yaml-syntax", 1, 6, id="open bracket"),
        pytest.param("a: b\nc\n", "yaml-syntax", 2, 2, id="no colon"),
        pytest.param("a: b\n\x00", "control-character", 2, 1, id="NUL"),
        pytest.param("a: b\nc: d\x0ce", "control-character", 2, 5, id="form feed"),
        pytest.param("🜁: \x1f", "control-character", 1, 4, id="after a character beyond the BMP"),
        pytest.param("é: é\né: \x7f", "control-character", 2, 4, id="DEL"),
        pytest.param("a: \x9f", "control-character", 1, 4, id="C1"),
        pytest.param("a: \ufffe", "control-character", 1, 4, id="noncharacter"),
    ],
)
def test_faults(text: str, code: str, line: int, column: int) -> None:
    _, faults = parse(text)
    assert (faults[0].code, faults[0].line, faults[0].column) == (code, line, column)
    assert faults[0].message
    assert faults[0].hint


@pytest.mark.parametrize("opened", ["[", "{a: ", "{? ", "- ", "? "])
@pytest.mark.parametrize("depth", [50, 10_000])
def test_deep_nesting_is_a_fault(opened: str, depth: int) -> None:
    _, faults = parse("a: " * opened.startswith(("[", "{a")) + opened * depth)
    assert faults


def test_deep_nesting_that_is_closed_is_passed_over() -> None:
    tree, faults = parse(f"a: {'[' * 50}{']' * 50}\nb: c")
    assert [fault.code for fault in faults] == ["wrong-shape"]
    assert isinstance(tree, dict)
    assert tree[Text("b")] == "c"


def test_a_separator_of_lines_is_not_a_line() -> None:
    """U+2028 and U+0085 come with text from web pages; editors show no new line for them."""
    for separator in "\u2028\u2029\x85":
        tree = _tree(f"a: 'x{separator}y'\nb: c")
        assert _places(tree)["b:"] == (2, 1)


def test_within_names_the_keys_that_lead_there() -> None:
    _, faults = parse("facts:\n  one:\n    ask: 1\n    ask: 2\n  one: 3\n")
    assert [fault.within for fault in faults] == [("facts", "one"), ("facts",)]


@pytest.mark.parametrize("text", ["a: [b", "a: {b", "a: 'b", "- b\n'c", "a: |", "%", "a: b\nc"])
def test_a_fault_at_the_end_is_still_in_the_file(text: str) -> None:
    _, faults = parse(text)
    assert all(fault.line <= text.count("\n") + 1 for fault in faults)


@given(st.text("ab:-?[]{}&*!|>'\"%@`#, \n\t.~<\x00\x85\u2028é🜁", max_size=60))
def test_nothing_is_raised_for_what_a_text_says(text: str) -> None:
    _, faults = parse(text)
    for fault in faults:
        assert fault.line >= 1
        assert fault.column >= 1


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: What is # for?", True),
        ("a: [x, y # z\n]", True),
        ("🜁: b # c", True),
        ("a: \xa0 # c", True),
        ("a: b  # a comment", False),
        ("a: 'b' # a comment", False),
        ("a: 'b # c'", False),
        ("a: # a comment\n  b: c", False),
    ],
)
def test_a_comment_that_may_have_cut_a_text_is_told(text: str, cut: bool) -> None:
    _, faults = parse(text)
    assert [fault.code for fault in faults] == (["comment-cuts-text"] if cut else [])
