"""Which formulas are none, and what is said of them."""

from __future__ import annotations

import pytest

from citedeck.tex import flaw
from citedeck.tex.commands import COMMANDS

GOOD = (
    *(
        "x",
        "E = mc^2",
        "x_1^2",
        "x_{a_b}^{c^d}",
        "x'^2",
        "f''(x)",
        "a~b",
        "5\\,000",
        "\\%",
        "a < b > c",
        "é",
        "ℝ",
        "5 kg",
    ),
    *(
        "\\frac{1}{2}",
        "\\frac12",
        "\\frac\\pi 2",
        "\\sqrt[3]{x}",
        "\\sqrt[\\alpha]{x} [y]",
        "\\binom{n}{k}",
        "x^\\frac12",
    ),
    *("\\left( x \\right]", "\\left\\{ a \\middle| b \\right.", "\\bigl( x \\bigr)", "\\lvert x \\rvert", "\\not="),
    *("\\sum_{i=1}^{n} i", "\\int\\limits_0^1", "\\lim_{x \\to 0}", "\\operatorname*{argmax}_x", "\\alpha*2"),
    *("\\text{if } x", "\\text{a_b^c^d}", "\\ce{^{227}_{90}Th+ -> A + B ^}", "\\pu{3 m s^-1}"),
    *("\\begin{cases} a & b \\\\ c & d \\end{cases}", "\\begin{array}{c|c} \\hline a & b \\end{array}", "a \\\\ b"),
    *(
        "\\begin{pmatrix} \\frac{a}{b} & x^2 \\\\ x^2 & {y}^{2} \\end{pmatrix}",
        "\\overset{!}{=}",
        "\\xrightarrow[b]{a}",
    ),
)

BAD = {
    "": "is empty",
    " ": "is empty",
    "\\": "ends in a backslash",
    "{": "has an opening brace without its partner",
    "a}": "has a closing brace without its partner",
    "{\\left( a}": "has \\left without \\right",
    "\\right)": "has \\right without \\left",
    "\\left x": "has \\left without a bracket after it",
    "( \\middle| )": "has \\middle without \\left",
    "\\big x": "has \\big without a bracket after it",
    "\\sqrt[3{x}": "has an opening “[” without its partner",
    "x^": "has nothing after “^” at its end",
    "{x_}": "has nothing after “_” before “}”",
    "x^_2": "has nothing after “^” before “_”",
    "x^2^3": "has two superscripts on one base: put one of them in braces with its base",
    "x_a^b_c": "has two subscripts on one base: put one of them in braces with its base",
    "x^2'": "has two superscripts on one base: put one of them in braces with its base",
    "\\frac{1}": "lacks an argument of \\frac at its end",
    "{\\frac}{1}{2}": "lacks an argument of \\frac before “}”",
    "\\sqrt": "lacks an argument of \\sqrt at its end",
    "a & b": "has a “&” outside of a table: write \\&",
    "\\hline": "has \\hline outside of a table",
    "\\begin{cases} a": "has \\begin{cases} without \\end{cases}",
    "\\end{cases}": "has \\end{cases} without \\begin{cases}",
    "\\begin{cases} a \\end{matrix}": "has \\begin{cases} without \\end{cases}",
    "\\begin{array} a \\end{array}": "has \\begin{array} without its columns, as in \\begin{array}{cc}",
    "\\begin{matrx} a": "begins “matrx”, which is no table a formula may hold (did you mean matrix?)",
    "\\begin x": "has \\begin without a name, as in \\begin{cases}",
    "5 % of": "holds a comment, from its “%” on: write \\% for a per cent sign",
    "a$b": "holds a dollar: write \\$",
    "#1": "holds a “#”: write \\#",
    "\\(x\\)": "holds “\\(”: between dollars that is not needed",
    "\\@": "uses “\\@”, which is no command a formula may hold",
    "\\farc{1}{2}": "uses \\farc, which is no command a formula may hold (did you mean \\frac?)",
    "\\foo": "uses \\foo, which is no command a formula may hold",
    "\\limits_a": "has \\limits, but no operator right before it",
    "\\frac\\frac12": "has \\frac as an argument: put it in braces",
    "\\text{a \\frac{1}{2}}": "has \\frac among words",
    "a \\\\ [b]": "has a “[” after “\\\\”: put it in braces",
    "x_'": "has nothing between “_” and “'”",
    "{" * 40: "is nested too deeply",
}

# What leads, runs, names a style or a class, or makes other commands.
LIVELY = (
    *(
        "href",
        "require",
        "class",
        "style",
        "cssId",
        "data",
        "unicode",
        "char",
        "def",
        "let",
        "gdef",
        "edef",
        "newcommand",
    ),
    *("renewcommand", "newenvironment", "DeclareMathOperator", "csname", "endcsname", "bbox", "toggle", "mathtip"),
    *("texttip", "action", "verb", "input", "include", "includegraphics", "url", "color", "textcolor", "colorbox"),
    *("fcolorbox", "definecolor", "label", "ref", "eqref", "tag", "phantom", "llap", "rlap", "mmlToken", "Newextarrow"),
    *("over", "atop", "choose", "expandafter", "write", "catcode", "makeatletter", "left(", "html", "htmlData"),
)


@pytest.mark.parametrize("formula", GOOD)
def test_formulas(formula: str) -> None:
    assert flaw(formula) is None


@pytest.mark.parametrize(("formula", "wrong"), BAD.items())
def test_what_is_none(formula: str, wrong: str) -> None:
    assert flaw(formula) == wrong


@pytest.mark.parametrize("command", LIVELY)
def test_what_does_more_than_show(command: str) -> None:
    assert command not in COMMANDS
    assert flaw(f"\\{command}{{a}}{{b}}") is not None
    assert flaw(f"\\text{{\\{command}{{a}}}}") is not None
