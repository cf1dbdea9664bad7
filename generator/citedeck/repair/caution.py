"""Why a person must look at a new quote before it is written: whatever could make a wrong fact look right.

Only what leaves every word as it is goes unseen: capitals, typography, where lines end. Nothing here can tell a slip of
the keyboard from an edit of the source (“reigned” is no slip where it was “resigned”), nor a harmless word from one
that turns the sentence.
"""

from __future__ import annotations

from citedeck.matching.fitting import LONGEST, Change, changes
from citedeck.matching.folding import folded
from citedeck.matching.units import same_units

_MOST_SAID = 3
_AT_ENDS = " .,:;\"'"
"""What may stand or not at the ends of a quote, once folded: it says nothing there."""


def reason_to_look(old: str, new: str, language: str) -> str:
    """Why a person must look at a new quote, or nothing."""
    if max(len(old), len(new)) > LONGEST:
        return "it is too long to compare"
    wary = [change for change in changes(old, new, language) if _is_another(change)]
    if wary:
        more = len(wary) - _MOST_SAID
        return ", ".join([*map(_said, wary[:_MOST_SAID]), *([f"and {more} more"] if more > 0 else [])])
    return "" if _bare(old) == _bare(new) else "its punctuation is another"


def _is_another(change: Change) -> bool:
    """Whether a word comes, goes or becomes another; also an abbreviation or a unit by its capitals: US is not us."""
    if _spelt(change.old) != _spelt(change.new):
        return True
    old, new = (word.isupper() and len(word) > 1 for word in (change.old, change.new))
    return old != new or not same_units(change.old, change.new)


def _spelt(text: str) -> str:
    """A text without its typography and capitals, but letter by letter: in Maßen is not in Massen."""
    return folded(text).lower()


def _bare(text: str) -> str:
    return _spelt(text).strip(_AT_ENDS)


def _said(change: Change) -> str:
    if not change.old:
        return f"“{change.new}” comes in"
    return f"“{change.old}” becomes “{change.new}”" if change.new else f"“{change.old}” goes"
