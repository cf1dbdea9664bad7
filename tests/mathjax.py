"""MathJax as Anki has it, for tests: the version 3 of its reviewer, loaded into a page of the browser."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from playwright.sync_api import Page

_PACKAGE = "sphinx-mathjax-offline"  # brings MathJax 3.2.2 as files

# As Anki's reviewer has it, which loads all of MathJax's packages; but errors are shown, not hidden (`noerrors`).
_SETTINGS = """window.MathJax = {
  tex: {
    displayMath: [["\\\\[", "\\\\]"]],
    processEscapes: false,
    processEnvironments: false,
    processRefs: false,
    packages: { "[+]": ["mathtools"], "[-]": ["textmacros", "noerrors"] },
  },
  startup: { typeset: false },
  options: { enableMenu: false },
};"""

SHOWN = """() => [...document.querySelectorAll("mjx-container")].map(one => ({
  tex: [...MathJax.startup.document.math].find(item => item.typesetRoot === one)?.math ?? "",
  errors: one.querySelectorAll("[data-mml-node=merror]").length,
  live: [...one.querySelectorAll("*")].filter(element =>
    ["a", "script", "foreignObject", "image", "iframe"].includes(element.localName)
    || [...element.attributes].some(({ name, value }) =>
      name.startsWith("on") || /(href|^id|^class)$/.test(name) && !/^#?(MJX|mjx)-/.test(value)
      || /url\\(|javascript:/i.test(value))
  ).map(element => element.outerHTML.slice(0, 200)),
}))"""
"""What became of each formula of a page: its errors, and the elements in it that lead or load from somewhere."""


def script() -> Path:
    """The file of MathJax, all of it in one."""
    found = find_spec(_PACKAGE)
    assert found is not None, f"{_PACKAGE} is not installed"
    assert found.origin is not None
    return Path(found.origin).parent / "static" / "mathjax" / "tex-svg-full.js"


def typeset(page: Page) -> None:
    """Let MathJax set the formulas of the page that is shown."""
    if not page.evaluate("typeof MathJax !== 'undefined' && 'typesetPromise' in MathJax"):
        page.add_script_tag(content=_SETTINGS)
        page.add_script_tag(path=script())
        page.evaluate("MathJax.startup.promise")
    page.evaluate("MathJax.typesetPromise()")
