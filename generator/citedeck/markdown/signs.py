"""The signs of markup that a text can be searched for without being parsed."""

from __future__ import annotations

import re

BEGIN, END = "\x02", "\x03"  # the bounds of a gap while its text is parsed: no deck can hold them

# What means something; a list's marker does so only where a line begins.
ESCAPE = re.compile(r"\\[\\*_`^~$<>\[\]{}]|(?<![^\n])\\[-+]|(?:(?<=\n1)|(?<=\A1))\\\.")
FORMULA = re.compile(r"(?<![0-9])\$(?![\s$])((?:[^$\\]|\\.)+?)(?<!\s)\$(?![0-9$])", re.DOTALL)
