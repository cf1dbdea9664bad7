"""`citedeck repair`: propose what would mend quotes, and write it if asked to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from citedeck.cli.judging import progress
from citedeck.cli.options import base, decks_argument, workspace, workspace_option
from citedeck.cli.terminal import echo, secho
from citedeck.errors import CitedeckError

if TYPE_CHECKING:
    from pathlib import Path

    from citedeck.case import Case
    from citedeck.model import Entry, Problem
    from citedeck.reading.editing import Draft
    from citedeck.repair import Diagnosis, Proposal

_WORTH_A_BAR = 500  # facts; a quote that is missing takes some milliseconds


@click.command(short_help="Propose what would mend quotes.")
@decks_argument
@click.option("--write", is_flag=True, help="Write what is proposed into the decks, but for what needs your eyes.")
@click.option("--seen", metavar="FACT", multiple=True, help="With --write: you have looked at FACT, write it too.")
@click.option("--typography", is_flag=True, help="Propose the quotation marks, dashes and letters of the source too.")
@workspace_option
@click.pass_context
def repair(ctx: click.Context, decks: tuple[str, ...], write: bool, seen: tuple[str, ...], typography: bool) -> None:
    """Propose what would mend quotes that do not stand in their source.

    DECK is a deck's id or path; without one, all decks of the workspace are looked at. A proposal changes a fact's
    quote, prefix, suffix or source, never its question or answer, and with it the fact is accepted. Unless it leaves
    every word as it is, it needs your eyes: the fact may be wrong. --seen takes the id of a fact, or DECK/FACT.

    Nothing is written without --write. Exit code 1 as long as anything is left to mend.
    """
    from citedeck.cli.wording import counted, show_problems
    from citedeck.repair import diagnose
    from citedeck.workspace import load

    if seen and not write:
        raise click.UsageError("--seen FACT says what --write is to write too: give both.")
    home = workspace()
    case = load(home, decks, base())
    drafts = _drafts(home.root, case)
    open_decks = tuple(deck for deck in case.decks if deck.path in drafts)
    facts = sum(len(deck.entries) for deck in open_decks)
    with progress(facts, "Looking", facts >= _WORTH_A_BAR) as on_fact:
        diagnosis = diagnose(replace(case, decks=open_decks), typography, on_fact)
    names = _Names(case)
    chosen = _chosen(diagnosis.proposals, seen, names) if write else []
    for proposal in diagnosis.proposals:
        _show(proposal, drafts[proposal.entry.path])
    show_problems(diagnosis.left)
    for path, facts in _write(home.root, drafts, chosen).items():
        echo(f"wrote {path} ({counted(facts, 'fact')} mended)")
    waiting = [proposal for proposal in diagnosis.proposals if proposal not in chosen]
    errors = load(home, decks, base()).verdict().errors
    failed = bool(waiting or errors)
    *hints, result = _summary(diagnosis, waiting, errors, names)
    for hint in hints:
        echo(hint)
    secho(result, fg="red" if failed else "green")
    ctx.exit(1 if failed else 0)


def _drafts(root: Path, case: Case) -> dict[str, Draft]:
    """The decks that can be edited, by their paths. Of the others it is told why not."""
    from citedeck.cli.wording import show_problems
    from citedeck.model import Problem
    from citedeck.reading.editing import open_draft

    drafts = {}
    for deck in case.decks:
        opened = open_draft(root / deck.path, deck.path)
        if isinstance(opened, Problem):
            show_problems([opened])
            echo(f"{deck.path} cannot be repaired as long as this is so.\n")
        else:
            drafts[deck.path] = opened
    return drafts


class _Names:
    """What facts are called on the command line: by their ids, and with their decks' where those do not tell."""

    def __init__(self, case: Case) -> None:
        self._named = [entry for deck in case.decks for entry in deck.entries]
        self._count = Counter(str(entry.id) for deck in (*case.decks, *case.others) for entry in deck.entries)

    def of(self, entry: Entry) -> str:
        return f"{entry.deck}/{entry.id}" if self._count[str(entry.id)] > 1 else str(entry.id)

    def entry(self, name: str) -> Entry | None:
        """The fact of a name; one that names several stops the run."""
        found = [entry for entry in self._named if name in (entry.id, f"{entry.deck}/{entry.id}")]
        if len(found) > 1:
            where = ", ".join(f"{entry.deck}/{entry.id} ({entry.path})" for entry in found)
            raise CitedeckError(f"“{name}” is a fact of several decks: {where}", "Say which you have looked at.")
        return found[0] if found else None


def _chosen(proposals: Sequence[Proposal], seen: Sequence[str], names: _Names) -> list[Proposal]:
    """What is to be written: what needs nobody's eyes, and what was looked at."""
    wait = [proposal.entry for proposal in proposals if proposal.mend.look]
    looked_at = []
    for name in seen:
        entry = names.entry(name)
        if entry not in wait:
            hint = f"Those that do: {', '.join(map(names.of, wait)) or 'none'}."
            raise CitedeckError(f"no proposal for “{name}” needs your eyes", hint)
        looked_at.append(entry)
    return [proposal for proposal in proposals if not proposal.mend.look or proposal.entry in looked_at]


def _show(proposal: Proposal, draft: Draft) -> None:
    """A proposal as people see it: its place and fact, why, and the lines of the deck that it changes."""
    entry, mend = proposal.entry, proposal.mend
    at = entry.citation.quotes[0] if entry.citation.quotes else entry.id
    echo(f"{click.style(str(entry.at(at)), bold=True)}: {click.style(str(entry.id), bold=True)}: {mend.why}")
    if mend.look:
        secho(f"    needs your eyes: {mend.look}", fg="yellow")
    before, after = draft.lines(proposal.puts())
    for line in before:
        secho(f"-{line}", fg="red")
    for line in after:
        secho(f"+{line}", fg="green")
    echo("")


def _write(root: Path, drafts: Mapping[str, Draft], proposals: Sequence[Proposal]) -> Counter[str]:
    """Write every deck that proposals change, once; how many facts in each. None is, if one cannot be edited."""
    from citedeck.writing import rewrite

    facts = Counter(proposal.entry.path for proposal in proposals)
    puts = {path: [put for one in proposals if one.entry.path == path for put in one.puts()] for path in facts}
    edited = {path: drafts[path].edited(of_deck) for path, of_deck in puts.items()}
    for path, content in edited.items():
        rewrite(root / path, drafts[path].content, content)
    return facts


def _summary(
    diagnosis: Diagnosis, waiting: Sequence[Proposal], errors: Sequence[Problem], names: _Names
) -> Iterator[str]:
    """What there is to do, and by whom; the last line is the sum."""
    from citedeck.cli.wording import counted

    ready = sum(not proposal.mend.look for proposal in waiting)
    looks = [names.of(proposal.entry) for proposal in waiting if proposal.mend.look]
    told = {(problem.deck, problem.fact) for problem in diagnosis.left}
    told |= {(proposal.entry.deck, str(proposal.entry.id)) for proposal in waiting}
    others = sum((problem.deck, problem.fact) not in told for problem in errors)
    if diagnosis.untypical:
        alike = counted(diagnosis.untypical, "fact")
        yield f"{alike} in other typography than the source, which is no error: citedeck repair --typography"
    if ready:
        yield "To write what needs no look: citedeck repair --write"
    if looks:
        yield f"When you have looked at the rest: citedeck repair --write{''.join(f' --seen {fact}' for fact in looks)}"
    yield (
        "; ".join(
            part
            for part in (
                f"{counted(ready, 'proposal')} to write" if ready else "",
                f"{len(looks)} for your eyes" if looks else "",
                f"{counted(len(diagnosis.left), 'problem')} left to you" if diagnosis.left else "",
                f"{counted(others, 'other problem')} (citedeck check)" if others else "",
            )
            if part
        )
        or "every quote stands in its source"
    )
