"""The small Markdown of a field -> Prose: the only module that knows markdown-it.

Read is emphasis, strong, code, links, lists, formulas in dollars, 10^23^ and H~2~O, and a few tags of HTML. All else
is text, and so is what a backslash stands before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import list_block
from markdown_it.rules_inline import StateInline, link
from markdown_it.rules_inline.emphasis import tokenize as emphasis
from markdown_it.token import Token

from citedeck.model import ADDRESS, Mark, Prose, Span, Text, raised

TAGS: tuple[Mark, ...] = ("b", "code", "em", "i", "strong", "sub", "sup", "u")
"""The tags of HTML that an author may write, and `<br>`."""

_PLAIN = re.compile(r"[^\\*_`^~$<\[\n]*")
_LIST = re.compile(r"^[ \t]*(?:[-*+]|1[.)])[ \t]", re.MULTILINE)
_FIRST = re.compile(r"\s*(?:[-*+]|0*1[.)])\s")

# What means something; a list's marker does so only where a line begins.
_ESCAPE = re.compile(r"\\[\\*_`^~$<>\[\]{}]|(?<![^\n])\\[-+]|(?:(?<=\n1)|(?<=\A1))\\\.")
_SIGNS = re.compile(r"(?<=[A-Za-z0-9)\]])\*+(?=[A-Za-z0-9(])|__+")  # 2*3*4 is not 234, nor __init__ init
_FORMULA = re.compile(r"(?<![0-9])\$(?![\s$])((?:[^$\\]|\\.)+?)(?<!\s)\$(?![0-9$])", re.DOTALL)
_MASKED = re.compile(rf"((`+)[^`]+\2)|{_ESCAPE.pattern}|{_FORMULA.pattern}", re.DOTALL)
_OFF_THE_LINE: dict[str, tuple[Mark, re.Pattern[str]]] = {
    "^": ("sup", re.compile(r"(?<!\^)\^(?=[^\s^]*[^\W_])([^\s^~*`$<>\[\]{}\\]{1,40})\^(?![0-9^])")),
    "~": ("sub", re.compile(r"(?<!~)~(?=[^\s~]*[^\W_])([^\s^~*`$<>\[\]{}\\]{1,40})~(?![0-9~])")),
}
_TAG = re.compile(rf"<(/?)({'|'.join(TAGS)}|br)\s*/?>", re.IGNORECASE)

# What looks like a tag, a link, a formula as Anki writes it, or one without an end, in what was read as text.
_UNREAD = re.compile(
    r"</?[A-Za-z][^<>\n]*>|!?\[[^\[\]\n]*\]\(\S{0,300}\)|\\(?:\(.{1,200}?\\\)|\[.{1,200}?\\\])|\$\\[A-Za-z][^$\n]{0,60}"
)
_LINE_ENDS = ("softbreak", "hardbreak")
_WITHIN: dict[str, Mark | None] = {"code_inline": "code", "formula": "math", "raised": None}  # whose tag says it
_DEEPEST = 20  # what lies over one place; more is left out
_BEGIN, _END = "\x02", "\x03"  # the bounds of a gap while its text is parsed: no deck can hold them
_AT_BOUND = re.compile(rf"(?<={_BEGIN})(?:\*+|_+)|\*+(?={_END})|_+(?={_END})")
_NOWHERE = re.compile(r"\]\(\s*\)")  # what stands behind the words of a link that leads nowhere


def phrase(text: Text) -> Prose:
    """A text that stands in one run: an answer, an option, a term."""
    return _prose(text, text, in_blocks=False)


def paragraphs(text: Text) -> Prose:
    """A text in which lists may stand too."""
    return _prose(text, text, in_blocks="\n" in text and _LIST.search(text) is not None)


def masked(text: str) -> str:
    """A text of the same length with blanks for its formulas, and for what a backslash stands before."""
    return _MASKED.sub(lambda found: found[0] if found[1] else " " * len(found[0]), text)


def divided(text: Text, gaps: Sequence[tuple[slice, slice]]) -> list[Prose] | None:
    """A text that gaps part: what stands before the first gap, what that holds, what stands between, and so on.

    Of each gap is given where its braces stand, and where within them what it holds. None if markup has swallowed a
    bound: it stands within a formula, or in the title of a link.
    """
    bounds = [0, *(bound for outer, _ in gaps for bound in (outer.start, outer.stop)), len(text)]
    between = [text[start:stop] for start, stop in zip(bounds[::2], bounds[1::2], strict=True)]
    held = [text[inner] for _, inner in gaps]
    marked = between[0] + "".join(f"{_BEGIN}{gap}{_END}{rest}" for gap, rest in zip(held, between[1:], strict=True))
    prose = _prose(text, marked, in_blocks=False)
    cuts = [place for place, character in enumerate(prose) if character in (_BEGIN, _END)]
    formulas = [span for span in prose.spans if span.mark == "math"]
    if len(cuts) != 2 * len(gaps) or any(span.start <= cut < span.end for span in formulas for cut in cuts):
        return None
    written = [piece for pair in zip(between, [*held, ""], strict=True) for piece in pair]
    starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(prose)]
    return [prose.cut(start, end, piece) for start, end, piece in zip(starts, ends, written, strict=False)]


def _prose(at: Text, text: str, in_blocks: bool) -> Prose:
    if _PLAIN.fullmatch(text):
        return Prose(text, at, text)
    reader = _Reader()
    parser = _parser()
    reader.take(parser.parse(text) if in_blocks else parser.parseInline(text))
    return Prose(reader.words(), at, text, reader.spans(), tuple(reader.unread))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["list", "backticks", "emphasis", "link", "autolink", "newline"])
    parser.disable("text_join")  # what a backslash stands before stays apart
    parser.validateLink = lambda url: ADDRESS.fullmatch(url) is not None  # type: ignore[method-assign]
    parser.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    parser.inline.ruler.at("link", _link)
    parser.inline.ruler.at("emphasis", _emphasis)
    rules = (
        ("escape", _escape),
        ("signs", _signs),
        ("formula", _formula),
        ("off-the-line", _off_the_line),
        ("tag", _tag),
    )
    for name, rule in rules:
        parser.inline.ruler.before("backticks", name, rule)
    return parser


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
    before = marked[:start].removesuffix(_BEGIN).ljust(start, "(")
    after = marked[end:].removeprefix(_END).rjust(len(marked) - end, ")")
    state.src = f"{before}{run[0]}{after}"
    found = emphasis(state, silent)
    state.src = marked
    return found


def _escape(state: StateInline, silent: bool) -> bool:
    found = _ESCAPE.match(state.src, state.pos, state.posMax)
    return _push(state, found, silent, "escaped", found[0][1:]) if found else False


def _signs(state: StateInline, silent: bool) -> bool:
    found = _SIGNS.match(state.src, state.pos, state.posMax)
    return _push(state, found, silent, "escaped", found[0]) if found else False


def _formula(state: StateInline, silent: bool) -> bool:
    found = _FORMULA.match(state.src, state.pos, state.posMax)
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


_NOTHING = re.compile(r"(?!)")


def _push(state: StateInline, found: re.Match[str], silent: bool, kind: str, content: str, tag: str = "") -> bool:
    if not silent:
        state.push(kind, tag, 0).content = content
    state.pos = found.end()
    return True


class _Reader:
    """Writes down the words of tokens, and what lies over them."""

    def __init__(self) -> None:
        self.unread: list[str] = []
        self._pieces: list[str] = []
        self._at = 0  # the length of them all
        self._spans: list[Span] = []
        self._open: list[int] = []
        self._after_paragraph = False

    def words(self) -> str:
        """The words as they read, figures above and below the line raised and lowered."""
        letters = list("".join(self._pieces))
        for span in reversed(self.spans()):
            if span.mark in ("sub", "sup"):
                within = slice(span.start, span.end)
                letters[within] = raised("".join(letters[within]), span.mark)
        return "".join(letters)

    def spans(self) -> tuple[Span, ...]:
        """What lies over the words, what lies over none left out."""
        return tuple(span for span in self._spans if span.start < span.end)

    def take(self, tokens: Iterable[Token]) -> None:
        """Blocks: paragraphs, and lists in lists."""
        for token in tokens:
            if token.type == "inline":
                self._take_inline(token.children or [])
            elif token.nesting == 1:
                self._break("\n\n" if self._after_paragraph and token.tag == "p" else "\n")
                if token.tag != "p":
                    self._begin(cast(Mark, token.tag))
            elif token.tag != "p":
                self._end()
            self._after_paragraph = token.type == "paragraph_close"

    def _break(self, lines: str) -> None:
        at_start = self._open and self._spans[self._open[-1]].start == self._at
        if self._at and not at_start:
            self._add(lines)

    def _take_inline(self, tokens: Sequence[Token]) -> None:
        paired = _paired(tokens)
        for place, token in enumerate(tokens):
            if token.type == "text" or (token.type == "tag" and place not in paired):
                self._say(token.content)
            elif token.type in _LINE_ENDS:
                self._add("\n")
            elif token.type == "escaped":
                self._add(token.content)
            elif token.type in _WITHIN:
                self._say_as(_WITHIN[token.type] or cast(Mark, token.tag), token.content)
            elif token.nesting == 1 or (token.content.startswith("<") and not token.content.startswith("</")):
                self._begin(cast(Mark, token.tag), str(token.attrs.get("href", "")))
            else:
                self._end()

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._at += len(text)

    def _say(self, text: str) -> None:
        self.unread += (found[0] for found in _UNREAD.finditer(text))
        self._add(text)

    def _say_as(self, mark: Mark, text: str) -> None:
        """Write down a text that is all within one element."""
        self._begin(mark)
        self._add(text)
        self._end()

    def _begin(self, mark: Mark, href: str = "") -> None:
        self._open.append(len(self._spans))
        self._spans.append(Span(self._at, self._at, mark, href))

    def _end(self) -> None:
        place = self._open.pop()
        span = self._spans[place]
        if span.start == self._at:
            self._add(span.href)  # a link without words is called by its address
        if len(self._open) >= _DEEPEST:
            return
        self._spans[place] = replace(span, end=self._at)


def _paired(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of the tags that have a partner within the same markup; the others are text."""
    paired: set[int] = set()
    stack: list[int] = []
    for place, token in enumerate(tokens):
        if token.type == "tag" and token.content.startswith("</"):
            if stack and tokens[stack[-1]].type == "tag" and tokens[stack[-1]].tag == token.tag:
                paired |= {stack.pop(), place}
        elif token.type == "tag" or token.nesting == 1:
            stack.append(place)
        elif token.nesting == -1:
            while tokens[stack.pop()].nesting != 1:
                pass
    return frozenset(paired)
