"""What forbids to take an answer from a spot where it stands: the table of guards.

Each is a small function that looks at one claim and returns its objection, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from citedeck.model import Problem
from citedeck.verify.guards.around import Around
from citedeck.verify.guards.claim import GAP, Claim
from citedeck.verify.guards.near import misplaced_near
from citedeck.verify.guards.negated import negated
from citedeck.verify.guards.partial import partial
from citedeck.verify.guards.qualified import qualified
from citedeck.verify.guards.rivalled import rivalled

__all__ = ["GAP", "GUARDS", "Around", "Claim", "misplaced_near", "objection"]

GUARDS: tuple[Callable[[Claim], Problem | None], ...] = (negated, partial, qualified, rivalled)


def objection(claim: Claim) -> Problem | None:
    """The first objection of a guard to a claim; None if the answer may be taken from its spot."""
    for guard in GUARDS:
        if found := guard(claim):
            return found
    return None
