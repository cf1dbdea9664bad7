"""`citedeck quiz`: what is asked, what is told, and how a run ends."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citedeck.cli import main

ARTICLE = (
    "Fish\n\nIn 1990 Saltmere landed cod, herring and eel. The Cooperative (SFC) sold it in Norrin for 5,000 crowns.\n"
)
DECK = """
deck: Fish
id: fish
source: fish
facts:
  where: {ask: Where was it sold?, answer: Norrin, distractors: [Kelso, Amity], quote: sold it in Norrin, hint: A town}
  price: {ask: What was it sold for?, answer: '5,000 crowns', typed: true, quote: 'for 5,000 crowns', extra: Not much}
  catch: {cloze: 'landed {{c1::cod}}, {{c2::herring::a fish}} and eel'}
  list: {ask: Which fish?, answers: [cod, eel], quote: 'landed cod, herring and eel'}
  year: {ask: When was it landed?, answer: '1990', quote: In 1990 Saltmere}
"""
RIGHT = {"where": "2\n", "price": "5000 Crowns\n", "catch": "COD\nherring\n", "list": "eel\ncod\n", "year": "\ny\n"}
_PATIENCE = 30  # seconds
WORDS = {
    "where": "Where was it sold?",
    "price": "What was it sold for?",
    "catch": "landed (1)\u00a0_____, (2)\u00a0_____ [a fish] and eel",
    "list": "Which fish?",
    "year": "When was it landed?",
}
KINDS = {"where": "choice", "price": "typed", "catch": "cloze", "list": "list", "year": "recall"}


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {"decks/fish.yaml": DECK, "source/fish.txt": ARTICLE}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def quiz(root: Path, typed: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "quiz", *options], input=typed)


def order(root: Path, *options: str) -> list[str]:
    """The facts in the order in which they are asked."""
    text = quiz(root, "\n" * 40, *options).output.partition("Missed:")[0]
    asked = {"Where was it sold?": "where", "What was it sold for?": "price", "landed (1)": "catch", "Which": "list"}
    asked["When was it"] = "year"
    found = re.findall("|".join(map(re.escape, asked)), text.replace("\u00a0", " "))
    return [asked[one] for one in found]


@pytest.mark.parametrize("fact", RIGHT)
def test_right_answers_of_every_kind(root: Path, fact: str) -> None:
    result = quiz(root, RIGHT[fact], "fish", "--kind", KINDS[fact])
    assert result.exit_code == 0, result.output
    assert "1 of 1 right." in result.output
    assert "Not right" not in result.output
    assert "In 1990 Saltmere landed cod" in " ".join(result.output.replace("│", "").split())
    assert "— Fish" in result.output


@pytest.mark.parametrize(
    ("fact", "typed", "told"),
    [
        ("where", "1\n", "Not right: Norrin"),
        ("where", "Kelso\n", "Not right: Norrin"),
        ("where", "\n", "Not right: Norrin"),
        ("price", "50,000 crowns\n", "Not right: 5,000 crowns"),
        ("price", "\n", "Not right: 5,000 crowns"),
        ("catch", "cod\ncod\n", "Not right: herring"),
        ("catch", "\n\n", "Not right: cod; herring"),
        ("list", "cod\ncod\n", "Wrong: cod"),
        ("list", "cod\n\n", "Not right: cod; eel"),
        ("year", "\nn\n", "1990"),
        ("year", "\n\n", "1990"),
    ],
)
def test_wrong_answers_of_every_kind(root: Path, fact: str, typed: str, told: str) -> None:
    result = quiz(root, typed, "fish", "--kind", KINDS[fact])
    assert result.exit_code == 0, result.output
    assert told in result.output
    assert "0 of 1 right." in result.output
    assert f"Missed:\n  - {WORDS[fact]}\n" in result.output
    assert result.output.endswith(f"again: citedeck -C {root} quiz fish --missed\n")


def test_an_option_may_be_typed_itself(root: Path) -> None:
    assert "1 of 1 right." in quiz(root, "Norrin\n", "fish", "--kind", "choice").output


def test_an_option_that_looks_like_a_command_may_be_typed_itself(root: Path) -> None:
    (root / "source" / "fish.txt").write_text("Letters\n\nThe letter before r is q, they say.\n", encoding="utf-8")
    fact = "{ask: Which letter?, answer: q, distractors: [a, b], quote: before r is q}"
    deck = f"deck: F\nid: fish\nsource: fish\nfacts:\n  q: {fact}\n"
    (root / "decks" / "fish.yaml").write_text(deck, encoding="utf-8")
    assert "1 of 1 right." in quiz(root, "q\n", "fish").output


def test_what_is_no_option_is_asked_again(root: Path) -> None:
    result = quiz(root, "9\nx\n2\n", "fish", "--kind", "choice")
    assert result.output.count("Type 1 to 3") == 2
    assert "1 of 1 right." in result.output


def test_what_is_neither_yes_nor_no_is_asked_again(root: Path) -> None:
    assert "Type y or n." in quiz(root, "\nperhaps\nY\n", "fish", "--kind", "recall").output


def test_a_hint_is_shown_on_demand(root: Path) -> None:
    result = quiz(root, "?\n2\n", "fish", "--kind", "choice")
    assert "Hint: A town" in result.output
    assert "There is no hint." in quiz(root, "?\n\n", "fish", "--kind", "typed").output
    assert "[a fish]" in quiz(root, "\n\n", "fish", "--kind", "cloze").output


def test_the_authors_remark_is_told_afterwards(root: Path) -> None:
    assert quiz(root, "x\n", "fish", "--kind", "typed").output.index("Not right") < quiz(
        root, "x\n", "fish", "--kind", "typed"
    ).output.index("Not much")


def test_it_ends_early_with_what_was_asked(root: Path) -> None:
    for typed in ("q\n", ""):
        result = quiz(root, typed, "fish")
        assert result.exit_code == 0
        assert "0 of 0 right; 5 not asked." in result.output


def test_an_answer_that_looks_like_a_command_is_an_answer(root: Path) -> None:
    (root / "source" / "fish.txt").write_text("Letters\n\nThe letter before r is q, they say.\n", encoding="utf-8")
    fact = "{ask: Which letter?, answer: q, typed: true, quote: before r is q}"
    deck = f"deck: F\nid: fish\nsource: fish\nfacts:\n  q: {fact}\n"
    (root / "decks" / "fish.yaml").write_text(deck, encoding="utf-8")
    assert "1 of 1 right." in quiz(root, "q\n", "fish").output


def test_the_same_seed_is_the_same_order(root: Path) -> None:
    orders = {seed: order(root, "fish", "--seed", str(seed)) for seed in range(12)}
    assert orders[3] == order(root, "--seed", "3")
    assert len({tuple(one) for one in orders.values()}) > 6
    assert all(sorted(one) == sorted(RIGHT) for one in orders.values())
    assert order(root, "--seed", "3", "--count", "2") == orders[3][:2]


def test_without_a_seed_one_is_drawn_and_shown(root: Path) -> None:
    shown = re.findall(r"--seed (\d+)", quiz(root, "q\n").output)
    assert len(shown) == 1
    assert order(root, "--seed", shown[0])


def test_kinds_are_chosen(root: Path) -> None:
    assert sorted(order(root, "--kind", "choice", "--kind", "list")) == ["list", "where"]


def test_what_was_missed_is_asked_again_until_it_is_right(root: Path) -> None:
    quiz(root, "\n", "--kind", "typed")
    quiz(root, "\n", "--kind", "choice")
    assert sorted(order(root, "--missed", "--seed", "1")) == ["price", "where"]
    assert "1 of 1 right." in quiz(root, RIGHT["price"], "--missed", "--kind", "typed").output
    assert order(root, "--missed") == ["where"]
    quiz(root, RIGHT["where"], "--missed")
    result = quiz(root, "", "--missed")
    assert result.exit_code == 0
    assert "Nothing to ask: no question is kept as missed." in result.output


def test_a_missed_question_that_is_gone_is_forgotten(root: Path) -> None:
    quiz(root, "\n", "--kind", "typed")
    deck = root / "decks" / "fish.yaml"
    deck.write_text(DECK.replace("  price:", "  cost:"), encoding="utf-8")
    result = quiz(root, "", "--missed")
    assert result.exit_code == 0
    assert "Nothing to ask: the questions you missed are no longer in the deck." in result.output
    quiz(root, "\n", "--kind", "choice")
    deck.write_text(DECK, encoding="utf-8")
    assert order(root, "--missed") == ["where"]


def test_other_decks_have_their_own(root: Path) -> None:
    quiz(root, "\n", "fish", "--kind", "typed")
    (root / "decks" / "twin.yaml").write_text(DECK.replace("id: fish", "id: twin"), encoding="utf-8")
    assert "no question is kept" in quiz(root, "", "twin", "--missed").output


@pytest.mark.parametrize("content", ["", "{", "[]", '{"missed": 1}', '{"missed": [1]}'])
def test_a_broken_record_stops_missed_alone(root: Path, home: Path, content: str) -> None:
    quiz(root, "\n", "--kind", "typed")
    (record,) = home.rglob("*.json")
    record.write_text(content, encoding="utf-8")
    result = quiz(root, "", "--missed")
    assert result.exit_code == 2
    assert "what was missed cannot be read" in result.output
    assert "elete" in result.output
    result = quiz(root, RIGHT["price"], "--kind", "typed")
    assert result.exit_code == 0
    assert "1 of 1 right." in result.output
    assert result.output.count("What was missed before is forgotten: ") == 1
    assert "forgotten" not in quiz(root, "\n", "--kind", "typed").output
    assert order(root, "--missed") == ["price"]


def test_a_record_that_cannot_be_kept_is_told(root: Path, home: Path) -> None:
    (home / "citedeck").write_text("a file in the way", encoding="utf-8")
    result = quiz(root, "\n", "--kind", "typed")
    assert result.exit_code == 0
    assert "What was missed cannot be kept: " in result.output
    assert "--missed" not in result.output


def test_of_a_deck_with_problems_nothing_is_asked(root: Path) -> None:
    (root / "decks" / "fish.yaml").write_text(DECK.replace("answer: Norrin", "answer: Oslo"), encoding="utf-8")
    result = quiz(root, "\n", "fish")
    assert result.exit_code == 1
    assert "answer-not-in-quote" in result.output
    assert "Nothing is asked of a deck with problems." in result.output
    assert "1 of" not in result.output


def test_of_several_decks_one_must_be_named(root: Path) -> None:
    (root / "decks" / "twin.yaml").write_text(DECK.replace("id: fish", "id: twin"), encoding="utf-8")
    result = quiz(root, "")
    assert result.exit_code == 2
    (root / "decks" / "twin.yaml").write_text("deck: Twin\nid: twin\n", encoding="utf-8")
    assert quiz(root, "").output == result.output, "that one has problems does not matter"
    assert "Name the one to ask: citedeck quiz DECK. There are fish, twin." in " ".join(result.output.split())


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--count", "0"), "--count"),
        (("--count", "x"), "--count"),
        (("--kind", "essay"), "essay"),
        (("--seed", "x"), "--seed"),
        (("none",), "there is no deck “none”"),
    ],
)
def test_wrong_usage(root: Path, options: tuple[str, ...], told: str) -> None:
    result = quiz(root, "", *options)
    assert result.exit_code == 2
    assert told in result.output


def test_a_kind_that_is_not_there_is_told(root: Path) -> None:
    deck = "\n".join(line for line in DECK.splitlines() if "catch" not in line)
    (root / "decks" / "fish.yaml").write_text(deck, encoding="utf-8")
    result = quiz(root, "", "--kind", "cloze")
    assert result.exit_code == 0
    assert "the deck has no question of the kind cloze. It has choice, typed, list, recall." in result.output


def test_a_picture_is_named(root: Path) -> None:
    from tests.small_png import of_colour

    (root / "decks" / "a.png").write_bytes(of_colour(1, 2, 3, 4, 4))
    deck = DECK.replace("typed: true,", "typed: true, image: {file: a.png, alt: A boat},")
    (root / "decks" / "fish.yaml").write_text(deck, encoding="utf-8")
    assert "[Picture: A boat]" in quiz(root, "\n", "--kind", "typed").output


def test_in_a_pipe_every_line_is_an_answer(root: Path) -> None:
    command = [sys.executable, "-m", "citedeck", "-C", str(root), "quiz", "--seed", "1", "--kind", "typed"]
    done = subprocess.run(
        command, check=False, input="5,000 crowns\n", capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert "  > 5,000 crowns\n  Right.\n" in done.stdout


def test_what_is_no_text_is_a_wrong_answer(root: Path) -> None:
    command = [sys.executable, "-m", "citedeck", "-C", str(root), "quiz", "--kind", "typed"]
    strict = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}
    done = subprocess.run(command, check=False, input=b"\xff\n", capture_output=True, timeout=60, env=strict)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"> \\xff\n  Not right: 5,000 crowns" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes its input")
def test_without_any_input_it_ends_at_once(root: Path) -> None:
    command = ["sh", "-c", 'exec "$@" <&-', "sh", sys.executable, "-m", "citedeck", "-C", str(root), "quiz"]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 of 0 right; 5 not asked." in done.stdout


class Terminal:
    """A command in a pseudo-terminal, and what it shows."""

    def __init__(self, root: Path, *options: str, **more: str) -> None:
        pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "70", **more}
        self.process, self.own = pty.fork()
        if self.process == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # ignored where the tests themselves run in the background
            command = [sys.executable, "-m", "citedeck", "-C", str(root), "quiz", *options]
            os.execvpe(sys.executable, command, environment)
        self.shown = ""
        self._seen = 0

    def until(self, *texts: str) -> str:
        """Read on until one of several texts is shown; which."""
        wanted = re.compile("|".join(map(re.escape, texts)))
        while not (found := wanted.search(self.shown, self._seen)):
            piece = self._read()
            assert piece, f"none of {texts} was shown: {self.shown!r}"
            self.shown += piece
        self._seen = found.end()
        return found[0]

    def type(self, text: str) -> None:
        os.write(self.own, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C once the command waits: one that comes between its prompt and its wait is seen by Python only
        when the wait ends.
        """
        state = Path(f"/proc/{self.process}/stat")
        deadline = time.monotonic() + (_PATIENCE if state.exists() else 0.5)
        while time.monotonic() < deadline and not (state.exists() and ") S " in state.read_text()):
            time.sleep(0.02)
        self.type("\x03")

    def end(self) -> int:
        """Read to the end; the exit code."""
        while piece := self._read():
            self.shown += piece
        os.close(self.own)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def _read(self) -> str:
        assert select.select([self.own], [], [], _PATIENCE)[0], f"nothing more was shown: {self.shown!r}"
        try:
            return os.read(self.own, 65536).decode("utf-8", "replace")
        except OSError:  # how Linux tells the end
            return ""


@pytest.fixture
def terminals(root: Path) -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for one in opened:
        try:
            os.kill(one.process, signal.SIGKILL)
        except ProcessLookupError:
            continue


def test_a_quiz_taken_in_a_terminal(root: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal(root, "fish", "--kind", "typed", "--kind", "choice", "--kind", "recall", "--seed", "2")
    terminals.append(terminal)
    answers = {"1-3> ": "2\n", "  > ": "five thousand crowns\n", "Enter> ": "\n"}
    for _ in range(3):
        prompt = terminal.until(*answers)
        terminal.type(answers[prompt])
        if prompt == "Enter> ":
            terminal.until("y/n> ")
            terminal.type("y\n")
        terminal.until("— Fish")
    assert terminal.end() == 0
    assert "3 of 3 right." in terminal.shown
    assert "\x1b[32m" in terminal.shown
    assert max(map(len, re.sub(r"\x1b\[\d*m", "", terminal.shown).splitlines())) <= 70


def test_ctrl_c_ends_it_with_the_score(root: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal(root, "fish", "--seed", "1", "--kind", "typed", "--kind", "choice")
    terminals.append(terminal)
    terminal.until("> ")
    terminal.interrupt()
    assert terminal.end() == 0
    assert "0 of 0 right; 2 not asked." in terminal.shown
    assert "Traceback" not in terminal.shown


def test_what_was_missed_before_ctrl_c_is_kept(root: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal(root, "fish", "--seed", "1", "--kind", "typed", "--kind", "choice")
    terminals.append(terminal)
    prompt = terminal.until("1-3> ", "  > ")
    terminal.type("\n")
    terminal.until("2 of 2")
    terminal.until("> ")
    terminal.interrupt()
    assert terminal.end() == 0
    assert "0 of 1 right; 1 not asked." in terminal.shown
    assert order(root, "--missed") == ["where" if prompt == "1-3> " else "price"]


def test_no_color_is_honoured(root: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal(root, "fish", "--kind", "typed", NO_COLOR="1")
    terminals.append(terminal)
    terminal.until("> ")
    terminal.type("x\n")
    assert terminal.end() == 0
    assert "\x1b[3" not in terminal.shown
    assert "Not right: 5,000 crowns" in terminal.shown


def test_an_option_that_is_a_number_is_itself(root: Path) -> None:
    fact = "{ask: How many ferries sail?, answer: '3', distractors: ['1', '2', '4'], quote: of 3 ferries that sail}"
    (root / "source" / "fish.txt").write_text("Sea\n\nThey tell of 3 ferries that sail.\n", encoding="utf-8")
    text = f"deck: F\nid: fish\nsource: fish\nfacts:\n  n: {fact}\n"
    (root / "decks" / "fish.yaml").write_text(text, encoding="utf-8")
    assert "1 of 1 right." in quiz(root, "3\n", "fish").output
    assert "0 of 1 right." in quiz(root, "1\n", "fish").output


def test_a_number_of_many_thousand_figures_is_wrong(root: Path) -> None:
    result = quiz(root, "9" * 5000 + "\n", "--kind", "typed")
    assert result.exit_code == 0
    assert "0 of 1 right." in result.output
