"""A deck file edited in place: what was meant is there, and every other byte is as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from citedeck.errors import CitedeckError
from citedeck.model import Problem
from citedeck.reading import spans
from citedeck.reading.editing import Draft, open_draft
from citedeck.reading.edits import Put, Value, says_what_is_meant


def edited(text: str, *puts: Put) -> str:
    return Draft("decks/d.yaml", text.encode("utf-8")).edited(puts).decode("utf-8")


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML: in C, where it is there, and in Python."""
    monkeypatch.setattr(spans, "PARSER", getattr(yaml, request.param))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        pytest.param("a: old", "a", "new", "a: new", id="plain, at the end of the file"),
        pytest.param("a:   old   # why\nb: c\n", "a", "new", "a:   new   # why\nb: c\n", id="a comment behind it"),
        pytest.param("a: 'it''s'\n", "a", "it's o'clock", "a: 'it''s o''clock'\n", id="single quotes"),
        pytest.param('a: "x"\n', "a", 'say "é🜁"', 'a: "say \\"é🜁\\""\n', id="double quotes"),
        pytest.param("a: x\n", "a", "b: c", 'a: "b: c"\n', id="not plain: a colon"),
        pytest.param("a: x\n", "a", "b # c", 'a: "b # c"\n', id="not plain: a comment"),
        pytest.param("a: x\n", "a", "- b", 'a: "- b"\n', id="not plain: a dash"),
        pytest.param("a: x\n", "a", "[b", 'a: "[b"\n', id="not plain: a bracket"),
        pytest.param("a: x\n", "a", "b\u200bc\u2028", 'a: "b\\u200bc\\u2028"\n', id="what cannot be seen"),
        pytest.param("a: [x, y]\n", "a.0", "b, c", 'a: ["b, c", y]\n', id="not plain in a list: a comma"),
        pytest.param("a:\n- x  # one\n- y\n", "a.1", "z", "a:\n- x  # one\n- z\n", id="an item"),
        pytest.param("a: x\n", "a.0", "y", "a: y\n", id="a text alone is a list of one"),
        pytest.param("{a: {b: 'x', c: d}}", "a.b", "it's", "{a: {b: 'it''s', c: d}}", id="between braces"),
        pytest.param(
            "a: one two\n   three\n# c\nb: c\n",
            "a",
            "one two four three",
            "a: one two\n   four\n   three\n# c\nb: c\n",
            id="several lines, as wide as they were",
        ),
        pytest.param(
            'a: "one two\n   three"  # c\n',
            "a",
            "one 2 three",
            'a: "one 2\n   three"  # c\n',
            id="quoted, several lines",
        ),
        pytest.param(
            "a: >-  # why\n    one two three\n    four\n\nb: c\n",
            "a",
            "one two 3 four five",
            "a: >-  # why\n    one two 3\n    four five\n\nb: c\n",
            id="a folded block, its comment and the line below it",
        ),
        pytest.param("a: |\n  one\n\nb: c\n", "a", "two three", "a: |\n  two three\n\nb: c\n", id="a literal block"),
        pytest.param("a: &x old\nb: c\n", "a", "new", "a: &x new\nb: c\n", id="an anchor"),
        pytest.param("a: !!str 'old'\n", "a", "new", "a: !!str 'new'\n", id="a tag"),
        pytest.param("? a\n: old\n", "a", "new", "? a\n: new\n", id="an explicit key"),
        pytest.param("é: 🜁\nb: 🜂 old # c\n", "b", "🜃", "é: 🜁\nb: 🜃 # c\n", id="beyond the BMP"),
    ],
)
def test_a_value_is_replaced(before: str, path: str, value: str, after: str) -> None:
    if "🜂 old # c" in before:
        after = before.replace("🜂 old", "🜃")
    steps = tuple(int(step) if step.isdigit() else step for step in path.split("."))
    assert edited(before, Put(steps, value)) == after
    assert edited("\ufeff" + before.replace("\n", "\r\n"), Put(steps, value)) == "\ufeff" + after.replace("\n", "\r\n")


PIECES = ("one: 1", "it's two")


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("before", "put", "after"),
    [
        pytest.param(
            "f:\n  quote: x  # c\n\n  # end\nb: c\n",
            Put(("f", "prefix"), "on it", "quote"),
            "f:\n  quote: x  # c\n  prefix: on it\n\n  # end\nb: c\n",
            id="behind a key, its comment and before a blank line",
        ),
        pytest.param("f:\n    a: x", Put(("f", "b"), "1: 2"), 'f:\n    a: x\n    b: "1: 2"', id="no last line end"),
        pytest.param(
            "f:\n  quote:\n  - x\n  - >\n    y\n\n  z: 1\n",
            Put(("f", "prefix"), "p", "quote"),
            "f:\n  quote:\n  - x\n  - >\n    y\n  prefix: p\n\n  z: 1\n",
            id="behind a list that ends with a block",
        ),
        pytest.param("f: {a: x, b: y}\n", Put(("f", "c"), "p, q", "a"), 'f: {a: x, c: "p, q", b: y}\n', id="braces"),
        pytest.param(
            "f: {\n  a: x,  # c\n}\n", Put(("f", "b"), "y"), "f: {\n  a: x, b: y,  # c\n}\n", id="braces on lines"
        ),
        pytest.param("f:\n  a:\n", Put(("f", "b"), "y"), "f:\n  a:\n  b: y\n", id="behind nothing"),
        pytest.param(
            "f:\n  quote: x\n",
            Put(("f", "attest"), {"by": "A", "why": "b: c"}),
            'f:\n  quote: x\n  attest:\n    by: A\n    why: "b: c"\n',
            id="a mapping",
        ),
        pytest.param(
            "f: {q: x}\n",
            Put(("f", "at"), {"by": "A", "why": "b, c"}),
            'f: {q: x, at: {by: A, why: "b, c"}}\n',
            id="in them",
        ),
        pytest.param(
            "f:\n  q: x ... y  # c\n  z: 1\n",
            Put(("f", "q", 0), PIECES),
            'f:\n  q:\n    - "one: 1"\n    - it\'s two  # c\n  z: 1\n',
            id="a list for a text",
        ),
        pytest.param(
            "f:\n  q: >  # c\n    x\n    y\n  z: 1\n",
            Put(("f", "q"), PIECES),
            'f:\n  q:  # c\n    - "one: 1"\n    - it\'s two\n  z: 1\n',
            id="a list for a block",
        ),
        pytest.param(
            "f:\n  q:  # c\n     x\n  z: 1\n",
            Put(("f", "q"), PIECES),
            'f:\n  q:  # c\n     - "one: 1"\n     - it\'s two\n  z: 1\n',
            id="a list for a text on its own line",
        ),
        pytest.param("f: {q: x, z: 1}", Put(("f", "q"), PIECES), 'f: {q: ["one: 1", it\'s two], z: 1}', id="brackets"),
        pytest.param(
            "q:\n- x  # c\n- y\n",
            Put(("q", 0), PIECES),
            'q:\n- "one: 1"\n- it\'s two  # c\n- y\n',
            id="two items for one",
        ),
        pytest.param("q: [x, y]", Put(("q", 1), PIECES), 'q: [x, "one: 1", it\'s two]', id="items in brackets"),
    ],
)
def test_keys_and_lists_are_added(before: str, put: Put, after: str) -> None:
    assert edited(before, put) == after
    assert edited(before.replace("\n", "\r\n"), put) == after.replace("\n", "\r\n")


def test_several_edits_at_once() -> None:
    before = "f:\n  q: [x, y, z]\n  p: old\n"
    puts = [Put(("f", "q", 2), "3"), Put(("f", "q", 0), ("1", "2")), Put(("f", "p"), "new"), Put(("f", "s"), "t", "q")]
    assert edited(before, *puts) == "f:\n  q: [1, 2, y, 3]\n  s: t\n  p: new\n"


@pytest.mark.parametrize(
    ("before", "put"),
    [
        pytest.param("a: b\n", Put(("x", "y"), "z"), id="nowhere"),
        pytest.param("a: {b: c}\n", Put(("a",), "z"), id="a mapping is no text"),
        pytest.param("? a\n: b\n", Put(("c",), "d"), id="a key behind an explicit key"),
        pytest.param("a: |+\n  b\n\n", Put(("c",), "d"), id="a block that keeps its blank lines"),
        pytest.param("a: b\n", Put(("a",), "\udcff"), id="a byte that is no text"),
    ],
)
def test_what_cannot_be_edited_is_told(before: str, put: Put) -> None:
    with pytest.raises(CitedeckError):
        edited(before, put)


@pytest.mark.parametrize(
    ("after", "meant"),
    [
        ("a: 2\nb: [x, y]\n", True),
        ("a: 3\nb: [x, y]\n", False),
        ("a: 2\nb: [x, z]\n", False),
        ("a: 2\nb: [x]\n", False),
        ("a: 2\nb: [x, y]\nc: 1\n", False),
        ("a: 2\n", False),
        ("a: 2\nb: [x, y]\na: 2\n", False),
        ("a: 2\nb: [x, y\n", False),
    ],
)
def test_an_edit_is_read_again(after: str, meant: bool) -> None:
    assert says_what_is_meant("a: 1\nb: [x, y]\n", after, [Put(("a",), "2")]) is meant


def test_the_lines_that_change() -> None:
    draft = Draft("d", b"f:\r\n  q: >\r\n    one two\r\n    three\r\n  z: 1\r\n")
    puts = [Put(("f", "q"), "one two four"), Put(("f", "p"), "x", "q")]
    assert draft.lines(puts) == (["    three"], ["    four", "  p: x"])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a: [", "yaml-syntax"),
        (b"a: 1\na: 2\n", "duplicate-key"),
        (b"a: &x 1\nb: *x\n", "yaml-alias"),
        (b"- a\n", "wrong-shape"),
        (b"", "wrong-shape"),
        (b"a: \xff", "not-utf8"),
    ],
)
def test_what_is_not_understood_is_not_edited(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "d.yaml").write_bytes(content)
    opened = open_draft(tmp_path / "d.yaml", "decks/d.yaml")
    assert isinstance(opened, Problem)
    assert opened.code == code


# --- random decks in random styles

WORDS = st.text("ab'\"é🜁:#-,.[]{}&*!|>%@`0 \u2019\u2014\u00a0", min_size=1, max_size=24).map(
    lambda text: " ".join(text.split())
)
VALUES = WORDS.filter(lambda text: text.strip() != "")


def _scalar(draw: st.DrawFn, value: str, indent: int, flow: bool) -> tuple[str, str]:
    """A text as YAML in one of its styles, and what it says."""
    plain = "a " + "".join(letter for letter in value if letter not in ":#,[]{}") + " b"
    styles = ["plain", "single", "double", *([] if flow else ["folded", "literal", "broken"])]
    margin = " " * indent
    match draw(st.sampled_from(styles)):
        case "plain":
            return plain, plain
        case "single":
            return "'" + value.replace("'", "''") + "'", value
        case "double":
            return json.dumps(value, ensure_ascii=False), value
        case "broken":
            return f"{plain}\n{margin}  c d", f"{plain} c d"
        case "folded":
            return f">{draw(st.sampled_from(['-', '']))}\n{margin}{value}\n{margin}c", f"{value} c"
        case _:
            return f"|\n{margin}{value}\n{margin}c", f"{value} c"


@st.composite
def decks(draw: st.DrawFn) -> tuple[str, dict[str, dict[str, Any]]]:
    """A deck as text and as data."""
    lines, data = ["deck: d", "facts:"], {}
    for number in range(draw(st.integers(1, 3))):
        fact: dict[str, Any] = {}
        flow = draw(st.booleans())
        parts = []
        for key in draw(st.permutations(["ask", "quote", "extra"])):
            comment = draw(st.sampled_from(["", "  # é", "   #\t'x\""]))
            several = key == "quote" and draw(st.booleans())
            scalars = [_scalar(draw, draw(VALUES), 8, flow) for _ in range(2 if several else 1)]
            fact[key] = [said for _, said in scalars] if several else scalars[0][1]
            if flow:
                forms = [form for form, _ in scalars]
                parts.append(f"{key}: [{', '.join(forms)}]" if several else f"{key}: {forms[0]}")
                continue
            comments = [comment if not {"|", ">"} & set(form[:1]) else "" for form, _ in scalars]
            if several:
                lines_of = [f"      - {form}{said}" for (form, _), said in zip(scalars, comments, strict=True)]
                parts.append("\n".join([f"    {key}:", *lines_of]))
            else:
                parts.append(f"    {key}: {scalars[0][0]}{comments[0]}")
            parts.append(draw(st.sampled_from(["", "    # between"])))
        data[f"f{number}"] = fact
        lines += [f"  f{number}: {{{', '.join(parts)}}}  # flow"] if flow else [f"  f{number}:", *parts]
    return "\n".join([*lines, ""]), data


@given(decks(), st.data(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_any_edit_of_any_deck(
    deck: tuple[str, dict[str, dict[str, Any]]], data: st.DataObject, end: str, mark: str
) -> None:
    text, facts = deck
    text = text.replace("\n", end)
    name = data.draw(st.sampled_from(sorted(facts)))
    old = facts[name]["quote"]
    index = data.draw(st.integers(0, len(old) - 1)) if isinstance(old, list) else 0
    new: Value = data.draw(VALUES | st.tuples(VALUES, VALUES))
    puts = [Put(("facts", name, "quote", index), new)]
    if data.draw(st.booleans()):
        puts.append(Put(("facts", name, "prefix"), data.draw(VALUES), "quote"))
    draft = Draft("d", (mark + text).encode("utf-8"))
    after = draft.edited(puts).decode("utf-8")
    assert after.startswith(mark)
    read = yaml.load(after, Loader=yaml.BaseLoader)["facts"]  # it makes texts, and nothing else
    expected = _expected(facts, name, index, puts)
    assert _levelled(read) == _levelled(expected)
    splices = sorted((draft.splice(put) for put in puts), key=lambda splice: (splice.start, splice.end))
    rest, end_of_last = [], 0
    for splice in splices:
        rest.append(text[end_of_last : splice.start])
        end_of_last = splice.end
    rest.append(text[end_of_last:])
    position = len(mark)
    for piece in rest:
        position = after.index(piece, position) + len(piece)
    assert len(after) - len(mark) == sum(map(len, rest)) + sum(len(splice.text) for splice in splices)


def _expected(facts: dict[str, dict[str, Any]], name: str, index: int, puts: list[Put]) -> dict[str, dict[str, Any]]:
    fact = dict(facts[name])
    new = list(puts[0].value) if isinstance(puts[0].value, tuple) else puts[0].value
    if isinstance(fact["quote"], list):
        fact["quote"] = [
            *fact["quote"][:index],
            *(new if isinstance(new, list) else [new]),
            *fact["quote"][index + 1 :],
        ]
    else:
        fact["quote"] = new
    if len(puts) > 1:
        fact["prefix"] = puts[1].value
    return {**facts, name: fact}


def _levelled(node: Any) -> Any:
    """Data whose texts are on one line, as lines of blocks are broken anywhere."""
    if isinstance(node, dict):
        return {key: _levelled(value) for key, value in node.items()}
    return [_levelled(item) for item in node] if isinstance(node, list) else node.replace("\n", " ").strip()
