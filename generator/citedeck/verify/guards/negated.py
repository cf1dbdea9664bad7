"""Whether the passage denies what it is quoted for."""

from __future__ import annotations

from citedeck.matching.clauses import denial, denies
from citedeck.model import Problem
from citedeck.verify.guards.claim import Claim


def negated(claim: Claim) -> Problem | None:
    words = denial(claim.passage.source, claim.spot.start, claim.spot.end)
    if words is None or denies(claim.asked, claim.tag) or denies(claim.answer, claim.tag):
        return None
    message = f"the passage denies it: “{words}” goes with “{claim.shown}”"
    hint = (
        "Ask for what is stated; or put the negation into the question or the answer, if that is what is to be learned."
    )
    return claim.problem("negated", message, hint)
