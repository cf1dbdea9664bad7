"""What is wrong with a formula: what MathJax could not set, and what it must not be asked to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citedeck.tex.commands import (
    BIG_OPERATORS,
    COMMANDS,
    DELIMITERS,
    ENVIRONMENTS,
    FUNCTIONS,
    SIGNS,
    SIZED,
    TEXT,
    WITH_ARGUMENTS,
    WITH_OPTION,
)
from citedeck.tex.wording import missing_begin, missing_end, shown_end, unknown, unknown_environment

_TOKEN = re.compile(r"\\(?P<word>operatorname\*|[A-Za-z]+)|\\(?P<sign>.)|(?P<other>.)", re.DOTALL)
_NAME = re.compile(r"\s*\{([A-Za-z]+\*?)\}")
_COLUMNS = re.compile(r"\s*\{[lcr|: ]+\}")
_FENCE = re.compile(r"\s*(?:\\([A-Za-z]+)|\\[{}|]|[()\[\]|/.<>])")
_OPTION = re.compile(r"\s*\[")
_SPECIAL = {
    "%": "holds a comment, from its “%” on: write \\% for a per cent sign",
    "$": "holds a dollar: write \\$",
    "#": "holds a “#”: write \\#",
}
_BOUNDS = ("begin", "end", "left", "middle", "right")
_OPERATORS = BIG_OPERATORS | FUNCTIONS
_DEEPEST = 30


def flaw(formula: str) -> str | None:
    """What is wrong with a formula, its dollars left out, as the end of a sentence: “the formula “…” …”."""
    if not formula.strip():
        return "is empty"
    try:
        _Reader(formula).read()
    except _FormulaError as found:
        return str(found)
    return None


class _FormulaError(Exception):
    """What is wrong; it ends the reading."""


@dataclass(slots=True)
class _Frame:
    """What is open: the whole formula, a group or an option in its bracket, an environment, or a `left`."""

    opened: str
    is_text: bool = False
    scripts: str = ""  # those of the last base
    awaits: str = ""  # the `^` or `_` whose script has not come yet


@dataclass(slots=True)
class _Owed:
    """A command that wants more arguments, in the frame of this depth."""

    command: str
    arguments: int
    depth: int


class _Reader:
    """Reads a formula once, from left to right."""

    def __init__(self, formula: str) -> None:
        self._formula = formula
        self._at = 0
        self._frames = [_Frame("")]
        self._owed: list[_Owed] = []
        self._operator = ""  # the one right before, if it is a base of its own

    def read(self) -> None:
        for token in iter(lambda: _TOKEN.match(self._formula, self._at), None):
            self._at = token.end()
            before, self._operator = self._operator, ""
            if token["word"]:
                self._word(token["word"], before)
            elif token["sign"]:
                self._sign(token["sign"])
            else:
                self._character(token["other"])
        self._close("")

    @property
    def _frame(self) -> _Frame:
        return self._frames[-1]

    def _word(self, word: str, before: str) -> None:
        if word in _BOUNDS:
            self._bound(word)
        elif word not in COMMANDS:
            raise _FormulaError(unknown(word))
        elif word == "hline" and self._frame.opened not in ENVIRONMENTS:
            raise _FormulaError("has \\hline outside of a table")
        elif word in ("limits", "nolimits") and not before:
            raise _FormulaError(f"has \\{word}, but no operator right before it")
        elif word in WITH_ARGUMENTS:
            self._function(word)
        else:
            if word in SIZED:
                self._fence(word)
            self._operator = word if word in _OPERATORS and not self._frame.awaits else ""
            self._atom()

    def _bound(self, word: str) -> None:
        """What begins or ends something."""
        if word in ("begin", "left"):
            self._require_no_argument(word)
        if word == "begin":
            self._begin(self._environment(word))
        elif word == "end":
            self._close(self._environment(word))
        else:
            self._fence(word)
            if word == "left":
                self._open("left")
            elif word == "right":
                self._close("left")

    def _function(self, word: str) -> None:
        """A command that has arguments, perhaps an optional one in brackets."""
        if self._frame.is_text:
            raise _FormulaError(f"has \\{word} among words")
        if word == "not" and self._frame.awaits:
            raise _FormulaError("has \\not as a script: put it in braces")
        self._require_no_argument(word)
        self._owed.append(_Owed(word, WITH_ARGUMENTS[word], len(self._frames)))
        option = _OPTION.match(self._formula, self._at) if word in WITH_OPTION else None
        if option:
            self._at = option.end()
            self._open("[")

    def _sign(self, sign: str) -> None:
        if sign == "\\":
            self._break("\\\\")
            if _OPTION.match(self._formula, self._at):
                raise _FormulaError("has a “[” after “\\\\”: put it in braces")
        elif sign in "([)]":
            raise _FormulaError(f"holds “\\{sign}”: between dollars that is not needed")
        elif sign not in SIGNS:
            raise _FormulaError(f"uses “\\{sign}”, which is no command a formula may hold")
        else:
            self._atom()

    def _character(self, character: str) -> None:
        if character == "{":
            self._open("{", is_text=self._frame.is_text or self._asks_for_text())
        elif character == "}":
            self._close("{")
        elif character == "]" and self._frame.opened == "[":
            self._frames.pop()
        elif character == "\\":
            raise _FormulaError("ends in a backslash")
        elif character in _SPECIAL:
            raise _FormulaError(_SPECIAL[character])
        elif self._frame.is_text or not character.isspace():
            self._mathematical(character)

    def _mathematical(self, character: str) -> None:
        if character not in "^_&'" or (self._frame.is_text and character != "&"):
            self._atom()
        elif character == "&":
            if self._frame.opened not in ENVIRONMENTS:
                raise _FormulaError("has a “&” outside of a table: write \\&")
            self._break("&")
        elif character == "'" and self._frame.awaits:
            raise _FormulaError(f"has nothing between “{self._frame.awaits}” and “'”")
        elif "^" in self._frame.scripts and character in "^'":
            raise _FormulaError("has two superscripts on one base: put one of them in braces with its base")
        elif character != "'":
            self._script(character)

    def _script(self, character: str) -> None:
        frame = self._frame
        self._require_nothing(character)
        if character in frame.scripts:
            raise _FormulaError("has two subscripts on one base: put one of them in braces with its base")
        frame.scripts += character
        frame.awaits = character

    def _atom(self) -> None:
        """Something that is a base, a script or an argument has been read."""
        if self._is_argument_owed():
            self._operator = ""
            self._owed[-1].arguments -= 1
            if self._owed[-1].arguments:
                return
            self._owed.pop()
        if self._frame.awaits:
            self._frame.awaits = ""
        else:
            self._frame.scripts = ""

    def _break(self, sign: str) -> None:
        """A cell or a line ends."""
        self._require_nothing(sign)
        self._frame.scripts = ""

    def _begin(self, environment: str) -> None:
        if environment == "array":
            columns = _COLUMNS.match(self._formula, self._at)
            if columns is None:
                raise _FormulaError("has \\begin{array} without its columns, as in \\begin{array}{cc}")
            self._at = columns.end()
        self._open(environment)

    def _open(self, what: str, is_text: bool = False) -> None:
        if len(self._frames) > _DEEPEST:
            raise _FormulaError("is nested too deeply")
        self._frames.append(_Frame(what, is_text))

    def _close(self, what: str) -> None:
        """The end of a frame, or at last of the formula."""
        opened = self._frame.opened
        if opened != what:
            raise _FormulaError(missing_end(opened) if opened else missing_begin(what))
        self._require_nothing(shown_end(what))
        self._frames.pop()
        if self._frames:
            self._atom()

    def _require_nothing(self, before: str) -> None:
        """That a script or an argument is still to come is a flaw here."""
        where = f"before “{before}”" if before else "at its end"
        if self._is_argument_owed():
            raise _FormulaError(f"lacks an argument of \\{self._owed[-1].command} {where}")
        if self._frame.awaits:
            raise _FormulaError(f"has nothing after “{self._frame.awaits}” {where}")

    def _require_no_argument(self, word: str) -> None:
        """That a bare argument is to come is a flaw where something of several parts begins."""
        if self._is_argument_owed():
            raise _FormulaError(f"has \\{word} as an argument: put it in braces")

    def _asks_for_text(self) -> bool:
        return self._is_argument_owed() and self._owed[-1].command in TEXT

    def _is_argument_owed(self) -> bool:
        return bool(self._owed) and self._owed[-1].depth == len(self._frames)

    def _environment(self, word: str) -> str:
        name = _NAME.match(self._formula, self._at)
        if name is None:
            raise _FormulaError(f"has \\{word} without a name, as in \\{word}{{cases}}")
        self._at = name.end()
        if name[1] not in ENVIRONMENTS:
            raise _FormulaError(unknown_environment(name[1]))
        return name[1]

    def _fence(self, word: str) -> None:
        fence = _FENCE.match(self._formula, self._at)
        if fence is None or (fence[1] and fence[1] not in DELIMITERS):
            raise _FormulaError(f"has \\{word} without a bracket after it")
        self._at = fence.end()
        if word == "middle" and self._frame.opened != "left":
            raise _FormulaError("has \\middle without \\left")
