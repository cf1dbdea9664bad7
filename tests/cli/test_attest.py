"""`citedeck attest` as a user types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_command import run
from tests.judging import HARBOUR

DECK = """\
deck: Saltmere
source: harbour
facts:
  woman:
    ask: Who drew the plans?
    answer: a woman  # her name is enough
    quote: Ada Lindqvist drew the plans

  # the mole
  mole: {ask: Of what is it?, answer: of rock, quote: a mole of stone, attest: {by: M. Doe, on: 2024-05-14, why: so}}
  length:
    ask: How long is it?
    answer: 640 metres
    quote: It is 640 metres long
  gone:
    ask: q
    answer: a
    quote: Ada Lindqvist burnt the plans
  more: {ask: Who drew the plans?, answer: 14 women, quote: Ada Lindqvist drew the plans}
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    for folder in ("decks", "source"):
        (tmp_path / folder).mkdir()
    (tmp_path / "source" / "harbour.txt").write_text(HARBOUR, "utf-8")
    (tmp_path / "decks" / "d.yaml").write_text(DECK, "utf-8")
    return tmp_path


def deck(workspace: Path) -> str:
    return (workspace / "decks" / "d.yaml").read_text("utf-8")


ATTEST = """\
    quote: Ada Lindqvist drew the plans
    attest:
      by: Ann Doe
      on: 2025-06-15
      why: "Ada is a woman's name: hers"
      hash: 4a5c
"""


def test_a_fact_gets_its_attestation(workspace: Path) -> None:
    vouch = ("-C", workspace, "attest", "d", "woman", "--by", "Ann Doe", "--why", "Ada is a woman's name: hers")
    result = run(*vouch)
    assert result.exit_code == 0
    seal = deck(workspace).partition("hash: ")[2][:16]
    assert deck(workspace) == DECK.replace("    quote: Ada Lindqvist drew the plans\n", ATTEST.replace("4a5c", seal))
    assert result.output == (
        "decks/d.yaml:4:3: woman\n"
        "  question  Who drew the plans?\n"
        "  answer    a woman\n"
        "  quote     Ada Lindqvist drew the plans\n"
        "  vouched   by Ann Doe on 2025-06-15: Ada is a woman's name: hers\n"
        f"  bound     by the hash {seal}; an edit of the above voids it\n"
        "wrote decks/d.yaml\n"
    )
    again = deck(workspace)
    result = run("-C", workspace, "attest", "d", "woman")
    assert result.exit_code == 0
    assert result.output.endswith("nothing changed: it was bound to this already\n")
    assert deck(workspace) == again


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (
            "{ask: Who drew it?, answer: a woman, distractors: [a man, a child], quote: Ada Lindqvist drew the plans}",
            ["question  Who drew it?", "answer    a woman", "wrong     a man", "wrong     a child"],
        ),
        (
            "{term: Ada Lindqvist, meaning: who made the plans, quote: Ada Lindqvist drew the plans}",
            ["term      Ada Lindqvist", "meaning   who made the plans"],
        ),
    ],
)
def test_all_that_is_bound_is_shown(workspace: Path, keys: str, shown: list[str]) -> None:
    (workspace / "decks" / "d.yaml").write_text(f"deck: d\nsource: harbour\nfacts:\n  x: {keys}\n", "utf-8")
    result = run("-C", workspace, "attest", "d", "x", "--by", "A", "--why", "y")
    assert [line.strip() for line in result.output.splitlines()[1 : 1 + len(shown)]] == shown


def test_an_attestation_gets_its_hash(workspace: Path) -> None:
    assert run("-C", workspace, "attest", "decks/d.yaml", "mole").exit_code == 0
    seal = deck(workspace).partition("hash: ")[2][:16]
    assert deck(workspace) == DECK.replace("why: so}", f"why: so, hash: {seal}}}")


def test_an_attestation_gets_the_day_it_lacks(workspace: Path) -> None:
    path = workspace / "decks" / "d.yaml"
    path.write_text(DECK.replace("on: 2024-05-14, ", "").partition("  length:")[0], "utf-8")
    assert "citedeck attest d mole" in run("-C", workspace, "check").output
    assert run("-C", workspace, "attest", "d", "mole", "--on", "2025-01-02").exit_code == 0
    assert "{by: M. Doe, why: so, on: 2025-01-02, hash: " in deck(workspace)
    path.write_text(deck(workspace).partition("  woman:")[0] + "  mole:" + deck(workspace).partition("  mole:")[2])
    assert run("-C", workspace, "check").exit_code == 0


def test_a_reason_of_several_lines_stands_on_one(workspace: Path) -> None:
    assert run("-C", workspace, "attest", "d", "woman", "--by", "A\tB", "--why", "she\n\n is one\n").exit_code == 0
    assert "by: A B\n" in deck(workspace)
    assert "why: she is one\n" in deck(workspace)


def test_who_vouches_anew_does_so_today(workspace: Path) -> None:
    run("-C", workspace, "attest", "d", "mole")
    changed = deck(workspace).replace("answer: of rock", "answer: of rocks")
    (workspace / "decks" / "d.yaml").write_text(changed, "utf-8")
    result = run("-C", workspace, "attest", "d", "mole", "--why", "rocks are stone")
    assert result.exit_code == 0
    assert "by: M. Doe, on: 2025-06-15, why: rocks are stone, hash: " in deck(workspace)


def test_check_accepts_what_was_attested_until_it_is_edited(workspace: Path) -> None:
    path = workspace / "decks" / "d.yaml"
    path.write_text(DECK.partition("  length:")[0], "utf-8")
    assert run("-C", workspace, "check").exit_code == 1
    run("-C", workspace, "attest", "d", "woman", "--by", "A", "--why", "x")
    run("-C", workspace, "attest", "d", "mole")
    result = run("-C", workspace, "check")
    assert result.exit_code == 0
    assert "2 facts: 2 attested; " in result.output
    path.write_text(deck(workspace).replace("answer: a woman", "answer: an artist"), "utf-8")
    result = run("-C", workspace, "check")
    assert result.exit_code == 1
    assert "attest-void" in result.output


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nowhere", "woman"], 2, "there is no deck “nowhere”"),
        (["d", "womna"], 2, "Did you mean “woman”?"),
        (["d", "xyz"], 2, "decks/d.yaml has no fact “xyz”"),
        (["d"], 2, "Missing argument"),
        (["d", "woman"], 2, "citedeck attest DECK FACT --by NAME --why TEXT"),
        (["d", "woman", "--by", "A"], 2, "--why TEXT"),
        (["d", "woman", "--by", " ", "--why", "x"], 2, "has no `attest:` yet"),
        (["d", "woman", "--by", "A", "--why", "x", "--on", "yesterday"], 2, "“yesterday” is no day"),
        (["d", "woman", "--by", "A", "--why", "x", "--on", "2024-02-30"], 2, "Write it as 2024-05-14."),
        (["d", "woman", "--by", "A", "--why", "x\x07y"], 2, "--why holds the control character U+0007"),
        (["d", "woman", "--by", "A\x1b[2J", "--why", "x"], 2, "--by holds the control character U+001B"),
        (["d", "woman", "--by", "A", "--why", "\u200b"], 2, "--why is empty"),
        (["d", "length", "--by", "A", "--why", "x"], 2, "its quote proves its answer (verbatim)"),
        (["d", "gone", "--by", "A", "--why", "x"], 1, "quote-not-found"),
        (["d", "more", "--by", "A", "--why", "x"], 1, "attest-adds-value"),
    ],
)
def test_what_cannot_be_attested_is_told(workspace: Path, arguments: list[str], code: int, words: str) -> None:
    result = run("-C", workspace, "attest", *arguments)
    assert result.exit_code == code
    assert words in result.output
    assert "Traceback" not in result.output
    assert deck(workspace) == DECK


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (DECK + "  woman: {ask: x}\n", "duplicate-id"),
        (DECK.replace("    ask: Who drew", "    aks: Who drew"), "“woman” could not be read"),
        ("deck: [", "has no fact “woman”"),
    ],
)
def test_a_deck_that_cannot_be_read(workspace: Path, broken: str, words: str) -> None:
    (workspace / "decks" / "d.yaml").write_text(broken, "utf-8")
    result = run("-C", workspace, "attest", "d", "woman", "--by", "A", "--why", "x")
    assert result.exit_code in (1, 2)
    assert words in result.output
    assert deck(workspace) == broken
