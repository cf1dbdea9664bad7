"""The signs of markup that a text can be searched for without being parsed."""

from __future__ import annotations

import re

from citedeck.seldom import seldom

BEGIN, END = "\x02", "\x03"  # the bounds of a gap while its text is parsed: no deck can hold them

# What means something; a list's marker does so only where a line begins.
ESCAPE = seldom(r"\\[\\*_`^~$<>\[\]{}]|(?<![^\n])\\[-+]|(?:(?<=\n1)|(?<=\A1))\\\.")
FORMULA = seldom(r"(?<![0-9])\$(?![\s$])((?:[^$\\]|\\.)+?)(?<!\s)\$(?![0-9$])", re.DOTALL)
