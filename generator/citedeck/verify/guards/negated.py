"""Whether the passage denies what it is quoted for."""

from __future__ import annotations

from citedeck.matching.clauses import carries, denial
from citedeck.model import Problem
from citedeck.verify.guards.claim import Claim


def negated(claim: Claim) -> Problem | None:
    if not (claim.around.may_be_denied or claim.cuts):
        return None
    words = denial(claim.passage.source, claim.spot.start, claim.spot.end)
    if words is None or carries(claim.asked, words, claim.tag):
        return None
    message = f"the passage denies it: “{words}” goes with “{claim.shown}”"
    hint = "Ask for what is stated; or put the negation into the question, if what is denied is to be learned."
    return claim.problem("negated", message, hint)
