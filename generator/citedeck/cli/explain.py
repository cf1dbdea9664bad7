"""`citedeck explain`: what a code means and what to do about it."""

from __future__ import annotations

import click

from citedeck.cli.terminal import echo
from citedeck.errors import CitedeckError


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the CODE of a problem; without one, list all codes."""
    # all is printed in one go: where `| head` stops to read, it has been written
    from difflib import get_close_matches

    from citedeck.codes import CODES

    if code is None:
        width = max(map(len, CODES))
        echo("\n".join(f"{name:<{width}}  {explanation.summary}" for name, explanation in CODES.items()))
        return
    if code not in CODES:
        close = get_close_matches(code, CODES, n=1)
        hint = f"Did you mean {close[0]}?" if close else "`citedeck explain` lists all codes."
        raise CitedeckError(f"there is no code “{code}”", hint)
    explanation = CODES[code]
    severity = " (a warning)" if explanation.severity == "warning" else ""
    title = click.style(f"{code}: {explanation.summary}{severity}", bold=True)
    rule = [f"The rule: {explanation.rule}"] if explanation.rule else []
    paragraphs = (explanation.why, f"What to do: {explanation.repair}", *rule)
    wrapped = (click.wrap_text(paragraph, width=88, preserve_paragraphs=True) for paragraph in paragraphs)
    echo("\n\n".join([title, *wrapped]))
