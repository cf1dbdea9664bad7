"""A formula as MathML, for pages that have no MathJax: the only module that knows latex2mathml."""

from __future__ import annotations

import html

_SPACE = "{http://www.w3.org/1998/Math/MathML}"
_ELEMENTS = frozenset(
    f"{_SPACE}{name}"
    for name in (
        *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup"),
        *("munder", "mover", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "menclose", "mphantom"),
    )
)
_ATTRIBUTES = frozenset(
    (
        *(
            "display",
            "stretchy",
            "fence",
            "form",
            "accent",
            "accentunder",
            "mathvariant",
            "displaystyle",
            "scriptlevel",
        ),
        *(
            "linethickness",
            "lspace",
            "rspace",
            "width",
            "minsize",
            "maxsize",
            "movablelimits",
            "columnalign",
            "rowlines",
        ),
        *("columnlines", "notation", "separator", "largeop", "symmetric", "rowspacing", "columnspacing", "voffset"),
        *("height", "depth"),
    )
)


def mathml(formula: str) -> str:
    """A formula as it is shown; as its TeX, where there is no MathML for it. Nothing in it can run."""
    from xml.etree import ElementTree

    from latex2mathml.converter import convert

    try:
        page = convert(formula.replace("{aligned}", "{align*}"))  # the name by which the library knows it
        root = ElementTree.fromstring(page)
    except Exception:  # whatever a formula does to the library, it has its TeX to be shown by
        return _source(formula)
    elements = list(root.iter())
    if any(
        one.tag not in _ELEMENTS or not _ATTRIBUTES.issuperset(one.attrib) or "\\" in (one.text or "")
        for one in elements
    ):
        return _source(formula)
    return page


def _source(formula: str) -> str:
    return f"<code>{html.escape(formula)}</code>"
