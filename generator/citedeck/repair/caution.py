"""Why a person must look at a new quote before it is written: whatever could make a wrong fact look right.

Only what leaves every word as it is goes unseen: capitals, typography, where lines end; and one slip of the keyboard.
Nothing here knows words, and so a slip is narrow: within a long word, of letters that are swapped, doubled or left out
but none that is another, and nowhere near what the fact asks and answers.
"""

from __future__ import annotations

from collections import Counter

from citedeck.matching.fitting import LONGEST, Change, changes, slipped
from citedeck.matching.folding import fold_case
from citedeck.matching.units import same_units

_MOST_SAID = 3
_AT_ENDS = " .,:;\"'"
"""What may stand or not at the ends of a quote, once folded: it says nothing there."""
_FEWEST_LETTERS = 5  # of a word in which a slip can be told
_STEM = 4  # letters with which words that say the same begin alike


def reason_to_look(old: str, new: str, language: str, told: str) -> str:
    """Why a person must look at a new quote, or nothing. `told` is what its fact asks and answers."""
    if max(len(old), len(new)) > LONGEST:
        return "it is too long to compare"
    wary = [change for change in changes(old, new, language) if _is_another(change)]
    if len(wary) == 1 and _is_slip(wary[0], told):
        old = old.replace(wary[0].old, wary[0].new)
    elif wary:
        more = len(wary) - _MOST_SAID
        return ", ".join([*map(_said, wary[:_MOST_SAID]), *([f"and {more} more"] if more > 0 else [])])
    return "" if _bare(old) == _bare(new) else "its punctuation is another"


def _is_another(change: Change) -> bool:
    """Whether a word comes, goes or becomes another; also an abbreviation or a unit by its capitals: US is not us."""
    if fold_case(change.old).text != fold_case(change.new).text:
        return True
    old, new = (word.isupper() and len(word) > 1 for word in (change.old, change.new))
    return old != new or not same_units(change.old, change.new)


def _is_slip(change: Change, told: str) -> bool:
    """Whether letters of a word that the fact does not rest on were swapped, doubled or left out, all but the last."""
    old, new = change.old, change.new
    shortest = min(len(old), len(new))
    if shortest < _FEWEST_LETTERS or not (old + new).isalpha() or not (old + new).islower():
        return False
    same_letters = not Counter(old) - Counter(new) or not Counter(new) - Counter(old)
    rests_on_it = any(word[:_STEM] == old[:_STEM] for word in fold_case(told).text.split())
    return slipped(old, new) and same_letters and old[-1] == new[-1] and not rests_on_it


def _bare(text: str) -> str:
    return fold_case(text).text.strip(_AT_ENDS)


def _said(change: Change) -> str:
    if not change.old:
        return f"“{change.new}” comes in"
    return f"“{change.old}” becomes “{change.new}”" if change.new else f"“{change.old}” goes"
