"""Docs that cannot lie: the reference is made from the code, and the README's deck, figures and commands are tried."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner

from citedeck.cli import loaded, main
from citedeck.codes import CODES
from citedeck.kinds.deck import Head
from citedeck.kinds.fact import Fact
from citedeck.kinds.table import KINDS
from citedeck.markdown import paragraphs, phrase
from citedeck.markup import to_html
from citedeck.model import Level, Text
from citedeck.workspace import Workspace, load
from tests.verify.test_accepted_or_refused import Case, outcome

REPOSITORY = Path(__file__).parent.parent
REFERENCE = REPOSITORY / "docs" / "reference.md"
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def reference() -> str:
    return "\n".join([*_intro(), *_decks(), *_kinds(), *_references(), *_commands(), *_codes()])


def _intro() -> Iterator[str]:
    yield "# Reference"
    yield ""
    yield "Written by `make docs` from the code; edit that, not this."
    yield ""


def _decks() -> Iterator[str]:
    yield "## Deck files"
    yield ""
    yield "A deck is `decks/<name>.yaml`. Every value is text as it is written: `no`, `1990`, `012` and `5,000` stay"
    yield "themselves; questions, answers, clozes, `hint` and `extra` take [small Markdown](markup.md). At the top of"
    yield "the file:"
    yield ""
    yield from _keys(Head)
    yield "| `facts` | **yes** | The facts by their ids; an id is the note's identity in Anki. |"
    yield ""
    yield "Every fact may have:"
    yield ""
    yield from _keys(Fact)
    yield ""
    yield "and the keys of its kind, by which its kind is known:"
    yield ""


def _keys(shape: type[Fact] | type[Head]) -> Iterator[str]:
    """The keys of a shape; of a kind, those that it does not have in common with every fact."""
    common = Fact.model_fields if issubclass(shape, Fact) and shape is not Fact else {}
    yield "| key | needed | |"
    yield "|---|---|---|"
    for name, field in shape.model_fields.items():
        if name not in common or field.is_required() != common[name].is_required():
            yield f"| `{name}` | {'**yes**' if field.is_required() else ''} | {field.description} |"


def _references() -> Iterator[str]:
    yield "## References"
    yield ""
    yield "`source/references.yaml` says what is known of the articles, as CSL-YAML (Zotero's and Pandoc's format). An"
    yield "article without an entry goes by its first line. Cards show `title`, `author`, `publisher` or"
    yield "`container-title`, and `issued`, and link to `URL`; `language` is that of the article, `file` its file in"
    yield "`source/` where its name is not that of the `id`. Other keys of CSL are left alone."
    yield ""
    yield "```yaml"
    yield "- id: bees                       # a deck names it: `source: bees`"
    yield "  title: The Bees of the Moor"
    yield "  author:"
    yield "    - family: Okafor"
    yield "      given: Helen"
    yield "  issued: 2024-05-14             # or date-parts: [[2024, 5, 14]]"
    yield "  URL: https://example.org/bees"
    yield "  language: en"
    yield "  file: bees.txt"
    yield "```"
    yield ""


def _kinds() -> Iterator[str]:
    for name, kind in sorted(KINDS.items()):
        yield f"### {name}"
        yield ""
        yield (kind.__doc__ or "").strip()
        yield ""
        yield from _keys(kind)
        yield ""
        example = (REPOSITORY / "tests" / "examples" / f"{name}.yaml").read_text(encoding="utf-8").strip()
        yield f"```yaml\n{example}\n```"
        yield ""


def _commands() -> Iterator[str]:
    yield "## Commands"
    yield ""
    for name in [None, *sorted(main.commands)]:
        command = main if name is None else loaded(name)
        title = "citedeck" if name is None else f"citedeck {name}"
        context = click.Context(command, info_name=title, terminal_width=100, help_option_names=["-h", "--help"])
        yield f"### {title}"
        yield ""
        yield f"```text\n{command.get_help(context).strip()}\n```"
        yield ""


def _codes() -> Iterator[str]:
    yield "## Codes"
    yield ""
    yield "`citedeck explain CODE` says more of each."
    yield ""
    yield "| code | severity | means | what to do |"
    yield "|---|---|---|---|"
    for code, explanation in sorted(CODES.items()):
        yield f"| `{code}` | {explanation.severity} | {explanation.summary} | {explanation.repair} |"
    yield ""


def test_the_reference_is_what_the_code_says(bless: bool) -> None:
    if bless:
        REFERENCE.parent.mkdir(exist_ok=True)
        REFERENCE.write_text(reference(), encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "run `make docs`"


@pytest.fixture
def readmes_workspace(tmp_path: Path) -> Path:
    """A workspace with the deck that stands in the README."""
    deck = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert deck
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "facts.yaml").write_text(deck[1], encoding="utf-8")
    shutil.copytree(REPOSITORY / "source", tmp_path / "source")
    return tmp_path


def test_the_readmes_deck_is_proved(readmes_workspace: Path) -> None:
    verdict = load(Workspace(readmes_workspace)).verdict()
    assert not verdict.problems
    assert len(verdict.findings) == 3


def test_the_readmes_mistake_reads_as_it_says(readmes_workspace: Path) -> None:
    deck = readmes_workspace / "decks" / "facts.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("answer: 15,000", "answer: 5,000"), encoding="utf-8")
    result = CliRunner().invoke(main, ["-C", str(readmes_workspace), "check", "facts"])
    assert f"$ citedeck check facts\n{result.output}```" in README


def test_the_readmes_figures_are_those_of_the_deck() -> None:
    result = CliRunner().invoke(main, ["-C", str(REPOSITORY), "check"])
    assert all(line in README for line in result.output.splitlines())


@pytest.mark.parametrize("command", sorted(set(re.findall(r"(?:`|\$ )citedeck ([a-z]+)\b", README))))
def test_the_readme_names_only_commands_there_are(command: str) -> None:
    assert command in main.commands


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_readme_names_every_command(name: str) -> None:
    assert f"citedeck {name}" in README


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/reference.md",
        "docs/verified.md",
        "docs/markup.md",
    ],
)
def test_links_within_the_repository_lead_somewhere(page: str) -> None:
    path = REPOSITORY / page
    for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link


def test_every_module_the_architecture_names_is_there() -> None:
    text = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    named = {name.strip("`/") for row in rows for name in re.findall(r"`[^`]+`", row)}
    package = REPOSITORY / "generator" / "citedeck"
    assert named
    assert all((package / name).exists() for name in named)


VERIFIED = (REPOSITORY / "docs" / "verified.md").read_text(encoding="utf-8")
REFUSALS = re.findall(r"^\| `([a-z-]+)` \| (.*?) \| (.*?) \*(.*)\* \|$", VERIFIED, re.MULTILINE)


@pytest.mark.parametrize(("code", "passage", "question", "answer"), REFUSALS)
def test_what_the_page_on_verified_says_is_refused_is_refused(
    code: str, passage: str, question: str, answer: str
) -> None:
    assert outcome(Case(passage, question, answer)) == code


def test_the_page_on_verified_names_every_level_and_guard() -> None:
    assert {code for code, *_ in REFUSALS} >= {"negated", "partial-quantity", "qualifier-dropped", "rival-values"}
    assert all(f"`{level}`" in VERIFIED for level in get_args(Level))


MARKUP = (REPOSITORY / "docs" / "markup.md").read_text(encoding="utf-8")


def test_the_page_on_markup_shows_what_is_written() -> None:
    rows = [line.strip("| ").split(" | ") for line in MARKUP.splitlines() if line.startswith("| `")]
    assert len(rows) == 10
    for code, shown, *_ in rows:
        written = re.findall(r"`` (.+?) ``|`([^`]+)`", code)[0]
        prose = paragraphs(Text("".join(written) + ("\n- pears" if written[1].startswith("-") else "")))
        assert not prose.unread
        if shown.startswith("a "):
            assert {span.mark for span in prose.spans} & {"math", "ul"}
        else:
            assert to_html(prose) == to_html(paragraphs(Text(shown.removesuffix(" |"))))


def test_the_page_on_markup_says_what_stays_text() -> None:
    (examples,) = re.findall(r"\*\*What stays text\.\*\* (.*?)\. Where", MARKUP)
    texts = re.findall(r"`([^`]+)`", examples)
    assert len(texts) == 8
    assert all((prose := phrase(Text(text))) == text and not prose.spans for text in texts)
