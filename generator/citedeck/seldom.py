"""Regular expressions that most runs never ask: each is compiled when it is first asked."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


def seldom(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes, made when it is first asked. To compile those of a language takes longer than to judge a
    hundred facts, of which few ask more than some.
    """
    return cast("re.Pattern[str]", _Seldom(pattern, flags))


class _Seldom:
    """Stands for a compiled pattern. From the first question on its methods are those of that pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
