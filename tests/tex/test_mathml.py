"""Formulas as MathML, for pages that have no MathJax."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citedeck.tex import mathml
from tests.tex.test_flaws import GOOD, LIVELY


@pytest.mark.parametrize(
    ("formula", "pieces"),
    [
        ("x^{2}", ("<msup>", "<mi>x</mi>", "<mn>2</mn>")),
        ("\\frac{1}{2}", ("<mfrac>",)),
        ("\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}", ("<mtable", "<mtr>")),
        ("\\xrightarrow{f}", ("<mover>",)),
        ("\\ce{H2O}", ("<code>\\ce{H2O}</code>",)),
        ("a < \\P", ("<code>a &lt; \\P</code>",)),
    ],
)
def test_formulas(formula: str, pieces: tuple[str, ...]) -> None:
    page = mathml(formula)
    assert all(piece in page for piece in pieces)


def test_most_formulas_have_mathml() -> None:
    assert sum(mathml(formula).startswith("<math") for formula in GOOD) > 0.75 * len(GOOD)


@given(st.lists(st.sampled_from([*(f"\\{name}" for name in LIVELY), *"{}<>&\"'^_ x"]), max_size=8).map("".join))
def test_nothing_is_live_whatever_it_is_given(formula: str) -> None:
    page = ElementTree.fromstring(mathml(formula))
    names = {element.tag.rpartition("}")[2] for element in page.iter()}
    attributes = {name for element in page.iter() for name in element.attrib}
    assert all(name == "code" or name.startswith("m") for name in names)
    assert not attributes & {"href", "src", "style", "class", "id", "actiontype", "definitionURL"}
    assert not [name for name in attributes if name.startswith(("on", "{"))]
