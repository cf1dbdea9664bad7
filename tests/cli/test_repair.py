"""`citedeck repair` as a user types it: what is shown, what is written, and when nothing is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_command import run
from tests.judging import HARBOUR

DECK = """\
# the harbour
deck: Saltmere
source: harbour
facts:
  length:  # of the mole
    ask: How long is the mole?
    answer: 640 metres
    quote: It is 640 Metres long  # line 7
  cost: {ask: Its cost?, answer: 2.5 million crowns, quote: 'It is 650 metres long and cost 2.5 million crowns'}

  boats:
    ask: How many boats?
    answer: 300 boats
    quote: in which 300 boats carry a light
"""

SHOWN = """\
decks/d.yaml:8:5: length: the quote is not there; line 7 of source/harbour.txt is like it
-    quote: It is 640 Metres long  # line 7
+    quote: It is 640 metres long  # line 7

decks/d.yaml:9:54: cost: the quote is not there; line 7 of source/harbour.txt is like it
    needs your eyes: “650” becomes “640”
-  cost: {ask: Its cost?, answer: 2.5 million crowns, quote: 'It is 650 metres long and cost 2.5 million crowns'}
+  cost: {ask: Its cost?, answer: 2.5 million crowns, quote: 'It is 640 metres long and cost 2.5 million crowns'}

"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for folder in ("decks", "source"):
        (tmp_path / folder).mkdir()
    (tmp_path / "source" / "harbour.txt").write_text(HARBOUR, "utf-8")
    (tmp_path / "decks" / "d.yaml").write_bytes(DECK.encode())
    return tmp_path


def deck(workspace: Path) -> str:
    return (workspace / "decks" / "d.yaml").read_bytes().decode()


def test_nothing_is_written_unasked(workspace: Path) -> None:
    result = run("-C", workspace, "repair")
    assert result.exit_code == 1
    assert result.output == SHOWN + (
        "To write what needs no look: citedeck repair --write\n"
        "When you have looked at the rest: citedeck repair --write --seen cost\n"
        "1 proposal to write; 1 for your eyes\n"
    )
    assert deck(workspace) == DECK


def test_what_needs_eyes_waits_for_them(workspace: Path) -> None:
    result = run("-C", workspace, "repair", "--write")
    assert result.exit_code == 1
    assert result.output == SHOWN + (
        "wrote decks/d.yaml (1 fact mended)\n"
        "When you have looked at the rest: citedeck repair --write --seen cost\n"
        "1 for your eyes\n"
    )
    once = DECK.replace("Metres", "metres")
    assert deck(workspace) == once
    result = run("-C", workspace, "repair", "--write", "--seen", "cost")
    assert result.exit_code == 0
    assert result.output.endswith("wrote decks/d.yaml (1 fact mended)\nevery quote stands in its source\n")
    assert deck(workspace) == once.replace("650", "640")
    assert run("-C", workspace, "check").exit_code == 0
    result = run("-C", workspace, "repair", "--write")
    assert (result.exit_code, result.output) == (0, "every quote stands in its source\n")


@pytest.fixture
def two_decks(workspace: Path) -> Path:
    """A fact of the same id in each, of which each waits for eyes."""
    (workspace / "decks" / "e.yaml").write_bytes(DECK.replace("650", "660").encode())
    return workspace


def test_what_was_looked_at_is_one_fact_of_one_deck(two_decks: Path) -> None:
    shown = run("-C", two_decks, "repair").output
    assert "citedeck repair --write --seen d/cost --seen e/cost\n" in shown
    assert run("-C", two_decks, "repair", "--write", "--seen", "e/cost").exit_code == 1
    assert "650" in deck(two_decks)
    assert "660" not in (two_decks / "decks" / "e.yaml").read_text("utf-8")
    assert "--seen d/cost\n" in run("-C", two_decks, "repair", "d").output


def test_an_id_that_several_decks_have_is_refused(two_decks: Path) -> None:
    result = run("-C", two_decks, "repair", "--write", "--seen", "cost")
    assert result.exit_code == 2
    assert "“cost” is a fact of several decks: d/cost (decks/d.yaml), e/cost (decks/e.yaml)" in result.output
    assert deck(two_decks) == DECK
    assert run("-C", two_decks, "repair", "d", "--write", "--seen", "cost").exit_code == 0


def test_line_ends_and_byte_order_mark_stay(workspace: Path) -> None:
    path = workspace / "decks" / "d.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + DECK.replace("\n", "\r\n").encode())
    assert run("-C", workspace, "repair", "--write", "--seen", "cost").exit_code == 0
    mended = DECK.replace("Metres", "metres").replace("650", "640")
    assert path.read_bytes() == b"\xef\xbb\xbf" + mended.replace("\n", "\r\n").encode()


def test_typography_is_mentioned_and_no_error(workspace: Path) -> None:
    (workspace / "source" / "harbour.txt").write_text(HARBOUR.replace("a light", "a “light”"), "utf-8")
    fact = DECK.partition("  boats:")[2].replace("a light", 'a "light"')
    (workspace / "decks" / "d.yaml").write_text(f"deck: d\nsource: harbour\nfacts:\n  boats:{fact}", "utf-8")
    result = run("-C", workspace, "repair")
    assert result.exit_code == 0
    assert (
        "1 fact in other typography than the source, which is no error: citedeck repair --typography" in result.output
    )
    assert "+    quote: in which 300 boats carry a “light”\n" in run("-C", workspace, "repair", "--typography").output
    assert run("-C", workspace, "repair", "--typography", "--write").exit_code == 0
    assert "quote: in which 300 boats carry a “light”\n" in deck(workspace)


def test_colour_only_on_a_terminal_that_wants_it(workspace: Path) -> None:
    coloured = run("-C", workspace, "repair", color=True).output
    assert "\x1b[31m-    quote" in coloured
    assert "\x1b[32m+    quote" in coloured
    assert "\x1b[" not in run("-C", workspace, "repair", color=True, env={"NO_COLOR": "1"}).output
    assert "\x1b[" not in run("-C", workspace, "repair").output


@pytest.mark.parametrize(
    ("spoil", "arguments", "code", "words"),
    [
        pytest.param({}, ["nowhere"], 2, "there is no deck “nowhere”", id="no such deck"),
        pytest.param({}, ["--seen", "cost"], 2, "give both", id="seen but not to be written"),
        pytest.param({}, ["--write", "--seen", "length"], 2, "no proposal for “length” needs your eyes", id="no need"),
        pytest.param({}, ["--write", "--seen", "nix"], 2, "Those that do: cost.", id="no such fact"),
        pytest.param({"deck: S": "deck: [S"}, ["--write"], 1, "cannot be repaired as long as this is so", id="no YAML"),
        pytest.param({"  boats:": "  cost:"}, ["--write"], 1, "cannot be repaired as long as this is so", id="twice"),
        pytest.param({"answer: 300": "answer: 30"}, ["--write"], 1, "1 other problem (citedeck check)", id="an answer"),
    ],
)
def test_what_cannot_be_done_is_told(
    workspace: Path, spoil: dict[str, str], arguments: list[str], code: int, words: str
) -> None:
    text = DECK
    for old, new in spoil.items():
        text = text.replace(old, new)
    (workspace / "decks" / "d.yaml").write_text(text, "utf-8")
    result = run("-C", workspace, "repair", *arguments)
    assert result.exit_code == code
    assert words in result.output
    assert "Traceback" not in result.output
    if code == 2 or "as long as" in words:
        assert deck(workspace) == text


def test_a_deck_that_is_read_only_stays_as_it_is(workspace: Path) -> None:
    (workspace / "decks" / "d.yaml").chmod(0o444)
    result = run("-C", workspace, "repair", "--write")
    assert result.exit_code == 2
    assert "read-only" in result.output
    assert deck(workspace) == DECK


def test_a_broken_deck_does_not_keep_others_from_repair(workspace: Path) -> None:
    (workspace / "decks" / "broken.yaml").write_text("deck: [", "utf-8")
    result = run("-C", workspace, "repair", "--write", "--seen", "cost")
    assert result.exit_code == 1
    assert "decks/broken.yaml cannot be repaired" in result.output
    assert deck(workspace) == DECK.replace("Metres", "metres").replace("650", "640")


# --- what check says when a source was edited


EDITED = (
    HARBOUR.replace("It is 640 metres long and cost", "The mole is 640 metres long, and it cost")
    .replace("Every autumn the town", "Each autumn Saltmere")
    .replace("Mayor Tomas Brill opened the mole on 14 June 1994.", "")
)

BEFORE = """\
deck: Saltmere
source: harbour
facts:
  cost: {ask: How much?, answer: 2.5 million crowns, quote: It is 640 metres long and cost 2.5 million crowns}
  week: {ask: What week?, answer: Lantern Week, quote: holds its Lantern Week, prefix: Every autumn the town}
  mayor: {ask: Who?, answer: Tomas Brill, quote: Mayor Tomas Brill opened the mole on 14 June 1994}
  boats: {ask: How many boats?, answer: 300 boats, quote: in which 300 boats carry a light}
"""


def test_check_says_what_became_of_facts_whose_source_was_edited(workspace: Path) -> None:
    (workspace / "decks" / "d.yaml").write_text(BEFORE, "utf-8")
    assert run("-C", workspace, "check").exit_code == 0
    (workspace / "source" / "harbour.txt").write_text(EDITED, "utf-8")
    result = run("-C", workspace, "check")
    line = "If source/harbour.txt was edited: 1 fact moved, 1 was reworded (`citedeck repair`), 1 lost its support.\n"
    assert line in result.output
    assert "line 7: [-It-]{+The mole+} is 640 metres long, and {+it+} cost 2.5 million crowns" in result.output, (
        result.output
    )
    assert "“Tomas Brill” stands nowhere in it." in result.output
    problems = json.loads(run("-C", workspace, "check", "--json").output)["problems"]
    assert {problem["fact"]: problem["drift"] for problem in problems} == {
        "cost": "reworded",
        "week": "moved",
        "mayor": "lost",
    }


@pytest.mark.parametrize(
    ("answer", "source", "line"),
    [
        ("640 metres", HARBOUR, ""),
        ("640 metres", HARBOUR.replace("long and", "long, it"), "1 fact was reworded (`citedeck repair`)"),
        ("640 metres", HARBOUR.replace("640 metres", "600 metres"), "1 fact lost its support"),
        ("640 metres", "Nothing of that.", "1 fact lost its support"),
    ],
)
def test_one_fact(workspace: Path, answer: str, source: str, line: str) -> None:
    quote = "It is 640 metres long and cost 2.5 million crowns"
    text = f"deck: d\nsource: harbour\nfacts:\n  a: {{ask: q, answer: {answer}, quote: {quote}}}\n"
    (workspace / "decks" / "d.yaml").write_text(text, "utf-8")
    (workspace / "source" / "harbour.txt").write_text(source, "utf-8")
    output = run("-C", workspace, "check").output
    assert ("was edited" in output) is bool(line)
    assert line in output


def test_the_sum_does_not_promise_what_repair_has_not(workspace: Path) -> None:
    text = "deck: d\nsource: harbour\nfacts:\n  a: {cloze: 'It is {{640}} metrs long'}\n"
    (workspace / "decks" / "d.yaml").write_text(text, "utf-8")
    assert "edited: 1 fact was reworded.\n" in run("-C", workspace, "check").output
    assert "to write" not in run("-C", workspace, "repair").output


def test_a_quote_that_cuts_a_word_is_in_the_sum(workspace: Path) -> None:
    text = "deck: d\nsource: harbour\nfacts:\n  a: {ask: q, answer: 640 metres, quote: t is 640 metres long}\n"
    (workspace / "decks" / "d.yaml").write_text(text, "utf-8")
    assert "edited: 1 fact was reworded (`citedeck repair`).\n" in run("-C", workspace, "check").output
    assert "1 for your eyes" in run("-C", workspace, "repair").output


def test_the_sum_says_how_many_were_not_looked_at(workspace: Path) -> None:
    facts = "".join(f"  f{n}: {{ask: q{n}, answer: 640 metres, quote: It was 640 metres long}}\n" for n in range(53))
    (workspace / "decks" / "d.yaml").write_text(f"deck: d\nsource: harbour\nfacts:\n{facts}", "utf-8")
    told = "50 facts were reworded (`citedeck repair`), 3 were not looked at (`citedeck repair` looks at all).\n"
    assert told in run("-C", workspace, "check").output
    assert "53 for your eyes" in run("-C", workspace, "repair").output


def test_a_problem_elsewhere_in_the_fact_leaves_it_open_what_became_of_a_quote(workspace: Path) -> None:
    quotes = "[Ada Lindqvist drew the plan, the]"
    text = f"deck: d\nsource: harbour\nfacts:\n  a: {{ask: q, answer: plans, quote: {quotes}}}\n"
    (workspace / "decks" / "d.yaml").write_text(text, "utf-8")
    problems = json.loads(run("-C", workspace, "check", "--json").output)["problems"]
    assert [(problem["code"], problem["drift"]) for problem in problems] == [
        ("quote-splits-token", None),
        ("quote-ambiguous", None),
    ]
