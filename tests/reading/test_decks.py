"""Deck files: what is read, where it stands, and that no file whatever makes the reader raise."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citedeck.codes import CODES
from citedeck.kinds.deck import Head
from citedeck.kinds.table import KINDS
from citedeck.model import Cloze, DeckFile, Gap, Listing, Pair, Recall, Typed
from citedeck.reading import read_deck
from tests.judging import EXAMPLES

GOOD = """\
deck: Towns::Saltmere
id: saltmere
source: harbour
language: en-GB
description: A harbour town.
tags: [towns, 2024]
facts:
  # the first
  planner:
    ask: Who drew the plans?
    answer: Ada Lindqvist
    reverse: What did she draw?
    quote:
      - Ada Lindqvist drew the plans
      - for a mole of stone
    prefix: pier.
    suffix: It is
    hint: an engineer
    extra: She also built mills.
    tags: [people]
    was: [architect, drawer]
    ignore: {quote-too-thin: well known}
  year: {ask: When?, answer: 1994, typed: true, quote: on 14 June 1994, source: other}
  opening:
    cloze: "{{Tomas}} opened {{it}}"
    guid: abc
"""


def _read(content: str | bytes, name: str = "deck.yaml") -> DeckFile:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_deck(path, f"decks/{name}")


def _told(deck: DeckFile) -> list[tuple[str, int, int, str | None]]:
    return [(problem.code, problem.place.line, problem.place.column, problem.fact) for problem in deck.problems]


def test_a_deck_says_what_its_file_says() -> None:
    deck = _read(GOOD)
    assert deck.problems == ()
    assert (deck.id, deck.name, deck.language) == ("saltmere", "Towns::Saltmere", "en-GB")
    assert (deck.description, deck.tags) == ("A harbour town.", ("towns", "2024"))
    planner, year, opening = deck.entries
    assert isinstance(planner.question, Recall)
    assert planner.question.reverse == "What did she draw?"
    assert planner.citation.source == "harbour"
    assert planner.citation.quotes == ("Ada Lindqvist drew the plans", "for a mole of stone")
    assert (planner.citation.prefix, planner.citation.suffix) == ("pier.", "It is")
    assert (planner.remarks.hint, planner.remarks.extra) == ("an engineer", "She also built mills.")
    assert (planner.tags, planner.identity.was) == (("people",), ("architect", "drawer"))
    assert planner.ignored == ("quote-too-thin",)
    assert isinstance(year.question, Typed)
    assert (year.question.answer, year.citation.source) == ("1994", "other")
    assert isinstance(opening.question, Cloze)
    assert [piece.answer if isinstance(piece, Gap) else piece for piece in opening.question.text] == [
        "Tomas",
        " opened ",
        "it",
    ]
    assert opening.identity.guid == "abc"


def test_everything_knows_its_place() -> None:
    planner, year, opening = _read(GOOD).entries
    assert str(planner.at(planner.id)) == "decks/deck.yaml:9:3"
    assert [str(planner.at(quote)) for quote in planner.citation.quotes] == [
        "decks/deck.yaml:14:9",
        "decks/deck.yaml:15:9",
    ]
    assert isinstance(year.question, Typed)
    assert str(year.at(year.question.answer)) == "decks/deck.yaml:23:22"
    assert isinstance(opening.question, Cloze)
    assert str(opening.at(opening.question.filled)) == "decks/deck.yaml:25:5"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(line_end: str) -> None:
    assert _read(GOOD.replace("\n", line_end)) == _read(GOOD)


def test_forms() -> None:
    term = _read((EXAMPLES / "term.yaml").read_text("utf-8")).entries[0].question
    assert isinstance(term, Pair)
    listing = _read((EXAMPLES / "list.yaml").read_text("utf-8")).entries[0].question
    assert isinstance(listing, Listing)
    assert listing.answers == ("Kelso Bay", "Norrin", "Port Amity")
    assert not listing.ordered


def _fact(keys: str, head: str = "deck: d\nsource: s\n") -> str:
    return f"{head}facts:\n  a: {{{keys}}}\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("", [("empty-file", 1, 1, None)], id="empty"),
        pytest.param("# later\n", [("empty-file", 1, 1, None)], id="comment only"),
        pytest.param("- a\n- b\n", [("wrong-shape", 1, 1, None)], id="a list"),
        pytest.param("hello", [("wrong-shape", 1, 1, None)], id="text"),
        pytest.param(b"deck: caf\xe9\n", [("not-utf8", 1, 10, None)], id="Latin-1"),
        pytest.param("deck: d\n".encode("utf-16"), [("not-utf8", 1, 1, None)], id="UTF-16"),
        pytest.param("deck: d\n", [("no-facts", 1, 1, None)], id="no facts"),
        pytest.param("deck: d\nfacts:\n", [("no-facts", 2, 1, None)], id="facts left empty"),
        pytest.param("deck: d\nfacts: []\n", [("wrong-shape", 2, 1, None)], id="facts as a list"),
        pytest.param("deck: d\nfacts: none\n", [("wrong-shape", 2, 1, None)], id="facts as text"),
        pytest.param("deck: d\nfacts:\n  a:\n", [("wrong-shape", 3, 3, "a")], id="a fact left empty"),
        pytest.param(_fact("ask: q"), [("missing-key", 4, 3, "a"), ("missing-key", 4, 3, "a")], id="keys missing"),
        pytest.param(_fact("ask: q, anwser: b, answer: a, quote: q"), [("unknown-key", 4, 15, "a")], id="unknown key"),
        pytest.param(_fact("ask: q, answer: [a], quote: q"), [("wrong-shape", 4, 15, "a")], id="list for text"),
        pytest.param(_fact("ask: q, answer: a, quote: [q, '']"), [("empty-text", 4, 37, "a")], id="empty item"),
        pytest.param(
            _fact("ask: q, answer: a, quote: q, attest: {by: x, on: May, why: z}"),
            [("wrong-shape", 4, 52, "a")],
            id="no day",
        ),
        pytest.param(
            _fact("ask: q, answer: a, quote: q, attest: {by: x, on: 2024-02-30, why: z}"),
            [("wrong-shape", 4, 52, "a")],
            id="a day that never was",
        ),
        pytest.param(
            _fact("ask: q, answer: a, quote: q, attest: {by: x, why: z, hash: 0}"),
            [("missing-key", 4, 36, "a")],
            id="done on no day",
        ),
        pytest.param(_fact("ask: q, answer: a, quote: []"), [("wrong-shape", 4, 26, "a")], id="empty list"),
        pytest.param(_fact("ask: q, answer: a, quote: q, kind: odd"), [("unknown-kind", 4, 36, "a")], id="odd kind"),
        pytest.param(_fact("ask: q, answer: a, quote: q, kind: [basic]"), [("unknown-kind", 4, 36, "a")], id="kinds"),
        pytest.param(
            _fact("ask: q, answer: a, quote: q, kind: basic, typed: true"), [("wrong-shape", 4, 49, "a")], id="no"
        ),
        pytest.param(
            _fact("ask: q, answer: a, quote: q, kind: typed, typed: false"), [("wrong-shape", 4, 49, "a")], id="not"
        ),
        pytest.param(
            _fact("ask: q, answer: a, quote: q, tags: ['citedeck::x']"), [("bad-tag", 4, 43, "a")], id="our tag"
        ),
        *(
            pytest.param(
                _fact(f"ask: q, answer: a, quote: q, tags: ['{tag}']"), [("bad-tag", 4, 43, "a")], id=f"live: {tag}"
            )
            for tag in ("<b>", "[sound:a.mp3]", "\\(x\\)")
        ),
        pytest.param(
            _fact("ask: q, answer: a, quote: q, ignore: {quote-to-thin: y}"),
            [("unknown-key", 4, 36, "a")],
            id="ignored",
        ),
        pytest.param(_fact("ask: q, answer: a, quote: q, guid: a b"), [("bad-guid", 4, 36, "a")], id="guid"),
        pytest.param(_fact("cloze: '" + "{{a}} " * 500 + "'"), [("cloze-braces", 4, 7, "a")], id="500 gaps"),
        pytest.param(
            _fact("ask: q, quote: q, answers: [" + "a, " * 500 + "]"), [("wrong-shape", 4, 25, "a")], id="500 answers"
        ),
        pytest.param(_fact("? [x] : y, ask: q, answer: a, quote: q"), [("wrong-shape", 4, 9, "a")], id="a list as key"),
        *(
            pytest.param(
                _fact("ask: q, answer: a, quote: q", f"deck: d\nid: {name}\n"),
                [("reserved-deck-id", 2, 1, None)],
                id=name,
            )
            for name in ("con", "NUL.x", "com1", ".hidden", "Collection", "backup-2024")
        ),
        pytest.param(_fact("ask: q, answer: a, quote: q, accept: q"), [("wrong-shape", 4, 36, "a")], id="accept"),
        pytest.param(
            _fact("ask: q, answer: a, quote: q", "deck: d\nid: a/b\n"), [("bad-id", 2, 1, None)], id="deck id"
        ),
        pytest.param(
            _fact("ask: q, answer: a, quote: q", "deck: d::::e\n"), [("bad-deck-name", 1, 1, None)], id="name"
        ),
        pytest.param(
            _fact("ask: q, answer: a, quote: q", "deck: d\nid: Backup-1\n"),
            [("reserved-deck-id", 2, 1, None)],
            id="reserved",
        ),
        pytest.param(
            "deck: d\nfacts:\n  a b: {ask: q, answer: a, quote: q}\n", [("bad-id", 3, 3, "a b")], id="fact id"
        ),
        pytest.param(
            "deck: d\nfacts:\n  a: {ask: q, answer: a, quote: q}\n  a: {ask: p, answer: a, quote: q}\n",
            [("duplicate-id", 4, 3, None)],
            id="fact twice",
        ),
        pytest.param(
            "deck: d\nfacts: {a: {ask: q, ask: p, answer: a, quote: q}}\n",
            [("duplicate-key", 2, 21, "a")],
            id="key twice",
        ),
        pytest.param("\ufeff" + GOOD, [("byte-order-mark", 1, 1, None)], id="byte order mark"),
    ],
)
def test_what_is_wrong_is_told(content: str | bytes, told: list[tuple[str, int, int, str | None]]) -> None:
    deck = _read(content)
    assert _told(deck) == told
    assert {problem.deck for problem in deck.problems} == {deck.id}


def test_all_of_it_is_told_at_once() -> None:
    content = """\
deck: d
langauge: en
facts:
  a: {ask: q, answer: '', quote: q, hnit: x}
  b: {ask: q, answer: a}
  c: x
"""
    assert sorted(_told(_read(content))) == [
        ("empty-text", 4, 15, "a"),
        ("missing-key", 5, 3, "b"),
        ("unknown-key", 2, 1, None),
        ("unknown-key", 4, 37, "a"),
        ("wrong-shape", 6, 3, "c"),
    ]


def test_a_mistake_in_the_head_leaves_the_rest_of_it() -> None:
    """Else every fact would miss its source, and `citedeck check saltmere` would not find the deck."""
    deck = _read(GOOD.replace("description:", "descripton:"))
    assert _told(deck) == [("unknown-key", 5, 1, None)]
    assert deck.id == "saltmere"
    assert deck.entries[0].citation.source == "harbour"


def test_typed_false_is_a_basic_fact() -> None:
    deck = _read(_fact("ask: q, answer: a, quote: q, typed: false"))
    assert _told(deck) == []
    assert isinstance(deck.entries[0].question, Recall)


def test_a_typed_fact_may_say_so_by_its_kind_alone() -> None:
    deck = _read(_fact("kind: typed, ask: q, answer: a, quote: q"))
    assert _told(deck) == []
    assert isinstance(deck.entries[0].question, Typed)


def test_the_name_of_the_file_is_the_id_of_the_deck() -> None:
    assert _read("deck: d\nfacts: {a: {ask: q, answer: a, quote: q}}\n", "x-1.yml").id == "x-1"
    odd = _read("deck: d\nfacts: {a: {ask: q, answer: a, quote: q}}\n", "x 1.yaml")
    assert _told(odd) == [("bad-id", 1, 1, None)]


KEYS = sorted({*Head.model_fields, *(key for kind in KINDS.values() for key in kind.model_fields), "facts"})


SHAPES = ["''", "x", "[]", "[x]", "[[x]]", "[{x: y}]", "{}", "{x: y}", "{x: [y]}", "{'': ''}"]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_with_any_shape(key: str) -> None:
    """In the head and in a fact of each kind: what is wrong has a code of ours."""
    for shape in SHAPES:
        head = _read(f"deck: d\n{key}: {shape}\n")
        facts = [_read(f"deck: d\nfacts:\n  a:\n    {key}: {shape}\n    kind: {kind}\n    ask: q\n") for kind in KINDS]
        assert {problem.code for deck in (head, *facts) for problem in deck.problems} <= set(CODES)
        assert all(deck.problems for deck in facts)


def _lies_in_the_file(deck: DeckFile, lines: int) -> None:
    for problem in deck.problems:
        assert 1 <= problem.place.line <= lines
        assert problem.place.column >= 1
        assert problem.message
        assert problem.hint


@given(st.binary(max_size=200))
@example(b"\x00")
@example(b"\xff\xfe\x00")
@example(b"a: [b")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa: b")
@example(b"facts:\r\r\n  a:\r\n   - \xc3")
def test_no_bytes_make_it_raise(content: bytes) -> None:
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    _lies_in_the_file(_read(content), lines)


PIECES = [
    "",
    ":",
    " ",
    "\n",
    "\t",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "#",
    "&a ",
    "*a",
    "!!int ",
    "|\n",
    "facts:",
    "id:",
]
PIECES += ["kind: ", "[a]", "{a: b}", "\x00", "\x1f", "🜁", "\ufeff", "{{", "}}", "c1::", "---\n", "<<: ", "true", "''"]


@given(st.integers(0, len(GOOD)), st.integers(0, 20), st.sampled_from(PIECES), st.booleans())
@example(GOOD.index("ask: Who"), 0, "kind: [a]\n    ", False)
@example(GOOD.index("ask: Who"), 0, "kind: {a: b}\n    ", False)
def test_no_mistake_makes_it_raise(start: int, gone: int, piece: str, crlf: bool) -> None:
    """A good deck with a piece taken out and another put in its place."""
    content = GOOD[:start] + piece + GOOD[start + gone :]
    _lies_in_the_file(_read(content.replace("\n", "\r\n") if crlf else content), content.count("\n") + 1)


@pytest.mark.parametrize("written", ["other", '" other "', "|\n  other", ">-\n  other"])
def test_white_space_around_an_id_is_no_part_of_it(written: str) -> None:
    deck = _read(f"deck: d\nsource: s\nid: {written}\nfacts:\n  a: {{ask: q, answer: a, quote: q}}\n")
    assert (deck.id, deck.problems) == ("other", ())


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        ("aks: q, answer: a, quote: q", "Did you mean `ask`?"),
        ("ask: q, anser: a, quote: q", "Did you mean `answer`?"),
        ("ask: q, answer: a, qoute: q", "Did you mean `quote`?"),
        ("ask: q, answer: a, quote: q, tag: [t]", "Did you mean `tags`?"),
        ("kind: cloze, cloze: '{{a}}', ask: q", "It has accept, attest, cloze,"),
        ("kind: cloze, cloze: '{{a}}', answer: q", "It has accept, attest, cloze,"),
        ("ask: q, answer: [a], quote: q", "Write one text: `answer: …`."),
        ("ask: q, answer: a, quote: [q, [r]]", "Write one text for each item."),
        ("ask: q, answer: a, quote: q, tags: {t: u}", "Write `tags: [one, another]`."),
        ("ask: q, answer: a, quote: q, tags: t", "Write `tags: [t]`."),
        ("ask: q, answer: a, quote: q, attest: me", "Write `attest: {by: …, why: …}`."),
        ("ask: q, answer: a, quote: q, ignore: [yes-no]", "Write `ignore: {CODE: reason}`."),
        ("ask: q, answer: a, quote: q, attest: {by: [x], why: y}", "Write one text: `by: …`."),
    ],
)
def test_what_is_said_to_do(keys: str, hint: str) -> None:
    (problem,) = _read(_fact(keys)).problems
    assert problem.hint.startswith(hint)
