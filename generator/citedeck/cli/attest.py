"""`citedeck attest`: a person vouches for a paraphrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from citedeck.cli.options import base, workspace, workspace_option
from citedeck.cli.terminal import echo, secho
from citedeck.errors import CitedeckError

if TYPE_CHECKING:
    from citedeck.case import Case
    from citedeck.model import Attestation, Entry, Problem, Question
    from citedeck.reading.edits import Put


@click.command(short_help="Vouch for a paraphrase.")
@click.argument("deck")
@click.argument("fact")
@click.option("--by", metavar="NAME", help="Who vouches.")
@click.option("--why", metavar="TEXT", help="Why the quote supports the answer.")
@click.option("--on", metavar="DATE", help="The day, as 2024-05-14.  [default: today]")
@workspace_option
@click.pass_context
def attest(ctx: click.Context, deck: str, fact: str, by: str | None, why: str | None, on: str | None) -> None:
    """Vouch that the quote of a FACT supports an answer which does not stand in it word for word.

    What is asked, answered and quoted is bound by a hash that is written into the fact's `attest:` in the file of DECK
    (an id or a path); an edit of any of it voids the attestation. A fact without `attest:` gets one from --by and
    --why.
    """
    from citedeck.cli.wording import show_problems
    from citedeck.model import Problem
    from citedeck.reading.editing import open_draft
    from citedeck.workspace import load
    from citedeck.writing import rewrite

    home = workspace()
    by, why = _said("--by", by), _said("--why", why)
    case = load(home, (deck,), base())
    entry = _entry(case, fact)
    draft = open_draft(home.root / entry.path, entry.path)
    problems = [draft] if isinstance(draft, Problem) else _obstacles(entry, case)
    if isinstance(draft, Problem) or problems:
        show_problems(problems, err=True)
        secho(f"“{fact}” cannot be attested as long as this is so", fg="red", err=True)
        ctx.exit(1)
    attestation = _attestation(entry, by, why, on)
    _show(entry, attestation)
    puts = _puts(entry, attestation)
    if puts:
        rewrite(home.root / entry.path, draft.content, draft.edited(puts))
    secho(f"wrote {entry.path}" if puts else "nothing changed: it was bound to this already", fg="green")


def _said(option: str, text: str | None) -> str:
    """What an option says, on one line as a deck holds it; what no deck can hold stops the run."""
    from citedeck.kinds.values import flaw

    said = " ".join((text or "").split())
    flawed = flaw(said) if said else None
    if flawed:
        raise CitedeckError(f"{option} {flawed.message()}", "Nothing was written.")
    return said


def _entry(case: Case, fact: str) -> Entry:
    """The fact of that id; what keeps it from being read stops the run."""
    entries = {str(entry.id): entry for deck in case.decks for entry in deck.entries}
    if fact in entries:
        return entries[fact]
    names = ", ".join(deck.path for deck in case.decks)
    if any(one.id == fact for deck in case.decks for one in deck.misread):
        raise CitedeckError(f"“{fact}” could not be read", "`citedeck check` says what is wrong with it.")
    close = get_close_matches(fact, entries, n=1)
    hint = f"Did you mean “{close[0]}”?" if close else "`citedeck check` says whether the deck can be read."
    raise CitedeckError(f"{names} has no fact “{fact}”", hint)


def _obstacles(entry: Entry, case: Case) -> list[Problem]:
    """What no person can vouch away. An answer that is proved without one stops the run."""
    from citedeck.model import Attestation, Problem, Proof, Text
    from citedeck.seal import seal
    from citedeck.verify.citing import cite
    from citedeck.verify.haystacks import Haystacks
    from citedeck.verify.proving import prove

    haystack = Haystacks(case.library).of(entry)
    if isinstance(haystack, Problem):
        return [haystack]
    passages, problems = cite(entry, haystack)
    if problems:
        return problems
    proof = prove(replace(entry, attestation=None), passages)
    if isinstance(proof, Proof):
        raise CitedeckError(
            f"“{entry.id}” needs nobody to vouch for it: its quote proves its answer ({proof.level})",
            "Take `attest:` out of it." if entry.attestation else "",
        )
    vouched = prove(replace(entry, attestation=Attestation(entry.id, entry.id, entry.id, Text(seal(entry)))), passages)
    return vouched if isinstance(vouched, list) else []


def _attestation(entry: Entry, by: str, why: str, on: str | None) -> Attestation:
    """Who vouches for what the fact says now. Whoever vouches anew, because it changed, does so today."""
    from citedeck.model import Attestation, Text
    from citedeck.seal import seal
    from citedeck.writing import now

    day, bound = _day(on) or date.fromtimestamp(now()).isoformat(), Text(seal(entry))
    old = entry.attestation
    if old is None:
        if not (by and why):
            hint = "Say who vouches and why: citedeck attest DECK FACT --by NAME --why TEXT"
            raise CitedeckError(f"“{entry.id}” has no `attest:` yet", hint)
        return Attestation(Text(by), Text(day), Text(why), bound)
    anew = on or not old.on or old.hash not in (None, bound)
    return Attestation(Text(by or old.by), Text(day) if anew else old.on, Text(why or old.why), bound)


def _day(on: str | None) -> str | None:
    try:
        return date.fromisoformat(on).isoformat() if on else None
    except ValueError:
        raise CitedeckError(f"“{on}” is no day", "Write it as 2024-05-14.") from None


def _puts(entry: Entry, attestation: Attestation) -> list[Put]:
    """The edits of the deck file: a whole `attest:`, or what is new in it."""
    from citedeck.reading.edits import Put

    path, keys = ("facts", str(entry.id), "attest"), ("by", "on", "why", "hash")
    values = {key: str(getattr(attestation, key)) for key in keys}
    if entry.attestation is None:
        return [Put(path, values, "quote")]
    return [Put((*path, key), value) for key, value in values.items() if value != getattr(entry.attestation, key)]


def _show(entry: Entry, attestation: Attestation) -> None:
    """What is vouched for, and by whom."""
    told = [
        *_asked(entry.question),
        *(("quote", text) for text in entry.citation.quotes),
        ("vouched", f"by {attestation.by} on {attestation.on}: {attestation.why}"),
        ("bound", f"by the hash {attestation.hash}; an edit of the above voids it"),
    ]
    secho(f"{entry.at(entry.id)}: {entry.id}", bold=True)
    for what, text in told:
        echo(f"  {what:<10}{' '.join(text.split())}")


def _asked(question: Question) -> Iterator[tuple[str, str]]:
    """What is asked and answered, all of which is bound."""
    from citedeck.model import Choice, Pair, answers, prompts

    if isinstance(question, Pair):
        yield "term", question.term
        yield "meaning", question.meaning
        return
    yield from (("question", text) for text in prompts(question))
    yield from (("answer", text) for text in answers(question))
    if isinstance(question, Choice):
        yield from (("wrong", text) for text in question.distractors)
