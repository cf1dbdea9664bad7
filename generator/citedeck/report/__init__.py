"""A verdict as a page: the articles with what facts rest on, every fact as its cards, every problem."""

from __future__ import annotations

from collections import defaultdict

from citedeck.case import Case
from citedeck.coverage import coverage
from citedeck.model import Finding, Verdict
from citedeck.report.articles import Articles
from citedeck.report.facts import Anchors, Facts, Told
from citedeck.report.filling import fill
from citedeck.report.views import ReportView

__all__ = ["page", "view"]


def page(case: Case, verdict: Verdict) -> bytes:
    """The page of a report: HTML with everything in it."""
    return fill(view(case, verdict)).encode("utf-8", "replace")


def view(case: Case, verdict: Verdict) -> ReportView:
    """What the page shows of decks and the verdict on them."""
    anchors = Anchors(verdict.findings)
    items = {anchors.of(finding): finding.item for finding in verdict.findings if finding.item}
    articles = Articles(coverage(case.sources(), verdict), items)
    told = Told(verdict.problems, verdict.findings)
    facts = Facts(anchors, told, articles)
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in verdict.findings:
        findings[finding.place.path].append(finding)
    return ReportView(
        sources=articles.views,
        decks=tuple(facts.deck(deck, findings[deck.path]) for deck in case.decks),
        problems=told.of(None),
        errors=len(verdict.errors),
        warnings=len(verdict.warnings),
    )
