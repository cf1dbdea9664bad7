"""What is said of a code."""

from __future__ import annotations

from typing import Literal

from citedeck.frozen import frozen

Severity = Literal["error", "warning"]


@frozen
class Explanation:
    """What `citedeck explain` says of a code, and whether its problems keep a deck from being built.

    `rule` is the published rule it comes from, where there is one.
    """

    summary: str
    why: str
    repair: str
    severity: Severity = "error"
    rule: str = ""
