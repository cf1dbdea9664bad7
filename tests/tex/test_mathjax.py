"""Formulas before the judge: MathJax as Anki has it sets each without an error, and nothing in them is live."""

from __future__ import annotations

import html
from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Page

from citedeck.tex import flaw, mathml
from citedeck.tex.commands import COMMANDS, ENVIRONMENTS, SIGNS, SIZED, WITH_ARGUMENTS
from tests.browser import launched
from tests.mathjax import SHOWN, typeset
from tests.tex.test_flaws import GOOD, LIVELY

_AFTER_OPERATOR = ("limits", "nolimits")
_UNITS = {"degree"}  # MathJax calls it one by a class of its own
_PIECES = (
    *(
        "{",
        "}",
        "^",
        "_",
        "&",
        "'",
        "\\\\",
        "\\",
        "x",
        "2",
        " ",
        "(",
        "[",
        "]",
        "\\left(",
        "\\right)",
        "\\frac",
        "\\text{",
    ),
    *(
        "\\begin{cases}",
        "\\end{cases}",
        "\\sqrt",
        "\\overline{",
        "\\ce{",
        "\\href{javascript:x}{y}",
        "\\class{a}{",
        "%",
    ),
    *(
        "$",
        "\\(",
        "\\)",
        "</script>",
        "<img src=x onerror=y>",
        "&lt;",
        "\\unicode{41}",
        "\\sum",
        "\\limits",
        "\\not",
        "\\big",
    ),
)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with launched() as browser:
        yield browser.new_page()


def shown(page: Page, formulas: list[str]) -> list[dict[str, object]]:
    """What MathJax makes of formulas, each in a paragraph."""
    page.set_content("".join(f"<p>\\({html.escape(formula)}\\)</p>" for formula in formulas))
    typeset(page)
    found: list[dict[str, object]] = page.evaluate(SHOWN)
    return found


def example(command: str) -> str:
    if command in WITH_ARGUMENTS:
        return f"\\{command}" + "{x}" * WITH_ARGUMENTS[command]
    if command == "hline":
        return "\\begin{array}{c}\\hline x\\end{array}"
    before, after = ("\\sum" if command in _AFTER_OPERATOR else ""), ("(" if command in SIZED else "x")
    return f"{before}\\{command} {after}"


def test_mathjax_sets_every_command_and_nothing_of_it_is_live(page: Page) -> None:
    formulas = [*map(example, sorted(COMMANDS - _UNITS)), *(f"\\{sign}x" for sign in sorted(SIGNS)), *GOOD]
    columns = {"array": "{cc}"}
    formulas += [f"\\begin{{{name}}}{columns.get(name, '')} a \\\\ c \\end{{{name}}}" for name in sorted(ENVIRONMENTS)]
    assert [flaw(formula) for formula in formulas if flaw(formula)] == []
    found = shown(page, formulas)
    assert len(found) == len(formulas)
    assert [one for one in found if one["errors"] or one["live"]] == []


def test_what_is_refused_would_be_live(page: Page) -> None:
    """So that the test above can fail."""
    assert "href" in LIVELY
    found = shown(page, ["\\href{https://example.org}{x}", "\\class{a}{x}", "\\frac{1}"])
    assert [bool(one["live"] or one["errors"]) for one in found] == [True, True, True]


def test_whatever_has_no_flaw_is_set_and_dead(page: Page) -> None:
    """Formulas at random, those without a flaw all on one page."""
    dice = Random(1)
    formulas = {"".join(dice.choices(_PIECES, k=dice.randint(1, 7))) for _ in range(20_000)}
    sound = sorted(formula for formula in formulas if flaw(formula) is None)
    assert len(sound) > 300
    found = shown(page, sound)
    assert len(found) == len(sound)
    assert [one for one in found if one["errors"] or one["live"]] == []
    assert all("<script" not in mathml(formula) and "onerror=y>" not in mathml(formula) for formula in sound)
