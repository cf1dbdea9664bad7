"""Words that make a question a poor one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lints:
    """Words that make a question a poor one (`verify/lints/`)."""
