"""The pytest plugin, in a pytest of its own."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

ARTICLE = "Rain fell on 12 May.\n\nAbout 40 boats left the harbour of Brin.\n"
DECK = """\
deck: Weather
source: weather
facts:
  day:
    ask: On which day did rain fall?
    answer: 12 May
    quote: Rain fell on 12 May
  boats:
    ask: About how many boats left the harbour of Brin?
    answer: "40"
    quote: About 40 boats left
"""


@pytest.fixture
def workspace(pytester: pytest.Pytester) -> pytest.Pytester:
    for folder in ("decks", "source"):
        pytester.mkdir(folder)
    (pytester.path / "source" / "weather.txt").write_text(ARTICLE, encoding="utf-8")
    (pytester.path / "decks" / "weather.yaml").write_text(DECK, encoding="utf-8")
    return pytester


def test_each_fact_is_a_test_named_by_its_id(workspace: pytest.Pytester) -> None:
    result = workspace.runpytest("-v", "decks")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["*decks/weather.yaml::day PASSED*", "*decks/weather.yaml::boats PASSED*"])


def test_a_failure_reads_like_check_and_not_like_a_traceback(workspace: pytest.Pytester) -> None:
    (workspace.path / "decks" / "weather.yaml").write_text(DECK.replace('"40"', '"50"'), encoding="utf-8")
    result = workspace.runpytest("decks")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["decks/weather.yaml:10:5: answer-not-in-quote: boats: *50*does not stand in the quote"]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*raise *")


def test_a_fact_can_be_run_alone(workspace: pytest.Pytester) -> None:
    workspace.runpytest("decks/weather.yaml::day").assert_outcomes(passed=1)


def test_a_deck_that_cannot_be_read_is_one_failing_test(workspace: pytest.Pytester) -> None:
    (workspace.path / "decks" / "broken.yaml").write_text("deck: [", encoding="utf-8")
    result = workspace.runpytest("decks")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["decks/broken.yaml:*: yaml-syntax: *"])


def test_facts_without_a_source_fail_with_the_reason(workspace: pytest.Pytester) -> None:
    (workspace.path / "source" / "weather.txt").unlink()
    result = workspace.runpytest("decks")
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(["*source-not-found: there is no source*weather*"])


def test_it_takes_the_decks_that_check_takes(workspace: pytest.Pytester) -> None:
    decks = workspace.path / "decks"
    (decks / "nested").mkdir()
    for name in ("nested/LOUD.YAML", ".hidden.yaml"):
        (decks / name).write_text(DECK.replace("deck:", f"id: {name[-8:-5]}\ndeck:"), encoding="utf-8")
    workspace.runpytest("decks").assert_outcomes(passed=4)


def test_other_yaml_files_are_left_alone(workspace: pytest.Pytester) -> None:
    (workspace.path / "source" / "notes.yaml").write_text("a: b", encoding="utf-8")
    (workspace.path / "settings.yaml").write_text("a: b", encoding="utf-8")
    workspace.runpytest().assert_outcomes(passed=2)
