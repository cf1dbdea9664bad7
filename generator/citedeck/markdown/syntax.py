"""What is markup in a field: markdown-it, and the rules that are our own."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import list_block
from markdown_it.rules_inline import StateInline, link
from markdown_it.rules_inline.emphasis import tokenize as emphasis

from citedeck.markdown.signs import BEGIN, END, ESCAPE, FORMULA
from citedeck.model import ADDRESS, Mark

TAGS: tuple[Mark, ...] = ("b", "code", "em", "i", "strong", "sub", "sup", "u")
"""The tags of HTML that an author may write, and `<br>`."""

_FIRST = re.compile(r"\s*(?:[-*+]|0*1[.)])\s")

_SIGNS = re.compile(r"(?<=[A-Za-z0-9)\]])\*+(?=[A-Za-z0-9(])|__+")  # 2*3*4 is not 234, nor __init__ init
_OFF_THE_LINE: dict[str, tuple[Mark, re.Pattern[str]]] = {
    "^": ("sup", re.compile(r"(?<!\^)\^(?=[^\s^]*[^\W_])([^\s^~*`$<>\[\]{}\\]{1,40})\^(?![0-9^])")),
    "~": ("sub", re.compile(r"(?<!~)~(?=[^\s~]*[^\W_])([^\s^~*`$<>\[\]{}\\]{1,40})~(?![0-9~])")),
}
_TAG = re.compile(rf"<(/?)({'|'.join(TAGS)}|br)\s*/?>", re.IGNORECASE)
_AT_BOUND = re.compile(rf"(?<={BEGIN})(?:\*+|_+)|\*+(?={END})|_+(?={END})")
_NOWHERE = re.compile(r"\]\(\s*\)")  # what stands behind the words of a link that leads nowhere
_NOTHING = re.compile(r"(?!)")


@cache
def parser() -> MarkdownIt:
    """The parser of all fields."""
    made = MarkdownIt("zero").enable(["list", "backticks", "emphasis", "link", "autolink", "newline"])
    made.disable("text_join")  # what a backslash stands before stays apart
    made.validateLink = lambda url: ADDRESS.fullmatch(url) is not None  # type: ignore[method-assign]
    made.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    made.inline.ruler.at("link", _link)
    made.inline.ruler.at("emphasis", _emphasis)
    rules = (
        ("escape", _escape),
        ("signs", _signs),
        ("formula", _formula),
        ("off-the-line", _off_the_line),
        ("tag", _tag),
    )
    for name, rule in rules:
        made.inline.ruler.before("backticks", name, rule)
    return made


def _list(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """Lists, but for those that begin with another number than 1: `1990.` stays in its text."""
    start = state.bMarks[line] + state.tShift[line]
    first = _FIRST.match(f"{state.src[start : state.eMarks[line]]}\n")
    return bool(first or silent) and list_block(state, line, last, silent)


def _link(state: StateInline, silent: bool) -> bool:
    """Links that lead somewhere: `[x]()` stays text."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, True)
    return end >= 0 and not _NOWHERE.match(state.src, end) and link(state, silent)


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Emphasis, to which the bounds of a gap are the brackets that they are: `{{*“a”*}}`."""
    run = _AT_BOUND.match(state.src, state.pos)
    if run is None:
        return emphasis(state, silent)
    marked, start, end = state.src, *run.span()
    before = marked[:start].removesuffix(BEGIN).ljust(start, "(")
    after = marked[end:].removeprefix(END).rjust(len(marked) - end, ")")
    state.src = f"{before}{run[0]}{after}"
    found = emphasis(state, silent)
    state.src = marked
    return found


def _escape(state: StateInline, silent: bool) -> bool:
    found = ESCAPE.match(state.src, state.pos, state.posMax)
    return _push(state, found, silent, "escaped", found[0][1:]) if found else False


def _signs(state: StateInline, silent: bool) -> bool:
    found = _SIGNS.match(state.src, state.pos, state.posMax)
    return _push(state, found, silent, "escaped", found[0]) if found else False


def _formula(state: StateInline, silent: bool) -> bool:
    found = FORMULA.match(state.src, state.pos, state.posMax)
    return _push(state, found, silent, "formula", found[1]) if found else False


def _off_the_line(state: StateInline, silent: bool) -> bool:
    mark, pattern = _OFF_THE_LINE.get(state.src[state.pos], ("sup", _NOTHING))
    found = pattern.match(state.src, state.pos, state.posMax)
    return _push(state, found, silent, "raised", found[1], mark) if found else False


def _tag(state: StateInline, silent: bool) -> bool:
    found = _TAG.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    name = found[2].lower()
    return _push(state, found, silent, "hardbreak" if name == "br" else "tag", found[0], name)


def _push(state: StateInline, found: re.Match[str], silent: bool, kind: str, content: str, tag: str = "") -> bool:
    if not silent:
        state.push(kind, tag, 0).content = content
    state.pos = found.end()
    return True
