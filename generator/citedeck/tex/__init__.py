"""Formulas: which TeX may stand between dollars, and how it is shown where there is no MathJax."""

from citedeck.tex.flaws import flaw
from citedeck.tex.mathml import mathml

__all__ = ["flaw", "mathml"]
