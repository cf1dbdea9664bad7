"""What would mend a quote, and what no proposal may do: make a wrong fact look right."""

from __future__ import annotations

from pathlib import Path

import pytest

from citedeck.model import Problem
from citedeck.reading.editing import open_draft
from citedeck.repair import Diagnosis, Proposal, diagnose
from citedeck.repair.caution import reason_to_look
from citedeck.workspace import Workspace, load

LIGHT = """\
The Light of Norrin

The light of Norrin was built in 1887 by Ada Holt. It stands 41 metres above the sea, and its lamp burns all night.

The lamp is not red. The council of Norrin didn’t sell the lamp, although Kelso offered 12,500 crowns for it. Its long-
serving keeper wrote the “Book of Winds” — a diary.

The keeper

The keeper of the light counted 300 ships in the winter of 1901. The lamp burns all night. Nobody came to the keeper’s
burial, but the whole town of Kelso mourned. The old boathouse may one day become a museum.
"""

SHIPS = "Ships of the Coast\n\nThe brig Aurora was lost off Norrin with nine hands in a night of fog.\n"


def diagnosed(root: Path, fact: str, typography: bool = False) -> Diagnosis:
    """What is found in a deck of one fact, of which these are the lines."""
    for folder in ("decks", "source"):
        (root / folder).mkdir()
    (root / "source" / "light.txt").write_text(LIGHT, encoding="utf-8")
    (root / "source" / "ships.txt").write_text(SHIPS, encoding="utf-8")
    lines = "".join(f"    {line}\n" for line in fact.splitlines())
    (root / "decks" / "d.yaml").write_text(f"deck: d\nsource: light\nfacts:\n  a:\n{lines}", encoding="utf-8")
    return diagnose(load(Workspace(root)), typography)


def changed(root: Path, proposal: Proposal) -> list[str]:
    """The lines a proposal takes out of its deck and puts into it, as a diff."""
    draft = open_draft(root / "decks" / "d.yaml", "decks/d.yaml")
    assert not isinstance(draft, Problem)
    before, after = draft.lines(proposal.puts())
    return [f"-{line.strip()}" for line in before] + [f"+{line.strip()}" for line in after]


def mended(root: Path, proposal: Proposal) -> list[str]:
    """The codes of what `check` says once the proposal is written."""
    path = root / "decks" / "d.yaml"
    draft = open_draft(path, "decks/d.yaml")
    assert not isinstance(draft, Problem)
    path.write_bytes(draft.edited(proposal.puts()))
    return [problem.code for problem in load(Workspace(root)).verdict().errors]


Q = "ask: q\n"


@pytest.mark.parametrize(
    ("fact", "look", "diff"),
    [
        pytest.param(
            Q + "answer: Ada Holt\nquote: The light of Norrin was biult in 1887 by Ada Holt",
            "“biult” becomes “built”",
            [
                "-quote: The light of Norrin was biult in 1887 by Ada Holt",
                "+quote: The light of Norrin was built in 1887 by Ada Holt",
            ],
            id="a slip",
        ),
        pytest.param(
            Q + "answer: 41 metres\nquote: it Stands 41 metres above the sea  # height",
            "",
            [
                "-quote: it Stands 41 metres above the sea  # height",
                "+quote: It stands 41 metres above the sea  # height",
            ],
            id="capitals",
        ),
        pytest.param(
            Q + "answer: 300 ships\nquote: 300 ships in the winter\nprefix: of the Light counted\nsuffix: Of 1901.",
            "",
            [
                "-prefix: of the Light counted",
                "-suffix: Of 1901.",
                "+prefix: of the light counted",
                "+suffix: of 1901.",
            ],
            id="capitals beside it",
        ),
        pytest.param(
            Q + "answer: 41 metres\nquote: It stands 41 metres above sea",
            "“the” comes in",
            ["-quote: It stands 41 metres above sea", "+quote: It stands 41 metres above the sea"],
            id="a missing word",
        ),
        pytest.param(
            Q + "answer: 300 ships\nquote: The keeper counted 300 ships in the winter",
            "“of” comes in, “the” comes in, “light” comes in",
            [
                "-quote: The keeper counted 300 ships in the winter",
                "+quote: The keeper of the light counted 300 ships in the winter",
            ],
            id="missing words",
        ),
        pytest.param(
            Q + "answer: 41 metres\nquote: It stands 41 metres ... its lamp burns all night",
            "“above the sea, and” was left out",
            [
                "-quote: It stands 41 metres ... its lamp burns all night",
                "+quote:",
                "+- It stands 41 metres",
                "+- its lamp burns all night",
            ],
            id="stitched",
        ),
        pytest.param(
            Q + "answer: 41 metres\nquote: [Ada Holt, It stands 41 metres … its lamp burns]",
            "“above the sea, and” was left out",
            [
                "-quote: [Ada Holt, It stands 41 metres … its lamp burns]",
                "+quote: [Ada Holt, It stands 41 metres, its lamp burns]",
            ],
            id="stitched in a list",
        ),
        pytest.param(
            Q + "answer: 300 ships\nquote: 300 ships in the winter\nprefix: of the lihgt counted\nsuffix: Of 1901.",
            "“lihgt” becomes “light”",
            [
                "-prefix: of the lihgt counted",
                "-suffix: Of 1901.",
                "+prefix: of the light counted",
                "+suffix: of 1901.",
            ],
            id="moved",
        ),
        pytest.param(
            Q + "answer: nine hands\nquote: lost off Norrin with nine hands in a night\nextra: x",
            "another article is cited: “ships”",
            ["+source: ships"],
            id="in another source",
        ),
        pytest.param(
            Q + "answer: nine hands\nquote: lost off Norrin with nine hands in a night\nsource: light",
            "another article is cited: “ships”",
            ["-source: light", "+source: ships"],
            id="in another source than the fact's own",
        ),
        pytest.param(
            "cloze: lost off {{Norrin}} with nine hands\nextra: x",
            "another article is cited: “ships”",
            ["+source: ships"],
            id="a cloze in another source",
        ),
        pytest.param(
            Q + 'answer: Book of Winds\nquote: long-serving Keeper wrote the "Book of Winds"',
            "",
            [
                '-quote: long-serving Keeper wrote the "Book of Winds"',
                "+quote: long-serving keeper wrote the “Book of Winds”",
            ],
            id="over the end of a line",
        ),
    ],
)
def test_what_is_proposed(tmp_path: Path, fact: str, look: str, diff: list[str]) -> None:
    found = diagnosed(tmp_path, fact)
    assert (len(found.proposals), found.left) == (1, ())
    (proposal,) = found.proposals
    assert changed(tmp_path, proposal) == diff
    assert proposal.mend.look == look
    assert mended(tmp_path, proposal) == []


@pytest.mark.parametrize(
    ("fact", "look"),
    [
        pytest.param("answer: Ada Holt\nquote: was built in 1878 by Ada Holt", "“1878” becomes “1887”", id="a number"),
        pytest.param(
            "answer: 300 ships\nquote: 300 ships in the winter\nprefix: of the lamp counted\nsuffix: of 1902.",
            "“lamp” becomes “light”",
            id="moved, and something else is around it",
        ),
        pytest.param(
            "answer: Ada Holt\nquote: built in 1887 by Ada Holt ... Kelso mourned",
            "its pieces do not stand side by side",
            id="pieces far from each other",
        ),
        pytest.param("answer: 41 metres\nquote: '[The light] stands 41 metres'", "[The light] goes", id="brackets"),
        pytest.param(
            "answer: lamp\nquote: and its lamp shines all night", "“shines” becomes “burns”", id="another word"
        ),
        pytest.param("answer: lamp\nquote: its bright lamp burns all night", "“bright” goes", id="a word too many"),
        pytest.param(
            "answer: 12,500 crowns\nquote: although Kelsa offered 12,500 crowns", "“Kelsa” becomes “Kelso”", id="a name"
        ),
        pytest.param(
            "answer: 12,500 crowns\nquote: 2,500 crowns for it", "“2,500” becomes “12,500”", id="a number cut in two"
        ),
        pytest.param(
            "ask: Who mourrned?\nanswer: town\nquote: the whole town of Kelso mourrned",
            "“mourrned” becomes “mourned”",
            id="a word of the question",
        ),
        pytest.param(
            "answer: a museum\nquote: The old boathouse ... become a museum",
            "“may one day” was left out",
            id="what a seam leaves out",
        ),
    ],
)
def test_what_needs_a_look(tmp_path: Path, fact: str, look: str) -> None:
    found = diagnosed(tmp_path, fact if fact.startswith("ask") else Q + fact)
    assert [proposal.mend.look for proposal in found.proposals] == [look]
    assert mended(tmp_path, found.proposals[0]) == []


BUILT = "The mill was built in 1784 by the carpenter Josiah Pell"


@pytest.mark.parametrize(
    ("old", "new", "look"),
    [
        (BUILT, BUILT.replace("by", "by the son of"), "“the” comes in, “son” comes in, “of” comes in"),
        (BUILT, BUILT.replace("was", "was wrongly thought"), "“wrongly” comes in, “thought” comes in"),
        (BUILT, BUILT.replace("was", "was probably"), "“probably” comes in"),
        ("it was prescribed", "it was proscribed", "“prescribed” becomes “proscribed”"),
        ("they were married", "they were marred", "“married” becomes “marred”"),
        ("the complaint friend", "the compliant friend", "“complaint” becomes “compliant”"),
        ("she resigned in 1740", "she reigned in 1740", "“resigned” becomes “reigned”"),
        ("er wurde verbannt", "er wurde verbrannt", "“verbannt” becomes “verbrannt”"),
        ("in Maßen", "in Massen", "“Maßen” becomes “Massen”"),
        ("the brigde is old", "the bridge is old", "“brigde” becomes “bridge”"),
        ("it had few keepers", "it had a few keepers", "“a” comes in"),
        ("it had a few keepers", "it had few keepers", "“a” goes"),
        ("The lamp is red", "The lamp is not red", "“not” comes in"),
        ("The council did sell it", "The council didn’t sell it", "“did” becomes “didn’t”"),
        ("5,000 people", "15,000 people", "“5,000” becomes “15,000”"),
        ("it made 5 million", "it made 5 billion", "“million” becomes “billion”"),
        ("in town", "in the bank of the old town", "“the” comes in, “bank” comes in, “of” comes in, and 2 more"),
        ("it gave us a lamp", "it gave US a lamp", "“us” becomes “US”"),
        ("a plant of 5 mW", "a plant of 5 MW", "“mW” becomes “MW”"),
        ("it costs $5", "it costs €5", "“$5” becomes “€5”"),
        ("it costs 5", "it costs −5", "“5” becomes “−5”"),
        ("tuli silta", "tuli vanha silta", "“vanha” comes in"),
        ("the keeper, who slept, fell", "the keeper who slept, fell", "its punctuation is another"),
        ("the bridge is old", "the bridge is old?", "its punctuation is another"),
        ("the bridge is old.", "the bridge is old", ""),
        ("The Bridge is old", "the bridge is old", ""),
        ("the “bridge” – it's old", 'the "bridge" - it’s old', ""),
        ("the  bridge\nis old", "the bridge is old", ""),
        ("x" * 4_000, "x" * 4_001, "it is too long to compare"),
    ],
)
def test_why_a_person_must_look(old: str, new: str, look: str) -> None:
    assert reason_to_look(old, new, "en") == look


@pytest.mark.parametrize(
    ("fact", "code", "words"),
    [
        pytest.param(
            "answer: Ada Hult\nquote: built in 1887 by Ada Hult", "quote-not-found", "nowhere", id="wrong answer"
        ),
        pytest.param(
            "answer: 14 metres\nquote: It stands 14 metres above the sea", "quote-not-found", "", id="its number"
        ),
        pytest.param(
            "answer: 1901\nquote: In 1901 a storm blew the roof of the church away",
            "quote-not-found",
            "“1901” stands on line 10",
            id="unrelated, although the answer is there",
        ),
        pytest.param(
            "answer: night\nquote: lamp burns all night", "quote-ambiguous", "line 10: prefix:", id="ambiguous"
        ),
        pytest.param(
            "answer: night\nquote: lamp burns all night\nprefix: yellow",
            "quote-not-found",
            "line 3: prefix:",
            id="moved to one of two places",
        ),
        pytest.param(
            "answer: ships\nquote: counted 300 ships … in 1650", "quote-stitched", "", id="a piece is not there"
        ),
        pytest.param("answer: x\nquote: y\nsource: nowhere", "source-not-found", "", id="no source"),
    ],
)
def test_what_is_left_alone(tmp_path: Path, fact: str, code: str, words: str) -> None:
    found = diagnosed(tmp_path, Q + fact)
    assert found.proposals == ()
    assert [problem.code for problem in found.left] == [code]
    assert words in found.left[0].hint


@pytest.mark.parametrize(
    ("fact", "diff"),
    [
        (
            'answer: keeper\nquote: keeper wrote the "Book of Winds" - a diary',
            [
                '-quote: keeper wrote the "Book of Winds" - a diary',
                "+quote: keeper wrote the “Book of Winds” — a diary",
            ],
        ),
        ("answer: lamp\nquote: 'The lamp is not  red'", []),
        ("answer: keeper\nquote: Its long-serving keeper wrote", []),
        ("answer: keeper\nquote: Its long- serving keeper wrote", []),
    ],
)
def test_typography_is_proposed_only_if_asked_for(tmp_path: Path, fact: str, diff: list[str]) -> None:
    for number, asked in enumerate((False, True)):
        root = tmp_path / str(number)
        root.mkdir()
        found = diagnosed(root, Q + fact, asked)
        assert found.left == ()
        assert found.untypical == (bool(diff) and not asked)
        assert [changed(root, proposal) for proposal in found.proposals] == ([diff] if diff and asked else [])


@pytest.mark.parametrize(
    ("answers", "diff"),
    [
        pytest.param("[diary, night]", ["+prefix: The"], id="after the other quote it stands once"),
        pytest.param("[night, diary]", ["+prefix: its"], id="and before it"),
    ],
)
def test_the_answer_singles_out_a_place(tmp_path: Path, answers: str, diff: list[str]) -> None:
    keys = f"ask: q\nanswers: {answers}\nordered: true\nquote: [Book of Winds” — a diary, lamp burns all night]"
    found = diagnosed(tmp_path, keys)
    (proposal,) = found.proposals
    assert changed(tmp_path, proposal) == diff
    assert proposal.mend.look == f"“{diff[0].partition(': ')[2]}” stands beside it"
    assert mended(tmp_path, proposal) == []


def test_nothing_but_the_citation_is_ever_changed(tmp_path: Path) -> None:
    found = diagnosed(tmp_path, Q + "answer: 41 metres\nquote: It stnads 41 metres\nextra: E\nhint: H")
    (proposal,) = found.proposals
    assert {put.path[-2:] for put in proposal.puts()} == {("quote", 0)}
