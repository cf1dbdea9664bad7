"""A pattern that is seldom asked says what the compiled one says, and is not compiled before."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest

from citedeck.seldom import _METHODS, seldom

TEXT = "One mole, two moles; three MOLES."


@pytest.mark.parametrize("method", _METHODS)
def test_it_answers_as_a_compiled_one(method: str) -> None:
    pattern, arguments = r"(m)oles?", (("mall", TEXT) if method == "sub" else (TEXT,))
    said = getattr(seldom(pattern, re.IGNORECASE), method)(*arguments)
    known = getattr(re.compile(pattern, re.IGNORECASE), method)(*arguments)
    if method == "finditer":
        said, known = [one.span() for one in said], [one.span() for one in known]
    assert str(said) == str(known)


def test_it_has_all_that_a_compiled_one_has() -> None:
    asked, known = seldom("(?P<what>mole)"), re.compile("(?P<what>mole)")
    assert (asked.groups, asked.groupindex, asked.pattern) == (known.groups, known.groupindex, known.pattern)
    with pytest.raises(AttributeError, match="no attribute 'seek'"):
        _ = asked.seek  # type: ignore[attr-defined]


def test_it_is_compiled_once_and_not_before_it_is_asked() -> None:
    with patch("citedeck.seldom.re.compile", side_effect=re.compile) as compiling:
        asked = seldom("mole")
        assert (asked.pattern, compiling.call_count) == ("mole", 0)
        assert asked.search(TEXT)
        assert asked.match(TEXT) is None
        assert compiling.call_count == 1
